"""The ontology as read from ``ontology/foedus.ttl``: what may stand in the graph."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

import pyoxigraph as ox

from foedus.errors import FoedusError
from foedus.mapping.elements import Edge, Node, Value
from foedus.resources import folder

__all__ = ["NAMESPACE", "Ontology", "Property", "UndeclaredError", "ontology"]

NAMESPACE: Final = "https://w3id.org/foedus/ontology#"

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SCHEMA = "https://schema.org/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_PYTHON: Final[Mapping[str, type]] = {
    _XSD + "string": str,
    _XSD + "boolean": bool,
    _XSD + "integer": int,
    _XSD + "double": float,
    _XSD + "date": date,
}


class UndeclaredError(FoedusError):
    """A class or property that ``ontology/foedus.ttl`` does not declare, or not for that class or value."""


@dataclass(frozen=True, slots=True)
class Property:
    """A declared property: of which classes, with values of which classes or of which type of Python."""

    name: str
    comment: str
    classes: frozenset[str]
    targets: frozenset[str]
    type: type | None

    @property
    def is_object(self) -> bool:
        """Whether its values are nodes."""
        return self.type is None


@dataclass(frozen=True, slots=True)
class Ontology:
    """All classes, each with its comment, and all properties, by name."""

    classes: Mapping[str, str]
    properties: Mapping[str, Property]

    def check_node(self, node: Node) -> None:
        """Refuse a node with an undeclared class or property.

        Raises:
            UndeclaredError: with the node and what is not declared.
        """
        if node.label not in self.classes:
            raise UndeclaredError(f"class {node.label} is not declared in ontology/foedus.ttl ({node.id})")
        for name, value in node.values.items():
            self._check_value(node, name, value)

    def check_edge(self, edge: Edge) -> None:
        """Refuse an edge whose property is undeclared, or not between such classes.

        Raises:
            UndeclaredError: with the edge and what is not declared.
        """
        declared = self.properties.get(edge.predicate)
        if declared is None or not declared.is_object:
            raise UndeclaredError(f"object property {edge.predicate} is not declared in ontology/foedus.ttl")
        if edge.source[0] not in declared.classes or edge.target[0] not in declared.targets:
            raise UndeclaredError(f"{edge.predicate} is not declared between {edge.source} and {edge.target}")

    def _check_value(self, node: Node, name: str, value: Value) -> None:
        declared = self.properties.get(name)
        if declared is None or node.label not in declared.classes:
            raise UndeclaredError(
                f"property {name} is not declared for {node.label} in ontology/foedus.ttl ({node.id})"
            )
        for part in value if isinstance(value, tuple) else (value,):
            if type(part) is not declared.type:
                raise UndeclaredError(f"{node.label} {node.id}: {name} {part!r} is no {declared.type}")


@cache
def ontology() -> Ontology:
    """The ontology of this installation, read once."""
    triples: dict[str, dict[str, list[str]]] = {}
    for triple in ox.parse(path=str(folder("ontology") / "foedus.ttl")):
        subject = triple.subject.value if isinstance(triple.subject, ox.NamedNode) else ""
        values = triples.setdefault(subject, {}).setdefault(triple.predicate.value, [])
        values.append(getattr(triple.object, "value", ""))
    own = {name.removeprefix(NAMESPACE): facts for name, facts in triples.items() if name.startswith(NAMESPACE)}
    classes = {
        name: facts[_RDFS + "comment"][0] for name, facts in own.items() if _OWL + "Class" in facts[_RDF + "type"]
    }
    return Ontology(classes, {name: _property(name, facts) for name, facts in own.items() if name not in classes})


def _property(name: str, facts: Mapping[str, list[str]]) -> Property:
    [range_] = facts[_RDFS + "range"]
    is_object = _OWL + "ObjectProperty" in facts[_RDF + "type"]
    targets = facts.get(_SCHEMA + "rangeIncludes", [range_]) if is_object else []
    return Property(
        name,
        facts[_RDFS + "comment"][0],
        _local(facts[_SCHEMA + "domainIncludes"]),
        _local(targets),
        None if is_object else _PYTHON[range_],
    )


def _local(iris: list[str]) -> frozenset[str]:
    return frozenset(name.removeprefix(NAMESPACE) for name in iris)
