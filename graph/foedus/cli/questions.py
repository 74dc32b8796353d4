"""``foedus questions``: the catalogue, and any question as it runs."""

import click

from foedus.cli.graph import opened
from foedus.knowledge_graph import KnowledgeGraph
from foedus.query.catalogue import Parameter, Question

__all__ = ["questions"]


@click.command
@click.option("--show", metavar="QUESTION", help="Print the text of a question as it runs.")
@click.option("--language", type=click.Choice(["sparql", "cypher"]), default="sparql", show_default=True)
@click.option("--param", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter of the question shown.")
def questions(show: str | None, language: str, parameters: tuple[str, ...]) -> None:
    """List the questions with their parameters, or show one as it runs, to paste elsewhere."""
    kg = opened()
    if show:
        click.echo(_shown(kg, kg.questions[show], language, parameters))
        return
    click.echo("\n\n".join(_described(kg.questions[question]) for question in kg.questions))


def _described(question: Question) -> str:
    lines = [click.style(question.id, bold=True), f"  {question.answers}"]
    lines += [f"  --{parameter.name:<10} {_about(parameter)}" for parameter in question.parameters]
    return "\n".join(lines)


def _about(parameter: Parameter) -> str:
    more = [f"one of {', '.join(parameter.choices)}"] if parameter.choices else []
    more += [f"default {parameter.default}"] if parameter.default else []
    more += ["needed"] if parameter.required else []
    return parameter.about + (f" ({'; '.join(more)})" if more else "")


def _shown(kg: KnowledgeGraph, question: Question, language: str, parameters: tuple[str, ...]) -> str:
    """The complete text; a needed parameter that is not given has an example value."""
    from foedus.cli.parameters import pairs

    given = pairs(parameters)
    examples = {one.name: _EXAMPLES[one.type] for one in question.parameters if one.required and one.name not in given}
    bound = kg.bound(question, examples | given)
    said = "".join(f"{name} is {value} for example: give --param {name}=…\n" for name, value in examples.items())
    if language == "sparql":
        return _commented(said, "#") + kg.sparql_text(question, bound)
    from foedus.query.cypher_text import printed

    text = printed(kg.cypher_text(question, bound), {name: str(value) for name, value in bound.items()})
    return _commented(said, "//") + text


def _commented(lines: str, sign: str) -> str:
    return "".join(f"{sign} {line}\n" for line in lines.splitlines())


_EXAMPLES = {"actor": "RUS", "treaty": "rus-prk-2024", "case": "rus-prk-2024-kursk"}
