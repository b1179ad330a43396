#!/usr/bin/env python3
"""Fills a database that has paymap's tables with made-up rows of two sites and 24 months: rows.py DB ROWS.

By SQL within the database, not by an import: what is measured comes after. Same number, same rows.
"""
import pathlib
import random
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from chart_rows import known_cities
from import_rows import DEGREES, NOISE, SHAPES, YEARS

KINDS = 20_000  # of people and pay; each row is of one of them
PRIME = 999_999_937  # what is multiplied modulo a prime comes in no order
ROWS = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :rows),
    drawn AS (SELECT i, i * 387420489 % 999999937 AS h, i * 214748357 % 999999937 AS g FROM n)
INSERT INTO jobs (site, city, title, salary, salary_low, salary_high, salary_interval, salary_months, company, district,
    experience, education, posted, openings, first_seen, last_seen)
SELECT CASE WHEN h % 5 < 3 THEN 'bench a' ELSE 'bench b' END, city, word || '工程师（虚构' || i || '）', salary, low, high,
    interval, months, '虚构公司' || (g % 20000), district, experience, education, substr(seen, 1, 10), 1 + g % 3,
    strftime('%Y-%m-%dT%H:%M:%SZ', seen), strftime('%Y-%m-%dT%H:%M:%SZ', seen, '+' || (h % 90) || ' days')
FROM (SELECT *, datetime('2025-01-01', '+' || (g % 63072000) || ' seconds') AS seen FROM drawn)
    JOIN kinds ON kinds.id = h / 7 % :kinds JOIN words ON words.id = g / 11 % 8
ORDER BY 1, 2, 3, 4
"""


def kinds(dice):
    """City, district, experience, education and pay, as often as each occurs."""
    cities = known_cities()
    for number in range(KINDS):
        place = min(int(dice.expovariate(0.2)), len(cities) - 1)
        years = dice.choices(list(YEARS), [weight for weight, _ in YEARS.values()])[0]
        degree = dice.choices(list(DEGREES), [weight for weight, _ in DEGREES.values()])[0]
        level = 23 / (1 + 0.02 * place) * YEARS[years][1] * DEGREES[degree][1] * dice.choice(NOISE)
        low, shape = max(2, round(level * 0.8)), dice.choices(list(SHAPES), SHAPES.values())[0]
        high = max(low + 1, round(low * dice.choice((1.3, 1.5, 1.5, 1.7, 2))))
        salary = shape.format(low=low, high=high, day=low * 20, more=low * 20 + 50)
        if "薪" in shape or shape.endswith("{high}k"):
            read = (low * 1000, high * 1000, "month", int(shape[-3:-1]) if "薪" in shape else 12)
        elif "天" in shape:
            read = (low * 20, low * 20 + 50, "day", None)
        else:
            read = (low * 1000, None, "month", 12) if "以上" in shape else (None, None, None, None)
        side = "虚构" + dice.choice("东南西北中") + "区"
        yield (number, cities[place], side, years, degree, salary, *read)


def main():
    rows = int(sys.argv[2])
    if rows >= PRIME:
        sys.exit(f"fewer than {PRIME} rows, please: {rows}")
    with sqlite3.connect(sys.argv[1]) as store:
        store.execute("PRAGMA journal_mode = OFF")
        store.execute("PRAGMA synchronous = OFF")
        store.execute("PRAGMA cache_size = -500000")
        index = store.execute("SELECT sql FROM sqlite_master WHERE name = 'jobs_by_pay'").fetchone()[0]
        store.execute("DROP INDEX jobs_by_pay")
        store.execute("DELETE FROM jobs")
        store.execute("DELETE FROM runs")
        store.execute("CREATE TEMP TABLE kinds (id INTEGER PRIMARY KEY, city, district, experience, education, salary,"
                      " low, high, interval, months)")
        store.executemany("INSERT INTO kinds VALUES (" + ",".join("?" * 10) + ")", kinds(random.Random(20261130)))
        store.execute("CREATE TEMP TABLE words (id INTEGER PRIMARY KEY, word)")
        store.executemany("INSERT INTO words VALUES (?, ?)", enumerate("Java Python C++ Go 前端 后端 测试 数据".split()))
        store.execute(ROWS, {"rows": rows, "kinds": KINDS})
        store.executemany("INSERT INTO runs (id, plan, site, keyword, per_city, started) VALUES"
                          " (?, ?, ?, 'made up', 9, '2026-11-30T00:00:00Z')", [(1, "a", "bench a"), (2, "b", "bench b")])
        store.execute("INSERT INTO run_jobs SELECT CASE site WHEN 'bench a' THEN 1 ELSE 2 END, id FROM jobs")
        store.execute(index)


if __name__ == "__main__":
    main()
