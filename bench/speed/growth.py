"""How paymap's cost grows: with pages, rows stored, cities, workers, rows imported and asked of, ports."""
import contextlib
import dataclasses
import os
import shutil
import statistics
import tempfile
from collections.abc import Callable

from . import rows, sites
from .crawls import crawl
from .process import OUT, run
from .process import PAYMAP as LAUNCHER

WORKERS = 16


@dataclasses.dataclass
class Series:
    """
    One question. `once(size)` does the work and returns (Run, units of work done). Where the work grows with the size,
    what counts is the cost of what was added: the start of a process is paid once.
    """

    name: str
    sizes: list
    once: Callable
    unit: str
    grows: bool = True


@dataclasses.dataclass
class Point:
    size: int
    units: int
    seconds: list
    problem: str = ""

    def middle(self):
        return statistics.median(self.seconds)


@dataclasses.dataclass
class Grown:
    """A series played."""

    series: Series
    points: list

    def costs(self):
        """(size, microseconds a unit)."""
        return [(p.size, p.middle() / p.units * 1e6) for p in self.points]

    def added(self):
        """(size, microseconds for each unit more than the size before had); of fixed work the cost itself."""
        if not self.series.grows:
            return self.costs()
        pairs = zip(self.points, self.points[1:])
        return [(b.size, (b.middle() - a.middle()) / (b.units - a.units) * 1e6) for a, b in pairs]

    def times(self):
        """The last cost beside the cheapest before it; above 1 it grows."""
        costs = [cost for _, cost in self.added()]
        before = [cost for cost in costs[:-1] if cost > 0]
        return costs[-1] / min(before) if before else None


def paged(url, db, cities, pages, *more):
    return crawl(url, db, cities, pages // cities * 15, WORKERS, "--era", "classic", *more, timeout=600)


def pages(size):
    cities = 40 if size >= 1000 else 4
    most = 25_000  # a crawl takes at most 10,000 rows a city: what is more are crawls for other words
    with folder() as home, sites.fast(endless=True) as site:
        whole = None
        for word in range(max(1, size // most)):
            done = paged(site.url, home + "/x.db", cities, min(size, most), "--keyword", f"word{word}")
            if whole:
                done.seconds += whole.seconds
            whole = done
        return whole, size


def stored(size):
    with folder() as home, sites.fast() as site:
        shutil.copy(rows.imported(size), home + "/x.db")
        return paged(site.url, home + "/x.db", 6, 180), 180


def cities(size):
    with folder() as home, sites.fast(endless=True) as site:
        return paged(site.url, home + "/x.db", size, 440), 440


def workers(size):
    with folder() as home, sites.fast() as site:
        return crawl(site.url, home + "/x.db", 20, sites.ROWS, size, "--era", "classic", timeout=600), 20 * sites.PAGES


def imported(size):
    file = rows.csv_of(size)
    with folder() as home:
        return run([LAUNCHER, "import", "--db", home + "/x.db", file], timeout=1200), size


def asked(size):
    return run([LAUNCHER, "stats", "--db", rows.imported(size)], timeout=300), size


def ports(size):
    hosts = max(1, round(size / 62_500)) if size > 65_535 else 1
    many = size // hosts
    done = run([LAUNCHER, "pmap", "--format", "plain", "-ip", f"127.0.1.1-127.0.1.{hosts}", "-p", f"1-{many}"], timeout=600)
    return done, hosts * many


@contextlib.contextmanager
def folder():
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=OUT) as name:
        yield name


def series(full):
    def to(low, high, more):
        return [10 ** power for power in range(low, (more if full else high) + 1)]

    return [
        Series("pages of a crawl", to(2, 4, 5), pages, "page"),
        Series("rows stored before a crawl of 180 pages", to(3, 6, 7), stored, "page", grows=False),
        Series("cities of a crawl of 440 pages", [1, 4, 11, 44], cities, "page", grows=False),
        Series("workers of a crawl of 600 pages", [1, 4, 16, 64] if not full else [1, 2, 4, 8, 16, 32, 64], workers, "page", grows=False),
        Series("rows imported", to(3, 6, 7), imported, "row"),
        Series("rows that stats reads", to(3, 6, 7), asked, "row"),
        Series("ports", to(3, 6, 6), ports, "port"),
    ]


def play(rounds, full, tell):
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    grown = []
    for each in series(full):
        points = []
        for size in each.sizes:
            point = Point(size, 0, [])
            for _ in range(rounds or (3 if size <= 1000 else 1)):
                done, point.units = each.once(size)
                point.seconds.append(done.seconds)
                point.problem = point.problem or done.problem
            points.append(point)
            tell(f"growth, {each.name} {size}: {point.middle():.2f} s, {point.middle() / point.units * 1e6:.1f} us a {each.unit}"
                 + f" {point.problem}")
        grown.append(Grown(each, points))
    return grown
