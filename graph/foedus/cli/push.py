"""``foedus push``: the graph into a server."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click

from foedus.cli.graph import opened
from foedus.cli.servers import password
from foedus.store.remote_sparql import GRAPH
from foedus.store.servers import refuse_secrets

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
    with opened() as kg, _bar() as progress:
        done = kg.push(
            url, database=database, named=named, update=update, prune=prune, progress=progress, prompt=password
        )
    click.echo(str(done))


@contextmanager
def _bar() -> Iterator[Progress]:
    """A progress bar on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with ExitStack() as stack:
        bar: Any = None

        def show(done: int, total: int) -> None:
            nonlocal bar
            if bar is None:  # not before: a password may be asked for first
                bar = stack.enter_context(click.progressbar(length=total, label="pushing", file=sys.stderr))
            bar.length = total
            bar.update(done - bar.pos)

        yield show
