"""``foedus push``: the graph into a server."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from foedus.cli.graph import opened
from foedus.cli.servers import password
from foedus.mapping import Graph
from foedus.store.push import Pushed
from foedus.store.remote_sparql import GRAPH
from foedus.store.servers import bolt_auth, is_bolt, refuse_secrets, sparql_credentials
from foedus.store.whole import whole

__all__ = ["push"]

Progress = Callable[[int, int], None]


@click.command
@click.argument("url")
@click.option("--database", metavar="NAME", envvar="NEO4J_DATABASE", help="Of a Neo4j server, if not its default.")
@click.option("--graph", "named", metavar="IRI", default=GRAPH, show_default=True, help="Of a SPARQL server.")
@click.option("--update", is_flag=True, help="URL takes SPARQL Update; without it, the Graph Store Protocol.")
@click.option("--prune", is_flag=True, help="Remove what Foedus put there earlier and the graph no longer has.")
def push(url: str, database: str | None, named: str, update: bool, prune: bool) -> None:
    """Bring what the server at URL holds of the graph up to date.

    neo4j:// or bolt:// for Neo4j, https:// for a SPARQL server. Who pushes is
    read from the environment: NEO4J_USERNAME, and NEO4J_PASSWORD or a prompt;
    SPARQL_USERNAME and SPARQL_PASSWORD, or SPARQL_TOKEN.
    """
    refuse_secrets(url)
    auth = bolt_auth(os.environ, password) if is_bolt(url) else None
    with opened() as kg:
        graph = whole(kg.snapshot)
    with _bar() as progress:
        done = (
            _to_neo4j(graph, url, auth, database, prune, progress)
            if is_bolt(url)
            else _to_sparql(graph, url, named, update, prune, progress)
        )
    click.echo(str(done))


def _to_neo4j(
    graph: Graph, url: str, auth: tuple[str, str] | None, database: str | None, prune: bool, progress: Progress
) -> Pushed:
    from foedus.store.push.neo4j import push

    return push(graph, url, auth=auth, database=database, prune=prune, progress=progress)


def _to_sparql(graph: Graph, url: str, named: str, update: bool, prune: bool, progress: Progress) -> Pushed:
    from foedus.store.push.sparql import push_graph_store, push_update

    credentials = sparql_credentials(os.environ)
    if update:
        return push_update(graph, url, credentials=credentials, named=named, prune=prune, progress=progress)
    return push_graph_store(graph, url, credentials=credentials, named=named, prune=prune)


@contextmanager
def _bar() -> Iterator[Progress]:
    """A progress bar on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with click.progressbar(length=1, label="pushing", file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield show
