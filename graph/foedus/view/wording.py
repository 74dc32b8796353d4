"""Days as a person reads them."""

import re
from datetime import date
from typing import Final

__all__ = ["in_words", "long"]

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY: Final = re.compile(r"(?<![\w-])(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\w-])", re.ASCII)


def long(day: date) -> str:
    """A day, whatever the locale.

    >>> long(date(2024, 10, 28))
    '28 October 2024'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def in_words(text: str) -> str:
    """A text whose days and months stand in words.

    >>> in_words("invocation, 2025-04-28"), in_words("2024-10"), in_words("1912")
    ('invocation, 28 April 2025', 'October 2024', '1912')
    """
    return _DAY.sub(lambda found: f"{int(found[3])} {_month(found)}" if found[3] else _month(found), text)


def _month(found: re.Match[str]) -> str:
    return f"{_MONTHS[int(found[2]) - 1]} {found[1]}"
