#!/usr/bin/env python3
"""The largest difference between paymap's figures and an engine's: compare.py ENGINE.tsv city.json district.json."""
import json
import sys

NAMES = "n openings mean p10 p25 median p75 p90".split()


def main():
    theirs = {}
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            by, site, key, *figures = line.rstrip("\n").split("\t")
            theirs[by, site, key] = [float(figure) for figure in figures]
    groups, counts, pay = 0, 0, 0.0
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as text:
            tree = json.load(text)
        by = tree["by"][1:]
        for group in tree["groups"]:
            figures = theirs.pop((", ".join(by), group["site"], "/".join(group[column] for column in by)))
            ours = [group[name] for name in NAMES]
            groups += 1
            counts = max([counts] + [abs(a - b) for a, b in zip(ours[:2], figures[:2])])
            pay = max([pay] + [abs(a - b) for a, b in zip(ours[2:], figures[2:])])
    if theirs:
        sys.exit(f"groups that paymap has not: {sorted(theirs)[:5]}")
    print(f"{groups} groups, largest difference: {counts:.0f} rows or openings, {pay:.2f} CNY")
    if counts > 0 or pay > 1:
        sys.exit(1)


if __name__ == "__main__":
    main()
