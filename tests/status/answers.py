"""The two who answer: the rectangles that ``foedus.status`` derives, and the oracle."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from foedus.model import CaseState, ClauseSpell, Derived, Force, ForceSpell, Rectangle, StateOfCase, World
from status import oracle

__all__ = ["Answers", "AnswersOfOracle", "AnswersOfRectangles", "Spells", "Thing", "things"]

Thing = tuple[str, ...] | tuple[str, str, str, int]
"""What has rectangles: ``("force", treaty, actor)``, ``("clause", treaty, article, position)``, ``("case", …)``."""

Value = Force | StateOfCase
Spells = Sequence[tuple[Rectangle, Value]]


def things(world: World) -> list[Thing]:
    """Everything of a world that can have rectangles."""
    found: list[Thing] = []
    for treaty in world.treaties.values():
        found += [("force", treaty.id, actor) for actor in (*treaty.party_ids, *treaty.third_states)]
        found += [
            ("clause", treaty.id, article.number, position)
            for article in treaty.articles
            for position, _ in enumerate(article.obligations, 1)
        ]
        found += [("case", treaty.id, case.id) for case in treaty.cases]
    return found


class Answers(Protocol):
    """Who can say what held for a thing on a day, as known on a day."""

    def of(self, thing: Thing, on: date, known: date) -> Value | None:
        """The value, or nothing."""


class AnswersOfOracle:
    """Answers worked out by the oracle."""

    def __init__(self, world: World) -> None:
        self._world = world

    def of(self, thing: Thing, on: date, known: date) -> Value | None:
        """Ask the oracle."""
        kind, *key = thing
        answer: Value | None = getattr(oracle, str(kind))(self._world, *key, on, known)
        return answer


def _thing(row: ForceSpell | ClauseSpell | CaseState) -> Thing:
    match row:
        case ForceSpell():
            return "force", row.treaty, row.actor
        case ClauseSpell():
            return "clause", row.treaty, row.article, row.position
        case CaseState():
            return "case", row.treaty, row.case


class AnswersOfRectangles:
    """Answers looked up in derived rectangles, as every query does."""

    def __init__(self, derived: Derived) -> None:
        self._spells: dict[Thing, list[tuple[Rectangle, Value]]] = {}
        rows: tuple[ForceSpell | ClauseSpell | CaseState, ...] = (*derived.force, *derived.clauses, *derived.cases)
        for row in rows:
            self._spells.setdefault(_thing(row), []).append((row.rectangle, row.value))

    def things(self) -> Iterable[Thing]:
        """What has any rectangle."""
        return self._spells.keys()

    def spells(self, thing: Thing) -> Spells:
        """All rectangles of a thing, with their values."""
        return self._spells.get(thing, [])

    def of(self, thing: Thing, on: date, known: date) -> Value | None:
        """The one rectangle that covers the pair of dates; two would be a fault.

        Raises:
            LookupError: two rectangles of one thing overlap here.
        """
        found = [value for rectangle, value in self.spells(thing) if rectangle.covers(on, known)]
        if len(found) > 1:
            raise LookupError(f"{thing} has {len(found)} rectangles on {on} as known on {known}")
        return found[0] if found else None
