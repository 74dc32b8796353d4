"""Verdicts follow the records, through what status derives of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

import foedus
from claims.conftest import again
from claims.graphs import of_world
from foedus.model import Event, PartialDate, Treaty, World

SHEETS = ("rus-prk-2024", "rus-prk-2000", "ussr-prk-1961", "rus-dnr-2022", "rus-lnr-2022",
          "rus-south-ossetia-2008", "rus-south-ossetia-2015", "un-sanctions-prk")  # fmt: skip

Mutation = Callable[[World], World]


def edited(sheet: str, **changes: Any) -> Mutation:
    """A world in which fields of a treaty are others."""
    return lambda world: with_treaty(world, world.treaties[sheet].model_copy(update=changes))


def with_treaty(world: World, treaty: Treaty) -> World:
    """A world with a treaty in the place of the one of its id."""
    return replace(world, treaties={**world.treaties, treaty.id: treaty})


def never_bound(sheet: str) -> Mutation:
    """A treaty that no party was ever bound by."""

    def mutated(world: World) -> World:
        treaty = world.treaties[sheet]
        parties = tuple(party.model_copy(update={"from_": None}) for party in treaty.parties)
        return with_treaty(world, treaty.model_copy(update={"parties": parties, "entered_into_force": None}))

    return mutated


def without_events(*kinds: str) -> Mutation:
    """A treaty of 2024 of which no event is of some kinds."""

    def mutated(world: World) -> World:
        return _events(world, lambda event: None if event.type in kinds else event)

    return mutated


def undisputed(world: World) -> World:
    """Nobody disputes anything under the treaty of 2024."""
    return _events(
        world,
        lambda event: event.model_copy(
            update={"positions": tuple(word for word in event.positions if word.stance == "asserts")}
        ),
    )


def _events(world: World, change: Callable[[Event], Event | None]) -> World:
    treaty = world.treaties["rus-prk-2024"]
    cases = tuple(
        case.model_copy(update={"events": tuple(new for event in case.events if (new := change(event)))})
        for case in treaty.cases
    )
    return with_treaty(world, treaty.model_copy(update={"cases": tuple(case for case in cases if case.events)}))


def unrecognised(world: World) -> World:
    """South Ossetia as nobody recognises it."""
    actor = world.actors["south-ossetia"].model_copy(update={"recognition": ()})
    return replace(world, actors={**world.actors, actor.id: actor})


def without_1961(world: World) -> World:
    """The Soviet treaty was never made."""
    treaties = {name: treaty for name, treaty in world.treaties.items() if name != "ussr-prk-1961"}
    treaties["rus-prk-2000"] = treaties["rus-prk-2000"].model_copy(update={"supersedes": ()})
    return replace(world, treaties=treaties)


def ratified(sheet: str, day: str, **votes: int) -> Mutation:
    """The State Duma ratified on another day, or with other votes."""

    def mutated(world: World) -> World:
        treaty = world.treaties[sheet]
        acts = tuple(
            act.model_copy(update={
                "date": PartialDate.parse(day),
                "votes": act.votes.model_copy(update=votes) if act.votes else None,
            })
            if act.type == "ratification" and act.body == "State Duma" else act
            for act in treaty.lifecycle
        )  # fmt: skip
        return with_treaty(world, treaty.model_copy(update={"lifecycle": acts}))

    return mutated


def of_offence(world: World) -> World:
    """The treaty of 2024 obliges to attack, too."""
    treaty = world.treaties["rus-prk-2024"]
    articles = tuple(
        article.model_copy(
            update={"obligations": tuple(duty.model_copy(update={"type": "offense"}) for duty in article.obligations)}
        )
        if article.number == "8"
        else article
        for article in treaty.articles
    )
    return with_treaty(undisputed(world), treaty.model_copy(update={"articles": articles, "cases": ()}))


@pytest.fixture(scope="module")
def small(kg: foedus.KnowledgeGraph) -> World:
    """The treaties that the claims are about, and all actors."""
    world = kg.world
    return replace(world, treaties={name: world.treaties[name] for name in SHEETS}, claims={})


@pytest.mark.parametrize(
    ("claim", "mutation", "then", "now"),
    [
        ("fwm-05", undisputed, "not-covered", "supported"),
        ("fwm-05", without_events("invocation", "acknowledgement"), "not-covered", "partly-supported"),
        ("fwm-06", ratified("rus-prk-2024", "2024-10-24", for_=396), "not-covered", "not-covered"),
        ("fwm-06", ratified("rus-prk-2024", "2024-10-17"), "not-covered", "not-covered"),
        ("fwm-11", without_events("acknowledgement"), "contested", "contested"),
        ("fwm-12", without_events("assistance"), "not-covered", "not-covered"),
        ("fwm-13", never_bound("rus-prk-2024"), "partly-supported", "partly-supported"),
        ("fwm-18", without_1961, "supported", "supported"),
        ("fwm-20", ratified("rus-south-ossetia-2015", "2023-06-19"), "contradicted", "contradicted"),
        ("fwm-24", without_events("acknowledgement", "consultation"), "not-covered", "not-covered"),
        ("fwm-30", never_bound("rus-prk-2024"), "partly-supported", "partly-supported"),
        ("fwm-30", edited("rus-prk-2024", articles=(), cases=()), "not-covered", "partly-supported"),
        ("fwm-31", without_events("non-invocation"), "not-covered", "not-covered"),
        ("fwm-34", unrecognised, "supported", "supported"),
        ("fwm-c1", undisputed, "contradicted", "contradicted"),
        ("fwm-c1", of_offence, "not-covered", "not-covered"),
    ],
)  # fmt: skip
def test_a_verdict_follows_the_records(small: World, claim: str, mutation: Mutation, then: str, now: str) -> None:
    """Where a record is another, so is the verdict; and with it what only rests on the rules of force."""
    found = again(of_world(mutation(small)), claim)[claim]
    assert (found.then.verdict, found.now.verdict) == (then, now)


def test_the_small_world_gives_the_verdicts_of_the_whole(small: World, checked: dict[str, Any]) -> None:
    """The mutations start from the verdicts of the bundled data, statistics aside."""
    found = again(of_world(small))
    for name, one in found.items():
        if one.claim.kind != "statistic":
            assert (one.then.verdict, one.now.verdict) == (checked[name].then.verdict, checked[name].now.verdict), name
