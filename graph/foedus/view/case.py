"""One casus foederis: its chain of events, claim and counter-claim, and force, invocation and activity beneath."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from foedus.model import CaseState, Derived, World
from foedus.view.links import NO_LINKS, Links
from foedus.view.moments import bent, moments
from foedus.view.page import Page
from foedus.view.part import part
from foedus.view.sheet import sheet
from foedus.view.tables import Days, Table

__all__ = ["case"]


def case(
    world: World,
    derived: Derived,
    *,
    case: str,
    on: date | None = None,
    known: date | None = None,
    links: Links = NO_LINKS,
) -> Page:
    """The page of a case.

    Args:
        world: the records.
        derived: their rectangles.
        case: its id.
        on: the day shown first; the date of the data if absent.
        known: the day of knowledge shown first; likewise.
        links: where names lead.
    """
    treaty, found = next((t, c) for t in world.treaties.values() for c in t.cases if c.id == case)
    alone = replace(world, treaties={treaty.id: treaty.model_copy(update={"cases": (found,)})})
    own, spells = part(alone, derived, (treaty.id,))
    days = set(moments(treaty, found, spells.cases))
    first = min({treaty.signed.date.first, *days})
    about = {
        "case": case,
        "firstDay": first.toordinal(),
        "bends": bent(days, first, world.edition.date.last),
        **_voices(spells.cases),
    }
    return sheet("case", found.name, own, spells, on=on, known=known, links=links, about=about)


def _voices(states: Iterable[CaseState]) -> dict[str, Any]:
    """Who asserts and who disputes, and the sources of both, by rectangle: what ``CaseState`` lists."""
    days, voices = Days(), Table[tuple[tuple[str, ...], ...]]()
    flat = [
        number
        for state in states
        for number in (
            *days.bounds(state.rectangle),
            voices.index((state.value.asserted_by, state.value.disputed_by, state.value.sources)),
        )
    ]
    return {"heard": flat, "voices": voices.values, "days": days.values}
