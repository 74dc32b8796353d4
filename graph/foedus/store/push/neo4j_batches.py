"""Nodes and edges as batches of rows, each with the Cypher that merges it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from foedus.mapping.elements import Edge, Node
from foedus.mapping.ontology import ontology

__all__ = ["DELETED_AT_ONCE", "Batch", "edge_batches", "node_batches", "pieces"]

T = TypeVar("T")

_AT_ONCE: Final = 5_000
"""Rows of a transaction: more were no faster, and a broken connection costs at most so many."""

DELETED_AT_ONCE: Final = 1_000

_LAST: Final = "FROM_DATASET"

_NODES: Final = """
UNWIND $rows AS row
MERGE (n:`{label}` {{id: row.id}})
WITH n, row
WHERE any(name IN $names WHERE NOT coalesce(n[name] = row[name], n[name] IS NULL AND row[name] IS NULL))
SET n += $nothing, n += row
RETURN count(*) AS touched
"""
_EDGES: Final = """
UNWIND $rows AS row
MATCH (a:`{source}` {{id: row[0]}})
MATCH (b:`{target}` {{id: row[1]}})
MERGE (a)-[:`{type}`]->(b)
RETURN count(*) AS touched
"""


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows that one transaction merges."""

    text: str
    rows: Sequence[object]
    is_node: bool
    parameters: Mapping[str, object] = field(default_factory=dict)


def node_batches(nodes: Iterable[Node]) -> Iterator[Batch]:
    """Batches of one label each; a declared property that a node lacks is removed, one that is not declared stays."""
    by_label: dict[str, list[Node]] = {}
    for node in nodes:
        by_label.setdefault(node.label, []).append(node)
    for label, found in by_label.items():
        names = ["iri", *_declared(label)]
        parameters = {"names": names, "nothing": {name: None for name in names if name != "id"}}
        for piece in pieces(found, _AT_ONCE):
            yield Batch(_NODES.format(label=label), [_row(node) for node in piece], True, parameters)


def edge_batches(edges: Iterable[Edge]) -> Iterator[Batch]:
    """Batches of one type between two labels each; last what ties the treaties to their data.

    Without it :func:`foedus.store.servers.edition` takes a graph for one whose push was cut off.
    """
    by_ends: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for edge in edges:
        (source, from_), (target, to) = edge.source, edge.target
        by_ends.setdefault((source, edge.type, target), []).append((from_, to))
    for (source, type_, target), found in sorted(by_ends.items(), key=lambda batch: batch[0][1] == _LAST):
        text = _EDGES.format(source=source, type=type_, target=target)
        for piece in pieces(found, _AT_ONCE):
            yield Batch(text, piece, False)


def pieces(found: Sequence[T], size: int) -> Iterator[list[T]]:
    """Slices of at most ``size``.

    >>> list(pieces("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    return (list(found[start : start + size]) for start in range(0, len(found), size))


def _declared(label: str) -> list[str]:
    return [name for name, one in ontology().properties.items() if label in one.classes and not one.is_object]


def _row(node: Node) -> dict[str, object]:
    values = {name: list(value) if isinstance(value, tuple) else value for name, value in node.values.items()}
    return {"iri": node.iri, **values}
