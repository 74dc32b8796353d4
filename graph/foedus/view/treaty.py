"""One treaty: its parties and clauses with their force over time, its articles, acts, cases, doubts and sources."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from foedus.model import Derived, Treaty, World
from foedus.status import Known
from foedus.view.links import NO_LINKS, Links
from foedus.view.moments import lifetime
from foedus.view.page import Page
from foedus.view.part import part
from foedus.view.sheet import sheet

__all__ = ["treaty"]

Json = Any  # what json.dumps takes


def treaty(
    world: World,
    derived: Derived,
    *,
    treaty: str,
    on: date | None = None,
    known: date | None = None,
    links: Links = NO_LINKS,
) -> Page:
    """The page of a treaty.

    Args:
        world: the records.
        derived: their rectangles.
        treaty: its id.
        on: the day shown first; the date of the data if absent.
        known: the day of knowledge shown first; likewise.
        links: where names lead.
    """
    found = world.treaties[treaty]
    own, spells = part(world, derived, (treaty,))
    bends = lifetime(found, spells, world.edition.date.last)
    known_from = Known(world)
    about = {
        "firstDay": bends[0][0],
        "bends": bends,
        "knownFrom": known_from.treaty(found).toordinal(),
        "kind": found.kind.replace("-", " ").capitalize(),
        "third": found.third_states,
        "notes": list(_notes(found, known_from)),
        "supersedes": list(_others(world, found, found.supersedes, known_from, links)),
        "supersededBy": list(_others(world, found, found.superseded_by, known_from, links)),
        "depositary": found.depositary,
    }
    return sheet("treaty", found.short_title, own, spells, on=on, known=known, links=links, about=about)


def _notes(treaty: Treaty, known: Known) -> Iterator[Json]:
    """What is noted of a spell: actor, from and to as written, note, the day from which all of it is known."""
    for spell in treaty.parties:
        if spell.note:
            bounds = [known.bound(treaty, bound) for bound in (spell.from_, spell.to) if bound]
            day = max([known.participant(treaty, spell.party), *bounds])
            yield [
                *(spell.party, spell.from_ and str(spell.from_), spell.to and str(spell.to), spell.note),
                day.toordinal(),
            ]


def _others(world: World, treaty: Treaty, names: tuple[str, ...], known: Known, links: Links) -> Iterator[Json]:
    """Treaties before or after it: title, address of the page, the day from which both are known."""
    for name in names:
        if other := world.treaties.get(name):
            day = max(known.treaty(treaty), known.treaty(other))
            yield [other.short_title, links.href("treaty", name), day.toordinal()]
