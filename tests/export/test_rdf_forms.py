"""Turtle, N-Triples and JSON-LD are one graph, as rdflib reads it."""

from pathlib import Path

import pytest
import rdflib
from rdflib.compare import to_isomorphic

from foedus.export import export
from foedus.mapping import Graph
from foedus.mapping.rdf import ntriples

READERS = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld"}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader of JSON-LD uses it
@pytest.mark.parametrize("form", READERS)
def test_rdflib_reads_every_triple(graph: Graph, tmp_path: Path, form: str) -> None:
    """The same triples with the same datatypes, whatever the form."""
    path = export(graph, form, tmp_path / "graph")
    read = rdflib.Graph().parse(path, format=READERS[form])
    expected = rdflib.Graph().parse(data=ntriples(graph), format="nt")
    assert to_isomorphic(read) == to_isomorphic(expected)


def test_jsonld_needs_no_network(graph: Graph, tmp_path: Path) -> None:
    """Its context stands in the file."""
    text = export(graph, "jsonld", tmp_path / "graph.jsonld").read_text()
    assert text.startswith('{"@context": {')
