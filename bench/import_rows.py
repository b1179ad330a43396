#!/usr/bin/env python3
"""Made-up rows for bench/import.sh: ROWS lines of CSV with a header, always the same for the same number."""
import random
import sys

CITIES = "北京 上海 广州 深圳 杭州 成都 南京 武汉 西安 重庆 天津 苏州 厦门 长沙 郑州 青岛".split()
WORDS = "Java Python C++ Go 前端 后端 测试 数据 算法 运维 安卓 产品 运营 设计 架构 安全".split()
KINDS = "开发工程师 高级工程师 资深专家 实习生 经理 架构师 研究员 顾问".split()
YEARS = "1-3年 3-5年 5-10年 不限 应届毕业生".split()
DEGREES = "本科 大专 硕士 不限".split()


def main() -> None:
    rows = int(sys.argv[1])
    dice = random.Random(20261123)
    print("position_id,title,salary,city,company,district,experience,education,posted")
    out = []
    for i in range(rows):
        low = dice.randrange(4, 40)
        title = f"{dice.choice(WORDS)}{dice.choice(KINDS)}（虚构{dice.randrange(rows * 2)}）"
        out.append(
            f"{9000000 + i},{title},{low}k-{low + dice.randrange(1, low + 1)}k,{dice.choice(CITIES)},"
            f"虚构公司{dice.randrange(20000)},虚构区,{dice.choice(YEARS)},{dice.choice(DEGREES)},2026-0{i % 9 + 1}-15"
        )
        if len(out) == 10000:
            print("\n".join(out))
            out.clear()
    if out:
        print("\n".join(out))


main()
