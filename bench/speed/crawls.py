"""Contests of crawls: raw speed, a limit known and unknown, faults, a kill."""
import json
import os
import pathlib
import signal
import sqlite3
import tempfile
import threading
import time

from . import sites
from .contest import PAYMAP, Contest
from .process import BENCH, PEERS, PYTHON, run
from .process import PAYMAP as LAUNCHER

FOUR = 4
WANTED = 100
KEPT_ALIVE = "peers keep their connections, paymap opens one a request; all store distinct rows in SQLite, a commit a page"


def rows_in(db):
    if not pathlib.Path(db).exists():
        return 0
    with sqlite3.connect(db) as store:
        return store.execute("SELECT count(*) FROM (SELECT DISTINCT city, title, salary FROM jobs)").fetchone()[0]


def fresh(once):
    """A folder of its own for the database of each run."""

    def in_a_folder():
        with tempfile.TemporaryDirectory() as folder:
            return once(os.path.join(folder, "x.db"))

    return in_a_folder


def crawl(url, db, cities, wanted, threads, *more, rate="max", **how):
    """paymap crawl of the first so many cities; told the era, as the peers know no other."""
    words = [LAUNCHER, "crawl", "--site", url, "--db", db, "--cities", ",".join(sites.CODES[:cities]), "--per-city", wanted,
             "-n", threads, "--rate", rate, "--json", *more]
    done = run(words, **how)
    if done.out:
        tally = json.loads(done.out)["tally"]
        done.facts.update(itself=f"{tally['elapsed_ms']} ms")
    return done


def java(url, db, cities, threads):
    classes = f"{PEERS}/classes:{PEERS}/webmagic/lib/*"
    return run(["java", "-cp", classes, "Crawl", url, db, ",".join(sites.CITIES[:cities]), sites.PAGES, threads])


def requests(url, db, cities, threads):
    return run([PYTHON, BENCH / "peers" / "requests_crawl.py", url, db, ",".join(sites.CITIES[:cities]), sites.PAGES, threads])


def scrapy(url, db, delay, **how):
    return run([PYTHON, BENCH / "peers" / "scrapy_crawl.py", url, db, ",".join(sites.CITIES[:FOUR]), WANTED, delay], **how)


def raw(name, title, cities, late, peer, goal, rounds, megabytes=None):
    threads = 16

    def entrant(once):
        def play(db):
            with sites.fast(late=late) as site:
                done = once(site.url, db)
            pages = cities * sites.PAGES
            done.facts["pages/s"] = round(pages / done.seconds)
            return done.expect(rows_in(db) == cities * sites.ROWS, f"{rows_in(db)} of {cities * sites.ROWS} rows")

        return fresh(play)

    known = {
        PAYMAP: lambda url, db: crawl(url, db, cities, sites.ROWS, threads, "--era", "classic"),
        "WebMagic": lambda url, db: java(url, db, cities, threads),
        "requests + threads": lambda url, db: requests(url, db, cities, threads),
    }
    return Contest(name, title, {who: entrant(once) for who, once in known.items()}, peer, goal, megabytes, rounds,
                   note=KEPT_ALIVE)


def on_the_sandbox(options, once):
    """Plays on a sandbox of its own; what was asked is counted there."""

    def play(db):
        with sites.sandbox(**options) as site:
            done = once(site.url, db)
        done.facts.update(requests=len(site.log) - site.count("ROBOTS"), pages=site.count("ROWS"),
                          **{"pages needed": len(set(site.rows()))}, refused=site.count("TOO_FAST", "REFUSED"), faults=site.count("FAULT"))
        return done.expect(rows_in(db) == FOUR * WANTED, f"{rows_in(db)} of {FOUR * WANTED} rows")

    return fresh(play)


def known_limit(name, title, fault, goal):
    options = {"era": "classic", "limit": 5, "burst": 2, "anger": 3, **({"fault": fault} if fault else {})}

    def unblocked(once):
        play = on_the_sandbox(options, once)

        def watched():
            done = play()
            return done.expect(done.facts["refused"] == 0, f"{done.facts['refused']} refused")

        return watched

    return Contest(name, title, {
        PAYMAP: unblocked(lambda url, db: crawl(url, db, FOUR, WANTED, 4, "--era", "classic", rate="5/s")),
        "Scrapy": unblocked(lambda url, db: scrapy(url, db, "0.2")),
    }, "Scrapy", goal, note="Scrapy without jitter, a delay of 0.2 s; bursts of 2 are let pass; a run that is refused once has failed")


