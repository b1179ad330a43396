"""Contests of many rows and of one start: an import, pictures, a process that does next to nothing."""
import contextlib
import csv
import hashlib
import os
import pathlib
import re
import sqlite3
import subprocess
import tempfile

from .contest import PAYMAP, Contest
from .process import BENCH, HOME, OUT, PEERS, PYTHON, run
from .process import PAYMAP as LAUNCHER

TABLES = ("jobs", "openings", "runs", "run_jobs")
SCHEMA = hashlib.sha256(b"".join(file.read_bytes() for file in sorted((HOME / "src/main/resources").rglob("V*.sql")))).hexdigest()[:8]
MADE = OUT / f"rows-{SCHEMA}"  # a database made under another schema is another one


def csv_of(rows):
    """Made-up rows as CSV; made once."""
    file = MADE / f"{rows}.csv"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        with part.open("wb") as out:
            subprocess.run([PYTHON, BENCH / "import_rows.py", str(rows)], stdout=out, check=True)
        part.rename(file)
    return file


def imported(rows):
    """A database of so many imported rows; made once."""
    db = MADE / f"{rows}.db"
    if not db.exists():
        part = MADE / f"{rows}.part.db"
        part.unlink(missing_ok=True)
        subprocess.run([LAUNCHER, "import", "--db", part, csv_of(rows)], check=True, capture_output=True)
        part.rename(db)
    return db


def count(db, table="jobs"):
    with contextlib.closing(sqlite3.connect(db)) as store:
        return store.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


class Finished:
    """What an import stored, as the shell gets it: a CSV a table, its rows in the order in which they were stored."""

    def __init__(self, rows):
        self.folder = MADE / f"{rows}.tables"
        self.schema = []
        db = imported(rows)
        with contextlib.closing(sqlite3.connect(db)) as store:
            names = ", ".join(f"'{name}'" for name in TABLES)
            self.schema = [sql for sql, in store.execute(
                f"SELECT sql FROM sqlite_master WHERE tbl_name IN ({names}) AND sql IS NOT NULL"
                " ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END")]
            if not self.folder.exists():
                part = self.folder.with_suffix(".part")
                part.mkdir(exist_ok=True)
                for name in TABLES:
                    order = "ORDER BY id" if name in ("jobs", "runs") else ""
                    with (part / f"{name}.csv").open("w", newline="") as out:
                        csv.writer(out, lineterminator="\n").writerows(store.execute(f"SELECT * FROM {name} {order}"))
                part.rename(self.folder)

    def shell(self, db, schema=None, tables=TABLES):
        """The command that makes the tables and imports into them."""
        words = ["sqlite3", db, "PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA cache_size = -65536"]
        words += schema or self.schema
        return words + [f".import --csv {self.folder}/{name}.csv {name}" for name in tables]


def into(command, rows, **how):
    """Runs a command that is given the name of a new database, and looks what is in it."""

    def play():
        with tempfile.TemporaryDirectory(dir=OUT) as folder:
            db = os.path.join(folder, "x.db")
            done = run(command(db), timeout=600, **how)
            if done.problem:
                return done
            there = count(db)
            done.facts.update({"rows/s": round(rows / done.seconds), "MB on disk": round(size(db) / 1e6)})
            return done.expect(there == rows, f"{there} of {rows} rows")

    return play


def size(db):
    return sum(file.stat().st_size for file in pathlib.Path(db).parent.glob(pathlib.Path(db).name + "*"))


def imports(rows=1_000_000):
    finished = lambda db: Finished(rows).shell(db)
    return Contest("import", f"{rows:,} rows of CSV in", {
        PAYMAP: into(lambda db: [LAUNCHER, "import", "--db", db, csv_of(rows)], rows),
        "sqlite3 .import": into(finished, rows),
    }, "sqlite3 .import", 0.8, rounds=2, around=lambda: ready(lambda: (csv_of(rows), Finished(rows))),
        note="the shell has finished rows and a cache as large (64 MB) and fills the same tables (jobs, openings, run_jobs); "
             "paymap reads a raw table, cleans it, reads the pay and looks for what is there already")


UNIQUE = r",\s*UNIQUE \(site, city, title, salary\)"


def indexes(rows=1_000_000):
    """What each index and each table beside the rows costs the shell: the same import without it."""

    def without(pattern=None, tables=TABLES):
        def command(db):
            finished = Finished(rows)
            schema = [re.sub(pattern, "", sql, flags=re.S) if pattern else sql for sql in finished.schema]
            if pattern and schema == finished.schema:
                raise RuntimeError(f"the schema has nothing like {pattern}")
            return finished.shell(db, [sql for sql in schema if sql], tables)

        return into(command, rows)

    named = ("jobs_by_pay", "jobs_made_up", "run_jobs_by_job")
    return Contest("indexes", f"what each index of {rows:,} rows costs the sqlite3 shell: its import without it", {
        "all of them": without(),
        "without UNIQUE (site, city, title, salary)": without(UNIQUE),
        **{f"without {name}": without(rf"CREATE INDEX {name}\b.*") for name in named},
        "without openings": without(tables=("jobs", "runs", "run_jobs")),
        "without run_jobs": without(tables=("jobs", "runs", "openings")),
        "jobs alone, without UNIQUE and jobs_by_pay": without(rf"{UNIQUE}|CREATE INDEX jobs_by_pay\b.*", ("jobs",)),
    }, rounds=1, around=lambda: ready(lambda: Finished(rows)))


@contextlib.contextmanager
def ready(make):
    make()
    yield


def pictures(name, rows, goal, rounds):
    def db():
        return imported(rows)

    def drawn(command, good, least):
        def play():
            with tempfile.TemporaryDirectory(dir=OUT) as folder:
                done = run(command(folder), timeout=120)
                made = [file for file in pathlib.Path(folder).rglob("*") if file.suffix in good]
                return done.expect(len(made) >= least and all(file.stat().st_size > 1000 for file in made),
                                   f"{len(made)} pictures and pages made")

        return play

    return Contest(name, f"{rows:,} rows to pictures, one language", {
        PAYMAP: drawn(lambda out: [LAUNCHER, "chart", "--db", db(), "--out", out, "--lang", "en"], (".png", ".svg", ".html"), 10),
        "base R, one picture": drawn(
            lambda out: ["Rscript", "--vanilla", BENCH / "peers" / "pictures.R", db(), f"{out}/box.png"], (".png",), 1),
    }, "base R, one picture", goal, rounds=rounds, around=lambda: ready(db),
        note="paymap: all pictures as PNG and SVG, the report, CSV and JSON; R: one box plot as PNG and its figures")


def start(name, title, command, other, peer, goal, expected):
    return Contest(name, title, {
        PAYMAP: lambda: told(run(command()), expected), peer: lambda: run(other),
    }, peer, goal, rounds=11, around=lambda: ready(command))


def told(done, expected):
    return done.expect(expected in done.out, f"it does not say {expected!r}")


def contests(full):
    nothing = ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", PEERS / "classes", "Nothing"]
    return [
        imports(), indexes(),
        pictures("pictures", 1_000_000, 0.8, 3), pictures("pictures-400", 400, 1.2, 7),
        start("version", "--version", lambda: [LAUNCHER, "--version"], ["/usr/bin/scrapy", "version"], "Scrapy", 0.2, "paymap "),
        start("stats-400", "stats on 400 rows", lambda: [LAUNCHER, "stats", "--db", imported(400)], nothing, "bare Java", 3.5, "median"),
    ]
