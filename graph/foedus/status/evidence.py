"""What is said and done in a case by a day, as known on another (DESIGN §2, *Invocation*, *Beside it*)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from foedus.model import Case, Event, PartialDate, Position
from foedus.model.vocabulary import EventKind, Invocation, Stance

__all__ = ["Evidence"]

CLAIMS_NO_USE: frozenset[EventKind] = frozenset({"trigger", "non-invocation", "statement"})
"""Events whose positions say nothing for or against a use of the clause."""

OWNS_USE: frozenset[EventKind] = frozenset({"invocation", "acknowledgement", "assistance"})
"""Events by which an actor of the case owns the use of the clause."""

STEPS: tuple[tuple[Invocation, frozenset[EventKind]], ...] = (
    ("performed", frozenset({"assistance"})),
    ("refused", frozenset({"refusal"})),
    ("invoked", frozenset({"invocation", "acknowledgement"})),
    ("requested", frozenset({"request"})),
    ("consulted", frozenset({"consultation"})),
)
"""The furthest step first."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The events of a case begun by a day and known on another, in the order of the sheet, with their positions."""

    case: Case
    opened: bool
    events: Sequence[tuple[Event, Sequence[Position]]]

    @property
    def invocation(self) -> Invocation:
        """How far the use of the clause went; while a case is not opened only refusals count."""
        if not self.opened:
            return "refused" if self._of("refusal") else "none"
        begun = [event for event, _ in self.events]
        last = max(reversed(begun), key=lambda event: event.date.first, default=None)
        if last and last.type == "cessation":
            return "ceased"
        kinds = {event.type for event in begun}
        return next((step for step, of in STEPS if of & kinds), "none")

    @property
    def performed_by(self) -> tuple[str, ...]:
        """The obligors of the events of assistance, once the case is opened."""
        return _actors(event.obligor for event in self._of("assistance")) if self.opened else ()

    @property
    def refused_by(self) -> tuple[str, ...]:
        """The obligors of the events of refusal, opened or not."""
        return _actors(event.obligor for event in self._of("refusal"))

    @property
    def acknowledged_by(self) -> tuple[str, ...]:
        """The actors of the case or event for whom a position asserts a use of the clause."""
        owning = OWNS_USE if self.opened else OWNS_USE - {"assistance"}
        return _actors(
            set(position.speaks_for) & {*self.case.obligors, *self.case.beneficiary, *event.obligor, *event.beneficiary}
            for event, positions in self.events
            if event.type in owning
            for position in positions
            if position.stance == "asserts"
        )

    def claimants(self, stance: Stance) -> tuple[str, ...]:
        """Those who assert or dispute, each once: ``Vladimir Putin (RUS, 2024-10-24)``, by date."""
        words = [
            (position, position.date or event.date)
            for event, positions in self.events
            if event.type not in CLAIMS_NO_USE
            for position in positions
            if position.stance == stance
        ]
        names = dict.fromkeys(position.claimant for position, _ in words)
        found = [_caption(name, [word for word in words if word[0].claimant == name]) for name in names]
        return tuple(caption for _, caption in sorted(found))

    def sources(self, dated: dict[str, date]) -> tuple[str, ...]:
        """Keys of the sources of the events, of those in ``dated`` (the keys that K may see)."""
        return tuple(sorted({key for event, _ in self.events for key in event.sources if key in dated}))

    def _of(self, kind: EventKind) -> list[Event]:
        return [event for event, _ in self.events if event.type == kind]


def _caption(claimant: str, words: Sequence[tuple[Position, PartialDate]]) -> tuple[date, str]:
    first = min((day for _, day in words), key=lambda day: day.first)
    spoken_for = _actors(position.speaks_for for position, _ in words)
    return first.first, f"{claimant} ({', '.join([*spoken_for, first.text])})"


def _actors(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted({actor for actors in lists for actor in actors}))
