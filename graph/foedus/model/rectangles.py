"""What status derives: rectangles in valid time and knowledge time.

``[from_, until)`` is the time in the world, ``[known_from, known_until)`` the
time of knowledge, as in the bitemporal tables of SQL:2011. An open side is
:data:`~foedus.model.dates.OPEN_START` or :data:`~foedus.model.dates.OPEN_END`.
"""

from dataclasses import dataclass
from datetime import date

from foedus.model.dates import PartialDate
from foedus.model.vocabulary import Activity, CaseOutcome, ForceStatus, Invocation

__all__ = ["CaseState", "ClauseSpell", "Derived", "Force", "ForceSpell", "Rectangle", "StateOfCase"]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A span of valid time by a span of knowledge time, both half-open."""

    from_: date
    until: date
    known_from: date
    known_until: date

    def covers(self, on: date, known: date) -> bool:
        """Whether this is the rectangle to read for the day ``on`` as known on the day ``known``."""
        return self.from_ <= on < self.until and self.known_from <= known < self.known_until


@dataclass(frozen=True, slots=True)
class Force:
    """A status, and since when it binds without a break (``None`` where it does not bind)."""

    status: ForceStatus
    binding_since: date | None

    @property
    def binding(self) -> bool:
        """Whether a clause with this force binds (VCLT, Article 25)."""
        return self.binding_since is not None


@dataclass(frozen=True, slots=True)
class ForceSpell:
    """The force of a treaty for one participant."""

    treaty: str
    actor: str
    rectangle: Rectangle
    value: Force


@dataclass(frozen=True, slots=True)
class ClauseSpell:
    """The force of a clause: ``article`` is its number, ``position`` its place in it, from 1."""

    treaty: str
    article: str
    position: int
    rectangle: Rectangle
    value: Force


@dataclass(frozen=True, slots=True)
class StateOfCase:
    """All that is known of a case at one point of the two times.

    ``asserted_by`` and ``disputed_by`` are captions
    such as ``Vladimir Putin (RUS, 2024-10-24)``; ``sources`` are keys of the
    treaty's sources; the other tuples hold ids of actors, sorted.
    """

    opened: PartialDate | None
    activity: Activity
    invocation: Invocation
    force: ForceStatus | None
    disputed: bool
    outcome: CaseOutcome
    last_evidence: date | None
    performed_by: tuple[str, ...]
    refused_by: tuple[str, ...]
    acknowledged_by: tuple[str, ...]
    asserted_by: tuple[str, ...]
    disputed_by: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseState:
    """The state of a case."""

    treaty: str
    case: str
    rectangle: Rectangle
    value: StateOfCase


@dataclass(frozen=True, slots=True)
class Derived:
    """All rectangles of a world."""

    force: tuple[ForceSpell, ...]
    clauses: tuple[ClauseSpell, ...]
    cases: tuple[CaseState, ...]
