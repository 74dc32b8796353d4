"""The ontology, its vocabularies and its shapes, against the code and the whole graph."""

from pathlib import Path
from typing import get_args

import pyshacl
import pytest
import rdflib
from rdflib import RDF, RDFS, SKOS

from foedus.mapping import graph
from foedus.mapping.ontology import NAMESPACE, ontology
from foedus.mapping.rdf import ntriples
from foedus.model import World, vocabulary
from foedus.model.vocabulary import __all__ as names
from foedus.resources import folder
from foedus.status import derive

FO = rdflib.Namespace(NAMESPACE)
ONTOLOGY = folder("ontology")


@pytest.fixture(scope="module")
def whole(world: World) -> rdflib.Graph:
    """The whole graph of the bundled data, in memory."""
    return rdflib.Graph().parse(data=ntriples(graph(world, derive(world))), format="nt")


def _kebab(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")


def test_vocabularies_are_the_concepts_of_kinds() -> None:
    """Every controlled value of the model is a defined concept of the scheme of its name, and no other is."""
    kinds = rdflib.Graph().parse(ONTOLOGY / "kinds.ttl")
    for name in names:
        values = set(get_args(getattr(vocabulary, name)))
        if not values:
            continue
        scheme = rdflib.URIRef(f"https://w3id.org/foedus/kind/{_kebab(name)}")
        concepts = list(kinds.subjects(SKOS.inScheme, scheme))
        assert {str(kinds.value(concept, SKOS.notation)) for concept in concepts} == values, name
        assert all(kinds.value(concept, SKOS.definition) for concept in concepts)


def test_everything_declared_is_described() -> None:
    """Each class and property has a label, a comment of one sentence, and a property one range."""
    declared = rdflib.Graph().parse(ONTOLOGY / "foedus.ttl")
    for name in [*ontology().classes, *ontology().properties]:
        assert declared.value(FO[name], RDFS.label)
        assert str(declared.value(FO[name], RDFS.comment)).endswith(".")
    for name in ontology().properties:
        assert len(list(declared.objects(FO[name], RDFS.range))) == 1


def test_the_whole_graph_conforms(whole: rdflib.Graph) -> None:
    """The graph of the bundled data conforms to every shape."""
    conforms, _, text = pyshacl.validate(whole, shacl_graph=rdflib.Graph().parse(ONTOLOGY / "shapes.ttl"))
    assert conforms, text[:2000]


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        ("signedOn", rdflib.Literal("1949", datatype=rdflib.XSD.gYear)),
        ("kind", rdflib.Literal("treety")),
        ("title", rdflib.Literal("a second title")),
    ],
)
def test_a_wrong_triple_does_not_conform(predicate: str, value: rdflib.Literal) -> None:
    """A date of another type, an unknown kind and a second title are found."""
    treaty = rdflib.URIRef("https://w3id.org/foedus/id/treaty/x")
    small = rdflib.Graph()
    for name, good in {
        "id": "x", "name": "x", "title": "x", "shortTitle": "x", "kind": "treaty", "verified": True,
    }.items():  # fmt: skip
        small.add((treaty, FO[name], rdflib.Literal(good)))
    for name in ("signedOn", "knownFrom"):
        small.add((treaty, FO[name], rdflib.Literal("1949-04-04", datatype=rdflib.XSD.date)))
    small.add((treaty, RDF.type, FO.Treaty))
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")
    assert pyshacl.validate(small, shacl_graph=shapes)[0]
    if predicate != "title":
        small.remove((treaty, FO[predicate], None))
    small.add((treaty, FO[predicate], value))
    assert not pyshacl.validate(small, shacl_graph=shapes)[0]


def test_the_context_names_every_property() -> None:
    """The JSON-LD context has a term for each property of the ontology."""
    import json

    context = json.loads(Path(ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    assert set(ontology().properties) <= set(context)
