"""A world of many treaties between many states, drawn by a fixed seed: nothing in it is a fact."""

import random
from datetime import date, timedelta
from typing import Any

from foedus.model import Actor, Case, Place, Treaty, World
from foedus.model.sources import Edition

__all__ = ["large_world"]

START, END = date(1900, 1, 1), date(2026, 1, 1)
DUTIES = ("defense", "defense", "assistance", "consultation", "nonaggression")


def large_world(*, treaties: int, states: int, seed: int = 7) -> World:
    """Nine treaties in ten between two states, the others among up to thirty; a case for every second one."""
    chance = random.Random(seed)
    actors = {name: _actor(name) for name in (f"S{number:03}" for number in range(states))}
    places = {name: _place(name, chance) for name in actors}
    made = [_treaty(number, list(actors), chance) for number in range(treaties)]
    edition = Edition.model_validate(
        {"name": "made up", "version": "2026.1.1", "date": END, "licence": "CC0-1.0", "covers": "nothing"}
    )
    return World(edition, actors, places, {}, {treaty.id: treaty for treaty in made})


def _actor(name: str) -> Actor:
    return Actor.model_validate(
        {
            "id": name, "name": f"State {name}", "official_name": f"The State of {name}", "kind": "state", "iso3": None,
            "cow": None, "gw": None, "wikidata": None, "exists": [{"from": "1900", "to": None}], "succeeds": [],
            "aliases": [f"Land {name}"], "note": None,
        }
    )  # fmt: skip


def _place(name: str, chance: random.Random) -> Place:
    return Place(seat=name, lat=round(chance.uniform(-45, 65), 2), lon=round(chance.uniform(-170, 190) % 360 - 180, 2))


def _day(chance: random.Random, start: date, end: date) -> date:
    return start + timedelta(days=chance.randrange(max(1, (end - start).days)))


def _treaty(number: int, states: list[str], chance: random.Random) -> Treaty:
    parties = chance.sample(states, 2 if chance.random() < 0.9 else chance.randint(3, 30))
    signed = _day(chance, START, date(2020, 1, 1))
    until = _day(chance, signed + timedelta(days=400), END) if chance.random() < 0.5 else None
    name = f"made-up-{number}"
    sheet: dict[str, Any] = {
        "id": name, "title": f"Treaty {number}", "short_title": f"Treaty {number}", "map_name": f"T{number}",
        "kind": "treaty", "wikidata": None, "atop_id": None, "depositary": None,
        "signed": {"date": signed, "place": None}, "supersedes": [], "superseded_by": [],
        "entered_into_force": signed, "ended": {"date": until, "how": "lapsed", "note": None} if until else None,
        "renewal": None, "parties": [{"party": party, "from": signed, "to": until} for party in parties],
        "lifecycle": [], "articles": [_article(place, chance) for place in (1, 2)],
        "cases": [_case(name, parties, signed, chance)] if number % 2 else [],
        "sources": {"s1": {"publisher": "made up", "title": "made up", "date": signed, "url": "https://example.org"}},
        "verified": False, "doubts": [],
    }  # fmt: skip
    return Treaty.model_validate(sheet)


def _article(place: int, chance: random.Random) -> dict[str, Any]:
    duty = {
        "type": chance.choice(DUTIES), "mutual": True, "owed_by": "parties", "owed_to": "parties",
        "trigger": "armed attack on a party by a third state", "trigger_kind": "armed-attack",
        "response": "the other party comes to its aid", "response_kind": "discretionary", "conditions": [],
        "territorial_scope": None,
    }  # fmt: skip
    summary = "The parties come to each other's aid when one of them is attacked."
    return {"number": str(place), "summary": summary, "quote": None, "obligations": [duty]}


def _case(treaty: str, parties: list[str], signed: date, chance: random.Random) -> Case:
    opened = _day(chance, signed, END)
    kinds = ("trigger", "request", "invocation", "assistance")
    days = sorted(_day(chance, opened, END) for _ in kinds)
    claim = {"stance": "asserts", "claimant": "Ministry", "speaks_for": parties[:1], "statement": "it was so"}
    events = [
        {
            "id": f"{treaty}-e{place}", "articles": ["1"], "date": day, "end": None, "type": kind, "conflict": None,
            "obligor": parties[:1], "beneficiary": parties[1:2], "positions": [claim],
            "summary": "What happened is told here in a sentence of the usual length.", "sources": ["s1"],
        }
        for place, (kind, day) in enumerate(zip(kinds, days, strict=True))
    ]  # fmt: skip
    return Case.model_validate(
        {
            "id": f"{treaty}-case", "articles": ["1"], "name": f"Case of {treaty}", "duty": "defense", "conflict": None,
            "beneficiary": parties[1:2], "obligors": parties[:1], "opened": days[1], "closed": days[-1],
            "closure": "closed", "last_evidence": days[-1], "outcome": "honoured", "basis": "made up",
            "events": events,
        }
    )  # fmt: skip
