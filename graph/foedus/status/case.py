"""The state of a case: activity, invocation, force, and who says so, side by side."""

from collections.abc import Iterator
from datetime import date

from foedus.model import OPEN_START, Case, CaseState, Event, StateOfCase, Treaty
from foedus.status.activity import ActivityOfCase
from foedus.status.bitemporal import History, history, rectangles
from foedus.status.case_force import ForceOfCase
from foedus.status.evidence import Evidence
from foedus.status.known import Known

__all__ = ["StateOfCaseAsKnown"]


class StateOfCaseAsKnown:
    """The state of one case on any day, as known on any other."""

    def __init__(self, treaty: Treaty, case: Case, force: ForceOfCase, known: Known, edition: date) -> None:
        self._treaty, self._case, self._force, self._edition = treaty, case, force, edition
        self._activity = ActivityOfCase(treaty, case, known)
        self._events = {event.id: known.event(treaty, case, event) for event in case.events}
        self._ends = {event.id: known.end_of_event(treaty, case, event) for event in case.events if event.end}
        self._positions = [
            (event, [(position, known.position(treaty, case, event, position)) for position in event.positions])
            for event in case.events
        ]
        self._evidence_known = known.end_of_case(treaty, case, case.last_evidence)
        used = {key for event in case.events for key in event.sources}
        self._sources = {
            key: known.source(source) or OPEN_START for key, source in treaty.sources.items() if key in used
        }
        firsts = [*self._events.values(), *([known.opened(treaty, case, case.opened)] if case.opened else [])]
        self._first_known = min(firsts)

    def states(self) -> Iterator[CaseState]:
        """The rectangles of the case."""
        for rectangle, state in rectangles(self._known_days(), self._history):
            yield CaseState(self._treaty.id, self._case.id, rectangle, state)

    def _known_days(self) -> set[date]:
        days = {
            self._first_known,
            self._evidence_known,
            *self._events.values(),
            *self._ends.values(),
            *self._sources.values(),
            *(day for _, positions in self._positions for _, day in positions),
            *self._activity.known_days,
            *self._force.known_days,
        }
        return {day for day in days if self._first_known <= day <= self._edition}

    def _history(self, known: date) -> History[StateOfCase]:
        events = [
            (event, [position for position, day in positions if day <= known])
            for event, positions in self._positions
            if self._events[event.id] <= known
        ]
        opened = self._activity.opened(known, [event for event, _ in events])
        force = self._force.as_known(known)
        sources = {key: day for key, day in self._sources.items() if day <= known}
        evidence_known = self._evidence_known <= known
        last_evidence = self._last_evidence(known, [event for event, _ in events])

        def state_on(day: date) -> StateOfCase:
            activity = self._activity.on(day, known, opened)
            begun = [(event, positions) for event, positions in events if event.date.first <= day]
            evidence = Evidence(self._case, activity != "not-opened", begun)
            disputed_by = evidence.claimants("disputes")
            return StateOfCase(
                opened=opened,
                activity=activity,
                invocation=evidence.invocation,
                force=force.on(day),
                disputed=bool(disputed_by),
                outcome=self._case.outcome if evidence_known else "pending",
                last_evidence=last_evidence,
                performed_by=evidence.performed_by,
                refused_by=evidence.refused_by,
                acknowledged_by=evidence.acknowledged_by,
                asserted_by=evidence.claimants("asserts"),
                disputed_by=disputed_by,
                sources=evidence.sources(sources),
            )

        changes = {OPEN_START, *self._activity.changes(opened), *force.changes}
        return history(changes | {event.date.first for event, _ in events}, state_on)

    def _last_evidence(self, known: date, events: list[Event]) -> date | None:
        days = [min(event.date.last, self._events[event.id]) for event in events]
        days += [event.end.last for event in events if event.end and self._ends[event.id] <= known]
        if self._evidence_known <= known:
            days.append(self._case.last_evidence.last)
        return min(max(days), self._edition) if days else None
