"""Dates in order: the earliest reading of the first is not later than the latest reading of the second."""

from collections.abc import Iterator

from foedus.errors import Problem
from foedus.ingest.document import Path_
from foedus.ingest.sheets import Entry
from foedus.model import PartialDate

__all__ = ["in_order"]


def in_order(
    entry: Entry, path: Path_, first: PartialDate | None, second: PartialDate | None, names: tuple[str, str]
) -> Iterator[Problem]:
    """A fault at ``path`` where two dates cannot be in order; an absent one is in order with any."""
    if first and second and not first.may_precede(second):
        yield entry.fault(path, f"{names[1]} {second} lies before {names[0]} {first}")
