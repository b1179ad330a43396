#!/usr/bin/env python3
"""The usual way, for comparison: all rows into pandas, midpoints, then distribution, average, bands, box and curve as PNG."""
import pathlib
import sqlite3
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

EDGES = [0, 10, 15, 20, 30, 40, np.inf]


def save(figure, out, name):
    figure.savefig(out / (name + ".png"), dpi=200)
    figure.savefig(out / (name + ".svg"))
    plt.close(figure)


def main():
    out = pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    rows = pd.read_sql("SELECT city, salary FROM jobs", sqlite3.connect(sys.argv[1]))
    ends = rows["salary"].str.extract(r"(\d+)k-(\d+)k").astype(float)
    rows["pay"] = (ends[0] + ends[1]) / 2
    groups = {city: group["pay"].dropna() for city, group in rows.groupby("city")}
    print(rows.groupby("city")["pay"].describe())
    figure, axes = plt.subplots(len(groups), 1, figsize=(10, 10), sharex=True)
    for axis, (city, pay) in zip(axes, groups.items()):
        axis.hist(pay.clip(upper=64), bins=range(0, 70, 5), weights=np.ones(len(pay)) / len(pay))
        axis.axvline(pay.mean())
        axis.axvline(pay.median(), linestyle="--")
    save(figure, out, "distribution")
    figure, axis = plt.subplots(figsize=(10, 5))
    axis.barh(range(len(groups)), [pay.mean() for pay in groups.values()])
    save(figure, out, "average")
    figure, axis = plt.subplots(figsize=(10, 5))
    for i, pay in enumerate(groups.values()):
        left = 0
        for share in np.histogram(pay, EDGES)[0] / len(pay):
            axis.barh(i, share, left=left)
            left += share
    save(figure, out, "bands")
    figure, axis = plt.subplots(figsize=(10, 6))
    axis.boxplot(list(groups.values()), vert=False)
    save(figure, out, "box")
    figure, axis = plt.subplots(figsize=(10, 6))
    for pay in groups.values():
        values, counts = np.unique(pay, return_counts=True)
        axis.step(values, 1 - np.cumsum(counts) / counts.sum())
    save(figure, out, "at-least")


if __name__ == "__main__":
    main()
