"""The graph that a command works on, compiled with a progress bar where a person looks on."""

import sys
from functools import cache
from typing import TYPE_CHECKING

import click

from foedus.cli.progress import Bar
from foedus.errors import FoedusError

if TYPE_CHECKING:
    from foedus.knowledge_graph import KnowledgeGraph

__all__ = ["opened"]


@cache
def opened() -> "KnowledgeGraph":
    """The bundled graph with the folders of ``foedus --data`` on top, opened once in a process."""
    from foedus.knowledge_graph import open_graph

    with Bar("compiling the graph") as bar:

        def progress(step: str) -> None:
            from foedus.store.compile import STEPS

            if step == STEPS[0] and not sys.stderr.isatty():
                click.echo("compiling the graph, once …", err=True)
            bar(STEPS.index(step), len(STEPS), step)

        context = click.get_current_context(silent=True)
        own = context.find_root().params.get("data", ()) if context else ()
        return open_graph(*own, bundled=True, progress=progress, prompt=_password)


def _password(asked: str) -> str:
    """Ask the person at the terminal, unseen."""
    if not sys.stdin.isatty():
        raise FoedusError("NEO4J_PASSWORD is not set, and there is no terminal to ask for it")
    answer: str = click.prompt(asked, hide_input=True, err=True)
    return answer
