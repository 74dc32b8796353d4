"""Nodes and edges: the one form of the graph, from which RDF, Cypher and NetworkX are made.

Edges carry no properties, so the property graph and the RDF graph are isomorphic.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote

from foedus.model import PartialDate

__all__ = ["BASE", "Edge", "Graph", "Key", "Node", "Value", "dated", "iri", "kebab", "key", "relationship_type"]

BASE = "https://w3id.org/foedus/id/"
"""The start of every node's IRI. The domain is not registered yet."""

Key = tuple[str, str]
"""The label and the id of a node; an id is unique within its label."""

Value = str | int | float | bool | date | tuple[str, ...]

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def key(label: str, *segments: object) -> Key:
    """The key of a node: its id is its segments joined by slashes.

    >>> key("Obligation", "rus-prk-2024", "4", 1)
    ('Obligation', 'rus-prk-2024/4/1')
    """
    return label, "/".join(map(str, segments))


def kebab(name: str) -> str:
    """A name in camel case as lower-case words: ``CaseState`` is ``case-state``."""
    return _HUMP.sub("-", name).lower()


def relationship_type(predicate: str) -> str:
    """The relationship type of an object property.

    >>> relationship_type("owedBy")
    'OWED_BY'
    """
    return _HUMP.sub("_", predicate).upper()


def iri(of: Key) -> str:
    """The IRI of a node (RFC 3987; what is no unreserved character is percent-encoded).

    >>> iri(("Article", "nato-1949/4 (a)"))
    'https://w3id.org/foedus/id/article/nato-1949/4%20%28a%29'
    """
    label, identifier = of
    return f"{BASE}{kebab(label)}/{quote(identifier, safe='/')}"


@dataclass(frozen=True, slots=True)
class Node:
    """A node: one label, an id unique within it, a caption, and its properties by their names in the ontology."""

    label: str
    id: str
    name: str
    properties: Mapping[str, Value] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        """The label and the id."""
        return self.label, self.id

    @property
    def iri(self) -> str:
        """The IRI of the node."""
        return iri(self.key)

    @property
    def values(self) -> dict[str, Value]:
        """All its properties, ``id`` and ``name`` first."""
        return {"id": self.id, "name": self.name, **self.properties}


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge, by the name of its object property."""

    predicate: str
    source: Key
    target: Key

    @property
    def type(self) -> str:
        """The relationship type in the property graph."""
        return relationship_type(self.predicate)


@dataclass(frozen=True, slots=True)
class Graph:
    """All nodes and edges, in a stable order."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def __iter__(self) -> Iterator[Node | Edge]:
        yield from self.nodes
        yield from self.edges


def dated(name: str, when: PartialDate | None) -> dict[str, Value]:
    """A recorded date as its two bounds and its text; nothing where there is none."""
    return {} if when is None else {name: when.first, f"{name}Latest": when.last, f"{name}Text": when.text}
