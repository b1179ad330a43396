"""The tables of a run, and where they are written."""
import datetime
import json
import os

from . import machine
from .contest import PAYMAP
from .picture import picture, share
from .process import BENCH, OUT


def figure(value, unit):
    if value is None:
        return "-"
    return f"{value:.2f} {unit}" if unit == "s" and value < 100 else f"{value:,.0f} {unit}".strip()


def spread(score, contest):
    values = score.values(contest)
    return f"{figure(min(values), '').strip()}-{figure(max(values), contest.unit)}" if values and contest.unit != "s" else (
        f"{min(values):.2f}-{max(values):.2f}" if values else "")


def verdict(result):
    return {True: "reached", False: "missed", None: "nobody to compare with"}[result.reached()]


def goal(contest):
    if contest.goal is None:
        return ""
    memory = f" and {contest.megabytes:g} MB" if contest.megabytes else ""
    return (f"{contest.goal:g} x {contest.peer}" if contest.peer else f"{contest.goal:g} {contest.unit}") + memory


def table(results):
    lines = ["| contest | who | median | range | ratio (rounds) | goal | CPU s | MB | seen |", "|---|---|---|---|---|---|---|---|---|"]
    for result in results:
        contest = result.contest
        for place, score in enumerate(result.scores):
            ours = score is result.ours()
            ratios = [] if ours else result.ratios(score.name)
            ratio = "" if not ratios else f"{share(result.ratio(score.name))} ({share(min(ratios))}-{share(max(ratios))})"
            seen = "; ".join([f"load before {result.load[0]:.1f}"] * (not place)
                             + [f"{key} {value}" for key, value in score.facts().items()]
                             + [f"**failed {len(score.problems())} of {len(score.runs)}: {problem}**" for problem in score.problems()[:1]])
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


def markdown(results, grown, command, image):
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    notes = [f"- `{r.contest.name}` {r.contest.note}" for r in results if r.contest.note]
    loads = [load for result in results for load in result.load] or [os.getloadavg()[0]]
    return "\n".join([
        "# Newest measurement", "", f"{now}, `{command}`. {machine.description()}.", "",
        f"Load of the machine (average of a minute) before and after the contests: {min(loads):.1f} to {max(loads):.1f}. "
        "The sites are processes of their own on the same cores. Whole processes, wall time; everybody in turn; medians. "
        "A ratio is paymap's figure as a share of the peer's: below 1 paymap is ahead; in brackets the rounds' own.", "",
        ", ".join(f"{name} {version}" for name, version in machine.versions().items()) + ".", "",
        f"![ratios and growth]({image})", "", *([table(results), "", *notes, ""] if results else []),
        *([growth_table(grown), ""] if grown else [])])


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
