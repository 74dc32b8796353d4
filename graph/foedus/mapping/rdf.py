"""The RDF sink: nodes and edges as triples."""

from collections.abc import Iterator
from datetime import date

import pyoxigraph as ox

from foedus.mapping.elements import Edge, Graph, Node, Value, iri
from foedus.mapping.ontology import NAMESPACE

__all__ = ["ntriples", "triples"]

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")


def triples(graph: Graph) -> Iterator[ox.Triple]:
    """The triples of a graph, in its order; a list is as many triples as it has different members."""
    for element in graph:
        yield from _of_node(element) if isinstance(element, Node) else _of_edge(element)


def ntriples(graph: Graph) -> str:
    """The graph as sorted N-Triples: the same bytes for the same data, on any machine."""
    return "".join(sorted({f"{triple} .\n" for triple in triples(graph)}))


def _of_node(node: Node) -> Iterator[ox.Triple]:
    subject = ox.NamedNode(node.iri)
    yield ox.Triple(subject, _TYPE, ox.NamedNode(NAMESPACE + node.label))
    for name, value in node.values.items():
        predicate = ox.NamedNode(NAMESPACE + name)
        for part in dict.fromkeys(value) if isinstance(value, tuple) else (value,):
            yield ox.Triple(subject, predicate, _literal(part))


def _of_edge(edge: Edge) -> Iterator[ox.Triple]:
    yield ox.Triple(
        ox.NamedNode(iri(edge.source)), ox.NamedNode(NAMESPACE + edge.predicate), ox.NamedNode(iri(edge.target))
    )


def _literal(value: Value) -> ox.Literal:
    if isinstance(value, date):
        return ox.Literal(value.isoformat(), datatype=_DATE)
    assert not isinstance(value, tuple)
    return ox.Literal(value)
