"""Every question of the catalogue gives the same rows on four engines."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

import foedus
from foedus.knowledge_graph import KnowledgeGraph
from foedus.mapping import Graph
from foedus.query.catalogue import Parameter, Question
from foedus.query.rows import rows_of
from foedus.store.bolt import BoltEngine
from foedus.store.push.neo4j import push
from foedus.store.push.sparql import push_graph_store
from foedus.store.remote_sparql import RemoteSparql
from servers.conftest import Bolt

PAIRS = 24
"""Of the day asked about and the day of knowledge."""

DAYS = (
    "1373-06-16", "1839-04-19", "1879-10-07", "1914-07-28", "1914-08-05", "1915-05-01", "1918-01-01", "1939-09-03",
    "1949-04-04", "1956-11-01", "1968-08-21", "1991-12-26", "2001-10-05", "2022-02-24", "2024-10-28", "today",
)  # fmt: skip


@pytest.fixture(scope="module")
def kg() -> Iterator[KnowledgeGraph]:
    """The bundled graph with its embedded engines."""
    with foedus.open() as opened:
        yield opened


@pytest.fixture(scope="module")
def servers(neo4j: Bolt, sparql_server: str, whole: Graph) -> Iterator[tuple[BoltEngine, RemoteSparql]]:
    """Both servers, with the whole graph."""
    push(whole, neo4j.uri, auth=neo4j.auth, prune=True)
    push_graph_store(whole, f"{sparql_server}/data", prune=True)
    bolt = BoltEngine(neo4j.uri, neo4j.auth)
    yield bolt, RemoteSparql(f"{sparql_server}/sparql")
    bolt.close()


def _given(kg: KnowledgeGraph, question: Question, pair: int) -> dict[str, Any]:
    """Values for each parameter, drawn by a fixed seed; optional ones now and then."""
    random = Random(f"{question.id} {pair}")
    drawn = {parameter.name: _value(kg, parameter, random) for parameter in question.parameters}
    optional = {parameter.name for parameter in question.parameters if parameter.optional}
    return {name: value for name, value in drawn.items() if name not in optional or random.random() < 0.5}


def _value(kg: KnowledgeGraph, parameter: Parameter, random: Random) -> Any:
    match parameter.type:
        case "day":
            return random.choice(DAYS)
        case "choice":
            return random.choice(parameter.choices)
        case "actor":
            return random.choice(["RUS", "PRK", "USA", "GBR", "FRA", "DEU", "TUR", "CHN", "un-members"])
    return random.choice(sorted(kg.summary[{"treaty": "treaties", "case": "cases"}[parameter.type]]))


@pytest.mark.parametrize("pair", range(PAIRS))
def test_four_engines_answer_alike(kg: KnowledgeGraph, servers: tuple[BoltEngine, RemoteSparql], pair: int) -> None:
    """Oxigraph, ArcadeDB, Neo4j and Fuseki: the same columns, values, types and order, for every question."""
    bolt, remote = servers
    for question in kg.questions.values():
        given = _given(kg, question, pair)
        expected = kg.ask(question.id, **given)
        answers = {
            "ArcadeDB": kg.ask(question.id, via="cypher", **given),
            "Neo4j": kg.ask(question.id, via=bolt, **given),
            "Fuseki": rows_of(question, *remote.rows(kg.sparql_text(question, kg.bound(question, given))), {}),
        }
        for engine, rows in answers.items():
            assert list(rows) == list(expected), (engine, question.id, given)


PORTABLE = (
    "OPTIONAL MATCH (c:Case {id: 'nobody'}) RETURN COLLECT { MATCH (c)-[:OBLIGOR]->(a) RETURN a.id } AS x",
    "OPTIONAL MATCH (c:Case {id: 'nobody'}) RETURN EXISTS { (c)-[:OBLIGOR]->() } AS x",
    "MATCH (t:Treaty) WITH t.kind AS kind, max(t.ended) AS last RETURN kind, last IS NULL AS x ORDER BY kind",
    "MATCH (t:Treaty) WITH max(t.ended) AS last RETURN last.year AS x",
    "MATCH (a:Actor) RETURN a.name AS x ORDER BY x",
    "MATCH (a:Actor) RETURN a.cowCode AS x, a.id AS y ORDER BY x DESC, y",
    "MATCH (n) WITH labels(n)[0] AS label, count(*) AS number RETURN label, number ORDER BY label",
    "MATCH ()-[r]->() WITH type(r) AS type, count(*) AS number RETURN type, number ORDER BY type",
    "MATCH (a:Actor {id: 'RUS'}) ((x)<-[:SUCCEEDS]-(y)){0,2} (z) RETURN count(z) AS x",
    "MATCH p = shortestPath((a:Actor {id: 'RUS'})-[*..4]-(b:Actor {id: 'PRK'})) RETURN length(p) AS x",
    "RETURN date('0001-01-01') AS a, date('9999-12-31') AS b, date('2024-01-31') + duration('P1M') AS c, 7 / 2 AS d",
    "RETURN date('2024-10') AS a, date('2024-01-01') = '2024-01-01' AS b, 'abc' =~ 'a.*' AS c, [1, 2, 3][0..2] AS d",
    "MATCH (s:CaseState) RETURN min(s.from) AS a, max(s.until) AS b, min(s.knownFrom) AS c, count(s.force) AS d",
    "MATCH (a:Actor) WHERE a.nothing <> 1 RETURN count(a) AS x",
)


@pytest.mark.parametrize("text", PORTABLE)
def test_portable_cypher_is_the_same_on_both(
    kg: KnowledgeGraph, servers: tuple[BoltEngine, RemoteSparql], text: str
) -> None:
    """The forms that docs/cypher.md recommends or calls the same."""
    bolt, _ = servers
    here, there = kg.cypher(text), kg.cypher(text, via=bolt)
    assert list(here) == list(there) != []
    assert set(here.columns) == set(there.columns)
