"""The table and the picture of a run."""
import datetime
import html
import json
import math
import os

from . import machine
from .contest import PAYMAP
from .process import BENCH, OUT


def figure(value, unit):
    if value is None:
        return "-"
    return f"{value:.2f} {unit}" if unit == "s" and value < 100 else f"{value:,.0f} {unit}".strip()


def share(ratio):
    return f"{ratio:.3f}" if ratio < 0.1 else f"{ratio:.2f}"


def spread(score, contest):
    values = score.values(contest)
    return f"{figure(min(values), '').strip()}-{figure(max(values), contest.unit)}" if values and contest.unit != "s" else (
        f"{min(values):.2f}-{max(values):.2f}" if values else "")


def verdict(result):
    return {True: "reached", False: "missed", None: "nobody to compare with"}[result.reached()]


def goal(contest):
    if contest.goal is None:
        return ""
    return f"{contest.goal:g} x {contest.peer}" if contest.peer else f"{contest.goal:g} {contest.unit}"


def table(results):
    lines = ["| contest | who | median | range | ratio (rounds) | goal | CPU s | MB | seen |", "|---|---|---|---|---|---|---|---|---|"]
    for result in results:
        contest = result.contest
        for place, score in enumerate(result.scores):
            ours = score is result.ours()
            ratios = [] if ours else result.ratios(score.name)
            ratio = "" if not ratios else f"{share(result.ratio(score.name))} ({share(min(ratios))}-{share(max(ratios))})"
            seen = "; ".join([f"{key} {value}" for key, value in score.facts().items()] + [
                f"**failed {len(score.problems())} of {len(score.runs)}: {problem}**" for problem in score.problems()[:1]])
            lines.append("| " + " | ".join(str(cell).replace("|", "/").replace("\n", " ") for cell in (
                f"`{contest.name}` {contest.title}" if not place else "", score.name, figure(score.median(contest), contest.unit),
                spread(score, contest), ratio, f"{goal(contest)}: {verdict(result)}" if ours and contest.goal is not None else "",
                f"{middle([run.cpu for run in score.runs]):.2f}", f"{middle([run.megabytes for run in score.runs]):.0f}", seen)) + " |")
    return "\n".join(lines)


def middle(values):
    return sorted(values)[len(values) // 2]


def growth_table(grown):
    lines = ["| how cost grows with | at | us a unit | us for each unit more | last beside the least before |", "|---|---|---|---|---|"]
    for each in grown:
        problems = [point.problem for point in each.points if point.problem]
        times = each.times()
        lines.append("| " + " | ".join([
            each.series.name, ", ".join(f"{size:,}" for size, _ in each.costs()),
            ", ".join(f"{cost:,.1f} a {each.series.unit}" if not place else f"{cost:,.1f}" for place, (_, cost) in enumerate(each.costs())),
            ", ".join(f"{cost:,.1f}" for _, cost in each.added()) if each.series.grows else "",
            (f"{times:.2f}" if times else "") + "".join(f" **{problem}**" for problem in problems[:1])]) + " |")
    return "\n".join(lines)


def markdown(results, grown, command, picture):
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    notes = [f"- `{r.contest.name}` {r.contest.note}" for r in results if r.contest.note]
    loads = [load for result in results for load in result.load] or [os.getloadavg()[0]]
    return "\n".join([
        "# Newest measurement", "", f"{now}, `{command}`. {machine.description()}.", "",
        f"Load of the machine (average of a minute) before and after the contests: {min(loads):.1f} to {max(loads):.1f}. "
        "The sites are processes of their own on the same cores. Whole processes, wall time; everybody in turn; medians. "
        "A ratio is paymap's figure as a share of the peer's: below 1 paymap is ahead; in brackets the rounds' own.", "",
        ", ".join(f"{name} {version}" for name, version in machine.versions().items()) + ".", "",
        f"![ratios and growth]({picture})", "", *([table(results), "", *notes, ""] if results else []),
        *([growth_table(grown), ""] if grown else [])])


# --- the picture -------------------------------------------------------------------------------------------------

STYLE = """<style>
text{font:13px system-ui,sans-serif;fill:#22262e}.m{fill:#5b6270}.g{stroke:#e4e7ec}.one{stroke:#5b6270;stroke-width:1.5}
.a{fill:#2f6ea6;stroke:#2f6ea6}.b{fill:#ce3653;stroke:#ce3653}.goal{stroke:#22262e;stroke-width:2}.p{fill:#fff}
@media(prefers-color-scheme:dark){text{fill:#e9ecf1}.m{fill:#a3abb8}.g{stroke:#30343c}.goal{stroke:#e9ecf1}.p{fill:#16181d}}
</style>"""
LEFT, WIDTH, STEP, TOP = 330, 900, 26, 58
LEAST, MOST = 0.004, 6
PANEL = 190


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
        parts.append(f'<line class="{"one" if tick == 1 else "g"}" x1="{x(tick):.1f}" x2="{x(tick):.1f}" y1="{TOP - 6}" y2="{height - 34}"/>')
        parts.append(f'<text class="m" x="{x(tick):.1f}" y="{height - 14}" text-anchor="middle">{tick:g}</text>')
    for place, (result, name) in enumerate(rows):
        y = TOP + STEP * place + 8
        ratios, ratio = result.ratios(name), result.ratio(name)
        kind = "a" if ratio <= 1 else "b"
        parts.append(f'<text x="12" y="{y + 4}">{html.escape(result.contest.name)} <tspan class="m">beside {html.escape(name)}</tspan></text>')
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
    parts = [f'<text x="{left}" y="{top + 12}">{html.escape(each.series.name)} <tspan class="m">{f"x {times:.2f}" if times else ""}</tspan></text>',
             f'<line class="one" x1="{left + 60}" x2="{left + 60 + wide}" y1="{up(0):.1f}" y2="{up(0):.1f}"/>',
             f'<polyline class="a" fill-opacity="0" stroke-width="2" points="{points}"/>']
    for size, cost in costs:
        parts.append(f'<circle class="a" cx="{across(size):.1f}" cy="{up(cost):.1f}" r="4"/>')
        parts.append(f'<text class="m" x="{across(size):.1f}" y="{up(0) + 18:.1f}" text-anchor="middle">{size:,}</text>')
        parts.append(f'<text x="{across(size):.1f}" y="{up(cost) - 8:.1f}" text-anchor="middle">{cost:,.1f}</text>')
    return parts


def write(results, grown, command, is_whole):
    """The newest whole measurement into bench/results, any other into bench/out, which git ignores."""
    folder = BENCH / "results" if is_whole else OUT
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "latest.svg").write_text(picture(results, grown), "utf-8")
    (folder / "latest.md").write_text(markdown(results, grown, command, "latest.svg"), "utf-8")
    raw = [{"contest": r.contest.name, "who": s.name, "rounds": [
        {"value": r.contest.value(run) if not run.problem else None, "seconds": run.seconds, "cpu": run.cpu, "mb": run.megabytes,
         "problem": run.problem, **run.facts} for run in s.runs]} for r in results for s in r.scores]
    raw += [{"growth": each.series.name, "points": [vars(point) for point in each.points]} for each in grown]
    OUT.mkdir(exist_ok=True)
    (OUT / "latest.json").write_text(json.dumps(raw, ensure_ascii=False, indent=1), "utf-8")
