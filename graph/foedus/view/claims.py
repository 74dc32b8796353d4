"""The page of claims: each with its two verdicts side by side, as known on its own date and as known now.

The verdicts are those of :func:`foedus.analysis.claims.check`; the page's script
filters what stands there and computes none.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from foedus.analysis.claims import CheckedClaim, Finding
from foedus.model import ClaimSource, World
from foedus.view.claimed import VERDICTS, Claimed, counted, tally
from foedus.view.document import FOLDER, render
from foedus.view.evidence import web
from foedus.view.links import NO_LINKS, Links, navigation
from foedus.view.page import Page
from foedus.view.scripts import joined
from foedus.view.wording import in_words, long

__all__ = ["claims"]

Json = Any

_FEW: Final = 2
"""A case and its treaty: where the facts of a claim lie in no more, they are named once."""

_PARTS: Final = "not borne out: "


def claims(world: World, checked: Sequence[CheckedClaim], *, links: Links = NO_LINKS) -> Page:
    """The page of some checked claims.

    Args:
        world: the records, for the names of what the facts are about.
        checked: the claims, as ``kg.check`` gives them.
        links: where the names of treaties, parties and cases lead.
    """
    title = "Claims, checked then and now"
    page = {
        "title": title,
        "styles": ("tokens", "page", "search", "sheet", "claims"),
        "scripts": (links.names, joined(FOLDER / "js", "claims")),
        "blocks": {},
        "nav": navigation(links),
    }
    names = Claimed(world, links)
    tallies = {"then": tally([one.then for one in checked]), "now": tally([one.now for one in checked])}
    return Page(
        title,
        render(
            "claims.html",
            page,
            number=len(checked),
            tallies=tallies,
            verdicts=[verdict for verdict in VERDICTS if any(of[verdict] for of in tallies.values())],
            most=max((*tallies["then"].values(), *tallies["now"].values(), 1)),
            words={verdict: verdict.replace("-", " ") for verdict in VERDICTS},
            differ=sum(_differs(one) for one in checked),
            now=_day(checked[0].now) if checked else None,
            sources=[
                {**_source(source), "claims": [_claim(one, names) for one in of]} for source, of in _by_source(checked)
            ],
            edition=world.edition,
            day=long(world.edition.date.last),
        ),
    )


def _by_source(checked: Iterable[CheckedClaim]) -> Iterable[tuple[ClaimSource, list[CheckedClaim]]]:
    found: list[tuple[ClaimSource, list[CheckedClaim]]] = []
    for one in checked:
        if not found or found[-1][0] is not one.source:
            found.append((one.source, []))
        found[-1][1].append(one)
    return found


def _source(source: ClaimSource) -> dict[str, Json]:
    return {
        "publisher": source.publisher,
        "author": source.author,
        "title": source.title,
        "date": in_words(str(source.date)),
        "address": web(source.url),
    }


def _claim(one: CheckedClaim, names: Claimed) -> dict[str, Json]:
    within = names.within(one)
    return {
        "id": one.claim.id,
        "kind": one.claim.kind,
        "text": one.claim.text,
        "claimant": one.claim.claimant,
        "look_at": in_words(one.claim.look_at),
        "within": within,
        "many": len(within) > _FEW,
        "differs": _differs(one),
        "then": {**_finding(one.then), "groups": names.then(one)},
        "now": {**_finding(one.now), "groups": names.now(one)},
        "came": [names.name(fact) for fact in one.gained],
        "went": [names.name(fact) for fact in one.lost],
    }


def _finding(finding: Finding) -> dict[str, Json]:
    return {
        "verdict": finding.verdict,
        "day": _day(finding),
        "facts": len(finding.facts),
        "counts": counted(finding),
        "missing": finding.missing and finding.missing.removeprefix(_PARTS),
        "lacks": "Not borne out" if (finding.missing or "").startswith(_PARTS) else "Missing",
    }


def _day(finding: Finding) -> str:
    """``as known on`` the day, and the day it is about, where that is another."""
    about = "" if finding.on == finding.known else f", about {long(finding.on)}"
    return f"as known on {long(finding.known)}{about}"


def _differs(one: CheckedClaim) -> bool:
    return one.then.verdict != one.now.verdict
