"""A part of a world: some treaties, and whom they name. A page about one thing carries no more."""

from collections.abc import Collection, Iterator

from foedus.model import Case, Derived, Treaty, World

__all__ = ["part"]


def part(world: World, derived: Derived, treaties: Collection[str]) -> tuple[World, Derived]:
    """The world and the rectangles of some treaties, in the order of the world.

    Args:
        world: the records.
        derived: their rectangles.
        treaties: ids of the treaties that are kept.
    """
    kept = {name: treaty for name, treaty in world.treaties.items() if name in treaties}
    named = {actor for treaty in kept.values() for actor in _named(treaty)}
    cases = {case.id for treaty in kept.values() for case in treaty.cases}
    fought = {case.conflict for treaty in kept.values() for case in treaty.cases}
    return (
        World(
            world.edition,
            {name: actor for name, actor in world.actors.items() if name in named},
            {name: place for name, place in world.places.items() if name in named},
            {name: conflict for name, conflict in world.conflicts.items() if name in fought},
            kept,
        ),
        Derived(
            tuple(spell for spell in derived.force if spell.treaty in kept),
            tuple(spell for spell in derived.clauses if spell.treaty in kept),
            tuple(state for state in derived.cases if state.case in cases),
        ),
    )


def _named(treaty: Treaty) -> Iterator[str]:
    yield from treaty.party_ids
    yield from treaty.third_states
    yield from (act.party for act in treaty.lifecycle if act.party)
    for article in treaty.articles:
        for duty in article.obligations:
            yield from (*treaty.obligors_of(duty), *treaty.beneficiaries_of(duty))
    for case in treaty.cases:
        yield from _named_in(case)


def _named_in(case: Case) -> Iterator[str]:
    yield from (*case.obligors, *case.beneficiary)
    for event in case.events:
        yield from (*event.obligor, *event.beneficiary)
        for position in event.positions:
            yield from position.speaks_for
