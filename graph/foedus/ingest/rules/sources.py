"""Rules of the sources of a sheet."""

import re
from collections.abc import Iterator
from typing import Final

from foedus.errors import Problem
from foedus.ingest.rules.treaties import Rule
from foedus.ingest.sheets import Entry, Sheets
from foedus.model import Treaty

__all__ = ["RULES"]

_KEY: Final = re.compile(r"s[1-9][0-9]*|satop|swti")
_WEB: Final = ("http://", "https://")


def keys_of_sources_are_numbered(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """Keys are s1, s2, …, and satop and swti for the data sets."""
    for key in entry.record.sources:
        if not _KEY.fullmatch(key):
            yield entry.fault(("sources", key), f"{key!r} is none of s1, s2, …, satop, swti")


def pages_have_one_key(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """One url has one key in a sheet, and is the address of a page."""
    record: Treaty = entry.record
    seen: dict[str, str] = {}
    for key, source in record.sources.items():
        if source.url and not source.url.startswith(_WEB):
            yield entry.fault(("sources", key, "url"), f"{source.url!r} does not begin with http:// or https://")
        first = seen.setdefault(source.url, key) if source.url else key
        if first != key:
            yield entry.fault(("sources", key, "url"), f"this page has the key {first} already: one url, one key")


RULES: tuple[Rule, ...] = (keys_of_sources_are_numbered, pages_have_one_key)
