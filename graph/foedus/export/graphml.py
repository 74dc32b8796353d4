"""GraphML, through networkx."""

from pathlib import Path

import networkx as nx

from foedus.export.flat import identifier, record
from foedus.export.place import new_file
from foedus.mapping import Graph

__all__ = ["network", "write"]


def write(graph: Graph, path: Path, force: bool) -> None:
    """Write the graph, by networkx's own writer even where lxml is installed: both give other bytes."""
    with new_file(path, force) as file:
        nx.write_graphml_xml(network(graph), file, named_key_ids=True)


def network(graph: Graph) -> "nx.MultiDiGraph[str]":
    """The whole graph for networkx: ``label`` is the kind of a node, ``type`` that of an edge; all else is flat."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph.nodes:
        made.add_node(identifier(node.key), label=node.label, **record(node))
    for place, edge in enumerate(graph.edges):
        made.add_edge(identifier(edge.source), identifier(edge.target), place, type=edge.type)
    return made
