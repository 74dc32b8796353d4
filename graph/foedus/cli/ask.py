"""``foedus ask``: each question of the catalogue is a command, its parameters are options."""

from typing import TYPE_CHECKING, Any

import click

from foedus.cli.graph import opened
from foedus.cli.output import FORMATS, footer, write
from foedus.cli.parameters import TIMEOUT
from foedus.query.catalogue import Parameter, Question
from foedus.query.rows import Rows

if TYPE_CHECKING:
    from foedus.knowledge_graph import KnowledgeGraph

__all__ = ["ask"]

_VIA = "An engine of Foedus's own, or the address of a server: neo4j://host:7687, https://host/dataset/sparql."


class _Questions(click.Group):
    """The catalogue as commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(opened().questions)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        questions = opened().questions
        return _command(questions[cmd_name]) if cmd_name in questions else None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and not args[0].startswith("-"):
            opened().questions[args[0]]
        return super().resolve_command(ctx, args)


def _command(question: Question) -> click.Command:
    options = [_option(parameter) for parameter in question.parameters]
    common: list[click.Parameter] = [
        click.Option(["--via"], default="sparql", show_default=True, metavar="sparql|cypher|URL", help=_VIA),
        click.Option(["--format", "format_"], type=click.Choice(FORMATS), default="table", show_default=True),
    ]

    def run(via: str, format_: str, timeout: float, **given: str | None) -> None:
        answer(question, {name: value for name, value in given.items() if value is not None}, via, format_, timeout)

    notes = "\n\n".join([question.answers, *question.notes])
    command = click.Command(
        question.id, callback=run, params=[*options, *common], help=notes, short_help=question.title
    )
    return TIMEOUT(command)


def _option(parameter: Parameter) -> click.Option:
    kind = click.Choice(parameter.choices) if parameter.choices else None
    return click.Option(
        [f"--{parameter.name}", parameter.name],
        type=kind,
        required=parameter.required,
        metavar=None if kind else {"day": "DATE"}.get(parameter.type, parameter.type.upper()),
        help=parameter.about + (f"  [default: {parameter.default}]" if parameter.default else ""),
    )


def answer(question: Question, given: dict[str, Any], via: str, format_: str, timeout: float) -> None:
    """Ask a question and write its rows; a table says under it what it is and what it left out."""
    from foedus.store.deadline import deadline

    with opened() as kg:
        if via == "sparql":
            with deadline(timeout):
                rows = kg.ask(question.id, via="sparql", **given)
        else:
            rows = kg.ask(question.id, via=via, timeout=timeout, **given)
        write(rows, format_)
        if format_ == "table":
            footer(rows, _left_out(kg, question, rows, via, given))


def _left_out(kg: "KnowledgeGraph", question: Question, rows: Rows, via: str, given: dict[str, Any]) -> dict[str, int]:
    """How many rows the answer left out, by the value that would have shown them."""
    left = question.leaves_out
    if left is None or rows.about["parameters"].get(left.name) != left.of:
        return {}
    return {value: len(kg.ask(question.id, via=via, **{**given, left.name: value})) for value in left.values}


@click.group(cls=_Questions, subcommand_metavar="QUESTION [OPTIONS]")
def ask() -> None:
    """Ask a question of the catalogue, as known on a day."""
