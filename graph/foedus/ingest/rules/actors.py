"""Rules of actors: spells, succession, recognition."""

from collections.abc import Callable, Iterator

from foedus.errors import Problem
from foedus.ingest.document import Path_
from foedus.ingest.rules.order import in_order
from foedus.ingest.sheets import Entry, Sheets
from foedus.model import Actor
from foedus.nearest import nearest

__all__ = ["RULES"]

Rule = Callable[[Entry, Sheets], Iterator[Problem]]


def named_actors_exist(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """Those whom an actor succeeds, who claim it and who recognise it are actors."""
    record: Actor = entry.record
    named: list[tuple[Path_, str]] = [(("succeeds", place), other) for place, other in enumerate(record.succeeds)]
    named += [(("claimed_by", place), other) for place, other in enumerate(record.claimed_by)]
    named += [(("recognition", place, "by"), given.by) for place, given in enumerate(record.recognition)]
    for path, other in named:
        if sheets.lacks("actors", other):
            yield entry.fault(path, f"{other!r} is no actor of actors.yaml{nearest(other, sheets.known('actors'))}")


def spells_are_in_order(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """Every spell begins before it ends."""
    record: Actor = entry.record
    bounds = [("exists", place, spell.from_, spell.to) for place, spell in enumerate(record.exists)]
    bounds += [("cow_spells", place, spell.from_, spell.to) for place, spell in enumerate(record.cow_spells)]
    bounds += [("recognition", place, spell.from_, spell.to) for place, spell in enumerate(record.recognition)]
    for name, place, start, end in bounds:
        yield from in_order(entry, (name, place, "to"), start, end, ("from", "to"))


RULES: tuple[Rule, ...] = (named_actors_exist, spells_are_in_order)
