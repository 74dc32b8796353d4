"""The page of one party: what it owes and is owed on any day, its record of cases, who recognises it."""

from dataclasses import replace
from datetime import date
from typing import Any

from foedus.model import Actor, Derived, PartialDate, World
from foedus.view.links import NO_LINKS, Links
from foedus.view.page import Page
from foedus.view.part import part
from foedus.view.recognition import recognitions
from foedus.view.sheet import sheet
from foedus.view.wheel import wheel

__all__ = ["party"]

Json = Any  # what json.dumps takes


def party(
    world: World,
    derived: Derived,
    *,
    party: str,
    on: date | None = None,
    known: date | None = None,
    links: Links = NO_LINKS,
) -> Page:
    """The page of an actor; every pair of dates can be shown.

    Args:
        world: the records.
        derived: their rectangles.
        party: the id of the actor.
        on: the day shown first; the date of the data if absent.
        known: the day of knowledge shown first; likewise.
        links: where the names of treaties, parties and cases lead.
    """
    actor = world.actors[party]
    own, rectangles = part(world, derived, _treaties(world, derived, party))
    recognised = recognitions(world, party)
    kept = {party, *own.actors, *_of_recognition(recognised), *actor.succeeds, *_successors(world, party)}
    own = replace(own, actors={name: each for name, each in world.actors.items() if name in kept})
    turned = wheel(own, rectangles, party)
    about = {
        "party": party,
        "frames": turned.frames,
        "signed": [treaty.signed.date.text[:4] for treaty in own.treaties.values()],
        "identity": _identity(world, actor),
        "recognition": recognised,
    }
    return sheet(
        "party", actor.name, own, rectangles,
        on=on, known=known, links=links, about=about, drawing=turned.drawing,
    )  # fmt: skip


def _treaties(world: World, derived: Derived, party: str) -> set[str]:
    """The treaties that have a force for the actor, as a party or as a beneficiary, or a case that names it."""
    named = {spell.treaty for spell in derived.force if spell.actor == party}
    return named | {
        treaty.id
        for treaty in world.treaties.values()
        for case in treaty.cases
        if party in case.obligors or party in case.beneficiary
    }


def _of_recognition(recognised: dict[str, Json]) -> set[str]:
    rows = [*recognised["by"], *recognised["of"]]
    return {row["whom"] for row in rows} | {*recognised["claimedBy"], *recognised["claims"]}


def _successors(world: World, party: str) -> list[str]:
    return [other.id for other in world.actors.values() if party in other.succeeds]


def _identity(world: World, actor: Actor) -> dict[str, Json]:
    """What is recorded of the actor itself; a day of existence is known from its own last day."""
    return {
        "official": actor.official_name,
        "exists": [[_bound(spell.from_), _bound(spell.to)] for spell in actor.exists],
        "succeeds": list(actor.succeeds),
        "successors": _successors(world, actor.id),
        "note": actor.note,
    }


def _bound(day: PartialDate | None) -> Json:
    return day and [str(day), day.last.toordinal()]
