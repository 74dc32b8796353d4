"""A push to Neo4j: complete, repeatable, and careful with what is not ours."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from foedus.errors import EngineUnavailable, FoedusError
from foedus.knowledge_graph import KnowledgeGraph
from foedus.mapping import Graph
from foedus.mapping.elements import BASE
from foedus.store.bolt import BoltEngine
from foedus.store.push.neo4j import push
from servers.conftest import SMALL, Bolt, cleared, dated, without_treaty


@pytest.fixture
def driver(neo4j: Bolt) -> Iterator[Driver]:
    """A connection that may write; what Foedus or a test puts there is gone before and after."""
    with GraphDatabase.driver(neo4j.uri, auth=neo4j.auth, notifications_min_severity="OFF") as opened:
        cleared(opened)
        yield opened
        cleared(opened)


def _one(driver: Driver, text: str, **parameters: Any) -> Any:
    return driver.execute_query(text, parameters).records[0].value()


def test_every_node_and_edge_is_there(neo4j: Bolt, driver: Driver, small: Graph) -> None:
    """Labels, all properties with their types, and each edge with its direction."""
    push(small, neo4j.uri, auth=neo4j.auth)
    engine = BoltEngine(neo4j.uri, neo4j.auth)
    _, nodes = engine.rows("MATCH (n) WHERE n.iri STARTS WITH $base RETURN n", {"base": BASE})
    found = sorted((row[0] for row in nodes), key=lambda node: node["iri"])
    expected = [
        {
            "labels": [node.label],
            "iri": node.iri,
            **{name: list(value) if isinstance(value, tuple) else value for name, value in node.values.items()},
        }
        for node in sorted(small.nodes, key=lambda node: node.iri)
    ]
    assert found == expected
    _, edges = engine.rows(
        "MATCH (a)-[r]->(b) WHERE a.iri STARTS WITH $base RETURN labels(a)[0], a.id, type(r), labels(b)[0], b.id",
        {"base": BASE},
    )
    engine.close()
    assert sorted(edges) == sorted((*edge.source, edge.type, *edge.target) for edge in small.edges)


def test_what_was_done_is_counted(neo4j: Bolt, driver: Driver, small: Graph) -> None:
    """The first push makes everything, the second changes nothing and says so."""
    first = push(small, neo4j.uri, auth=neo4j.auth)
    assert first.counts["nodes"].created == len(small.nodes)
    assert first.counts["edges"].created == len(small.edges)
    second = push(small, neo4j.uri, auth=neo4j.auth, prune=True)
    assert not second.changed
    assert str(second) == "nothing changed"


def test_a_second_push_writes_nothing(neo4j: Bolt, driver: Driver, small: Graph) -> None:
    """Not even the same values again: the database's own count of committed writes stands still."""
    push(small, neo4j.uri, auth=neo4j.auth)
    last = "SHOW DATABASE neo4j YIELD name, lastCommittedTxn RETURN lastCommittedTxn"
    before = _one(driver, last)
    push(small, neo4j.uri, auth=neo4j.auth)
    assert _one(driver, last) == before


def test_a_changed_property_is_changed_and_a_lost_one_removed(neo4j: Bolt, driver: Driver, small: Graph) -> None:
    """One node differs, and one is counted."""
    push(small, neo4j.uri, auth=neo4j.auth)
    treaty = next(node for node in small.nodes if node.label == "Treaty")
    properties = {**treaty.properties, "title": "another"}
    del properties["signedOnText"]
    changed = replace(treaty, properties=properties)
    pushed = push(
        Graph(tuple(changed if node is treaty else node for node in small.nodes), small.edges),
        neo4j.uri,
        auth=neo4j.auth,
    )
    assert pushed.counts["nodes"].changed == 1
    record = _one(driver, "MATCH (t:Treaty {id: $id}) RETURN t", id=treaty.id)
    assert (record["title"], record.get("signedOnText")) == ("another", None)


def test_other_peoples_nodes_and_properties_survive(neo4j: Bolt, driver: Driver, small: Graph) -> None:
    """Also with labels of ours, also with --prune, also on nodes of ours; and they count as nobody's change."""
    push(small, neo4j.uri, auth=neo4j.auth)
    driver.execute_query("CREATE (:Somebodys:Actor {id: 'mine', name: 'Mine'})-[:KNOWS]->(:Somebodys {iri: 'urn:x'})")
    driver.execute_query("MATCH (a:Actor {id: 'RUS'}) SET a.community = 7")
    driver.execute_query("MATCH (a:Actor {id: 'RUS'}), (b:Actor {id: 'IRN'}) CREATE (a)-[:TRADES_WITH]->(b)")
    assert not push(small, neo4j.uri, auth=neo4j.auth, prune=True).changed
    assert _one(driver, "MATCH (n:Somebodys)-[:KNOWS]->(m:Somebodys) RETURN count(*)") == 1
    assert _one(driver, "MATCH (a:Actor {id: 'RUS'})-[:TRADES_WITH]->() RETURN a.community") == 7


