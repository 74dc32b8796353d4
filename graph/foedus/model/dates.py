"""Dates of day, month or year precision.

History is dated unevenly: *24 October 2024*, *October 2024*, *1912*. A
:class:`PartialDate` keeps what was written and never pretends to a day that
nobody gave; what can be computed with are its two bounds. The text is EDTF
level 0 (ISO 8601-2:2019), the three forms ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD``.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

__all__ = ["DAY", "OPEN_END", "OPEN_START", "PartialDate"]

OPEN_START: Final = date.min
"""The start of a derived rectangle that has none: 0001-01-01."""

OPEN_END: Final = date.max
"""The end of a derived rectangle that has none: 9999-12-31."""

DAY: Final = timedelta(days=1)

_PATTERN = r"\d{4}(-\d{2}(-\d{2})?)?"
_WRITTEN = re.compile(_PATTERN, re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year, as written, with its first and its last day.

    >>> PartialDate.parse("2024-10")
    PartialDate(text='2024-10', first=datetime.date(2024, 10, 1), last=datetime.date(2024, 10, 31))
    >>> str(PartialDate.parse("1912"))
    '1912'
    """

    text: str
    first: date
    last: date

    @classmethod
    def parse(cls, written: object) -> "PartialDate":
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` (a year may come as an integer).

        Raises:
            ValueError: the text is none of the three or names no day of the calendar.
        """
        text = str(written)
        if isinstance(written, bool) or not _WRITTEN.fullmatch(text):
            raise ValueError(f"{text!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD")
        try:
            return cls._bounds(text, *map(int, text.split("-")))
        except ValueError:
            raise ValueError(f"{text!r} is not a date: no such day in the calendar") from None

    @classmethod
    def _bounds(cls, text: str, year: int, month: int | None = None, day: int | None = None) -> "PartialDate":
        if month is None:
            return cls(text, date(year, 1, 1), date(year, 12, 31))
        if day is None:
            return cls(text, date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return cls(text, date(year, month, day), date(year, month, day))

    @property
    def is_day(self) -> bool:
        """Whether the day itself is known."""
        return self.first == self.last

    def contains(self, other: "PartialDate") -> bool:
        """Whether ``other`` lies wholly inside this date.

        >>> PartialDate.parse("2024").contains(PartialDate.parse("2024-10-24"))
        True
        """
        return self.first <= other.first and other.last <= self.last

    def may_precede(self, other: "PartialDate") -> bool:
        """Whether the two can be in order: the earliest reading of this, the latest of ``other``."""
        return self.first <= other.last

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(
            lambda value: value if isinstance(value, cls) else cls.parse(value),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "pattern": f"^{_PATTERN}$"}, {"type": "integer", "minimum": 1}]}