def unknown_limit():
    options = {"era": "classic", "limit": 4, "burst": 8, "anger": 3, "session": 12}
    return Contest("unknown", "400 rows, limit unknown (4/s, bursts of 8, 3 s of anger, 12 pages a session), ceiling 10/s", {
        PAYMAP: on_the_sandbox(options, lambda url, db: crawl(url, db, FOUR, WANTED, 4, "--era", "classic", rate="10/s")),
    }, "", 12.0, note="no peer learns a limit")


def rendered():
    return Contest("rendered", "400 rows in the rendered era: requests beyond one for each page needed", {
        PAYMAP: on_the_sandbox({"era": "rendered"}, lambda url, db: crawl(url, db, FOUR, WANTED, 4, "--era", "rendered")),
    }, "", 0, value=lambda done: done.facts["requests"] - done.facts["pages needed"], unit="requests")


def killed(bound):
    """120 pages, 4 at once, 50 ms each; killed by signal 9 after about half of them, then the same command again."""
    cities, threads, most = FOUR, 4, FOUR * sites.PAGES

    def entrant(command, stored):
        def play():
            with tempfile.TemporaryDirectory() as folder:
                with sites.fast(late=50, logged=True) as site:
                    run(command(site.url, folder), timeout=bound, good=None, started=killer(site, most // 2))
                    at = time.time()
                    done = run(command(site.url, folder), timeout=bound)
                after = [asked[0] - at for asked in site.log if asked[0] > at and asked[1] == "ROWS"]
                done.facts.update({"asked again": site.again(), "pages first": len(site.rows()) - len(after),
                                   "first page after": f"{min(after):.1f} s" if after else "never",
                                   "to the end": f"{done.seconds:.1f} s"})
                missing = most - len(set(site.rows()))
                done.expect(missing == 0, f"{missing} pages never asked")
                return done.expect(stored(folder) == most * 15, f"{stored(folder)} of {most * 15} rows kept")

        return play

    def datasets(folder):
        files = list(pathlib.Path(folder, "datasets").glob("*/*.json"))
        return len({(row["city"], row["title"]) for row in map(whole, files) if row})

    def whole(file):
        try:
            return json.loads(file.read_text("utf-8"))
        except ValueError:
            return None

    cities_by_name = ",".join(sites.CITIES[:cities])
    return Contest("killed", "120 pages, 4 at once; kill -9 in the middle, then the same command again: pages asked twice", {
        PAYMAP: entrant(lambda url, folder: [
            LAUNCHER, "crawl", "--site", url, "--db", folder + "/x.db", "--cities", ",".join(sites.CODES[:cities]),
            "--per-city", sites.ROWS, "-n", threads, "--rate", "max", "--era", "classic", "--quiet"],
            lambda folder: rows_in(folder + "/x.db")),
        "Crawlee": entrant(lambda url, folder: [
            "node", PEERS / "crawlee" / "crawl.mjs", url, folder, cities_by_name, sites.PAGES, threads], datasets),
    }, "", 4, value=lambda done: done.facts["asked again"], unit="pages",
        again=lambda who, runs: who == PAYMAP, note=f"Crawlee's queue on disk; it plays one round of {bound} s at most")


def killer(site, pages):
    """Ends a process as nobody can hinder, once the site was asked for so many pages."""

    def watch(child):
        def until():
            for _ in range(6000):
                if child.returncode is not None:
                    return
                if sum(asked[1] == "ROWS" for asked in site.asked()) >= pages:
                    os.killpg(child.pid, signal.SIGKILL)
                    return
                time.sleep(0.01)

        threading.Thread(target=until, daemon=True).start()

    return watch


def contests(full):
    return [
        raw("raw", "180 pages, 16 at once, no pace", 6, 0, "WebMagic", 0.9, 7),
        raw("raw-1200", "1,200 pages of 40 cities, 16 at once, no pace", 40, 0, "WebMagic", 0.77, 5, 200),
        raw("raw-50ms", "180 pages, 16 at once, each 50 ms late", 6, 50, "requests + threads", 0.8, 5),
        known_limit("known", "400 rows, limit 5/s known, new database", "", 0.95),
        known_limit("faults", "the same; 5 % answer 500, 3 % are reset, 3 % cut off", "500:0.05,reset:0.03,cut:0.03", 0.85),
        unknown_limit(),
        rendered(),
        killed(600 if full else 60),
    ]
