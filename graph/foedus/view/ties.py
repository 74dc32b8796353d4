"""Which lines a treaty can ever need: arcs between those who owe, or spokes to a hub.

A treaty is drawn in one form for all its life, so that nothing changes shape
while time moves: arcs while at most six pairs are bound on any day, above that
a hub with a spoke to everybody whom a clause or a case names.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Final

from foedus.model import Case, ClauseSpell, Derived, ForceSpell, Obligation, Rectangle, Treaty, World
from foedus.model.vocabulary import GROUPS_OF_THE_UNLISTED

__all__ = ["Ties", "owe_themselves", "ties"]

MOST_ARCS: Final = 6

Pair = tuple[str, str]
Binding = dict[str, list[Rectangle]]


@dataclass(frozen=True, slots=True)
class Ties:
    """The lines of one treaty: pairs of actors where it has no hub, single actors where it has one."""

    treaty: str
    hub: bool
    pairs: tuple[Pair, ...]
    members: tuple[str, ...]


def ties(world: World, derived: Derived) -> tuple[Ties, ...]:
    """The ties of every treaty, in the order of the world."""
    bound: defaultdict[str, Binding] = defaultdict(lambda: defaultdict(list))
    spells: tuple[ForceSpell | ClauseSpell, ...] = (*derived.force, *derived.clauses)
    for spell in spells:
        if spell.value.binding:
            bound[spell.treaty][_key(spell)].append(spell.rectangle)
    return tuple(_of(treaty, bound[treaty.id], world.edition.date.last) for treaty in world.treaties.values())


def owe_themselves(obligation: Obligation, actor: str) -> bool:
    """Whether an actor may owe itself: under a right of self-defence, or as a group (DESIGN §2)."""
    return obligation.type == "right-of-self-defence" or actor in GROUPS_OF_THE_UNLISTED


def _of(treaty: Treaty, bound: Binding, known: date) -> Ties:
    owed = {key: list(_owed(treaty, duty)) for key, duty in _clauses(treaty)}
    every = {pair for pairs in owed.values() for pair in pairs}
    cased = {pair for case in treaty.cases for pair in _of_case(treaty, case)}
    hub = any(one == other for one, other in every) or (
        len({_unordered(pair) for pair in every}) > MOST_ARCS and _crowded(owed, bound, known)
    )
    named = {actor for case in treaty.cases for actor in (*case.obligors, *case.beneficiary)}
    members = sorted({actor for pair in every for actor in pair} | named)
    pairs = sorted({_unordered(pair) for pair in every | cased if pair[0] != pair[1]})
    return Ties(treaty.id, hub, () if hub else tuple(pairs), tuple(members))


def _crowded(owed: dict[str, list[Pair]], bound: Binding, known: date) -> bool:
    """Whether more than six pairs are bound on some day, as known today."""
    spans = {
        key: [area for area in areas if area.known_from <= known < area.known_until] for key, areas in bound.items()
    }

    def binds(key: str, day: date) -> bool:
        return any(span.from_ <= day < span.until for span in spans.get(key, ()))

    days = sorted({span.from_ for areas in spans.values() for span in areas})
    return any(_more_than(MOST_ARCS, _on(day, owed, binds)) for day in days)


def _on(day: date, owed: dict[str, list[Pair]], binds: Callable[[str, date], bool]) -> Iterator[Pair]:
    for clause, pairs in owed.items():
        if binds(clause, day):
            actors = {actor for pair in pairs for actor in pair if binds(actor, day)}
            yield from (_unordered(pair) for pair in pairs if pair[0] in actors and pair[1] in actors)


def _more_than(limit: int, pairs: Iterable[Pair]) -> bool:
    seen = set()
    for pair in pairs:
        seen.add(pair)
        if len(seen) > limit:
            return True
    return False


def _clauses(treaty: Treaty) -> Iterator[tuple[str, Obligation]]:
    for article in treaty.articles:
        for position, obligation in enumerate(article.obligations, 1):
            yield _clause_key(article.number, position), obligation


def _owed(treaty: Treaty, duty: Obligation) -> Iterator[Pair]:
    for pair in product(treaty.obligors_of(duty), treaty.beneficiaries_of(duty)):
        if pair[0] != pair[1] or owe_themselves(duty, pair[0]):
            yield pair


def _of_case(treaty: Treaty, case: Case) -> Iterator[Pair]:
    yield from product(case.obligors or treaty.party_ids, case.beneficiary or treaty.party_ids)


def _unordered(pair: Pair) -> Pair:
    return (min(pair), max(pair))


def _key(spell: ForceSpell | ClauseSpell) -> str:
    return spell.actor if isinstance(spell, ForceSpell) else _clause_key(spell.article, spell.position)


def _clause_key(article: str, position: int) -> str:
    return f"§{article}/{position}"
