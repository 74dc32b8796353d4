"""``foedus cypher``: an analyst's own Cypher."""

import click

from foedus.cli.graph import opened
from foedus.cli.output import FORMATS, write
from foedus.cli.parameters import PARAMETERS, TIMEOUT, pairs, text_of
from foedus.query.parameters import typed

__all__ = ["cypher"]


@click.command
@click.argument("query")
@PARAMETERS
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True)
@TIMEOUT
@click.option("--limit", type=click.IntRange(min=1), default=1000, show_default=True, help="The most rows to print.")
@click.option("--via", default="cypher", metavar="URL", help="A server that holds the graph: neo4j://host:7687.")
def cypher(query: str, parameters: tuple[str, ...], format_: str, timeout: float, limit: int, via: str) -> None:
    """Run QUERY, - for standard input, or @FILE. It can only read the graph."""
    given = {name: typed(value) for name, value in pairs(parameters).items()}
    with opened() as kg:
        answer = kg.cypher(text_of(query), via=via, timeout=timeout, limit=limit + 1, **given)
        write(answer[:limit], format_)
        if not answer:
            click.echo("0 rows", err=True)
        elif len(answer) > limit:
            click.echo(f"more rows than --limit {limit}: the first {limit} are shown", err=True)
