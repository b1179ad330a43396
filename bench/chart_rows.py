#!/usr/bin/env python3
"""Fills a database of paymap with made-up rows, so that charts can be measured and looked at.

    bench/chart_rows.py big.db --rows 250000 --cities 4 [--runs 1] [--odd]

The file gets its tables from paymap itself. Same arguments, same rows.
"""
import argparse
import pathlib
import random
import sqlite3
import subprocess

from speed.sites import CITIES

HOME = pathlib.Path(__file__).resolve().parent.parent
SITE = "sandbox (made-up data)"
START = "2026-%02d-%02dT08:00:00Z"


def known_cities():
    return list(CITIES)


def pay(dice, middle, odd):
    if odd and dice.random() < 0.03:
        return dice.choice(["面议", "20k以上", "200元/天", "-K", "300k-500k"])
    low = max(2, round(dice.lognormvariate(middle, 0.42)))
    if low > 8 and dice.random() < 0.7:
        low = max(5, 5 * round(low / 5))
    return "%dk-%dk" % (low, max(low + 1, round(low * dice.choice([1.3, 1.5, 1.5, 2]))))


def main():
    args = argparse.ArgumentParser()
    args.add_argument("db", type=pathlib.Path)
    args.add_argument("--rows", type=int, default=100, help="a city")
    args.add_argument("--cities", type=int, default=4)
    args.add_argument("--runs", type=int, default=1)
    args.add_argument("--odd", action="store_true", help="some pay that cannot be drawn")
    args = args.parse_args()
    args.db.unlink(missing_ok=True)
    args.db.touch()
    subprocess.run([HOME / "paymap", "stats", "--db", args.db], capture_output=True)  # makes the tables
    dice = random.Random(1)
    db = sqlite3.connect(args.db)
    db.executescript("PRAGMA synchronous = OFF;")
    cities = known_cities()[: args.cities]
    for run in range(1, args.runs + 1):
        start = START % (1 + (run - 1) // 4, 1 + 7 * ((run - 1) % 4))
        db.execute("INSERT INTO runs (id, plan, site, keyword, per_city, started, ended, complete)"
                   " VALUES (?, 'bench', ?, 'python', ?, ?, ?, 1)", (run, SITE, args.rows, start, start))
        for place, city in enumerate(cities):
            middle = 2.9 - 0.018 * place + 0.02 * run
            rows = ((SITE, city, "made-up posting %d/%d" % (run, i), pay(dice, middle, args.odd),
                     1 + (dice.random() < 0.2), start, start) for i in range(args.rows))
            before = db.execute("SELECT coalesce(max(id), 0) FROM jobs").fetchone()[0]
            db.executemany("INSERT INTO jobs (site, city, title, salary, salary_months, openings, first_seen, last_seen)"
                           " VALUES (?, ?, ?, ?, NULL, ?, ?, ?)", rows)
            db.execute("INSERT INTO run_jobs SELECT ?, id FROM jobs WHERE id > ?", (run, before))
    db.commit()
    db.close()


if __name__ == "__main__":
    main()
