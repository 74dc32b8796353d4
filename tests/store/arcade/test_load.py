"""What is loaded is what is asked for: every node, edge and property, with its type."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from foedus.errors import EngineUnavailable
from foedus.mapping import Graph
from foedus.store.arcade import Embedded, build


def test_every_node_has_its_label_and_properties(graph: Graph, engine: Embedded) -> None:
    """Dates, lists, booleans, texts and numbers come back as they went in, with id, name and iri."""
    _, rows = engine.rows("MATCH (n) RETURN n ORDER BY labels(n)[0], n.id")
    loaded = [row[0] for row in rows]
    expected = [
        {
            "labels": [node.label],
            "iri": node.iri,
            **{k: list(v) if isinstance(v, tuple) else v for k, v in node.values.items()},
        }
        for node in sorted(graph.nodes, key=lambda node: node.key)
    ]
    assert loaded == expected


def test_every_edge_leads_where_it_should(graph: Graph, engine: Embedded) -> None:
    """Edges have the type and the direction of their predicate."""
    _, rows = engine.rows("MATCH (a)-[r]->(b) RETURN labels(a)[0], a.id, type(r), labels(b)[0], b.id")
    assert sorted(rows) == sorted((*edge.source, edge.type, *edge.target) for edge in graph.edges)


def test_open_bounds_are_dates_to_compare_with(engine: Embedded) -> None:
    """0001-01-01 and 9999-12-31 survive the way through Bolt and compare as dates."""
    text = "MATCH (s:ForceSpell) WHERE s.from <= date($on) AND date($on) < s.until RETURN s.from, s.until"
    assert engine.rows(text, {"on": "1914-07-28"})[1] == [(date.min, date.max)]


def test_a_property_that_is_whole_in_one_node_is_a_number_in_all(engine: Embedded) -> None:
    """40 and 61.5 are one property: neither is cut to a whole number."""
    assert engine.rows("MATCH (a:Actor) RETURN sum(a.latitude)")[1] == [(101.5,)]


def test_ids_are_unique_within_a_label(tmp_path: Path, graph: Graph) -> None:
    """Two nodes of one key are no graph, and the load fails."""
    twice = Graph((*graph.nodes, graph.nodes[0]), graph.edges)
    with pytest.raises(EngineUnavailable, match=r"[Dd]uplicate"):
        build(twice, tmp_path / "cypher")


def test_a_database_may_be_moved(tmp_path: Path, graph: Graph) -> None:
    """A snapshot is made aside and renamed into place."""
    build(graph, tmp_path / "aside")
    shutil.move(tmp_path / "aside", tmp_path / "place")
    engine = Embedded(tmp_path / "place")
    try:
        assert engine.rows("MATCH (a:Actor) RETURN count(a)")[1] == [(2,)]
    finally:
        engine.close()


def test_a_folder_without_a_database_is_named(tmp_path: Path) -> None:
    """A wrong folder is an error that says which."""
    with pytest.raises(EngineUnavailable, match=tmp_path.name):
        Embedded(tmp_path).rows("RETURN 1")
