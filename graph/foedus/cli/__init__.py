"""The command line: one module a command, each imported when it is run."""

import sys
from importlib import import_module
from typing import Any

import click

from foedus.errors import FoedusError

__all__ = ["main"]

_COMMANDS = {
    "ask": "ask a question of the catalogue",
    "questions": "list the catalogue, or show a question as it runs",
    "sparql": "run your own SPARQL",
    "cypher": "run your own Cypher",
    "check": "check claims against the graph, as known on their date and now",
    "schema": "what can be asked for: labels, properties, worked queries",
    "export": "write the graph as a file that another tool opens",
    "push": "bring a Neo4j or SPARQL server up to date",
    "validate": "check data of your own",
    "view": "write a page that shows who is bound to whom, to open offline",
    "atlas": "write a whole site of such pages, with an index and search",
}


class _Lazy(click.Group):
    """A group whose commands are imported when they are run: each costs only its own imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"foedus.cli.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from foedus.cli.overview import versions

        click.echo(versions())
        ctx.exit()


@click.group(cls=_Lazy, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show versions.")
@click.option(
    "--data",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="Data of your own on top of the bundled ones, for every command; may be given more than once.",
)
@click.pass_context
def _foedus(ctx: click.Context, data: tuple[str, ...]) -> None:
    """The knowledge graph of treaties and alliances."""
    if ctx.invoked_subcommand is None:
        from foedus.cli.overview import overview

        click.echo(overview())


def main(arguments: list[str] | None = None) -> Any:
    """Run the command line: status 0, 1 where something failed, 2 where it was used wrongly."""
    try:
        return _foedus.main(arguments, prog_name="foedus")
    except FoedusError as error:
        click.echo(f"foedus: {error}", err=True)
        sys.exit(1)
