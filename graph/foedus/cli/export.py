"""``foedus export``: the graph as a file that another tool opens."""

from pathlib import Path

import click

from foedus.cli.graph import opened
from foedus.export import FORMATS

__all__ = ["export"]

_FORMATS = "\n".join(["\b", *(f"{name:<12}{what}" for name, what in FORMATS.items())])


@click.command(epilog=_FORMATS)
@click.argument("format_", metavar="FORMAT", type=click.Choice(tuple(FORMATS)))
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--force", is_flag=True, help="Overwrite what is there: the file, or in a folder the files of these names."
)
def export(format_: str, path: Path, force: bool) -> None:
    """Write the graph to PATH, a file or (for csv and neo4j-admin) a folder."""
    with opened() as kg:
        kg.export(format_, path, force=force)
    click.echo(f"{path} written", err=True)
    if format_ == "neo4j-admin":
        from foedus.export.neo4j_admin import COMMAND, SCHEMA

        click.echo(f"{path / COMMAND} imports it; then run {path / SCHEMA} with cypher-shell", err=True)
