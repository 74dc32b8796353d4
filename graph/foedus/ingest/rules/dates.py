"""Rules of dates that hold in every file."""

from collections.abc import Iterator
from typing import Any, Final

from foedus.errors import Problem
from foedus.ingest.document import Path_, parts
from foedus.ingest.sheets import Entry, Sheets
from foedus.model import Edition, PartialDate

__all__ = ["RULES"]

_DATED: Final = frozenset(
    {
        "date", "from", "to", "end", "opened", "closed", "last_evidence", "public_from", "entered_into_force",
    }
)  # fmt: skip


def nothing_is_later_than_the_data(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """Nothing lies after the day of writing: terms and planned acts are told in renewal, note or doubts."""
    for edition in sheets.records("edition").values():
        for path, written in _written_dates(entry.value):
            if edition.date.last < PartialDate.parse(written).first:
                yield entry.fault(path, f"{written} lies after the date of the data, {edition.date}")


def the_edition_bears_a_day(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """The data as a whole bear the date of a day, since a day of knowledge after it counts as it."""
    if isinstance(entry.record, Edition) and not entry.record.date.is_day:
        yield entry.fault(("date",), f"{entry.record.date}: the data bear the date of a day, YYYY-MM-DD")


def _written_dates(value: Any) -> Iterator[tuple[Path_, object]]:
    for path, part in parts(value):
        if path and path[-1] in _DATED and isinstance(part, str | int):
            yield path, part


RULES = (nothing_is_later_than_the_data, the_edition_bears_a_day)
"""Rules of any entry."""
