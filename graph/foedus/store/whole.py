"""The nodes and edges of a compiled graph, made again from its records: a snapshot keeps them only for its engines."""

from foedus.mapping import Graph, graph
from foedus.status import derive
from foedus.store.compile import world
from foedus.store.snapshot import Snapshot

__all__ = ["whole"]


def whole(snapshot: Snapshot) -> Graph:
    """All nodes and edges, in the order of the data."""
    records = world(snapshot)
    return graph(records, derive(records))
