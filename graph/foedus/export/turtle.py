"""Turtle, grouped by subject, with a prefix for each class."""

from pathlib import Path

import pyoxigraph as ox

from foedus.export.place import new_file
from foedus.mapping import Graph
from foedus.mapping.elements import BASE, kebab
from foedus.mapping.ontology import NAMESPACE, ontology
from foedus.mapping.rdf import triples

__all__ = ["write"]


def write(graph: Graph, path: Path, force: bool) -> None:
    """Write the graph; nodes and their properties are sorted, so that two editions can be compared."""
    prefixes = {kebab(label): f"{BASE}{kebab(label)}/" for label in ontology().classes}
    prefixes |= {"fo": NAMESPACE, "xsd": "http://www.w3.org/2001/XMLSchema#"}
    found = sorted({str(triple): triple for triple in triples(graph)}.items())
    text = ox.serialize((triple for _, triple in found), format=ox.RdfFormat.TURTLE, prefixes=prefixes)
    assert text is not None
    # The library declares prefixes in no order, which would give other bytes each time.
    lines = text.splitlines(keepends=True)
    with new_file(path, force) as file:
        file.write_bytes(b"".join(sorted(lines[: len(prefixes)]) + lines[len(prefixes) :]))
