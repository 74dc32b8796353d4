"""Nodes and edges into a database of the embedded engine, once per snapshot."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from foedus.store.arcade.child import Child
from foedus.store.arcade.embedded import DATABASE

if TYPE_CHECKING:
    from foedus.mapping import Graph, Key, Node

__all__ = ["build"]

_KINDS = ((bool, "BOOLEAN"), (int, "LONG"), (float, "DOUBLE"), (date, "DATE"), (tuple, "LIST"), (str, "STRING"))


def build(graph: "Graph", directory: Path) -> None:
    """Write a database that :class:`~foedus.store.arcade.Embedded` reads.

    Each label gets a unique index on ``id``. The dates of rectangles get none:
    at 16,000 rectangles of a label an index saved nothing on any pair of days
    but the earliest, for most rectangles overlap most days.

    Args:
        graph: what to load.
        directory: a folder, made if need be, that holds no database yet.

    Raises:
        EngineUnavailable: the engine is not installed or cannot write there.
    """
    directory.mkdir(parents=True, exist_ok=True)
    child = Child({})
    try:
        child.order("load", database=str(directory.absolute() / DATABASE))
        child.send(_lines(graph))
        child.answer()
    finally:
        child.stop()


def _lines(graph: "Graph") -> Iterator[Mapping[str, object]]:
    tables: dict[str, list[Node]] = {}
    places: dict[Key, tuple[str, int]] = {}
    for node in graph.nodes:
        table = tables.setdefault(node.label, [])
        places[node.label, node.id] = node.label, len(table)
        table.append(node)
    for label, nodes in tables.items():
        yield {"label": label, "properties": _properties(nodes), "rows": [_row(node) for node in nodes]}
    ends: dict[str, tuple[list[tuple[str, int]], list[tuple[str, int]]]] = {}
    for edge in graph.edges:
        sources, targets = ends.setdefault(edge.type, ([], []))
        sources.append(places[edge.source])
        targets.append(places[edge.target])
    for type_, (sources, targets) in ends.items():
        yield {"type": type_, "sources": sources, "targets": targets}
    yield {}


def _properties(nodes: "list[Node]") -> dict[str, str]:
    kinds: dict[str, set[str]] = {}
    for node in nodes:
        for name, value in node.values.items():
            kinds.setdefault(name, set()).add(_kind(value))
    return {"iri": "STRING", **{name: _widest(found) for name, found in kinds.items()}}


def _kind(value: object) -> str:
    return next(kind for type_, kind in _KINDS if isinstance(value, type_))


def _widest(kinds: set[str]) -> str:
    """One kind for a property; a number that is whole in one node and not in another is a ``DOUBLE``."""
    return "DOUBLE" if kinds == {"LONG", "DOUBLE"} else kinds.pop()


def _row(node: "Node") -> dict[str, object]:
    return {"iri": node.iri, **{name: _json(value) for name, value in node.values.items()}}


def _json(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
