"""Checks claims: each on its own date, as known then, and on a day, as known on another."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from foedus.analysis.claims.facts import described
from foedus.analysis.claims.queries import Ask, Asked, Place
from foedus.analysis.claims.results import Bearing, CheckedClaim, Finding, Found, Verdict, verdict_of
from foedus.ingest import read_claims
from foedus.ingest.sheets import Entry
from foedus.mapping.elements import BASE
from foedus.model import Check, ClaimsFile
from foedus.query.parameters import day

__all__ = ["check", "claims_in"]

_BEARING: Final[Mapping[str, Bearing]] = {
    "supported": "supports",
    "parts": "supports",
    "contradicted": "contradicts",
    "contested": "contests",
    "evidence": "beside",
}


def claims_in(folders: Sequence[Path]) -> list[Path]:
    """The files of claims of folders of data."""
    return [file for folder in folders for file in sorted(folder.glob("claims/*.yaml"))]


def check(
    ask: Ask,
    edition: date,
    files: Iterable[str | Path],
    *,
    on: date | str = "today",
    known: date | str = "today",
    timeout: float | None = None,
    progress: Callable[[str], None] | None = None,
) -> tuple[CheckedClaim, ...]:
    """Check every claim of some files, *then* and *now*.

    Then is the claim's own date (a month or year its last day), as known on that date.

    Args:
        ask: runs a query of the graph under its guard: :meth:`foedus.KnowledgeGraph.sparql`.
        edition: the date of the data: nothing is known later.
        files: claims in the form of ``docs/claims.md``.
        on: the day that the verdicts of now are about.
        known: the day of knowledge of the verdicts of now.
        timeout: seconds after which a query is stopped; none if absent.
        progress: told the place of each check as it begins.

    Raises:
        BadData: a file breaks the form, or a query of a check is at fault; with file and line.
        BadQuery: ``on`` or ``known`` is no day.
    """
    now = day(on, "on"), day(known, "known")
    ask = partial(ask, timeout=timeout)
    read = [read_claims(Path(file)) for file in files]
    return tuple(checked for file in read for checked in _checked(file, ask, edition, now, progress))


def _checked(
    file: Entry, ask: Ask, edition: date, now: tuple[date, date], progress: Callable[[str], None] | None
) -> Iterator[CheckedClaim]:
    record: ClaimsFile = file.record
    own = record.source.date.last
    then_and_now = [Asked(ask, on, min(known, edition)) for on, known in ((own, own), now)]
    for number, claim in enumerate(record.claims):
        place = Place(file, ("claims", number, "check"))
        if progress:
            progress(f"{place} of {claim.id}")
        then, today = (_finding(claim.check, place, asked) for asked in then_and_now)
        yield CheckedClaim(claim, record.source, then, today)


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
    nodes = sorted({row.fact for row in rows if row.fact is not None})
    if strange := [node for node in nodes if not str(node).startswith(BASE)]:
        raise place.fault(f"?fact is {strange[0]!r}: it is a node of the graph, as event:… or treaty:…")
    return Found(str(place.path[-1]), bearing, described(nodes, partial(asked.rows, place=place)))


def _missing(check: Check, verdict: Verdict, found: Iterable[Found]) -> str | None:
    """What an undecided claim lacks, or the parts that nothing bears out."""
    if verdict in {"not-covered", "not-decidable"}:
        return check.missing or "a fact that decides it: none is known on that day"
    parts = ", ".join(one.name for one in found if one.bearing == "supports" and not one.facts and check.parts)
    return f"not borne out: {parts}" if parts else None
