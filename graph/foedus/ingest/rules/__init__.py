"""The rules of the form that go beyond one value: ``data/README.md``, sentence by sentence, a function a rule."""

from collections.abc import Iterator

from foedus.errors import Problem
from foedus.ingest.rules.across import RULES as RULES_ACROSS
from foedus.ingest.rules.actors import RULES as ACTOR_RULES
from foedus.ingest.rules.cases import RULES as CASE_RULES
from foedus.ingest.rules.treaties import RULES as TREATY_RULES
from foedus.ingest.sheets import Sheets

__all__ = ["problems_of"]


def problems_of(sheets: Sheets) -> Iterator[Problem]:
    """Every breach of a rule in the records that are sound by themselves."""
    for rule in TREATY_RULES:
        for entry in sheets.entries("treaties"):
            yield from rule(entry, sheets)
    for case_rule in CASE_RULES:
        for entry in sheets.entries("treaties"):
            for place, case in enumerate(entry.record.cases):
                yield from case_rule(entry, ("cases", place), case, sheets)
    for rule in ACTOR_RULES:
        for entry in sheets.entries("actors"):
            yield from rule(entry, sheets)
    for across in RULES_ACROSS:
        yield from across(sheets)
