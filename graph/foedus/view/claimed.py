"""What the page of claims says of a claim: what bears on it on each of two days, in words, each name with its page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from foedus.analysis.claims import CheckedClaim, Fact, Finding, Word
from foedus.model import World
from foedus.view.evidence import web
from foedus.view.links import Links
from foedus.view.wording import in_words, long

__all__ = ["VERDICTS", "Claimed", "counted", "tally"]

VERDICTS: Final = ("supported", "partly-supported", "contradicted", "contested", "not-decidable", "not-covered")
"""In the order in which a reader wants them."""

_HEADS: Final = {
    "supported": "For it", "contradicted": "Against it", "contested": "One word against another",
    "evidence": "Beside it: decides nothing",
}  # fmt: skip
Key = tuple[str, str]
"""What makes a fact the same on two days."""

Name = tuple[str, str | None]
"""What something is called, and the address of its page, if the site has one."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody's word on a fact, for whom else, and on which day in words."""

    stance: str
    who: Name
    whom: tuple[Name, ...]
    day: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A source: its publisher or the host of its page, its date in words, its title, its address on the web."""

    publisher: str
    day: str | None
    title: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as one column tells it.

    ``how`` is ``whole``, ``above`` where the column has told it already, ``as-then``
    where the other column has; of the latter only the words and sources that came since are told.
    """

    how: str
    key: str
    name: str
    said: str | None
    since: str | None
    within: tuple[Name, ...]
    whose: tuple[Name, ...]
    words: tuple[Spoken, ...]
    sources: tuple[Reference, ...]
    new: bool


@dataclass(frozen=True, slots=True)
class Group:
    """What one query of a check found."""

    head: str
    facts: tuple[Told, ...]


class Claimed:
    """Tells claims with the names of a world."""

    def __init__(self, world: World, links: Links) -> None:
        self._world, self._links = world, links
        self._cases = {case.id: (treaty, case) for treaty in world.treaties.values() for case in treaty.cases}
        self._events = {event.id: case for case in self._cases for event in self._cases[case][1].events}
        self._sources = {
            source.url: source for treaty in world.treaties.values() for source in treaty.sources.values() if source.url
        }

    def then(self, checked: CheckedClaim) -> tuple[Group, ...]:
        """What bore on a claim on its own day."""
        return self._groups(checked.then, None)

    def now(self, checked: CheckedClaim) -> tuple[Group, ...]:
        """What bears on it now; what did so then is named alone, with what came since."""
        return self._groups(checked.now, {fact.key: fact for fact in checked.then.facts})

    def _groups(self, finding: Finding, before: Mapping[Key, Fact] | None) -> tuple[Group, ...]:
        """What a finding rests on; ``before`` is what the other column has told."""
        seen: set[Key] = set()
        groups = []
        for one in finding.found:
            facts = []
            for fact in one.facts:
                told = self._told(fact, before)
                facts.append(replace(told, how="above", words=(), sources=()) if fact.key in seen else told)
                seen.add(fact.key)
            groups.append(Group(_HEADS.get(one.name, one.name[:1].upper() + one.name[1:]), tuple(facts)))
        return tuple(groups)

    def _told(self, fact: Fact, before: Mapping[Key, Fact] | None) -> Told:
        old = before.get(fact.key) if before else None
        words, sources = fact.words, fact.sources
        if old:
            words = tuple(word for word in words if word not in old.words)
            sources = tuple(source for source in sources if source not in old.sources)
        return Told(
            "as-then" if old else "whole",
            " ".join(fact.key),
            self.name(fact),
            fact.said,
            long(fact.known_from) if fact.known_from else None,
            tuple(self._within(fact)),
            tuple(self._whose(fact)),
            tuple(self._spoken(word) for word in words),
            tuple(map(self._reference, sources)),
            new=before is not None and not old,
        )

    def _spoken(self, word: Word) -> Spoken:
        actors = tuple(self._actor(actor) for actor in word.actors)
        who = next((actor for actor in actors if actor[0] == word.claimant), (word.claimant, None))
        return Spoken(word.stance, who, tuple(actor for actor in actors if actor != who), in_words(word.date))

    def _actor(self, name: str) -> Name:
        actor = self._world.actors.get(name)
        return (actor.name if actor else name), self._links.href("party", name)

    def name(self, fact: Fact) -> str:
        """What a fact is called, its days in words, its party by name."""
        if fact.label == "Act":
            kind, by, party = fact.name.rpartition(", ")[0].partition(" by ")
            whose = self._actor(party)[0] if by else ""
            return in_words(f"{kind.replace('-', ' ')}{by}{whose}, {fact.name.rpartition(', ')[2]}")
        if fact.label.endswith("Spell"):
            return in_words(fact.name.partition(", as known from")[0]).replace("-", " ")
        return in_words(fact.name)

    def within(self, checked: CheckedClaim) -> tuple[Name, ...]:
        """The cases and treaties that the facts of a claim belong to, each once."""
        facts = (*checked.then.facts, *checked.now.facts)
        return tuple(dict.fromkeys(name for fact in facts for name in self._within(fact)))

    def _within(self, fact: Fact) -> Iterator[Name]:
        head = fact.id.partition("/")[0]
        if fact.label in {"Event", "Position"}:
            head = self._events.get(head, head)
        if head in self._cases and fact.label in {"Event", "Position", "Case", "CaseState"}:
            treaty, case = self._cases[head]
            yield case.name, self._links.href("case", case.id)
            head = treaty.id
        if head in self._world.treaties:
            yield self._world.treaties[head].short_title, self._links.href("treaty", head)

    def _whose(self, fact: Fact) -> Iterator[Name]:
        parts = {"Actor": 0, "Recognition": 0, "ForceSpell": 1}
        ids = fact.id.split("/")
        place = parts.get(fact.label, len(ids))
        if place < len(ids) and ids[place] in self._world.actors:
            yield self._actor(ids[place])

    def _reference(self, text: str) -> Reference:
        address, source = web(text), self._sources.get(text)
        if source:
            day = in_words(str(source.date)) if source.date else None
            return Reference(source.publisher, day, source.title, address)
        host = urlsplit(text).hostname if address else None
        return Reference((host or text).removeprefix("www."), None, None, address)


def counted(finding: Finding) -> list[tuple[str, str]]:
    """The numbers of a finding, each with what it counts."""
    return [
        (name.replace("_", " "), f"{value:,}" if isinstance(value, int) else str(value))
        for row in finding.counts
        for name, value in row.items()
        if value is not None
    ]


def tally(findings: Sequence[Finding]) -> dict[str, int]:
    """How many have each verdict, in the order of :data:`VERDICTS`."""
    verdicts = [finding.verdict for finding in findings]
    return {verdict: verdicts.count(verdict) for verdict in VERDICTS}
