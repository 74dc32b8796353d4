"""Dates in order: the earliest reading of the first is not later than the latest reading of the second."""

from collections.abc import Iterator, Sequence

from foedus.errors import Problem
from foedus.ingest.document import Path_
from foedus.ingest.sheets import Entry
from foedus.model import PartialDate

__all__ = ["in_order", "later_before"]


def in_order(
    entry: Entry, path: Path_, first: PartialDate | None, second: PartialDate | None, names: tuple[str, str]
) -> Iterator[Problem]:
    """A fault at ``path`` where two dates cannot be in order; an absent one is in order with any."""
    if first and second and not first.may_precede(second):
        yield entry.fault(path, f"{names[1]} {second} lies before {names[0]} {first}")


def later_before(dates: Sequence[PartialDate]) -> Iterator[tuple[int, PartialDate]]:
    """The places in a list of dates that cannot follow on all before them, each with the latest of these.

    >>> [(place, str(day)) for place, day in later_before([*map(PartialDate.parse, ("1914-08", "1914", "1914-07-28"))])]
    [(2, '1914-08')]
    """
    for place in range(1, len(dates)):
        latest = max(dates[:place], key=lambda day: day.first)
        if not latest.may_precede(dates[place]):
            yield place, latest
