"""Contests of scans beside nmap and fping, in network namespaces made and removed here: nothing leaves them. Needs root."""
import contextlib
import functools
import os
import re
import subprocess
import sys
import time

from .contest import PAYMAP, Contest
from .process import BENCH, run
from .process import PAYMAP as LAUNCHER

TAG = f"pb{os.getpid()}"
SCANNER, TARGET, RELAY = TAG + "S", TAG + "T", TAG + "R"
LOOPBACK = [7, 21, 22, 25, 80, 110, 143, 443, 631, 993, 1023, 1024, 3306, 8080, 33000, 45000, 60999, 65535]
FEW = [22, 80, 443, 631, 1000]
MANY = [7, 21, 22, 25, 53, 80, 110, 143, 389, 443, 465, 514, 587, 700, 873, 990, 993, 1000, 1023, 1024]
UP = [2, 17, 33, 50, 77, 101, 128, 166, 200, 250]
RULES = """table inet f { chain i { type filter hook input priority 0; policy accept;
  ip daddr 10.98.1.2 tcp dport != { 22, 80, 443, 631, 1000 } drop
  ip daddr 10.98.2.2 tcp flags & (syn|ack) == syn limit rate over 200/second burst 50 packets drop
}
}
"""
WHOLE = {f"127.0.0.1:{port}" for port in LOOPBACK}
SMALL = {place for place in WHOLE if int(place.split(":")[1]) <= 1024}
OTHERS = {"127.0.0.77:22", "127.0.0.200:631", "127.0.0.254:1024"}


def sh(*words, **more):
    return subprocess.run(words, check=True, capture_output=True, text=True, **more).stdout


def inside(name):
    return ["ip", "netns", "exec", name]


def ip(name, *words):
    sh("ip", "-n", name, *words)


@contextlib.contextmanager
def networks():
    """A scanner's network, that of its targets, and between them one that is slow and loses frames."""
    children = []
    try:
        links()
        for name, words in ((RELAY, ["relay", "r0", "r1"]),
                            (SCANNER, ["listen", *sorted(WHOLE | OTHERS)]),
                            (TARGET, ["listen", *(f"10.98.1.2:{p}" for p in FEW), *(f"10.98.{n}.2:{p}" for n in (2, 3) for p in MANY)])):
            child = subprocess.Popen([*inside(name), sys.executable, BENCH / "site" / "net.py", *words], stdout=subprocess.PIPE)
            children.append(child)
            child.stdout.readline()
        yield
    finally:
        for child in children:
            child.kill()
            child.wait()
        for name in (SCANNER, TARGET, RELAY):
            subprocess.run(["ip", "netns", "del", name], capture_output=True)


def links():
    for name in (SCANNER, TARGET, RELAY):
        sh("ip", "netns", "add", name)
        ip(name, "link", "set", "lo", "up")
    for near, there, far, end in ((SCANNER, TARGET, "s0", "t0"), (SCANNER, RELAY, "s1", "r0"), (RELAY, TARGET, "r1", "t1")):
        sh("ip", "link", "add", far, "netns", near, "type", "veth", "peer", "name", end, "netns", there)
        for name, link in ((near, far), (there, end)):
            sh(*inside(name), "ethtool", "-K", link, "tx", "off")  # frames that the relay carries need whole checksums
            ip(name, "link", "set", link, "up")
    for net in (0, 1, 2):
        ip(SCANNER, "addr", "add", f"10.98.{net}.1/24", "dev", "s0")
    ip(SCANNER, "addr", "add", "10.98.3.1/24", "dev", "s1")
    for host in [f"10.98.0.{h}" for h in UP] + ["10.98.1.2", "10.98.2.2"]:
        ip(TARGET, "addr", "add", host + "/24", "dev", "t0")
    ip(TARGET, "addr", "add", "10.98.3.2/24", "dev", "t1")
    sh(*inside(TARGET), "nft", "-f", "-", input=RULES)


def nmap(ports, host, *more):
    return ["nmap", "-n", "-Pn", "-sT", "-oG", "-", "-p", ports, *more, host]


def fping(hosts):
    return ["fping", "-a", "-q", "-r1", "-i1", "-g", hosts]


def paymap(*words):
    return [LAUNCHER, "pmap", "--format", "plain", *words]


def found(text):
    ports = {f"{h}:{p}" for h, l in re.findall(r"Host: (\S+) .*Ports: (.*)", text) for p in re.findall(r"(\d+)/open", l)}
    return ports | set(re.findall(r"^[\d.]+(?::\d+)?$", text, re.M))


def scan(command, expected, pause, timeout):
    time.sleep(pause)  # a limiter's bucket fills again
    done = run([*inside(SCANNER), *command], timeout=timeout, good=(0, 1))  # fping tells by 1 that some are silent
    got = found(done.out)
    done.facts.update({"missed": len(expected - got), "made up": len(got - expected)})
    return done


def contest(name, title, peer, ours, expected, goal, rounds, pause=0, timeout=120):
    tool = peer[0]
    return Contest(name, title, {
        PAYMAP: functools.partial(scan, ours, expected, pause, timeout),
        tool: functools.partial(scan, peer, expected, pause, timeout),
    }, tool, goal, rounds=rounds, around=networks)


def contests(full):
    alive = {f"10.98.0.{h}" for h in [1, *UP]}
    loop = {f"127.0.{a}.{b}" for a in range(16) for b in range(256)} - {"127.0.0.0", "127.0.15.255"}
    few, many = {f"10.98.1.2:{p}" for p in FEW}, lambda net: {f"10.98.{net}.2:{p}" for p in MANY}
    return [
        contest("scan", "127.0.0.1, ports 1-1024", nmap("1-1024", "127.0.0.1"), paymap("-ip", "127.0.0.1"), SMALL, 2.2, 11),
        contest("scan-all", "127.0.0.1, all ports", nmap("1-65535", "127.0.0.1"), paymap("-ip", "127.0.0.1", "-p", "-"), WHOLE, 0.45, 11),
        contest("scan-24", "127.0.0.0/24, ports 1-1024", nmap("1-1024", "127.0.0.0/24"), paymap("-ip", "127.0.0.0/24"),
                SMALL | OTHERS, 0.75, 5),
        contest("scan-drop", "a host that drops all but 5 of 1024", nmap("1-1024", "10.98.1.2"), paymap("-ip", "10.98.1.2"), few, 0.25, 3),
        contest("scan-drop10", "the same, 10 probes at once", nmap("1-1024", "10.98.1.2", "--max-parallelism", "10"),
                paymap("-ip", "10.98.1.2", "-n", "10"), few, 0.6, 1),
        contest("scan-loss", "a host 100 ms away, 5 % loss (nmap takes 30 to 150 s)", nmap("1-1024", "10.98.3.2"), paymap("-ip", "10.98.3.2"), many(3),
                0.1, 3 if full else 1, timeout=600 if full else 200),
        contest("scan-limit", "a host that answers 200 SYNs a second", nmap("1-1024", "10.98.2.2"), paymap("-ip", "10.98.2.2"),
                many(2), 0.9, 3, pause=1),
        contest("ping-24", "ping a /24, 11 up", fping("10.98.0.0/24"), paymap("-f", "ping", "-ip", "10.98.0.0/24", "-n", "100"),
                alive, 1.05, 5),
        contest("ping-20", "ping 127.0.0.0/20", fping("127.0.0.0/20"), paymap("-f", "ping", "-ip", "127.0.0.1-127.0.15.254"),
                loop, 0.08, 3),
    ]
