"""The picture of a run: ratios to the peers, and how cost grows."""
import html
import math

from .contest import PAYMAP

STYLE = """<style>
text{font:13px system-ui,sans-serif;fill:#22262e}.m{fill:#5b6270}.g{stroke:#e4e7ec}.one{stroke:#5b6270;stroke-width:1.5}
.a{fill:#2f6ea6;stroke:#2f6ea6}.b{fill:#ce3653;stroke:#ce3653}.goal{stroke:#22262e;stroke-width:2}.p{fill:#fff}
@media(prefers-color-scheme:dark){text{fill:#e9ecf1}.m{fill:#a3abb8}.g{stroke:#30343c}.goal{stroke:#e9ecf1}.p{fill:#16181d}}
</style>"""
LEFT, WIDTH, STEP, TOP = 330, 900, 26, 58
LEAST, MOST = 0.004, 6
PANEL = 190


def share(ratio):
    return f"{ratio:.3f}" if ratio < 0.1 else f"{ratio:.2f}"


def picture(results, grown):
    rows = [(result, score.name) for result in results for score in result.scores[1:]
            if result.ours().name == PAYMAP and result.ratio(score.name)]
    ratios = TOP + STEP * len(rows) + 40 if rows else 0
    height = ratios + PANEL * math.ceil(len(grown) / 2) + (36 if grown else 0)
    told = "; ".join([f"{result.contest.name} {name} {share(result.ratio(name))}" for result, name in rows]
                     + [f"{each.series.name} {each.times() or 0:.2f}" for each in grown])
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="t d">',
             "<title id=\"t\">paymap beside its peers, and how its cost grows</title>", f'<desc id="d">{html.escape(told)}</desc>',
             STYLE, f'<rect class="p" width="{WIDTH}" height="{height}"/>']
    if rows:
        parts += picture_of_ratios(rows, ratios)
    if grown:
        parts.append(f'<text x="12" y="{ratios + 22}">How cost grows: microseconds for each unit more (of fixed work: a page)</text>')
    for place, each in enumerate(grown):
        parts += panel(each, 12 + place % 2 * (WIDTH // 2), ratios + 36 + place // 2 * PANEL)
    return "\n".join([*parts, "</svg>", ""])


def picture_of_ratios(rows, height):
    def x(ratio):
        share = (math.log(min(MOST, max(LEAST, ratio))) - math.log(LEAST)) / (math.log(MOST) - math.log(LEAST))
        return LEFT + share * (WIDTH - LEFT - 90)

    parts = ['<text x="12" y="22">Time of paymap as a share of the peer\'s: left of 1 paymap is ahead</text>',
             '<text x="12" y="40" class="m">dot = of the medians, line = the rounds, upright mark = the goal</text>']
    for tick in (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5):
        kind = "one" if tick == 1 else "g"
        parts.append(f'<line class="{kind}" x1="{x(tick):.1f}" x2="{x(tick):.1f}" y1="{TOP - 6}" y2="{height - 34}"/>')
        parts.append(f'<text class="m" x="{x(tick):.1f}" y="{height - 14}" text-anchor="middle">{tick:g}</text>')
    for place, (result, name) in enumerate(rows):
        y = TOP + STEP * place + 8
        ratios, ratio = result.ratios(name), result.ratio(name)
        kind = "a" if ratio <= 1 else "b"
        parts.append(f'<text x="12" y="{y + 4}">{html.escape(result.contest.name)}'
                     f' <tspan class="m">beside {html.escape(name)}</tspan></text>')
        parts.append(f'<line class="{kind}" stroke-width="3" x1="{x(min(ratios)):.1f}" x2="{x(max(ratios)):.1f}" y1="{y}" y2="{y}"/>')
        parts.append(f'<circle class="{kind}" cx="{x(ratio):.1f}" cy="{y}" r="5"/>')
        if name == result.contest.peer and result.contest.goal:
            at = x(result.contest.goal)
            parts.append(f'<line class="goal" x1="{at:.1f}" x2="{at:.1f}" y1="{y - 9}" y2="{y + 9}"/>')
        parts.append(f'<text x="{WIDTH - 12}" y="{y + 4}" text-anchor="end">{share(ratio)}</text>')
    return parts


def panel(each, left, top):
    """A small picture of one series: sizes by tens to the right, the cost from zero upwards."""
    wide, high = WIDTH // 2 - 110, PANEL - 66
    costs = each.added()
    most = max([cost for _, cost in costs] + [1e-9]) * 1.1
    low, top_size = math.log(costs[0][0]), math.log(costs[-1][0])
    across = lambda size: left + 60 + (math.log(size) - low) / max(1e-9, top_size - low) * wide
    up = lambda cost: top + 24 + high * (1 - max(0, cost) / most)
    points = " ".join(f"{across(size):.1f},{up(cost):.1f}" for size, cost in costs)
    times = each.times()
    beside = f"x {times:.2f}" if times else ""
    parts = [f'<text x="{left}" y="{top + 12}">{html.escape(each.series.name)} <tspan class="m">{beside}</tspan></text>',
             f'<line class="one" x1="{left + 60}" x2="{left + 60 + wide}" y1="{up(0):.1f}" y2="{up(0):.1f}"/>',
             f'<polyline class="a" fill-opacity="0" stroke-width="2" points="{points}"/>']
    for size, cost in costs:
        parts.append(f'<circle class="a" cx="{across(size):.1f}" cy="{up(cost):.1f}" r="4"/>')
        parts.append(f'<text class="m" x="{across(size):.1f}" y="{up(0) + 18:.1f}" text-anchor="middle">{size:,}</text>')
        parts.append(f'<text x="{across(size):.1f}" y="{up(cost) - 8:.1f}" text-anchor="middle">{cost:,.1f}</text>')
    return parts
