"""Bands over time as a page must draw them, from the rectangles, without the page's code."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from foedus.model import Rectangle

Span = tuple[int, int, str]


def bands(
    spells: Iterable[Any], value: Callable[[Any], str | None], known: date, first: date, last: date
) -> list[Span]:
    """The spans of one value as known on a day: first day, day after the last, value; neighbours joined.

    Args:
        spells: each with a ``rectangle`` and a ``value``.
        value: what is shown of a value; ``None`` shows nothing.
        known: the day of knowledge.
        first: the first day of the axis.
        last: the last day of the axis.
    """
    found: list[list[Any]] = []
    for rectangle, shown in sorted(
        ((spell.rectangle, value(spell.value)) for spell in spells if _seen(spell.rectangle, known)),
        key=lambda pair: pair[0].from_,
    ):
        start, end = max(rectangle.from_, first), min(rectangle.until, last + timedelta(days=1))
        if shown is None or start >= end:
            continue
        if found and found[-1][1] == start.toordinal() and found[-1][2] == shown:
            found[-1][1] = end.toordinal()
        else:
            found.append([start.toordinal(), end.toordinal(), shown])
    return [(start, end, shown) for start, end, shown in found]


def _seen(rectangle: Rectangle, known: date) -> bool:
    return rectangle.known_from <= known < rectangle.known_until
