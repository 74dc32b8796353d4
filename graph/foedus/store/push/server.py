"""The push that an address asks for: Bolt to Neo4j, HTTP to a SPARQL server."""

import os
from collections.abc import Callable

import pyoxigraph as ox

from foedus.errors import BadQuery
from foedus.mapping import Graph
from foedus.store.push.report import Pushed
from foedus.store.remote_sparql import GRAPH
from foedus.store.servers import Prompt, bolt_auth, check_address, is_bolt, sparql_credentials

__all__ = ["push"]


def push(
    graph: Graph,
    url: str,
    *,
    database: str | None = None,
    named: str | None = None,
    update: bool = False,
    prune: bool = False,
    progress: Callable[[int, int], None] | None = None,
    prompt: Prompt | None = None,
) -> Pushed:
    """Bring what a server holds of the graph up to date; who pushes is read from the environment.

    Args:
        graph: what the server is to hold.
        url: ``neo4j://`` or ``bolt://``, else that of a SPARQL server.
        database: of a Neo4j server; without it ``NEO4J_DATABASE``, else the server's default.
        named: the IRI of the named graph of a SPARQL server, if not :data:`GRAPH`.
        update: the address takes SPARQL Update; without it, the Graph Store Protocol.
        prune: remove what an earlier push put there and ``graph`` no longer has.
        progress: told how many elements are done, of how many.
        prompt: asks a person for the password of Neo4j that the environment does not hold.

    Raises:
        BadQuery: what was asked for is not of such a server, or ``named`` is no IRI.
        EngineUnavailable: the server does not answer, refuses, or its address holds a password.
    """
    check_address(url)
    if is_bolt(url):
        if update or named:
            raise BadQuery(
                f"{url} is a Neo4j server: a named graph and SPARQL Update (--graph, --update) are of others"
            )
        from foedus.store.push import neo4j

        auth, database = bolt_auth(os.environ, prompt), database or os.environ.get("NEO4J_DATABASE")
        return neo4j.push(graph, url, auth=auth, database=database, prune=prune, progress=progress)
    if database:
        raise BadQuery(f"{url} is a SPARQL server: a database (--database) is of Neo4j; it has named graphs (--graph)")
    from foedus.store.push import sparql

    credentials, named = sparql_credentials(os.environ), _iri(named or GRAPH)
    if update:
        return sparql.push_update(graph, url, credentials=credentials, named=named, prune=prune, progress=progress)
    return sparql.push_graph_store(graph, url, credentials=credentials, named=named, prune=prune)


def _iri(named: str) -> str:
    try:
        return ox.NamedNode(named).value
    except ValueError as error:
        raise BadQuery(f"{named!r} is no IRI to name a graph (--graph) with: {error}") from error
