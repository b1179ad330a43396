#!/usr/bin/env python3
"""Reads exports back with pandas and compares each cell with the database: export_pandas.py DB FOLDER."""
import os, sqlite3, sys
import pandas

db, folder = sys.argv[1:3]
columns = pandas.read_csv(f"{folder}/jobs.csv", nrows=0).columns.tolist()
with sqlite3.connect(db) as store:
    table = pandas.read_sql_query(f"SELECT {','.join(columns)} FROM jobs ORDER BY site, city, title, salary", store)


def plain(frame):  # one spelling for what is missing; an undisclosed salary is an empty text
    return frame[columns].astype(object).where(frame.notna(), None)


texts = [c for c in columns if c not in ("salary_low", "salary_high", "salary_months", "openings")]
csv = pandas.read_csv(f"{folder}/jobs.csv", keep_default_na=False, na_values={c: [""] for c in columns if c != "salary"},
                      dtype={c: str for c in texts})
assert plain(csv).equals(plain(table)), "csv differs"
print("pandas, csv: equal")
if os.path.exists(f"{folder}/jobs.jsonl"):
    lines = pandas.read_json(f"{folder}/jobs.jsonl", lines=True, dtype=False, convert_dates=False)
    assert plain(lines).equals(plain(table)), "jsonl differs"
    print("pandas, jsonl: equal")
if os.path.exists(f"{folder}/jobs.parquet"):
    assert plain(pandas.read_parquet(f"{folder}/jobs.parquet")).equals(plain(table)), "parquet differs"
    print("pandas, parquet: equal")
