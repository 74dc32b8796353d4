"""The embedded engines of one snapshot, asked as servers are; each starts when it is first needed."""

from functools import cached_property
from typing import TYPE_CHECKING

from foedus.store.snapshot import Snapshot
from foedus.store.sparql_engine import SparqlEngine

if TYPE_CHECKING:
    import rdflib

    from foedus.store.arcade import Embedded
    from foedus.store.oxigraph import Answer, OxigraphEngine

__all__ = ["EmbeddedSparql", "Engines"]


class EmbeddedSparql(SparqlEngine):
    """Oxigraph in this process; a query with a time limit runs in one of its own, which can be ended."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def answer(self, query: str, timeout: float | None = None, limit: int | None = None) -> "Answer":
        """Run a guarded query for at most ``timeout`` seconds; of a SELECT at most ``limit`` rows."""
        if timeout is None:
            return self._oxigraph.answer(query, limit)
        from foedus.store.worker import answer_within

        return answer_within(timeout, self._snapshot.sparql, query, limit)

    def rdf(self) -> "rdflib.Graph":
        """The whole graph; to write to it is an error."""
        return self._oxigraph.rdf()

    @cached_property
    def _oxigraph(self) -> "OxigraphEngine":
        from foedus.store.oxigraph import OxigraphEngine

        return OxigraphEngine(self._snapshot.sparql)


class Engines:
    """Both engines; ``close`` ends the process that Cypher needs."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.sparql = EmbeddedSparql(snapshot)
        self._cypher: Embedded | None = None

    @property
    def cypher(self) -> "Embedded":
        """ArcadeDB, over Bolt, in a process of its own."""
        if self._cypher is None:
            from foedus.store.arcade import Embedded

            self._cypher = Embedded(self._snapshot.cypher)
        return self._cypher

    def close(self) -> None:
        """End what was started."""
        if self._cypher is not None:
            self._cypher.close()
            self._cypher = None