def test_a_stranger_under_a_key_of_ours_is_not_taken_over(neo4j: Bolt, driver: Driver, small: Graph) -> None:
    """The push names it and writes nothing."""
    driver.execute_query("CREATE (:Somebodys:Actor {id: 'RUS', name: 'my own'})")
    with pytest.raises(FoedusError, match=r"\(:Actor \{id: 'RUS'\}\)"):
        push(small, neo4j.uri, auth=neo4j.auth)
    assert _one(driver, "MATCH (n) WHERE n.iri STARTS WITH $base RETURN count(n)", base=BASE) == 0


def test_prune_removes_what_the_source_lost(neo4j: Bolt, driver: Driver, small: Graph) -> None:
    """Without it the leftovers are counted, with it nodes and edges go, and the rest stays."""
    push(small, neo4j.uri, auth=neo4j.auth)
    fewer = without_treaty(small, f"{SMALL}/")
    fewer = Graph(fewer.nodes, fewer.edges[1:])
    left = push(fewer, neo4j.uri, auth=neo4j.auth)
    assert left.counts["nodes"].left == len(small.nodes) - len(fewer.nodes)
    assert "see --prune" in str(left)
    pruned = push(fewer, neo4j.uri, auth=neo4j.auth, prune=True)
    assert pruned.counts["nodes"].deleted == len(small.nodes) - len(fewer.nodes)
    assert pruned.counts["edges"].deleted == len(small.edges) - len(fewer.edges)
    count = "MATCH (n) WHERE n.iri STARTS WITH $base OPTIONAL MATCH (n)-[r]->() RETURN count(r)"
    assert _one(driver, count, base=BASE) == len(fewer.edges)
    assert not push(fewer, neo4j.uri, auth=neo4j.auth).changed


def test_progress_reaches_the_end(neo4j: Bolt, driver: Driver, small: Graph) -> None:
    """It rises, and ends with all nodes and edges."""
    told: list[tuple[int, int]] = []
    push(small, neo4j.uri, auth=neo4j.auth, progress=lambda done, total: told.append((done, total)))
    total = len(small.nodes) + len(small.edges)
    assert told == sorted(told)
    assert told[-1] == (total, total)


def test_ids_are_unique_and_dates_and_kinds_indexed(neo4j: Bolt, driver: Driver, small: Graph) -> None:
    """A constraint for each label, and indexes that are online."""
    push(small, neo4j.uri, auth=neo4j.auth)
    found = driver.execute_query("SHOW INDEXES YIELD labelsOrTypes, properties, owningConstraint, state").records
    indexed = {
        (record["labelsOrTypes"][0], record["properties"][0]): record["owningConstraint"] is not None
        for record in found
        if record["labelsOrTypes"] and record["state"] == "ONLINE"
    }
    assert indexed["Treaty", "id"]
    assert not indexed["CaseState", "knownUntil"]
    assert not indexed["Obligation", "kind"]


def test_a_wrong_password_is_said(neo4j: Bolt, small: Graph) -> None:
    """The message is about user and password, and holds none."""
    with pytest.raises(EngineUnavailable, match="refused the user or password") as raised:
        push(small, neo4j.uri, auth=("neo4j", "not-the-password"))
    assert "not-the-password" not in str(raised.value)


def test_an_unknown_database_is_named(neo4j: Bolt, small: Graph) -> None:
    """The server's words say which."""
    with pytest.raises(EngineUnavailable, match="nowhere"):
        push(small, neo4j.uri, auth=neo4j.auth, database="nowhere", patience=1)


def test_a_server_is_asked_for_what_it_holds(neo4j: Bolt, driver: Driver, small: Graph, kg: KnowledgeGraph) -> None:
    """An empty one holds no graph, which is no answer; the date of the data is that of the server."""
    engine = BoltEngine(neo4j.uri, neo4j.auth)
    with pytest.raises(EngineUnavailable, match="holds no graph"):
        kg.ask("active-clauses", via=engine)
    push(dated(small, date(2024, 12, 31)), neo4j.uri, auth=neo4j.auth)
    rows = kg.ask("active-clauses", via=engine)
    assert rows.about["edition"] == rows.about["parameters"]["known"] == date(2024, 12, 31)
    engine.close()
