"""GraphML and GEXF, as networkx and Gephi read them."""

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from foedus.export import export
from foedus.export.graphml import network
from foedus.mapping import Graph

GEXF = {"g": "http://www.gexf.net/1.2draft"}


def test_graphml_round_trips(graph: Graph, tmp_path: Path) -> None:
    """Every node, edge and value comes back, parallel edges among them."""
    read = nx.read_graphml(export(graph, "graphml", tmp_path / "g.graphml"), edge_key_type=int, force_multigraph=True)
    made = network(graph)
    assert dict(read.nodes(data=True)) == dict(made.nodes(data=True))
    assert sorted(read.edges(data="type")) == sorted(made.edges(data="type"))
    assert len(read.edges) == len(graph.edges)


def test_a_list_and_a_date_are_text(graph: Graph, tmp_path: Path) -> None:
    """Networkx rejects both; a list is a JSON array, a day ISO 8601."""
    read = nx.read_graphml(export(graph, "graphml", tmp_path / "g.graphml"))
    assert read.nodes["obligation/a-2024/4/1"]["conditions"] == '["a", "b"]'
    assert read.nodes["treaty/a-2024"]["signedOn"] == "2024-06-19"


@pytest.fixture(scope="module")
def gexf(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> ET.Element:
    """The file as XML."""
    return ET.parse(export(graph, "gexf", tmp_path_factory.mktemp("gexf") / "g.gexf")).getroot()


def _times(gexf: ET.Element, kind: str) -> dict[str, tuple[Any, Any]]:
    found = gexf.iterfind(f".//g:{kind}", GEXF)
    return {
        element.get("id") if kind == "node" else f"{element.get('source')} {element.get('label')}": (
            element.get("start"),
            element.get("end"),
        )
        for element in found
    }


def test_gephi_gets_a_timeline(gexf: ET.Element) -> None:
    """The graph is dynamic and its times are dates: what Gephi needs to offer the timeline."""
    found = gexf.find("g:graph", GEXF)
    assert found is not None
    assert (found.get("mode"), found.get("timeformat")) == ("dynamic", "date")


def test_nodes_are_there_in_their_lifetime(gexf: ET.Element) -> None:
    """Own dates; of parts those of the whole; of actors those of their existence; open sides left out."""
    times = _times(gexf, "node")
    assert times["treaty/b-1961"] == ("1961-07-06", "1996-09-10")
    assert times["obligation/a-2024/4/1"] == ("2024-06-19", None)
    assert times["actor/PRK"] == ("1948-09-09", None)
    assert times["actor/RUS"] == (None, None)
    assert times["force-spell/a"] == ("2024-12-04", None)


def test_edges_are_there_while_both_ends_are(gexf: ET.Element) -> None:
    """The later start of the two."""
    times = _times(gexf, "edge")
    assert times["participation/a-2024/PRK OF_ACTOR"] == ("2024-06-19", None)
    assert times["force-spell/a FORCE_OF"] == ("2024-12-04", None)


def test_gexf_holds_what_is_known_at_the_date_of_the_data(gexf: ET.Element) -> None:
    """A timeline shows one time: rectangles of outdated knowledge are left out, with their edges."""
    assert "force-spell/b" not in _times(gexf, "node")
    assert "force-spell/b FORCE_OF" not in _times(gexf, "edge")


def test_networkx_reads_gexf(graph: Graph, tmp_path: Path) -> None:
    """By its own reader."""
    read = nx.read_gexf(export(graph, "gexf", tmp_path / "g.gexf"))
    assert len(read) == len(graph.nodes) - 1
    assert read.nodes["actor/RUS"]["label"] == "Россия"
