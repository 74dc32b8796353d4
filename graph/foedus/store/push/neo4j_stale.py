"""What earlier pushes left in a database and the graph no longer has, by element id.

Asked after the graph is merged: where as many are there as it has, none is
left over, so that only kinds with leftovers are looked through.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from foedus.mapping.elements import BASE, Graph, iri, relationship_type
from foedus.mapping.ontology import ontology

if TYPE_CHECKING:
    import neo4j

__all__ = ["DELETE_EDGES", "DELETE_NODES", "stale_edges", "stale_nodes"]

DELETE_NODES: Final = "UNWIND $ids AS id MATCH (n) WHERE elementId(n) = id DETACH DELETE n"
DELETE_EDGES: Final = "UNWIND $ids AS id MATCH ()-[r]->() WHERE elementId(r) = id DELETE r"

_NODES: Final = "MATCH (n:`{label}`) WHERE n.iri STARTS WITH $base"
_NODE: Final = "n.iri, elementId(n)"
_EDGES: Final = "MATCH (a)-[r:`{type}`]->(b) WHERE a.iri STARTS WITH $base AND b.iri STARTS WITH $base"
_EDGE: Final = "a.iri + ' ' + b.iri, elementId(r)"


def stale_nodes(session: "neo4j.Session", graph: Graph) -> list[str]:
    """Nodes under our labels and our base that are not in the graph."""
    wanted: dict[str, set[str]] = {label: set() for label in ontology().classes}
    for node in graph.nodes:
        wanted[node.label].add(node.iri)
    queries = {_NODES.format(label=label): iris for label, iris in wanted.items()}
    return [element for text, iris in queries.items() for element in _unwanted(session, text, _NODE, iris)]


def stale_edges(session: "neo4j.Session", graph: Graph) -> list[str]:
    """Edges of our types between nodes of ours that are not in the graph."""
    objects = (declared.name for declared in ontology().properties.values() if declared.is_object)
    wanted: dict[str, set[str]] = {relationship_type(name): set() for name in objects}
    for edge in graph.edges:
        wanted[edge.type].add(f"{iri(edge.source)} {iri(edge.target)}")
    queries = {_EDGES.format(type=type_): ends for type_, ends in wanted.items()}
    return [element for text, ends in queries.items() for element in _unwanted(session, text, _EDGE, ends)]


def _unwanted(session: "neo4j.Session", match: str, columns: str, wanted: Collection[str]) -> list[str]:
    def work(transaction: "neo4j.ManagedTransaction") -> list[str]:
        there = transaction.run(f"{match} RETURN count(*) AS number", base=BASE).single(strict=True)["number"]
        if there == len(wanted):
            return []
        found = transaction.run(f"{match} RETURN {columns}", base=BASE)
        return [element for key, element in found if key not in wanted]

    found: list[str] = session.execute_read(work)
    return found
