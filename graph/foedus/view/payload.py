"""What a page knows at first paint: the rectangles, and the names they need.

A rectangle is five numbers: its four sides (numbers of ``days``) and its value
(a number of ``forces`` or ``states``). The script only looks them up.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from foedus.model import CaseState, Derived, Force, ForceSpell, PartialDate, StateOfCase, Treaty, World
from foedus.status import Known
from foedus.view.tables import Days, Table
from foedus.view.ties import owe_themselves

__all__ = ["payload"]

Json = Any  # what json.dumps takes


def payload(world: World, derived: Derived) -> dict[str, Json]:
    """Every name, clause, case and rectangle of a world, in numbers."""
    return _Payload(world, derived).whole()


class _Payload:
    def __init__(self, world: World, derived: Derived) -> None:
        self._world, self._derived = world, derived
        self._days = Days()
        self._actors = Table(world.actors)
        self._treaties = Table(world.treaties)
        self._forces: Table[Force] = Table()
        self._states: Table[tuple[int, ...]] = Table()
        self._words: Table[str] = Table()
        self._groups: Table[tuple[int, ...]] = Table()

    def whole(self) -> dict[str, Json]:
        clauses, cases, events = self._clauses(), self._cases(), self._events()
        parties = self._parties()
        return {
            "edition": self._world.edition.date.last.toordinal(),
            "start": self._start().toordinal(),
            "actors": [[a.id, a.name, a.kind, *a.aliases] for a in self._world.actors.values()],
            "treaties": [_treaty(treaty) for treaty in self._world.treaties.values()],
            "parties": parties,
            "clauses": clauses,
            "cases": cases,
            "events": events,
            "forces": [[force.status, self._days.of(force.binding_since)] for force in self._forces.values],
            "states": [number for state in self._states.values for number in state],
            "words": self._words.values,
            "groups": self._groups.values,
            "days": self._days.values,
        }

    def _start(self) -> date:
        signed = (treaty.signed.date.first for treaty in self._world.treaties.values())
        return min(signed, default=self._world.edition.date.last)

    def _parties(self) -> list[Json]:
        """Each participant: treaty, actor, rectangles of its force."""
        of: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for spell in self._derived.force:
            of[spell.treaty, spell.actor] += self._force(spell)
        return [[self._treaties.index(treaty), self._actors.index(actor), flat] for (treaty, actor), flat in of.items()]

    def _force(self, spell: ForceSpell) -> tuple[int, ...]:
        return (*self._days.bounds(spell.rectangle), self._forces.index(spell.value))

    def _clauses(self) -> list[Json]:
        """Each obligation: treaty, article, position, duty, mutual, three groups (by, to, themselves), rectangles."""
        of: defaultdict[tuple[str, str, int], list[int]] = defaultdict(list)
        for spell in self._derived.clauses:
            of[spell.treaty, spell.article, spell.position] += (
                *self._days.bounds(spell.rectangle),
                self._forces.index(spell.value),
            )
        return [
            [
                self._treaties.index(treaty.id),
                article.number,
                position,
                duty.type,
                int(duty.mutual),
                self._group(treaty.obligors_of(duty)),
                self._group(treaty.beneficiaries_of(duty)),
                self._group(tuple(actor for actor in treaty.obligors_of(duty) if owe_themselves(duty, actor))),
                of[treaty.id, article.number, position],
            ]
            for treaty in self._world.treaties.values()
            for article in treaty.articles
            for position, duty in enumerate(article.obligations, 1)
        ]

    def _cases(self) -> list[Json]:
        """Each case: treaty, id, name, articles, duty, groups of obligors and beneficiaries, conflict, rectangles."""
        of: defaultdict[str, list[int]] = defaultdict(list)
        for state in self._derived.cases:
            of[state.case] += (*self._days.bounds(state.rectangle), self._states.index(self._state(state)))
        conflicts: Mapping[str | None, str] = {key: conflict.name for key, conflict in self._world.conflicts.items()}
        return [
            [
                self._treaties.index(treaty.id),
                case.id,
                case.name,
                case.articles,
                case.duty,
                self._group(case.obligors),
                self._group(case.beneficiary),
                conflicts.get(case.conflict),
                of[case.id],
            ]
            for treaty in self._world.treaties.values()
            for case in treaty.cases
        ]

    def _state(self, state: CaseState) -> tuple[int, ...]:
        """Ten numbers: five words, the opening as written, a day, three groups of actors; -1 is nothing."""
        value: StateOfCase = state.value
        return (
            self._word(value.activity),
            self._word(value.invocation),
            self._word(value.force),
            int(value.disputed),
            self._word(value.outcome),
            self._word(value.opened.text if value.opened else None),
            self._days.of(value.last_evidence),
            self._group(value.performed_by),
            self._group(value.refused_by),
            self._group(value.acknowledged_by),
        )

    def _word(self, word: str | None) -> int:
        return -1 if word is None else self._words.index(word)

    def _group(self, actors: tuple[str, ...]) -> int:
        return self._groups.index(tuple(self._actors.index(actor) for actor in actors))

    def _events(self) -> list[Json]:
        """Each event, for the strip of time: case (by place), first day, day from which it is known."""
        known = Known(self._world)
        cases = ((treaty, case) for treaty in self._world.treaties.values() for case in treaty.cases)
        return [
            [place, self._days.of(event.date.first), self._days.of(known.event(treaty, case, event))]
            for place, (treaty, case) in enumerate(cases)
            for event in case.events
        ]


def _treaty(treaty: Treaty) -> list[Json]:
    return [treaty.id, treaty.title, treaty.short_title, treaty.map_name, _coarse(treaty)]


def _coarse(treaty: Treaty) -> list[tuple[int, str]]:
    """The first days of the months and years from which it may bind, as written: of no day a page says more."""
    begins = {when for when in _beginnings(treaty) if when}
    days = {when.first for when in begins if when.first == when.last}
    return sorted((when.first.toordinal(), when.text) for when in begins if when.first not in days)


def _beginnings(treaty: Treaty) -> Iterator[PartialDate | None]:
    yield from (treaty.signed.date, treaty.entered_into_force)
    yield from (party.from_ for party in treaty.parties)
    yield from (act.date for act in treaty.lifecycle)
    yield from (duty.from_ for article in treaty.articles for duty in article.obligations)
