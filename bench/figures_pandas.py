#!/usr/bin/env python3
"""The usual way, for comparison: the columns needed into pandas, midpoints and steps, then quantiles by city and experience."""
import sqlite3
import sys

import pandas as pd

STEPS = [
    ("none", r"应届|在校|无需?经验"),
    ("under1", r"1年以[下内]"),
    ("1-3", r"^(?:经验)?(?:1-3|1|2)年"),
    ("3-5", r"^(?:经验)?(?:3-5|3-4)年"),
    ("5-10", r"^(?:经验)?(?:5-10|5-7|8-9)年"),
    ("over10", r"10年以上"),
    ("any", r"不限"),
]


def main():
    rows = pd.read_sql(
        "SELECT city, experience, salary_low, salary_high, salary_interval, openings FROM jobs",
        sqlite3.connect(sys.argv[1]),
    )
    texts = pd.Series(rows["experience"].dropna().unique())
    steps = {text: next((code for code, form in STEPS if pd.Series(text).str.contains(form)[0]), None) for text in texts}
    rows["experience"] = rows["experience"].map(steps)
    middle = (rows["salary_low"] + rows["salary_high"]) / 2
    rows["pay"] = middle.where(rows["salary_interval"] == "month", middle / 12)
    rows.loc[~rows["salary_interval"].isin(["month", "year"]), "pay"] = None
    pay = rows.groupby(["city", "experience"], dropna=False)["pay"]
    table = pd.concat([pay.count(), pay.mean(), pay.quantile([0.1, 0.25, 0.5, 0.75, 0.9]).unstack()], axis=1)
    table.to_csv(sys.stdout)


if __name__ == "__main__":
    main()
