"""A small graph and the database made of it, once for all tests."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from foedus.mapping import Edge, Graph, Node
from foedus.store.arcade import Embedded, build


@pytest.fixture(scope="session")
def graph() -> Graph:
    """Two actors in one treaty, with a state that is open on all sides."""
    nodes = (
        Node("Actor", "PRK", "North Korea", {"latitude": 40, "aliases": ("DPRK", "North Korea")}),
        Node("Actor", "RUS", "Россия", {"latitude": 61.5, "aliases": ()}),
        Node("Treaty", "rus-prk-2024", "Treaty of Pyongyang", {"signedOn": date(2024, 6, 19), "verified": True}),
        Node("Participation", "rus-prk-2024/PRK", "North Korea", {"role": "party"}),
        Node("Participation", "rus-prk-2024/RUS", "Russia", {"role": "party"}),
        Node("ForceSpell", "a", "in force", {"from": date.min, "until": date.max, "votes": 2}),
    )
    edges = (
        Edge("inTreaty", ("Participation", "rus-prk-2024/PRK"), ("Treaty", "rus-prk-2024")),
        Edge("inTreaty", ("Participation", "rus-prk-2024/RUS"), ("Treaty", "rus-prk-2024")),
        Edge("ofActor", ("Participation", "rus-prk-2024/PRK"), ("Actor", "PRK")),
        Edge("ofActor", ("Participation", "rus-prk-2024/RUS"), ("Actor", "RUS")),
        Edge("forceOf", ("ForceSpell", "a"), ("Participation", "rus-prk-2024/PRK")),
    )
    return Graph(nodes, edges)


@pytest.fixture(scope="session")
def directory(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the database."""
    folder = tmp_path_factory.mktemp("snapshot") / "cypher"
    build(graph, folder)
    return folder


@pytest.fixture(scope="module")
def engine(directory: Path) -> Iterator[Embedded]:
    """The engine over it."""
    embedded = Embedded(directory)
    yield embedded
    embedded.close()
