"""``foedus sparql``: an analyst's own SPARQL."""

import click

from foedus.cli.graph import opened
from foedus.cli.output import FORMATS, write
from foedus.cli.parameters import PARAMETERS, TIMEOUT, pairs, text_of
from foedus.cli.schema import PREFIXES
from foedus.query.parameters import typed
from foedus.query.rows import Rows

__all__ = ["sparql"]


@click.command
@click.argument("query")
@PARAMETERS
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True)
@TIMEOUT
@click.option("--limit", type=click.IntRange(min=1), default=1000, show_default=True, help="The most rows to print.")
@click.option(
    "--via", default="sparql", metavar="URL", help="A server that holds the graph: https://host/dataset/sparql."
)
def sparql(query: str, parameters: tuple[str, ...], format_: str, timeout: float, limit: int, via: str) -> None:
    """Run QUERY, - for standard input, or @FILE. It can only read the graph.

    CONSTRUCT and DESCRIBE give Turtle, ASK true or false, SELECT rows in the --format.
    """
    from foedus.store.deadline import deadline

    given = {name: typed(value) for name, value in pairs(parameters).items()}
    text = text_of(query)
    with opened() as kg:
        with deadline(timeout):  # of the query: whoever reads the rows may take their time
            answer = kg.sparql(text, via=via, limit=limit + 1, **given)
        if isinstance(answer, bool):
            click.echo("true" if answer else "false")
        elif isinstance(answer, Rows):
            write(answer[:limit], format_)
            if not answer:
                click.echo("0 rows", err=True)
            elif len(answer) > limit:
                click.echo(f"more rows than --limit {limit}: the first {limit} are shown", err=True)
        else:
            answer.bind("fo", PREFIXES["fo"])
            click.echo(answer.serialize(format="turtle"), nl=False)
