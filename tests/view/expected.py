"""The rows of two questions and the lines that show them, by brute force over the rectangles in Python."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from foedus.model import Case, Derived, Treaty, World
from foedus.view.ties import ties

FAMILIES = {
    "defend": {"defense"},
    "attack": {"offense"},
    "help": {"assistance", "basing"},
    "consult": {"consultation"},
    "out": {"neutrality", "nonaggression", "non-adverse-alignment"},
    "other": {"right-of-self-defence", None},
}
GROUPS = {"un-members", "league-members"}

Line = tuple[str, frozenset[str]]
Row = tuple[str, str, int]


@dataclass(frozen=True)
class Shown:
    """What a page must show for two days: rows of clauses, cases, and the lines of both."""

    clauses: frozenset[Row]
    cases: frozenset[str]
    lines: frozenset[Line]


class Expected:
    """Answers for any two days, computed anew each time from the rectangles as they are."""

    def __init__(self, world: World, derived: Derived) -> None:
        self._world, self._derived = world, derived
        self._hubs = {tie.treaty: tie.hub for tie in ties(world, derived)}

    def shown(self, on: date, known: date, families: Iterable[str]) -> Shown:
        """The rows and lines of the duties in some families."""
        duties = set().union(*(FAMILIES[family] for family in families))
        bound = {
            (spell.treaty, spell.actor)
            for spell in self._derived.force
            if spell.rectangle.covers(on, known) and spell.value.binding
        }
        clauses: set[Row] = set()
        lines: set[Line] = set()
        for spell in self._derived.clauses:
            if not (spell.rectangle.covers(on, known) and spell.value.binding):
                continue
            treaty = self._world.treaties[spell.treaty]
            article = next(article for article in treaty.articles if article.number == spell.article)
            duty = article.obligations[spell.position - 1]
            if duty.type not in duties:
                continue
            pairs = {
                (one, other)
                for one in treaty.obligors_of(duty)
                for other in treaty.beneficiaries_of(duty)
                if {(treaty.id, one), (treaty.id, other)} <= bound
                and (one != other or one in GROUPS or duty.type == "right-of-self-defence")
            }
            if pairs:
                clauses.add((spell.treaty, spell.article, spell.position))
                lines.update(self._lines(treaty, pairs))
        cases = dict(self._active(on, known, duties))
        for case, treaty in cases.items():
            lines.update(self._lines(treaty, self._sides(treaty, self._case(treaty, case), on, known, bound)))
        return Shown(frozenset(clauses), frozenset(cases), frozenset(lines))

    def _active(self, on: date, known: date, duties: set[str | None]) -> Iterator[tuple[str, Treaty]]:
        for state in self._derived.cases:
            treaty = self._world.treaties[state.treaty]
            if (
                state.rectangle.covers(on, known)
                and state.value.activity == "active"
                and self._case(treaty, state.case).duty in duties
            ):
                yield state.case, treaty

    def _case(self, treaty: Treaty, case: str) -> Case:
        return next(one for one in treaty.cases if one.id == case)

    def _sides(
        self, treaty: Treaty, case: Case, on: date, known: date, bound: set[tuple[str, str]]
    ) -> set[tuple[str, str]]:
        participants = dict.fromkeys(spell.actor for spell in self._derived.force if spell.treaty == treaty.id)
        every = [actor for actor in participants if (treaty.id, actor) in bound] or list(participants)
        return {(one, other) for one in case.obligors or every for other in case.beneficiary or every}

    def _lines(self, treaty: Treaty, pairs: set[tuple[str, str]]) -> Iterator[Line]:
        for one, other in pairs:
            if self._hubs[treaty.id]:
                yield treaty.id, frozenset({one})
                yield treaty.id, frozenset({other})
            elif one != other:
                yield treaty.id, frozenset({one, other})
