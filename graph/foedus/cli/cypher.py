"""``foedus cypher``: an analyst's own Cypher."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from foedus.cli.graph import opened
from foedus.cli.output import FORMATS, write
from foedus.cli.parameters import PARAMETERS, TIMEOUT, pairs, text_of
from foedus.cli.servers import server
from foedus.query.parameters import typed

if TYPE_CHECKING:
    from foedus.store.bolt import BoltEngine

__all__ = ["cypher"]


@click.command
@click.argument("query")
@PARAMETERS
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True)
@TIMEOUT
@click.option("--limit", type=click.IntRange(min=1), default=1000, show_default=True, help="The most rows to print.")
@click.option("--via", metavar="URL", help="A server that holds the graph: neo4j://host:7687.")
def cypher(query: str, parameters: tuple[str, ...], format_: str, timeout: float, limit: int, via: str | None) -> None:
    """Run QUERY, - for standard input, or @FILE. It can only read the graph."""
    given = {name: typed(value) for name, value in pairs(parameters).items()}
    with opened() as kg, _server(via) as engine:
        answer = kg.cypher(text_of(query), via=engine, timeout=timeout, limit=limit + 1, **given)
        write(answer[:limit], format_)
        if not answer:
            click.echo("0 rows", err=True)
        elif len(answer) > limit:
            click.echo(f"more rows than --limit {limit}: the first {limit} are shown", err=True)


@contextmanager
def _server(via: str | None) -> Iterator["BoltEngine | None"]:
    if via is None:
        yield None
        return
    with server(via) as engine:
        if engine.language != "cypher":
            raise click.BadParameter(f"{via} is no server for Cypher", param_hint="--via")
        yield engine
