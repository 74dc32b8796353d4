"""The real servers, each started once for the session, or the running one that the environment names."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest
from neo4j import Driver

from foedus.ingest import read
from foedus.mapping import Edge, Graph, Node, graph
from foedus.mapping.elements import BASE
from foedus.resources import folder
from foedus.status import derive
from servers.fuseki_server import FusekiServer
from servers.maven import Missing
from servers.neo4j_server import Neo4jServer

SMALL = "rus-irn-2025"
"""A treaty with a case, with claim and counter-claim: nodes of nearly every label, and few."""


@dataclass(frozen=True)
class Bolt:
    """A Neo4j server to test against."""

    uri: str
    auth: tuple[str, str]


def without(server: str, missing: Missing) -> None:
    """Skip, in one line that says what is missing; in continuous integration that is a failure."""
    message = f"NOT TESTED against {server}: {missing}"
    if os.environ.get("CI") == "true":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


@pytest.fixture(scope="session")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bolt]:
    """Neo4j, at ``FOEDUS_TEST_NEO4J_URI`` (with ``NEO4J_USERNAME`` and ``NEO4J_PASSWORD``) or started.

    With xdist each worker that needs one starts its own; one that runs already
    is for a single process (``pytest -n 0``), for the tests empty it in turn.
    """
    if uri := os.environ.get("FOEDUS_TEST_NEO4J_URI"):
        yield Bolt(uri, (os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ["NEO4J_PASSWORD"]))
        return
    try:
        server = Neo4jServer(tmp_path_factory.mktemp("neo4j"))
    except Missing as missing:
        without("Neo4j", missing)
        return
    server.start()
    yield Bolt(server.uri, server.auth)
    server.kill()


def cleared(driver: Driver) -> None:
    """Without what Foedus or a test put there; a server that runs already may hold other people's nodes."""
    driver.execute_query("MATCH (n) WHERE n.iri STARTS WITH $base OR n:Somebodys DETACH DELETE n", base=BASE)


@pytest.fixture(scope="module")
def own_neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A Neo4j that a module may kill and start again; it is not started yet."""
    try:
        server = Neo4jServer(tmp_path_factory.mktemp("own-neo4j"))
    except Missing as missing:
        without("Neo4j", missing)
        return
    yield server
    if server.is_running:
        server.kill()


@pytest.fixture(scope="session")
def sparql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a data set of Fuseki, at ``FOEDUS_TEST_SPARQL_URL`` or started."""
    if url := os.environ.get("FOEDUS_TEST_SPARQL_URL"):
        yield url.rstrip("/")
        return
    try:
        server = FusekiServer(tmp_path_factory.mktemp("fuseki"))
    except Missing as missing:
        without("Fuseki", missing)
        return
    yield server.url
    server.kill()


@pytest.fixture(scope="session")
def whole() -> Graph:
    """The graph of the bundled data."""
    world = read([folder("data")])
    return graph(world, derive(world))


@pytest.fixture(scope="session")
def small(whole: Graph) -> Graph:
    """A treaty with all that hangs on it, and the other ends of its edges."""
    return part(whole, SMALL)


@pytest.fixture(scope="session")
def larger(whole: Graph) -> Graph:
    """A treaty of many parties and cases, of which a push takes many transactions."""
    return part(whole, "nato-1949")


def part(whole: Graph, treaty: str) -> Graph:
    """The nodes whose id begins with a treaty's, what they lead to, and the edges between these."""
    begins = {node.key for node in whole.nodes if node.id.startswith(treaty)}
    near = begins | {edge.target for edge in whole.edges if edge.source in begins}
    edges = tuple(edge for edge in whole.edges if edge.source in near and edge.target in near)
    return Graph(tuple(node for node in whole.nodes if node.key in near), edges)


def dated(of: Graph, day: date) -> Graph:
    """A graph whose data bear another date."""
    nodes = (
        replace(node, properties={**node.properties, "date": day}) if node.label == "Dataset" else node
        for node in of.nodes
    )
    return Graph(tuple(nodes), of.edges)


def without_treaty(of: Graph, treaty: str) -> Graph:
    """A graph as it would be if a treaty were no longer in the source."""
    nodes: tuple[Node, ...] = tuple(node for node in of.nodes if not node.id.startswith(treaty))
    keys = {node.key for node in nodes}
    edges: tuple[Edge, ...] = tuple(edge for edge in of.edges if edge.source in keys and edge.target in keys)
    return Graph(nodes, edges)
