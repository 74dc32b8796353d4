"""The graph into a Neo4j server or cluster.

What Foedus put there is what bears one of its labels and an ``iri`` under its
base. Other people's nodes, and properties that they added to ours, stay.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from foedus.errors import EngineUnavailable, FoedusError
from foedus.mapping.elements import BASE, Graph
from foedus.mapping.ontology import ontology
from foedus.store.bolt_driver import connect, translated
from foedus.store.push.neo4j_batches import DELETED_AT_ONCE, Batch, edge_batches, node_batches, pieces
from foedus.store.push.neo4j_schema import statements
from foedus.store.push.neo4j_stale import DELETE_EDGES, DELETE_NODES, stale_edges, stale_nodes
from foedus.store.push.report import Counts, Pushed

if TYPE_CHECKING:
    import neo4j

__all__ = ["push"]

Progress = Callable[[int, int], None]

_STRANGERS = """
MATCH (n:`{label}`)
WHERE n.id IN $ids AND NOT coalesce(n.iri STARTS WITH $base, false)
RETURN n.id AS id ORDER BY id LIMIT 3
"""
_INDEXED = 600  # seconds to wait for indexes over a database that is already full


def push(
    graph: Graph,
    url: str,
    *,
    auth: tuple[str, str] | None = None,
    database: str | None = None,
    prune: bool = False,
    progress: Progress | None = None,
    patience: float = 30,
) -> Pushed:
    """Bring what a server holds of the graph up to date.

    Every node is merged on its label and ``id``, every edge on its type and
    ends, in transactions that the driver repeats where that can help. So a push
    that was cut off is simply run again, and one that finds nothing to do
    changes nothing.

    Args:
        graph: what the server is to hold.
        url: ``neo4j://`` or ``bolt://``, with the schemes' variants for TLS.
        auth: user and password.
        database: its name; ``None`` for the server's default.
        prune: remove the nodes and edges of earlier pushes that are not in ``graph``.
        progress: told how many nodes and edges of how many are done.
        patience: seconds for which a transaction is tried again.

    Raises:
        EngineUnavailable: the server is not there, does not let this user in, or went away in the middle.
        ReadOnlyViolation: the user or the database may only read.
        FoedusError: a node that is not ours has the label and the id of one that is.
    """
    with translated(url), connect(url, auth, max_transaction_retry_time=patience) as opened:
        opened.verify_connectivity()
        with opened.session(database=database) as session:
            return _Push(session, graph, progress or (lambda done, total: None)).run(url, prune)


class _Push:
    """One push, in one session; it counts as it goes."""

    def __init__(self, session: "neo4j.Session", graph: Graph, progress: Progress) -> None:
        self._session = session
        self._graph = graph
        self._progress = progress
        self._total = len(graph.nodes) + len(graph.edges)
        self._done = 0

    def run(self, url: str, prune: bool) -> Pushed:
        self._refuse_strangers()
        self._prepare()
        try:
            with translated(url):
                nodes = self._merge(node_batches(self._graph.nodes))
                edges = self._merge(edge_batches(self._graph.edges))
                nodes_left, edges_gone = self._outdated(DELETE_NODES, stale_nodes(self._session, self._graph), prune)
                edges_left, _ = self._outdated(DELETE_EDGES, stale_edges(self._session, self._graph), prune)
        except EngineUnavailable as error:
            done = f"after {self._done:,} of {self._total:,} nodes and edges"
            raise EngineUnavailable(f"the push was cut off {done}; run it again to finish it. {error}") from error
        return Pushed({"nodes": nodes + nodes_left, "edges": edges + edges_left + Counts(deleted=edges_gone)})

    def _refuse_strangers(self) -> None:
        ids: dict[str, list[str]] = {}
        for node in self._graph.nodes:
            ids.setdefault(node.label, []).append(node.id)
        for label, own in ids.items():
            found = self._read(_STRANGERS.format(label=label), ids=own, base=BASE)
            if found:
                named = ", ".join(f"(:{label} {{id: {record['id']!r}}})" for record in found)
                raise FoedusError(
                    f"the database holds nodes of somebody else's under labels and ids of ours, as {named}; "
                    "push into another database, or rename those"
                )

    def _prepare(self) -> None:
        declared = ontology()
        properties = [(label, one.name) for one in declared.properties.values() for label in one.classes]
        for statement in statements(declared.classes, properties):
            self._session.run(statement).consume()
        self._session.run("CALL db.awaitIndexes($seconds)", seconds=_INDEXED).consume()

    def _merge(self, batches: Iterable[Batch]) -> Counts:
        counts = Counts()
        for batch in batches:
            counts += self._write(batch)
            self._done += len(batch.rows)
            self._progress(self._done, self._total)
        return counts

    def _write(self, batch: Batch) -> Counts:
        def work(transaction: "neo4j.ManagedTransaction") -> Counts:
            result = transaction.run(batch.text, {**batch.parameters, "rows": batch.rows})
            touched = result.single(strict=True)["touched"]
            made = result.consume().counters
            created = made.nodes_created + made.relationships_created
            return Counts(created=created, changed=touched - made.nodes_created if batch.is_node else 0)

        counts: Counts = self._session.execute_write(work)
        return counts

    def _outdated(self, text: str, found: list[str], prune: bool) -> tuple[Counts, int]:
        """Delete what is outdated, or count it; beside it the edges that went with their nodes."""
        if not prune:
            return Counts(left=len(found)), 0
        nodes, edges = 0, 0
        for piece in pieces(found, DELETED_AT_ONCE):
            made = self._session.execute_write(lambda t, ids: t.run(text, ids=ids).consume().counters, piece)
            nodes, edges = nodes + made.nodes_deleted, edges + made.relationships_deleted
        return (Counts(deleted=nodes), edges) if text == DELETE_NODES else (Counts(deleted=edges), 0)

    def _read(self, text: str, **parameters: Any) -> list[Any]:
        found: list[Any] = self._session.execute_read(lambda t: list(t.run(text, **parameters)))
        return found
