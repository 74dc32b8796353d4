"""A small graph with every kind of value, awkward text among it, and edges both ways."""

from datetime import date

import pytest

from foedus.mapping import Edge, Graph, Node

AWKWARD = 'one, "two"; three\n<four> & ünf, \\ \t'


@pytest.fixture(scope="session")
def graph() -> Graph:
    """Two actors that owe each other something under one treaty, with rectangles, one of outdated knowledge."""
    rectangle = {"from": date(2024, 12, 4), "until": date.max, "knownFrom": date(2024, 12, 4), "knownUntil": date.max}
    outdated = {**rectangle, "from": date.min, "knownUntil": date(2024, 12, 4), "knownFrom": date(2024, 6, 19)}
    nodes = (
        Node("Actor", "PRK", "North Korea", {"latitude": 39.0, "aliases": ("DPRK", AWKWARD), "cowCode": 731}),
        Node("Actor", "RUS", "Россия", {"latitude": 55.75}),
        Node("Spell", "PRK/1", "North Korea exists", {"from": date(1948, 9, 9), "fromText": "1948-09-09"}),
        Node("Treaty", "a-2024", AWKWARD, {"signedOn": date(2024, 6, 19), "verified": True, "kind": "treaty"}),
        Node("Treaty", "b-1961", "old", {"signedOn": date(1961, 7, 6), "endedLatest": date(1996, 9, 10)}),
        Node("Participation", "a-2024/PRK", "North Korea", {"role": "party"}),
        Node("Participation", "a-2024/RUS", "Russia", {"role": "party"}),
        Node("Article", "a-2024/4", "Article 4", {"number": "4"}),
        Node("Obligation", "a-2024/4/1", "defense", {"kind": "defense", "mutual": True, "conditions": ("a", "b")}),
        Node("ForceSpell", "a", "in force", {"binding": True, "derived": True, **rectangle}),
        Node("ForceSpell", "b", "not yet", {"binding": False, "derived": True, **outdated}),
    )
    participation, obligation = ("Participation", "a-2024/PRK"), ("Obligation", "a-2024/4/1")
    edges = (
        Edge("spellOf", ("Spell", "PRK/1"), ("Actor", "PRK")),
        Edge("inTreaty", participation, ("Treaty", "a-2024")),
        Edge("inTreaty", ("Participation", "a-2024/RUS"), ("Treaty", "a-2024")),
        Edge("ofActor", participation, ("Actor", "PRK")),
        Edge("partOf", ("Article", "a-2024/4"), ("Treaty", "a-2024")),
        Edge("imposedBy", obligation, ("Article", "a-2024/4")),
        Edge("owedBy", obligation, participation),
        Edge("owedTo", obligation, participation),
        Edge("owedTo", obligation, ("Participation", "a-2024/RUS")),
        Edge("forceOf", ("ForceSpell", "a"), participation),
        Edge("forceOf", ("ForceSpell", "b"), participation),
        Edge("supersedes", ("Treaty", "a-2024"), ("Treaty", "b-1961")),
    )
    return Graph(nodes, edges)
