"""Short ways to write the records that the rules look at; what they do not look at is filled in."""

from collections.abc import Mapping
from typing import Any

from foedus.model import (
    Act,
    Actor,
    Article,
    Case,
    Edition,
    Event,
    Obligation,
    PartialDate,
    Party,
    Position,
    Source,
    Treaty,
    World,
)

__all__ = ["act", "actor", "article", "case", "event", "obligation", "party", "position", "source", "treaty", "world"]

Written = str | PartialDate
"""A date as an example writes it, or as a strategy draws it."""


def actor(id: str, kind: str = "state") -> Actor:
    """An actor: a state unless another kind is named."""
    unnamed = dict.fromkeys(("iso3", "cow", "gw", "wikidata", "note"))
    return Actor(id=id, name=id, official_name=id, kind=kind, exists=(), succeeds=(), aliases=(), **unnamed)


def party(party: str, from_: Written | None, to: Written | None = None, status: str = "in-force") -> Party:
    """One spell of one party."""
    return Party(party=party, from_=from_, to=to, status=status)


def act(type: str, party: str | None, date: Written, *sources: str) -> Act:
    """A dated legal act of one party, or of all."""
    return Act(type=type, party=party, date=date, sources=sources)


def obligation(
    type: str = "defense", owed_by: Any = "parties", owed_to: Any = "parties", **bounds: Written | None
) -> Obligation:
    """A clause; ``bounds`` are its own ``from_``, ``to`` and ``then``."""
    told = {"trigger": "attack", "trigger_kind": "armed-attack", "response": "aid", "response_kind": "discretionary"}
    life: dict[str, Any] = {**told, **bounds}
    return Obligation(
        type=type,
        mutual=owed_by == owed_to,
        owed_by=owed_by,
        owed_to=owed_to,
        conditions=(),
        territorial_scope=None,
        **life,
    )


def article(number: str, *obligations: Obligation, public_from: Written | None = None) -> Article:
    """An article with its clauses."""
    return Article(number=number, summary=None, quote=None, public_from=public_from, obligations=obligations)


def position(claimant: str, *speaks_for: str, stance: str = "asserts", date: Written | None = None) -> Position:
    """Somebody's word, given with the event unless dated."""
    return Position(stance=stance, claimant=claimant, speaks_for=speaks_for, date=date)


def event(id: str, type: str, date: Written, *positions: Position, **more: Any) -> Event:
    """An event from A to B, unless ``obligor`` and ``beneficiary`` say otherwise."""
    told: dict[str, Any] = {"articles": (), "end": None, "obligor": ("A",), "beneficiary": ("B",), "sources": ()}
    return Event(id=id, type=type, date=date, positions=positions, conflict=None, summary=id, **{**told, **more})


def case(*events: Event, **more: Any) -> Case:
    """A case of defence owed by A to B under Article 1, open unless ``closure`` says otherwise."""
    told: dict[str, Any] = {
        "id": "t-case",
        "name": "case",
        "articles": ("1",),
        "duty": "defense",
        "obligors": ("A",),
        "beneficiary": ("B",),
        "opened": None,
        "closed": None,
        "closure": "open" if more.get("opened") else "none",
        "last_evidence": max(one.date.text for one in events),
        "outcome": "honoured",
    }
    return Case(events=events, conflict=None, basis="basis", **{**told, **more})


def source(date: Written | None) -> Source:
    """A document of a date."""
    return Source(publisher="publisher", title="title", date=date, url=None)


def treaty(*parties: Party, **more: Any) -> Treaty:
    """A treaty signed and in force on 1 January 1990, its Article 1 one duty of defence among all parties."""
    signed, ended = more.pop("signed", "1990-01-01"), more.pop("ended", None)
    told: dict[str, Any] = {
        "id": "t",
        "entered_into_force": "1990-01-01",
        "articles": (article("1", obligation()),),
        "lifecycle": (),
        "cases": (),
        "sources": {},
    }
    unsaid: dict[str, Any] = dict.fromkeys(("wikidata", "atop_id", "depositary", "renewal"))
    return Treaty(
        title="treaty",
        short_title="treaty",
        kind="treaty",
        signed={"date": signed, "place": None},
        ended=ended and {"date": ended, "how": "terminated", "note": None},
        parties=parties,
        supersedes=(),
        superseded_by=(),
        verified=False,
        doubts=(),
        **{**unsaid, **told, **more},
    )


KINDS: Mapping[str, str] = {"un-members": "group", "league-members": "group", "G": "group", "O": "organisation"}
"""The actors that are no states."""


def world(
    *treaties: Treaty, edition: str = "2005-12-31", actors: str = "A B C D G O un-members league-members"
) -> World:
    """A world of some treaties; its data are dated at the end of 2005, after everything."""
    known = {id: actor(id, KINDS.get(id, "state")) for id in actors.split()}
    data = Edition(name="data", version="2005.12.31", date=edition, licence="CC-BY-4.0", covers="an example")
    return World(data, known, {}, {}, {one.id: one for one in treaties})
