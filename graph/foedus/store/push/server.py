"""The push that an address asks for: Bolt to Neo4j, HTTP to a SPARQL server."""

import os
from collections.abc import Callable

from foedus.mapping import Graph
from foedus.store.push.report import Pushed
from foedus.store.remote_sparql import GRAPH
from foedus.store.servers import Prompt, bolt_auth, is_bolt, refuse_secrets, sparql_credentials

__all__ = ["push"]


def push(
    graph: Graph,
    url: str,
    *,
    database: str | None = None,
    named: str = GRAPH,
    update: bool = False,
    prune: bool = False,
    progress: Callable[[int, int], None] | None = None,
    prompt: Prompt | None = None,
) -> Pushed:
    """Bring what a server holds of the graph up to date; who pushes is read from the environment.

    Args:
        graph: what the server is to hold.
        url: ``neo4j://`` or ``bolt://``, else that of a SPARQL server.
        database: of a Neo4j server, if not its default.
        named: the named graph of a SPARQL server.
        update: the address takes SPARQL Update; without it, the Graph Store Protocol.
        prune: remove what an earlier push put there and ``graph`` no longer has.
        progress: told how many elements are done, of how many.
        prompt: asks a person for the password of Neo4j that the environment does not hold.

    Raises:
        EngineUnavailable: the server does not answer, refuses, or its address holds a password.
    """
    refuse_secrets(url)
    if is_bolt(url):
        from foedus.store.push import neo4j

        auth = bolt_auth(os.environ, prompt)
        return neo4j.push(graph, url, auth=auth, database=database, prune=prune, progress=progress)
    from foedus.store.push import sparql

    credentials = sparql_credentials(os.environ)
    if update:
        return sparql.push_update(graph, url, credentials=credentials, named=named, prune=prune, progress=progress)
    return sparql.push_graph_store(graph, url, credentials=credentials, named=named, prune=prune)
