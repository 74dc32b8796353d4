"""The graph as tables: one for each label, and one for each type of edge between two labels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foedus.mapping import Edge, Graph, Node
from foedus.mapping.ontology import Property, ontology

__all__ = ["EdgeTable", "NodeTable", "edge_tables", "node_tables"]


@dataclass(frozen=True, slots=True)
class NodeTable:
    """The nodes of a label, and the properties that any of them has, in the order of the ontology."""

    label: str
    properties: Sequence[Property]
    nodes: Sequence[Node]


@dataclass(frozen=True, slots=True)
class EdgeTable:
    """The edges of a type between nodes of two labels."""

    source: str
    type: str
    target: str
    edges: Sequence[Edge]


def node_tables(graph: Graph) -> Iterable[NodeTable]:
    """A table for each label that has nodes."""
    by_label: dict[str, list[Node]] = {}
    for node in graph.nodes:
        by_label.setdefault(node.label, []).append(node)
    for label, nodes in sorted(by_label.items()):
        used = {name for node in nodes for name in node.values}
        yield NodeTable(label, [one for name, one in ontology().properties.items() if name in used], nodes)


def edge_tables(graph: Graph) -> Iterable[EdgeTable]:
    """A table for each type between two labels that has edges."""
    by_ends: dict[tuple[str, str, str], list[Edge]] = {}
    for edge in graph.edges:
        by_ends.setdefault((edge.type, edge.source[0], edge.target[0]), []).append(edge)
    for (type_, source, target), edges in sorted(by_ends.items()):
        yield EdgeTable(source, type_, target, edges)
