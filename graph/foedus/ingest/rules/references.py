"""Rules of what a sheet refers to; they read its plain value, so that they hold also where its form has faults."""

from collections.abc import Iterator
from typing import Final

from foedus.errors import Problem
from foedus.ingest.document import parts
from foedus.ingest.rules.treaties import Rule
from foedus.ingest.sheets import Entry, Sheets
from foedus.nearest import nearest

__all__ = ["RULES"]

_ACTOR_KEYS: Final = frozenset({"party", "owed_by", "owed_to", "beneficiary", "obligors", "obligor", "speaks_for"})


def actors_exist(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """Every actor that the sheet names stands in actors.yaml."""
    for path, value in parts(entry.value):
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        if key in _ACTOR_KEYS and isinstance(value, str) and value != "parties" and sheets.lacks("actors", value):
            yield entry.fault(path, f"{value!r} is no actor of actors.yaml{nearest(value, sheets.known('actors'))}")


def conflict_exists(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """The conflict of a case is a key of conflicts.yaml; that of an event is one of its labels."""
    for path, value in parts(entry.value):
        of_a_case = path[-1:] == ("conflict",) and "events" not in path
        if of_a_case and isinstance(value, str) and sheets.lacks("conflicts", value):
            hint = nearest(value, sheets.known("conflicts"))
            yield entry.fault(path, f"{value!r} is no conflict of conflicts.yaml{hint}")


def sources_are_defined(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """Every key that is used is defined."""
    known = entry.value.get("sources") if isinstance(entry.value, dict) else None
    if not isinstance(known, dict):
        return
    for path, value in parts(entry.value):
        if len(path) > 1 and path[-2] == "sources" and isinstance(path[-1], int) and value not in known:
            yield entry.fault(path, f"{value!r} is no key of `sources`{nearest(str(value), map(str, known))}")


RULES: tuple[Rule, ...] = (actors_exist, conflict_exists, sources_are_defined)
