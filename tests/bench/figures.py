"""What a benchmark gives back, and how it is shown: a calm table, or JSON."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

ROUNDS, QUICK_ROUNDS = 7, 3


@dataclass(frozen=True, slots=True)
class Samples:
    """Measured values of one kind, in the order in which they were taken."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    def share(self, part: float) -> float:
        """The value below which ``part`` (0 to 1) of all lie, e.g. 0.999."""
        ordered = sorted(self.values)
        return ordered[min(int(part * len(ordered)), len(ordered) - 1)]

    def facts(self) -> dict[str, float]:
        return {
            "median": self.median,
            "min": min(self.values),
            "max": max(self.values),
            "count": len(self.values),
        }


@dataclass(frozen=True, slots=True)
class Figure:
    """``ours`` beside ``limit``, measured in the same run by turns; None: nothing to set beside.

    ``unit`` ends in "/s" where more is better; otherwise less is.
    """

    name: str
    unit: str
    ours: Samples
    limit: Samples | None = None
    limit_name: str = ""
    note: str = ""
    extra: dict[str, float] = field(default_factory=dict)

    @property
    def ratio(self) -> float | None:
        """Our median divided by the limit's."""
        if self.limit is None or not self.limit.median:
            return None
        return self.ours.median / self.limit.median

    def facts(self) -> dict[str, Any]:
        """The same as plain values for JSON."""
        return {
            **asdict(self),
            "ours": self.ours.facts(),
            "limit": self.limit.facts() if self.limit else None,
            "ratio": self.ratio,
        }


def rounds(quick: bool) -> int:
    return QUICK_ROUNDS if quick else ROUNDS


def by_turns(count: int, *acts: Callable[[], float]) -> list[Samples]:
    """Call every act ``count`` times, one after another and each second round backwards.

    What an act returns is its value of that round. A slow moment of the machine meets all alike.
    """
    values: list[list[float]] = [[] for _ in acts]
    for turn in range(count):
        order = range(len(acts)) if turn % 2 == 0 else reversed(range(len(acts)))
        for place in order:
            values[place].append(acts[place]())
    return [Samples(tuple(found)) for found in values]


def timed_ms(act: Callable[[], object]) -> float:
    """How long a call takes."""
    start = time.perf_counter_ns()
    act()
    return (time.perf_counter_ns() - start) / 1e6


def table(title: str, figures: Sequence[Figure]) -> str:
    """Figures of one benchmark as aligned lines; notes follow their line."""
    head = ("", "ours", "min-max", "limit", "min-max", "ratio", "n")
    lines = [head, *(_cells(figure) for figure in figures)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    text = [f"{title}"]
    for line, figure in zip(lines, [None, *figures], strict=True):
        first, *rest = (
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        text.append(f"  {first}  {'  '.join(rest)}".rstrip())
        text += _notes(figure) if figure else []
    return "\n".join(text)


def _cells(figure: Figure) -> tuple[str, ...]:
    ours, limit, ratio = figure.ours, figure.limit, figure.ratio
    return (
        f"{figure.name}, {figure.unit}",
        _number(ours.median),
        _span(ours),
        _number(limit.median) if limit else "",
        _span(limit) if limit else "",
        f"{ratio:.2f}" if ratio is not None else "",
        str(len(ours.values)),
    )


def _notes(figure: Figure) -> list[str]:
    found = [f"limit: {figure.limit_name}"] if figure.limit_name else []
    found += [f"{name} {_number(value)}" for name, value in figure.extra.items()]
    found += [figure.note] if figure.note else []
    return [f"      {'; '.join(found)}"] if found else []


def _span(samples: Samples) -> str:
    return f"{_number(min(samples.values))}-{_number(max(samples.values))}"


def _number(value: float) -> str:
    if value >= 1_000:
        return f"{value:,.0f}"
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"
