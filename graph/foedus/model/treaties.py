"""The treaty: its parties and their spells, its life cycle, its clauses."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from foedus.model.cases import Case
from foedus.model.dates import PartialDate
from foedus.model.record import Count, Id, Line, Record, Text
from foedus.model.sources import Source
from foedus.model.vocabulary import (
    ActKind,
    EndedHow,
    ObligationKind,
    ResponseKind,
    SpellStatus,
    TreatyKind,
    TriggerKind,
)

__all__ = ["Act", "Article", "Ending", "Obligation", "Party", "Signature", "Treaty", "Votes"]

EveryParty = Literal["parties"]


class Signature(Record):
    """When and where a treaty was signed; the place may be unknown."""

    date: PartialDate
    place: Line | None


class Ending(Record):
    """When and how a treaty ended (VCLT, Part V)."""

    date: PartialDate
    how: EndedHow
    note: Text | None


class Party(Record):
    """One party and one spell of its: ``from`` the first day bound, on ``to`` no longer bound.

    ``from`` ``None``: signed but not known to be bound; ``to`` ``None``: still a party.
    """

    party: Id
    from_: PartialDate | None = Field(alias="from")
    to: PartialDate | None
    status: SpellStatus = "in-force"
    note: Text | None = None


class Votes(Record):
    """How a body voted: numbers of members."""

    for_: Count = Field(alias="for")
    against: Count
    abstained: Count | None = None


class Act(Record):
    """A dated legal act on a treaty; without a party it is of all."""

    type: ActKind
    party: Id | None = None
    body: Line | None = None
    date: PartialDate
    place: Line | None = None
    votes: Votes | None = None
    note: Text | None = None
    sources: tuple[str, ...]


class Obligation(Record):
    """Who owes what to whom. ``parties`` means every party of the treaty, each for its own spells.

    ``from``, ``to`` and ``then`` are given where the clause's own life differs
    from the treaty's; ``then: suspended`` says that after ``to`` it is
    suspended, not ended.
    """

    type: ObligationKind
    mutual: Annotated[bool, Field(strict=True)]
    owed_by: EveryParty | tuple[Id, ...]
    owed_to: EveryParty | tuple[Id, ...]
    trigger: Text
    trigger_kind: TriggerKind
    response: Text
    response_kind: ResponseKind
    conditions: tuple[Text, ...]
    from_: PartialDate | None = Field(alias="from", default=None)
    to: PartialDate | None = None
    then: Literal["suspended"] | None = None
    note: Text | None = None
    territorial_scope: Text | None


class Article(Record):
    """An operative security article; ``number`` as the text counts, or a label such as ``whole``."""

    number: Line
    summary: Text | None
    quote: Text | None
    sources: tuple[str, ...] = ()
    public_from: PartialDate | None = None
    obligations: tuple[Obligation, ...]


class Treaty(Record):
    """One treaty with all that is recorded of it: one file of ``data/treaties/``."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
    title: Line
    short_title: Line
    map_name: Annotated[str, StringConstraints(min_length=1, max_length=18)] | None = None
    kind: TreatyKind
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None
    atop_id: Annotated[int, Field(strict=True, ge=1)] | None
    depositary: Text | None
    signed: Signature
    supersedes: tuple[Id, ...]
    superseded_by: tuple[Id, ...]
    entered_into_force: PartialDate | None
    ended: Ending | None
    renewal: Text | None
    public_from: PartialDate | None = None
    parties: tuple[Party, ...]
    lifecycle: tuple[Act, ...]
    articles: tuple[Article, ...]
    cases: tuple[Case, ...]
    sources: Mapping[str, Source]
    verified: Annotated[bool, Field(strict=True)]
    doubts: tuple[Text, ...]

    @property
    def party_ids(self) -> tuple[str, ...]:
        """Every party once, in the order of the sheet."""
        return tuple(dict.fromkeys(spell.party for spell in self.parties))

    def spells_of(self, party: str) -> tuple[Party, ...]:
        """The recorded spells of one party; empty for an actor that is no party."""
        return tuple(spell for spell in self.parties if spell.party == party)

    def obligors_of(self, obligation: Obligation) -> tuple[str, ...]:
        """The actors that ``owed_by`` names, ``parties`` resolved."""
        return self.party_ids if obligation.owed_by == "parties" else obligation.owed_by

    def beneficiaries_of(self, obligation: Obligation) -> tuple[str, ...]:
        """The actors that ``owed_to`` names, ``parties`` resolved; they may include third states."""
        return self.party_ids if obligation.owed_to == "parties" else obligation.owed_to

    @property
    def third_states(self) -> tuple[str, ...]:
        """The beneficiaries of its clauses that are no parties (VCLT, Article 36), in order of mention."""
        named = (
            actor for article in self.articles for duty in article.obligations for actor in self.beneficiaries_of(duty)
        )
        return tuple(dict.fromkeys(actor for actor in named if actor not in self.party_ids))

    def articles_named(self, numbers: tuple[str, ...]) -> tuple[Article, ...]:
        """The articles that a case or an event names: ``whole`` means every one, unless one bears that label."""
        labels = {article.number for article in self.articles}
        if "whole" in numbers and "whole" not in labels:
            return self.articles
        return tuple(article for article in self.articles if article.number in numbers)
