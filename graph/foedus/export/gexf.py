"""GEXF 1.2 for Gephi, with its timeline, through networkx."""

from pathlib import Path
from typing import Any

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from foedus.export.flat import identifier, record
from foedus.export.lifetimes import Lifetime, common, lifetimes
from foedus.export.place import new_file
from foedus.mapping import Graph
from foedus.model.dates import OPEN_END, OPEN_START

__all__ = ["write"]


def write(graph: Graph, path: Path, force: bool) -> None:
    """Write the graph as it is known at the date of the data, for a timeline shows one time alone.

    A node is there in its lifetime, an edge while both its ends are; an open
    side is left out. No date of today is stamped on the file, so that the same
    data give the same bytes.
    """
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    meta = writer.xml.find("meta")
    meta.attrib.pop("lastmodifieddate")
    meta.find("creator").text = "Foedus"
    writer.add_graph(_network(graph))
    with new_file(path, force) as file, file.open("wb") as out:
        writer.write(out)


def _network(graph: Graph) -> "nx.MultiDiGraph[str]":
    """For GEXF ``label`` is the caption of a node or an edge, and ``id`` its identifier in the file."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph(mode="dynamic")
    times = lifetimes(graph)
    nodes = {node.key: node for node in graph.nodes if node.properties.get("knownUntil", OPEN_END) == OPEN_END}
    for key, node in nodes.items():
        described: dict[str, Any] = {**record(node), "class": node.label}
        own = described.pop("id")
        made.add_node(identifier(key), label=described.pop("name"), foedus_id=own, **described, **_spell(times[key]))
    for place, edge in enumerate(graph.edges):
        if edge.source in nodes and edge.target in nodes:
            time = common(times[edge.source], times[edge.target]) or times[edge.source]
            made.add_edge(
                identifier(edge.source), identifier(edge.target), place, id=place, label=edge.type, **_spell(time)
            )
    return made


def _spell(time: Lifetime) -> dict[str, Any]:
    first, last = time
    start = {} if first == OPEN_START else {"start": first.isoformat()}
    return start | ({} if last == OPEN_END else {"end": last.isoformat()})
