"""``foedus push``: the graph into a server."""

import click

from foedus.cli.graph import opened
from foedus.cli.progress import Bar
from foedus.cli.servers import password
from foedus.store.remote_sparql import GRAPH
from foedus.store.servers import refuse_secrets

__all__ = ["push"]


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
    with opened() as kg, Bar("pushing") as progress:
        done = kg.push(
            url, database=database, named=named, update=update, prune=prune, progress=progress, prompt=password
        )
    click.echo(str(done))
