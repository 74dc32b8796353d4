"""The axis of one story: time between two events shrinks with their distance, so that busy weeks can be read.

A case may turn on six weeks and end after fifteen years; drawn to one scale,
the weeks would be a hair.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from math import log1p
from typing import Final

from foedus.model import OPEN_END, OPEN_START, Case, CaseState, ClauseSpell, Derived, ForceSpell, Treaty

__all__ = ["bent", "lifetime", "moments"]

Bends = list[tuple[int, float]]

_WEEK: Final = 7
_LEAST: Final = 0.45
"""The least room of two days, in the measure of :func:`_room`: some ten pixels of a page 1280 wide."""

_MARGIN: Final = (0.04, 0.12)
"""The least and the most share of the width for the time before the first, and after the last moment."""


def bent(days: Iterable[date], first: date, last: date) -> Bends:
    """Days and their share of the width, in order.

    Args:
        days: the moments of the story.
        first: where the axis begins, on or before the first moment.
        last: where it ends.

    >>> [share for _, share in bent([date(2001, 9, 12), date(2001, 10, 2)], date(1949, 4, 4), date(2026, 11, 25))]
    [0, 0.12, 0.88, 1]
    """
    within = sorted({day for day in days if first <= day <= last} | {first, last})
    inner = within[1:-1] or within
    rooms = [_room(one, other) for one, other in pairwise(inner)]
    before, after = _margin(first, inner[0], rooms), _margin(inner[-1], last, rooms)
    each = (1 - before - after) / (sum(rooms) or 1.0)
    bends = [(inner[0], before)]
    for day, room in zip(inner[1:], rooms, strict=True):
        bends.append((day, bends[-1][1] + room * each))
    every = dict([(first, 0.0), *bends, (last, 1.0)])
    return [(day.toordinal(), round(share, 4) if 0 < share < 1 else int(share)) for day, share in every.items()]


def lifetime(treaty: Treaty, derived: Derived, last: date) -> Bends:
    """The axis of a treaty, to one scale; the years since a treaty that ended long ago are squeezed.

    Args:
        treaty: the treaty.
        derived: its rectangles.
        last: the day on which the axis ends.
    """
    every: tuple[ForceSpell | ClauseSpell | CaseState, ...] = (*derived.force, *derived.clauses, *derived.cases)
    spans = [one.rectangle for one in every if one.treaty == treaty.id]
    days = {day for span in spans for day in (span.from_, span.until) if OPEN_START < day < OPEN_END}
    first = min({treaty.signed.date.first, *days})
    held = [spell for spell in derived.force if spell.treaty == treaty.id and spell.rectangle.covers(last, last)]
    lasting = any(spell.value.binding for spell in held)
    end = max({day for day in days if day <= last} or {first})
    begin, now = first.toordinal(), last.toordinal()
    if lasting or (last - end) < (end - first) / 4 or end == first:
        return [(begin, 0), (now, 1)]
    return [(begin, 0), (end.toordinal(), 0.9), (now, 1)]


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


def _margin(one: date, other: date, rooms: Sequence[float]) -> float:
    if one == other:
        return 0.0
    room = _room(one, other)
    least, most = _MARGIN
    return min(max(room / (room + sum(rooms)), least), most)


def _room(one: date, other: date) -> float:
    return max(log1p((other - one).days / _WEEK), _LEAST)
