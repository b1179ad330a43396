"""One process from its start to its end: wall time, processor time, peak memory, and what it printed."""
import contextlib
import dataclasses
import os
import pathlib
import signal
import subprocess
import tempfile
import threading
import time

BENCH = pathlib.Path(__file__).resolve().parent.parent
HOME = BENCH.parent
PAYMAP = str(HOME / "paymap")
JAR = str(HOME / "target" / "paymap.jar")
PEERS = BENCH / ".peers"
OUT = BENCH / "out"
PYTHON = "/usr/bin/python3"  # Debian's, which has Debian's libraries


@dataclasses.dataclass
class Run:
    """How a process went; problem is empty where all was as it should be."""

    seconds: float
    cpu: float
    megabytes: float
    exit: int
    out: str
    err: str
    problem: str = ""
    facts: dict = dataclasses.field(default_factory=dict)

    def expect(self, is_right, problem):
        if not is_right and not self.problem:
            self.problem = problem
        return self


def run(command, timeout=120, env=None, cwd=None, started=None, good=(0,)):
    """Runs a command; one that takes longer is killed, with what it started. `started` is told the process."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = time.perf_counter()
        child = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                                 start_new_session=True, cwd=cwd, env={**os.environ, **(env or {})})
        late = threading.Event()

        def end():
            late.set()
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)

        timer = threading.Timer(timeout, end)
        timer.start()
        if started:
            started(child)
        try:
            _, status, usage = os.wait4(child.pid, 0)
        except BaseException:  # the runner is to end: nothing that it started stays behind
            end()
            raise
        finally:
            timer.cancel()
        seconds = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read().decode("utf-8", "replace"))
    done = Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode, *texts)
    done.expect(not late.is_set(), f"not finished after {timeout} s")
    if good is not None:
        done.expect(done.exit in good, f"exit {done.exit}: {done.err.strip()[-200:]}")
    return done
