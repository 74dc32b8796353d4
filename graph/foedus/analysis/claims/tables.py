"""Checked claims as rows: for a table, and for whoever reads JSON or CSV."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from foedus.analysis.claims.results import CheckedClaim, Fact, Finding
from foedus.query.rows import Rows

__all__ = ["as_rows", "both_days", "fact_rows", "in_a_line"]

_OF_CLAIM: Final = ("claim", "text", "claimant", "date", "then", "now", "evidence", "sources")
_OF_FACT: Final = ("query", "bears", "then", "now", "fact", "what", "said", "assertedBy", "disputedBy", "sources")

_NAMED: Final = 2
"""Facts of a query that a line names; of the others it gives the number."""


def as_rows(checked: Iterable[CheckedClaim]) -> Rows:
    """A row a claim: both verdicts, and the evidence and the sources of what is known now."""
    rows = [
        {
            "claim": one.claim.id,
            "text": one.claim.text,
            "claimant": one.claimant,
            "date": str(one.date),
            "then": one.then.verdict,
            "now": one.now.verdict,
            "evidence": in_a_line(one.now),
            "sources": list(one.now.sources),
        }
        for one in checked
    ]
    return Rows(_OF_CLAIM, rows)


def fact_rows(checked: CheckedClaim) -> Rows:
    """A row for each fact that a query of the check found, then or now."""
    rows = [
        {
            "query": name,
            "bears": bearing,
            "then": then,
            "now": now,
            "fact": fact.id,
            "what": fact.name,
            "said": fact.said,
            "assertedBy": list(fact.asserted_by),
            "disputedBy": list(fact.disputed_by),
            "sources": list(fact.sources),
        }
        for name, bearing, facts in both_days(checked)
        for fact, then, now in facts
    ]
    return Rows(_OF_FACT, rows)


def both_days(checked: CheckedClaim) -> Iterator[tuple[str, str, list[tuple[Fact, bool, bool]]]]:
    """Each query with its bearing and its facts of both days, each fact with whether it bore then and does now."""
    for then, now in zip(checked.then.found, checked.now.found, strict=True):
        before, after = ({fact.key: fact for fact in found.facts} for found in (then, now))
        facts = [(fact, key in before, key in after) for key, fact in {**before, **after}.items()]
        yield now.name, now.bearing, facts


def in_a_line(finding: Finding) -> str:
    """What a verdict rests on, in a line."""
    said = [
        f"{found.name}: {_named(list(dict.fromkeys(fact.name for fact in found.facts)))}"
        for found in finding.found
        if found.facts and found.bearing != "beside"
    ]
    said += [
        ", ".join(f"{value} {name.replace('_', ' ')}" for name, value in row.items() if value is not None)
        for row in finding.counts
    ]
    if finding.missing:
        borne_out = finding.verdict not in {"not-covered", "not-decidable"}
        said.append(finding.missing if borne_out else f"missing: {finding.missing}")
    return "; ".join(said)


def _named(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return " / ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
