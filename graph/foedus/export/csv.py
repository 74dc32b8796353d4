"""A folder of CSV files: a tidy table for each kind of node, and one of all edges."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from foedus.export.flat import flat
from foedus.export.place import new_folder
from foedus.export.tables import node_tables
from foedus.mapping import Graph

__all__ = ["write", "write_table"]

_EDGES = ("type", "source", "sourceId", "target", "targetId")


def write(graph: Graph, path: Path, force: bool) -> None:
    """Write ``Treaty.csv`` and the like, and ``edges.csv``, whose ids belong to the labels beside them.

    An absent value is an empty cell; dates are ISO 8601, lists JSON arrays.
    """
    with new_folder(path, force) as folder:
        for table in node_tables(graph):
            names = [one.name for one in table.properties]
            rows = (
                [node.iri, *(flat(value) if (value := node.values.get(name)) is not None else "" for name in names)]
                for node in table.nodes
            )
            write_table(folder / f"{table.label}.csv", ["iri", *names], rows)
        edges = ((edge.type, *edge.source, *edge.target) for edge in graph.edges)
        write_table(folder / "edges.csv", _EDGES, edges)


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write one table (RFC 4180, with line feeds alone); truth is ``true`` or ``false``."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([str(cell).lower() if isinstance(cell, bool) else cell for cell in row] for row in rows)
