"""Nodes and edges as files that other tools open: one module a format."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Final

from foedus.errors import BadQuery
from foedus.mapping import Graph

__all__ = ["FORMATS", "export"]

FORMATS: Final = {
    "turtle": "RDF that a person can read",
    "ntriples": "RDF, a triple a line, sorted: the same bytes for the same data",
    "jsonld": "RDF as JSON, with the terms of ontology/context.jsonld",
    "graphml": "networkx, yEd, igraph, Cytoscape",
    "gexf": "Gephi, with its timeline: what is known today, with start and end on nodes and edges",
    "csv": "a folder with a table for each kind of node, for pandas, duckdb and spreadsheets",
    "neo4j-admin": "a folder for neo4j-admin database import, where a graph is too large for a push",
}
"""Each format, and what it is for."""


def export(graph: Graph, form: str, path: str | Path, *, force: bool = False) -> Path:
    """Write the graph to a file (or, for ``csv`` and ``neo4j-admin``, a folder) of that format.

    What is written is written aside and renamed into place.

    Args:
        graph: what to write.
        form: one of ``FORMATS``.
        path: of the file or folder.
        force: overwrite an existing file; of an existing folder the files of these names.

    Raises:
        BadQuery: no such format.
        FoedusError: something is there already, or it cannot be written.
    """
    if form not in FORMATS:
        raise BadQuery(f"no format {form!r}; there are {', '.join(FORMATS)}")
    module = import_module(f"foedus.export.{form.replace('-', '_')}")
    write: Callable[[Graph, Path, bool], None] = module.write
    write(graph, Path(path), force)
    return Path(path)
