"""Checks claims: each on its own date, as known then, and on a day, as known on another."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from foedus.analysis.claims.facts import described
from foedus.analysis.claims.queries import Ask, Asked, Place
from foedus.analysis.claims.results import Bearing, CheckedClaim, Fact, Finding, Found, Verdict, verdict_of
from foedus.errors import NotFound
from foedus.ingest import read_claims
from foedus.ingest.sheets import Entry
from foedus.mapping.elements import BASE
from foedus.model import Check, Claim, ClaimsFile, ClaimSource
from foedus.nearest import nearest
from foedus.query.parameters import day

__all__ = ["check", "claims_in"]

_BEARING: Final[Mapping[str, Bearing]] = {
    "supported": "supports",
    "parts": "supports",
    "contradicted": "contradicts",
    "contested": "contests",
    "evidence": "beside",
}

_MOST: Final = 500
"""Facts that one query of a check may find: more are no evidence that a person reads."""


def claims_in(folders: Sequence[Path]) -> list[Path]:
    """The files of claims of folders of data."""
    return [file for folder in folders for file in sorted(folder.glob("claims/*.yaml"))]


def check(
    ask: Ask,
    edition: date,
    files: Iterable[str | Path],
    *,
    claim: str | None = None,
    on: date | str = "today",
    known: date | str = "today",
    timeout: float | None = None,
    progress: Callable[[str], None] | None = None,
) -> tuple[CheckedClaim, ...]:
    """Check the claims of some files, *then* and *now*.

    Then is the claim's own date (a month or year its last day), as known on that date.

    Args:
        ask: runs a query of the graph under its guard: :meth:`foedus.KnowledgeGraph.sparql`.
        edition: the date of the data: nothing is known later.
        files: claims in the form of ``docs/claims.md``.
        claim: the id of the one to check; all if absent.
        on: the day that the verdicts of now are about; today is not later than the data.
        known: the day of knowledge of the verdicts of now.
        timeout: seconds after which a query is stopped; none if absent.
        progress: told the place of each check as it begins.

    Raises:
        BadData: a file breaks the form, or a query of a check is at fault; with file and line.
        BadQuery: ``on`` or ``known`` is no day.
        NotFound: no claim has that id; the nearest is named.

    >>> import foedus
    >>> with foedus.open() as kg:
    ...     [one] = kg.check(claim="fwm-30")
    >>> one.claim.text
    'There now exists a mutual-defence treaty between Russia and North Korea.'
    >>> one.then.verdict, one.now.verdict
    ('partly-supported', 'supported')
    """
    about = min(day(on, "on"), edition) if on == "today" else day(on, "on")
    now = Asked(partial(ask, timeout=timeout), about, min(day(known, "known"), edition))
    found = [(place, one) for file in files for place, one in _claims(read_claims(Path(file)))]
    known_ids = [one.id for _, one in found]
    if claim and claim not in known_ids:
        raise NotFound(f"no claim has the id {claim!r}{nearest(claim, known_ids)}")
    checked = []
    for place, one in found:
        if claim in (None, one.id):
            if progress:
                progress(f"{place} of {one.id}")
            checked.append(_checked(one, place, now, edition))
    return tuple(checked)


def _claims(file: Entry) -> Iterator[tuple[Place, Claim]]:
    record: ClaimsFile = file.record
    for number, claim in enumerate(record.claims):
        yield Place(file, ("claims", number, "check")), claim


def _checked(claim: Claim, place: Place, now: Asked, edition: date) -> CheckedClaim:
    source: ClaimSource = place.file.record.source
    then = replace(now, on=source.date.last, known=min(source.date.last, edition))
    return CheckedClaim(claim, source, _finding(claim.check, place, then), _finding(claim.check, place, now))


def _finding(check: Check, place: Place, asked: Asked) -> Finding:
    found = tuple(_found(query, _BEARING[key[0]], place.inside(*key), asked) for key, query in _queries(check))
    counts = tuple(map(dict, asked.rows(check.counts, place.inside("counts")))) if check.counts else ()
    verdict = verdict_of(found, counts)
    return Finding(asked.on, asked.known, verdict, found, counts, _missing(check, verdict, found))


def _queries(check: Check) -> Iterator[tuple[tuple[str, ...], str]]:
    """The queries that select facts, each with its place in the check."""
    for key in _BEARING:
        value = getattr(check, key)
        if isinstance(value, str):
            yield (key,), value
        elif value:
            yield from (((key, name), query) for name, query in value.items())


def _found(query: str, bearing: Bearing, place: Place, asked: Asked) -> Found:
    rows = asked.rows(query, place)
    if rows.columns != ("fact",):
        raise place.fault(f"?{', ?'.join(rows.columns)}: a query of a check selects ?fact, the nodes that bear on it")
    nodes = sorted({str(row.fact) for row in rows if row.fact is not None})
    if len(nodes) > _MOST:
        raise place.fault(f"{len(nodes):,} facts: at most {_MOST} bear on a claim; what is counted goes into `counts`")
    if strange := [node for node in nodes if not node.startswith(BASE)]:
        raise place.fault(f"?fact is {strange[0]!r}: it is a node of the graph, as event:… or treaty:…")
    try:
        facts = described(nodes, partial(asked.rows, place=place))
    except NotFound as error:
        raise place.fault(str(error)) from None
    return Found(str(place.path[-1]), bearing, tuple(sorted(facts, key=_when_known)))


def _when_known(fact: Fact) -> tuple[date, str]:
    return fact.known_from or date.min, fact.id


def _missing(check: Check, verdict: Verdict, found: Iterable[Found]) -> str | None:
    """What an undecided claim lacks, or the parts that nothing bears out."""
    if verdict in {"not-covered", "not-decidable"}:
        return check.missing or "a fact that decides it: none is known on that day"
    parts = ", ".join(one.name for one in found if one.bearing == "supports" and not one.facts and check.parts)
    return f"not borne out: {parts}" if parts else None
