"""What a check finds: the facts that bear on a claim, and the verdict that follows from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from foedus.model import Claim, ClaimSource, PartialDate
from foedus.model.vocabulary import Stance

__all__ = ["BEARINGS", "Bearing", "CheckedClaim", "Fact", "Finding", "Found", "Verdict", "Word", "verdict_of"]

Verdict = Literal["supported", "partly-supported", "contradicted", "contested", "not-decidable", "not-covered"]

Bearing = Literal["supports", "contradicts", "contests", "beside"]
"""How facts bear on a claim: those *beside* it decide nothing."""

BEARINGS: Final[tuple[Bearing, ...]] = ("supports", "contradicts", "contests", "beside")


@dataclass(frozen=True, slots=True)
class Word:
    """Somebody's word on a fact: the actors spoken for, and the date as written.

    >>> str(Word("asserts", "Vladimir Putin", ("RUS",), "2024-10-24"))
    'Vladimir Putin (RUS, 2024-10-24)'
    """

    stance: Stance
    claimant: str
    actors: tuple[str, ...]
    date: str

    def __str__(self) -> str:
        return f"{self.claimant} ({', '.join([*self.actors, self.date])})"


@dataclass(frozen=True, slots=True)
class Fact:
    """A node of the graph that a check found, as known on the day of knowledge.

    Attributes:
        label: the class of the node, as ``Event``.
        id: its id, unique within the label.
        name: what a person calls it.
        said: what was done or said, in the words of the graph.
        known_from: the day from which it is known; ``None`` where the graph gives none.
        words: who asserts and who disputes it, by date.
        sources: urls, else publisher and title.
    """

    label: str
    id: str
    name: str
    said: str | None
    known_from: date | None
    words: tuple[Word, ...]
    sources: tuple[str, ...]

    @property
    def asserted_by(self) -> tuple[str, ...]:
        """Who asserts it, with the actors spoken for and the date of the word."""
        return tuple(str(word) for word in self.words if word.stance == "asserts")

    @property
    def disputed_by(self) -> tuple[str, ...]:
        """Who disputes it, likewise."""
        return tuple(str(word) for word in self.words if word.stance == "disputes")

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same fact on two days of knowledge."""
        return self.label, self.id


@dataclass(frozen=True, slots=True)
class Found:
    """What one query of a check found; the query holds if that is anything.

    ``name`` is the key of the query in the claims file, or the name of the part.
    """

    name: str
    bearing: Bearing
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on the day ``on`` as known on the day ``known``, with all that it rests on.

    ``missing`` says what it lacks: what would decide the claim, or the parts that nothing bears out.
    """

    on: date
    known: date
    verdict: Verdict
    found: tuple[Found, ...]
    counts: tuple[Mapping[str, Any], ...]
    missing: str | None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact once, in the order in which they bear on the claim."""
        return tuple({fact.key: fact for found in self.found for fact in found.facts}.values())

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of its facts, each once."""
        return tuple(dict.fromkeys(source for fact in self.facts for source in fact.sources))


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim with what was known about it on its own date, and what is known now."""

    claim: Claim
    source: ClaimSource
    then: Finding
    now: Finding

    @property
    def claimant(self) -> str:
        """Who makes the claim."""
        return self.claim.claimant or self.source.author

    @property
    def date(self) -> PartialDate:
        """The date of the claim: that of the publication."""
        return self.source.date

    @property
    def gained(self) -> tuple[Fact, ...]:
        """The facts that bear on it now and did not then."""
        return _without(self.now.facts, self.then.facts)

    @property
    def lost(self) -> tuple[Fact, ...]:
        """The facts that bore on it then and do so no longer."""
        return _without(self.then.facts, self.now.facts)


def verdict_of(found: Iterable[Found], counts: Iterable[Mapping[str, Any]]) -> Verdict:
    """The verdict that follows from what the queries of a check found.

    A word against another makes a claim contested, and so do facts on both sides;
    numbers without a threshold decide nothing.

    >>> verdict_of([], [{"treaties": 361}])
    'not-decidable'
    """
    holds = [(one.bearing, bool(one.facts)) for one in found]
    parts = [held for bearing, held in holds if bearing == "supports"]
    contradicted = ("contradicts", True) in holds
    if ("contests", True) in holds or (contradicted and any(parts)):
        return "contested"
    if contradicted:
        return "contradicted"
    if any(parts):
        return "supported" if all(parts) else "partly-supported"
    return "not-decidable" if any(value for row in counts for value in row.values()) else "not-covered"


def _without(facts: Iterable[Fact], others: Iterable[Fact]) -> tuple[Fact, ...]:
    known = {fact.key for fact in others}
    return tuple(fact for fact in facts if fact.key not in known)
