"""The axis of one story: time between two events shrinks with their distance, so that busy weeks can be read.

A case may turn on six weeks and end after fifteen years; drawn to one scale,
the weeks would be a hair.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from math import log1p
from typing import Final

from foedus.model import OPEN_END, OPEN_START, Case, CaseState, Treaty

__all__ = ["bent", "moments"]

Bends = list[tuple[int, float]]

_WEEK: Final = 7
_LEAST: Final = 0.45
"""The least room of two days, in the measure of :func:`_room`: some ten pixels of a page 1280 wide."""

_MARGIN: Final = 0.07
"""The share of the width for the time before the first and after the last moment."""


def bent(days: Iterable[date], first: date, last: date) -> Bends:
    """Days and their share of the width, in order.

    Args:
        days: the moments of the story.
        first: where the axis begins, on or before the first moment.
        last: where it ends.

    >>> [share for _, share in bent([date(2001, 9, 12), date(2001, 10, 2)], date(1949, 4, 4), date(2026, 11, 25))]
    [0, 0.07, 0.93, 1]
    """
    within = sorted({day for day in days if first <= day <= last} | {first, last})
    inner = within[1:-1] or within
    rooms = [_room(one, other) for one, other in pairwise(inner)]
    start = _MARGIN if inner[0] > first else 0.0
    width = 1 - start - (_MARGIN if inner[-1] < last else 0.0)
    whole = sum(rooms) or 1.0
    bends: list[tuple[date, float]] = [(inner[0], start)]
    for day, room in zip(inner[1:], rooms, strict=True):
        bends.append((day, bends[-1][1] + room / whole * width))
    every = dict([(first, 0.0), *bends, (last, 1.0)])
    return [(day.toordinal(), round(share, 4) if 0 < share < 1 else int(share)) for day, share in every.items()]


def moments(treaty: Treaty, case: Case, states: Iterable[CaseState]) -> Iterator[date]:
    """The days between which the story of a case moves: of its events, and of its states once they began."""
    for event in case.events:
        yield event.date.first
        if event.end:
            yield event.end.last
    begun = min((event.date.first for event in case.events), default=treaty.signed.date.first)
    for state in states:
        if state.case == case.id:
            for day in (state.rectangle.from_, state.rectangle.until):
                if OPEN_START < day < OPEN_END and (day >= begun or (begun - day).days < 400):
                    yield day


def _room(one: date, other: date) -> float:
    return max(log1p((other - one).days / _WEEK), _LEAST)
