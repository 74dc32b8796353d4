"""SPARQL on a server: any endpoint of the SPARQL 1.1 Protocol."""

from itertools import islice

import pyoxigraph as ox

from foedus.errors import EngineUnavailable
from foedus.store.oxigraph import Answer, plain
from foedus.store.sparql_engine import SparqlEngine
from foedus.store.sparql_http import Credentials, request, with_query

__all__ = ["GRAPH", "RemoteSparql"]

GRAPH = "https://w3id.org/foedus/graph"
"""The named graph that a push fills and a query reads, unless told otherwise."""

_RESULTS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"


class RemoteSparql(SparqlEngine):
    """A SPARQL endpoint, read and never written to.

    A query goes to the query operation of the protocol, which changes nothing;
    but it may still hold ``SERVICE``, against which
    :func:`foedus.query.sparql_guard.guard` stands before.

    Args:
        url: of the endpoint. Its ``default-graph-uri`` names the graph that is
            read (SPARQL 1.1 Protocol, section 2.1.4); without one it is ``GRAPH``,
            and with an empty one what the server takes by default.
        credentials: see :func:`foedus.store.sparql_http.basic`.

    Nothing is contacted before the first query.
    """

    def __init__(self, url: str, credentials: Credentials | None = None) -> None:
        self.url = with_query(url, **{"default-graph-uri": GRAPH}).replace("default-graph-uri=&", "")
        self.url = self.url.removesuffix("default-graph-uri=").rstrip("?&")
        self._credentials = credentials or {}

    def answer(self, query: str, timeout: float | None = None, limit: int | None = None) -> Answer:
        """Run a query, as :meth:`foedus.store.oxigraph.OxigraphEngine.answer` does.

        Args:
            query: a SELECT, an ASK, a CONSTRUCT or a DESCRIBE.
            timeout: seconds after which the answer is waited for no more; the
                server's own limit is the server's to set.
            limit: the most rows of a SELECT.

        Raises:
            BadQuery: the server found fault with the query; its words are the message.
            QueryTimeout: there was no answer in time.
            EngineUnavailable: the server cannot be reached, does not let this user in, or is none of SPARQL.
        """
        media, content = request(
            "POST",
            self.url,
            self._credentials,
            accept=f"{_RESULTS}, {_TRIPLES};q=0.9",
            content=("application/sparql-query", query.encode()),
            timeout=timeout,
        )
        if media == _TRIPLES:
            return b"".join(sorted(content.splitlines(keepends=True)))
        if media != _RESULTS:
            raise EngineUnavailable(f"{self.url} answered {media}, which is no result of SPARQL")
        return _results(content, limit)

    def close(self) -> None:
        """Nothing is kept open."""


def _results(content: bytes, limit: int | None) -> Answer:
    try:
        results = ox.parse_query_results(content, ox.QueryResultsFormat.JSON)
        if isinstance(results, ox.QueryBoolean):
            return bool(results)
        columns = tuple(variable.value for variable in results.variables)
        return columns, [tuple(plain(value) for value in solution) for solution in islice(results, limit)]
    except (SyntaxError, ValueError) as error:
        raise EngineUnavailable(f"the server's results cannot be read: {error}") from error
