"""The embedded SPARQL engine over the compiled graph."""

from datetime import date
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from foedus import BadQuery, EngineUnavailable, KnowledgeGraph, Rows
from foedus.store.oxigraph import OxigraphEngine, plain

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (ox.Literal("x"), "x"),
        (ox.Literal("x", language="en"), "x"),
        (ox.Literal(True), True),
        (ox.Literal("0", datatype=ox.NamedNode(XSD + "boolean")), False),
        (ox.Literal(7), 7),
        (ox.Literal("1.5", datatype=ox.NamedNode(XSD + "decimal")), 1.5),
        (ox.Literal("2024-10-28", datatype=ox.NamedNode(XSD + "date")), date(2024, 10, 28)),
        (ox.Literal("2024", datatype=ox.NamedNode(XSD + "gYear")), "2024"),
        (ox.Literal("2024-10-28Z", datatype=ox.NamedNode(XSD + "date")), "2024-10-28Z"),
        (ox.Literal("-0044-03-15", datatype=ox.NamedNode(XSD + "date")), "-0044-03-15"),
        (ox.Literal("many", datatype=ox.NamedNode(XSD + "integer")), "many"),
        (ox.Literal("maybe", datatype=ox.NamedNode(XSD + "boolean")), "maybe"),
        (ox.NamedNode("x:y"), "x:y"),
        (ox.BlankNode("b"), "b"),
        (None, None),
    ],
)
def test_plain_values(term: Any, value: object) -> None:
    """Terms become values of Python, by their datatype."""
    found = plain(term)
    assert (type(found), found) == (type(value), value)


def test_all_of_the_graph_is_there(kg: KnowledgeGraph) -> None:
    """Some 220,000 triples, seen through rdflib as well."""
    triples = len(kg.rdf)
    counted = kg.sparql("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert isinstance(counted, Rows)
    assert counted[0].n == triples > 200_000


def test_rdflib_asks_it(kg: KnowledgeGraph) -> None:
    """``kg.rdf`` is a graph as rdflib knows it."""
    treaty = rdflib.URIRef("https://w3id.org/foedus/id/treaty/rus-prk-2024")
    signed = kg.rdf.value(treaty, rdflib.URIRef("https://w3id.org/foedus/ontology#signedOn"))
    assert signed == rdflib.Literal(date(2024, 6, 19))


def test_nothing_is_written_through_rdflib(kg: KnowledgeGraph) -> None:
    """Adding, removing and updating fail, and leave the graph as it is."""
    triple = (rdflib.URIRef("x:s"), rdflib.URIRef("x:p"), rdflib.Literal(1))
    with pytest.raises(Exception, match=r"(?i)read-(only|write)"):
        kg.rdf.add(triple)
    with pytest.raises(Exception, match=r"(?i)read-(only|write)"):
        kg.rdf.remove(next(iter(kg.rdf)))
    with pytest.raises(Exception, match=r"(?i)read-(only|write)"):
        kg.rdf.update("INSERT DATA { <x:s> <x:p> 1 }")
    assert triple not in kg.rdf


def test_each_form_has_its_answer(kg: KnowledgeGraph) -> None:
    """Rows of SELECT, a bool of ASK, a graph of CONSTRUCT and of DESCRIBE."""
    assert kg.sparql("ASK { ?s ?p ?o }") is True
    assert kg.sparql("ASK { <x:s> ?p ?o }") is False
    built = kg.sparql("CONSTRUCT { <x:s> <x:p> ?n } WHERE { VALUES ?n { 1 2 } }")
    assert isinstance(built, rdflib.Graph)
    assert {int(value) for value in built.objects()} == {1, 2}
    described = kg.sparql("DESCRIBE <https://w3id.org/foedus/id/actor/PRK>")
    assert isinstance(described, rdflib.Graph)
    assert len(described) > 5


def test_a_graph_of_literals_comes_back_whole(kg: KnowledgeGraph) -> None:
    """Quotation marks, line breaks and languages survive the way through N-Triples."""
    built = kg.sparql("CONSTRUCT { <x:s> <x:p> ?n } WHERE { VALUES ?n { 'a\"b\\n\\\\c' 'é'@fr '\U0001f54a' } }")
    assert isinstance(built, rdflib.Graph)
    assert {str(value) for value in built.objects()} == {'a"b\n\\c', "é", "\U0001f54a"}


def test_at_most_limit_rows(kg: KnowledgeGraph) -> None:
    """No more rows are made than are wanted: the whole would take minutes."""
    rows = kg.sparql("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", limit=3)
    assert isinstance(rows, Rows)
    assert len(rows) == 3


@pytest.mark.parametrize(
    "query",
    ["SELEC * { ?s ?p ?o }", "SELECT ?s { ?s ?p }", "", "SELECT * { ?s fo:id ?o }", "\x00", "ASK { FILTER(<x:f>(1)) }"],
)
def test_a_fault_in_the_query_is_named(kg: KnowledgeGraph, query: str) -> None:
    """The engine's words about it are the message."""
    with pytest.raises(BadQuery, match=r"^SPARQL: .+"):
        kg.sparql(query)


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    """The message names the folder."""
    with pytest.raises(EngineUnavailable, match="nowhere"):
        OxigraphEngine(tmp_path / "nowhere")
