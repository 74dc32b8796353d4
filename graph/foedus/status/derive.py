"""All rectangles of a world: the one way from records to status."""

from collections.abc import Iterator

from foedus.model import CaseState, ClauseSpell, Derived, ForceSpell, Treaty, World
from foedus.status.case import StateOfCaseAsKnown
from foedus.status.case_force import ForceOfCase
from foedus.status.clause import ForceOfClause
from foedus.status.force import ForceOfTreaty
from foedus.status.known import Known

__all__ = ["derive"]


def derive(world: World) -> Derived:
    """Derive every force spell, clause spell and case state of a world, in the order of its treaties.

    A treaty's rectangles depend on that treaty and on the date of the data alone.
    """
    found = [rectangle for treaty in world.treaties.values() for rectangle in _of_treaty(treaty, world)]
    return Derived(
        force=tuple(spell for spell in found if isinstance(spell, ForceSpell)),
        clauses=tuple(spell for spell in found if isinstance(spell, ClauseSpell)),
        cases=tuple(state for state in found if isinstance(state, CaseState)),
    )


def _of_treaty(treaty: Treaty, world: World) -> Iterator[ForceSpell | ClauseSpell | CaseState]:
    known = Known(world)
    force = ForceOfTreaty(treaty, known)
    clauses = [
        ForceOfClause(force, article, position, known)
        for article in treaty.articles
        for position in range(1, len(article.obligations) + 1)
    ]
    yield from force.spells()
    for clause in clauses:
        yield from clause.spells()
    for case in treaty.cases:
        of_case = ForceOfCase(case, force, clauses, world.actors)
        yield from StateOfCaseAsKnown(treaty, case, of_case, known, world.edition.date.last).states()
