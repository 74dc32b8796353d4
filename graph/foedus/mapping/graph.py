"""The whole graph of a world, checked against the ontology."""

from collections.abc import Iterator

from foedus.errors import FoedusError
from foedus.mapping.actors import actor, claims, conflict, edition
from foedus.mapping.derived import derived
from foedus.mapping.elements import Edge, Graph, Node
from foedus.mapping.ontology import ontology
from foedus.mapping.treaties import treaty
from foedus.model import Derived, World
from foedus.status import Known

__all__ = ["graph"]


def graph(world: World, found: Derived) -> Graph:
    """The nodes and edges of a world and what status derives of it, in the order of the data.

    Raises:
        UndeclaredError: something that ``ontology/foedus.ttl`` does not declare.
        FoedusError: two nodes with one key, or an edge to a node that is not there.
    """
    elements = [*_recorded(world), *derived(found)]
    nodes = {element.key: element for element in elements if isinstance(element, Node)}
    edges = tuple(element for element in elements if isinstance(element, Edge))
    if len(nodes) + len(edges) != len(elements):
        raise FoedusError("two nodes have one key")
    declared = ontology()
    for node in nodes.values():
        declared.check_node(node)
    for edge in edges:
        declared.check_edge(edge)
        if edge.source not in nodes or edge.target not in nodes:
            raise FoedusError(f"{edge.predicate} from {edge.source} to {edge.target}: no such node")
    return Graph(tuple(nodes.values()), edges)


def _recorded(world: World) -> Iterator[Node | Edge]:
    known = Known(world)
    yield from edition(world.edition)
    for record in world.actors.values():
        yield from actor(record, world.places.get(record.id), known)
    for identifier, occasion in world.conflicts.items():
        yield from conflict(identifier, occasion)
    for sheet in world.treaties.values():
        yield from treaty(sheet, known)
    for name, file in world.claims.items():
        yield from claims(name, file, known)
