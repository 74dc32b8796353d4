"""The casus foederis: one clause, one conflict or occasion, and what was done and said."""

from pydantic import Field

from foedus.model.dates import PartialDate
from foedus.model.record import Id, Line, Record, Text
from foedus.model.vocabulary import CaseOutcome, Closure, EventKind, ObligationKind, Stance

__all__ = ["Case", "Conflict", "Event", "Position"]


class Position(Record):
    """Somebody's word on an event; without a ``date`` it was given with the event."""

    stance: Stance
    claimant: Line
    occasion: Text | None = None
    speaks_for: tuple[Id, ...]
    date: PartialDate | None = None
    statement: Text | None = None


class Event(Record):
    """What happened in a case: a use, a request, a refusal, a documented non-use."""

    id: Id
    articles: tuple[str, ...]
    date: PartialDate
    end: PartialDate | None
    type: EventKind
    conflict: Line | None
    obligor: tuple[Id, ...]
    beneficiary: tuple[Id, ...]
    public_from: PartialDate | None = None
    positions: tuple[Position, ...]
    summary: Text
    remark: Text | None = None
    sources: tuple[str, ...]


class Case(Record):
    """One casus foederis. An empty list of obligors or beneficiaries stands for every party."""

    id: Id
    articles: tuple[str, ...]
    name: Line
    duty: ObligationKind | None
    conflict: Id | None
    beneficiary: tuple[Id, ...]
    obligors: tuple[Id, ...]
    opened: PartialDate | None
    closed: PartialDate | None
    closure: Closure
    last_evidence: PartialDate
    outcome: CaseOutcome
    basis: Text
    events: tuple[Event, ...]


class Conflict(Record):
    """A war, dispute or crisis; ``labels`` are the words by which the events of the sheets call it."""

    name: Line
    from_: PartialDate | None = Field(alias="from")
    to: PartialDate | None
    labels: tuple[Line, ...]
