"""The rules of the form that go beyond one value: ``data/README.md``, sentence by sentence, a function a rule."""

from collections.abc import Iterator

from foedus.errors import Problem
from foedus.ingest.rules.across import RULES as ACROSS_RULES
from foedus.ingest.rules.actors import RULES as ACTOR_RULES
from foedus.ingest.rules.cases import RULES as CASE_RULES
from foedus.ingest.rules.clauses import RULES as CLAUSE_RULES
from foedus.ingest.rules.dates import RULES as DATE_RULES
from foedus.ingest.rules.references import RULES as REFERENCE_RULES
from foedus.ingest.rules.sources import RULES as SOURCE_RULES
from foedus.ingest.rules.treaties import RULES as TREATY_RULES
from foedus.ingest.sheets import Sheets

__all__ = ["ACROSS_RULES", "ACTOR_RULES", "CASE_RULES", "DATE_RULES", "SHEET_RULES", "problems_of"]

SHEET_RULES = (*REFERENCE_RULES, *TREATY_RULES, *CLAUSE_RULES, *SOURCE_RULES)


def problems_of(sheets: Sheets) -> Iterator[Problem]:
    """Every breach of a rule in the records that are sound by themselves, and of references in the others too."""
    for (of, _), unsound in sheets.unsound.items():
        if of == "treaties" and unsound:
            for rule in REFERENCE_RULES:
                yield from rule(unsound, sheets)
    for entry in sheets.entries("treaties"):
        for rule in SHEET_RULES:
            yield from rule(entry, sheets)
        for place, case in enumerate(entry.record.cases):
            for case_rule in CASE_RULES:
                yield from case_rule(entry, ("cases", place), case, sheets)
    for entry in sheets.entries("actors"):
        for rule in ACTOR_RULES:
            yield from rule(entry, sheets)
    for part in sheets.parts:
        for entry in sheets.entries(part):
            for rule in DATE_RULES:
                yield from rule(entry, sheets)
    for across in ACROSS_RULES:
        yield from across(sheets)
