#!/usr/bin/env python3
"""Adds made-up rows with difficult titles to an empty paymap database: export_rows.py DB [ROWS]."""
import random, sqlite3, sys

db, rows = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
random.seed(1)
words = ["Python", "工程师", "数据, 分析", 'say "hi"', "=1+1", "@x", "two\nlines", "🐍", "-", "C++", "'quoted'"]
cities = ["北京", "上海", "广州", "深圳"]


def made_up():
    for i in range(rows):
        low = random.randrange(3, 60)
        pay = (f"{low}k-{low + 10}k", low * 1000, low * 1000 + 10000, "month", 12) if i % 20 else ("", None, None, None, None)
        seen = f"2026-11-{1 + i % 28:02d}T08:00:{i % 60:02d}.{i % 1000:03d}Z"
        yield ("made up", cities[i % 4], f"{words[i % len(words)]} {i}", *pay, f"示例公司{i % 5000}",
               "海淀区" if i % 3 else None, "3-5年", "本科", f"2026-11-{1 + i % 28:02d}", 1 + i % 3, seen, seen)


with sqlite3.connect(db) as store:
    store.execute("DELETE FROM jobs")
    store.execute("INSERT OR IGNORE INTO runs (id, plan, site, keyword, per_city, started) VALUES"
                  " (1, 'p', 'made up', 'python', 9, '2026-11-01T00:00:00Z')")
    store.executemany("INSERT INTO jobs (site, city, title, salary, salary_low, salary_high, salary_interval,"
                      " salary_months, company, district, experience, education, posted, openings, first_seen, last_seen)"
                      " VALUES (" + ",".join("?" * 16) + ")", made_up())
