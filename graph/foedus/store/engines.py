"""The embedded engines of one snapshot, asked as servers are; each starts when it is first needed."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, overload

from foedus.errors import BadQuery
from foedus.store.snapshot import Snapshot
from foedus.store.sparql_engine import SparqlEngine

if TYPE_CHECKING:
    import rdflib

    from foedus.store.arcade import Embedded
    from foedus.store.bolt import BoltEngine
    from foedus.store.oxigraph import Answer, OxigraphEngine
    from foedus.store.servers import Prompt, Server

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
    """Both engines, and the servers that are named by their address; ``close`` ends what was started."""

    def __init__(self, snapshot: Snapshot, prompt: "Prompt | None" = None) -> None:
        self._snapshot, self._prompt = snapshot, prompt
        self.sparql = EmbeddedSparql(snapshot)
        self._cypher: Embedded | None = None
        self._servers: dict[str, Server] = {}

    @overload
    def at(self, via: "str | Server", language: Literal["sparql"]) -> SparqlEngine: ...

    @overload
    def at(self, via: "str | Server", language: Literal["cypher"]) -> "Embedded | BoltEngine": ...

    @overload
    def at(self, via: "str | Server") -> "EmbeddedSparql | Embedded | Server": ...

    def at(self, via: "str | Server", language: str | None = None) -> Any:
        """An engine by its language, a server by its address; one that is given is taken.

        Args:
            via: ``sparql``, ``cypher``, an address (:func:`foedus.store.servers.engine`), or the engine itself.
            language: that it must speak.

        Raises:
            BadQuery: it is none of these, or speaks another language.
            EngineUnavailable: the address is none.
        """
        engine = self._named(via) if isinstance(via, str) else via
        if language not in {None, engine.language}:
            raise BadQuery(f"{via if isinstance(via, str) else via.url} is asked in {engine.language}, not {language}")
        return engine

    def edition(self, engine: "EmbeddedSparql | Embedded | Server") -> date | None:
        """The date of the data that a server holds; of an engine of this snapshot none is asked for.

        Raises:
            EngineUnavailable: the server is not there, or holds no graph.
        """
        if engine is self.sparql or engine is self._cypher:
            return None
        from foedus.store.servers import Server, edition

        return edition(engine) if isinstance(engine, Server) else None

    def _named(self, via: str) -> "EmbeddedSparql | Embedded | Server":
        if via in {"sparql", "cypher"}:
            return self.sparql if via == "sparql" else self.cypher
        if "://" not in via:
            raise BadQuery(f"via {via!r}: it is sparql, cypher or the address of a server, as neo4j://host:7687")
        from foedus.store.servers import engine

        if via not in self._servers:
            self._servers[via] = engine(via, prompt=self._prompt)
        return self._servers[via]

    @property
    def cypher(self) -> "Embedded":
        """ArcadeDB, over Bolt, in a process of its own."""
        if self._cypher is None:
            from foedus.store.arcade import Embedded

            self._cypher = Embedded(self._snapshot.cypher)
        return self._cypher

    def close(self) -> None:
        """End what was started."""
        for server in self._servers.values():
            server.close()
        self._servers.clear()
        if self._cypher is not None:
            self._cypher.close()
            self._cypher = None
