"""``foedus push``: the graph into a server."""

import click

from foedus.cli.graph import opened
from foedus.cli.progress import Bar
from foedus.errors import FoedusError
from foedus.store.remote_sparql import GRAPH
from foedus.store.servers import check_address

__all__ = ["push"]


@click.command
@click.argument("url")
@click.option("--database", metavar="NAME", help="Of a Neo4j server: else NEO4J_DATABASE, else its default.")
@click.option("--graph", "named", metavar="IRI", help=f"The named graph of a SPARQL server.  [default: {GRAPH}]")
@click.option("--update", is_flag=True, help="URL takes SPARQL Update; without it, the Graph Store Protocol.")
@click.option(
    "--prune", is_flag=True, help="Remove what Foedus put there earlier and the graph (see foedus --data) has not."
)
def push(url: str, database: str | None, named: str | None, update: bool, prune: bool) -> None:
    """Bring what the server at URL holds of the graph up to date.

    neo4j:// or bolt:// for Neo4j, https:// for a SPARQL server. Who pushes is
    read from the environment: NEO4J_USERNAME, and NEO4J_PASSWORD or a prompt;
    SPARQL_USERNAME and SPARQL_PASSWORD, or SPARQL_TOKEN.
    """
    check_address(url)
    where = {"database": database, "named": named, "update": update}
    try:
        with opened() as kg, Bar("pushing") as progress:
            done = kg.push(url, **where, prune=prune, progress=progress)
    except KeyboardInterrupt:
        raise FoedusError("the push was stopped; run it again to finish it") from None
    click.echo(str(done))
