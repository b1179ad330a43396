#!/usr/bin/env python3
"""Made-up postings as CSV with a header, for imports and for figures of large samples.

    bench/import_rows.py ROWS [--without-ids] >rows.csv

No two have the same city, title and pay. Pay depends on city, experience and education, and cities differ in whom they
look for. Always the same for the same number; 10,000,000 rows (1.1 GB) take about a minute.
"""
import argparse
import math
import random
import sys
from statistics import NormalDist

from chart_rows import known_cities

WORDS = "Java Python C++ Go 前端 后端 测试 数据 算法 运维 安卓 产品 运营 设计 架构 安全".split()
KINDS = "开发工程师 高级工程师 资深专家 实习生 经理 架构师 研究员 顾问".split()
YEARS = {"在校/应届": (2, 0.45), "应届毕业生": (3, 0.5), "1年以下": (4, 0.58), "1-3年": (28, 0.74), "3-5年": (36, 1),
         "5-10年": (17, 1.38), "10年以上": (2, 1.85), "不限": (8, 0.84)}
DEGREES = {"高中": (2, 0.65), "大专": (20, 0.74), "本科": (60, 1), "硕士": (9, 1.25), "博士": (1, 1.6), "不限": (8, 0.76)}
SHAPES = {"{low}k-{high}k": 780, "{low}k-{high}k·14薪": 150, "{low}k-{high}k·13薪": 50, "{low}k以上": 5, "面议": 10,
          "{day}-{more}/天": 5}
DAYS = ["2026-%02d-%02d" % (month, day) for month in range(1, 10) for day in range(1, 29)]
NOISE = [math.exp(NormalDist(0, 0.25).inv_cdf((i + 0.5) / 200)) for i in range(200)]
BLOCK = 50_000
PRIME = 999_999_937  # what is multiplied modulo a prime stays distinct, and comes in no order
STEP = 387_420_489


def leaning(weighed, lean):
    """The weights of a city that leans to what stands later in the list."""
    middle = len(weighed) / 2
    return [weight * math.exp(lean * (place - middle)) for place, (weight, _) in enumerate(weighed.values())]


def people(dice, cities):
    """City, experience, education and the pay they have in common, as often as each occurs."""
    drawn = []
    for place, city in enumerate(cities):
        lean, level = 0.25 - 0.015 * place, 23 / (1 + 0.02 * place)
        many = round(60_000 / (place + 4))
        years = dice.choices(list(YEARS), leaning(YEARS, lean), k=many)
        degrees = dice.choices(list(DEGREES), leaning(DEGREES, lean), k=many)
        drawn += [(city, y, d, level * YEARS[y][1] * DEGREES[d][1]) for y, d in zip(years, degrees)]
    return drawn


def block(dice, drawn, first, rows, with_ids):
    lines = []
    shapes = dice.choices(list(SHAPES), SHAPES.values(), k=rows)
    columns = zip(dice.choices(drawn, k=rows), dice.choices(WORDS, k=rows), dice.choices(KINDS, k=rows), shapes,
                  dice.choices(NOISE, k=rows), dice.choices((1.3, 1.5, 1.5, 1.7, 2), k=rows),
                  dice.choices(range(20_000), k=rows), dice.choices("东南西北中", k=rows), dice.choices(DAYS, k=rows))
    for i, ((city, years, degree, pay), word, kind, shape, noise, wide, company, side, day) in enumerate(columns, first):
        low = max(2, round(pay * noise * 2 / (1 + wide)))
        salary = shape.format(low=low, high=round(low * wide), day=low * 20, more=low * 20 + 50)
        start = f"{9_000_000 + i}," if with_ids else ""
        lines.append(f"{start}{city},{word}{kind}（虚构{i * STEP % PRIME}）,{salary},虚构公司{company},虚构{side}区,"
                     f"{years},{degree},{day}\n")
    return "".join(lines)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("rows", type=int)
    args.add_argument("--without-ids", action="store_true", help="no column position_id")
    args = args.parse_args()
    dice = random.Random(20261123)
    drawn = people(dice, known_cities())
    sys.stdout.write(("" if args.without_ids else "position_id,")
                     + "city,title,salary,company,district,experience,education,posted\n")
    for first in range(0, args.rows, BLOCK):
        sys.stdout.write(block(dice, drawn, first, min(BLOCK, args.rows - first), not args.without_ids))


if __name__ == "__main__":
    main()
