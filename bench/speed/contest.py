"""What a contest is, and how its rounds are played: everybody in turn, so that a busy minute is nobody's alone."""
import dataclasses
import os
import statistics
import time
from collections.abc import Callable

PAYMAP = "paymap"


@dataclasses.dataclass
class Contest:
    """
    One question. `entrants` maps a name to a function that does the work once and returns a process.Run; "paymap" is the
    first of them, `peer` the one that the goal speaks of, or empty where the goal is absolute. `value` takes the figure from a
    Run. A goal is the most that is still reached: of paymap's figure as a share of the peer's, or of the figure itself.
    """

    name: str
    title: str
    entrants: dict
    peer: str = ""
    goal: float | None = None
    megabytes: float | None = None  # the most memory that still reaches the goal
    rounds: int = 3
    value: Callable = lambda run: run.seconds
    unit: str = "s"
    note: str = ""
    around: Callable | None = None  # a context manager for all rounds
    again: Callable = lambda name, runs: True  # whether an entrant plays another round


@dataclasses.dataclass
class Score:
    """All rounds of one entrant."""

    name: str
    runs: list

    def values(self, contest):
        return [contest.value(run) for run in self.runs if not run.problem]

    def median(self, contest):
        values = self.values(contest)
        return statistics.median(values) if values else None

    def problems(self):
        return [run.problem for run in self.runs if run.problem]

    def facts(self):
        """Each fact's median, or all of its values where they differ and are few."""
        names = dict.fromkeys(name for run in self.runs for name in run.facts)
        told = {}
        for name in names:
            values = [run.facts[name] for run in self.runs if name in run.facts]
            texts = list(dict.fromkeys(str(v) for v in values))
            told[name] = texts[0] if len(texts) == 1 else ", ".join(texts[:5])
        return told


@dataclasses.dataclass
class Result:
    """A contest played, with the load of the machine before and after it (averages of a minute)."""

    contest: Contest
    scores: list
    load: tuple
    seconds: float

    def score(self, name):
        return next((score for score in self.scores if score.name == name), None)

    def ours(self):
        """paymap's; where it does not play, that of who is named first."""
        return self.scores[0]

    def ratios(self, peer):
        """paymap's figure as a share of the peer's, round by round."""
        ours, theirs = self.ours(), self.score(peer)
        pairs = zip(ours.runs, theirs.runs) if theirs else ()
        return [self.contest.value(a) / self.contest.value(b) for a, b in pairs if not a.problem and not b.problem]

    def ratio(self, peer):
        """Of the medians; None where one of them has none."""
        score = self.score(peer)
        ours, theirs = self.ours().median(self.contest), score.median(self.contest) if score else None
        return ours / theirs if ours is not None and theirs else None

    def reached(self):
        """True or False; None where there is no goal or nothing to hold against it."""
        contest = self.contest
        if contest.goal is None:
            return None
        if self.ours().problems():
            return False
        if contest.megabytes and statistics.median(run.megabytes for run in self.ours().runs) > contest.megabytes:
            return False
        figure = self.ratio(contest.peer) if contest.peer else self.ours().median(contest)
        return None if figure is None else figure <= contest.goal


def play(contest, rounds, tell):
    """Plays a contest; `rounds` None = as many as it usually has. `tell` hears a line of each run."""
    begin, before = time.monotonic(), os.getloadavg()[0]
    scores = {name: Score(name, []) for name in contest.entrants}

    def all_rounds():
        for number in range(rounds or contest.rounds):
            for name, once in contest.entrants.items():
                if number and not contest.again(name, scores[name].runs):
                    continue
                run = once()
                scores[name].runs.append(run)
                tell(f"{contest.name} {number + 1} {name}: " + (run.problem or f"{contest.value(run):.3g} {contest.unit}")
                     + f", cpu {run.cpu:.2f} s, {run.megabytes:.0f} MB"
                     + "".join(f", {key} {value}" for key, value in run.facts.items()))

    if contest.around:
        with contest.around():
            all_rounds()
    else:
        all_rounds()
    return Result(contest, list(scores.values()), (before, os.getloadavg()[0]), time.monotonic() - begin)
