"""N-Triples: a triple a line, sorted."""

from pathlib import Path

from foedus.export.place import new_file
from foedus.mapping import Graph
from foedus.mapping.rdf import ntriples

__all__ = ["write"]


def write(graph: Graph, path: Path, force: bool) -> None:
    """Write the graph; the same data give the same bytes on any machine."""
    with new_file(path, force) as file:
        file.write_bytes(ntriples(graph).encode())
