"""The graph that a command works on, compiled with a progress bar where a person looks on."""

import sys
from functools import cache
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from foedus.knowledge_graph import KnowledgeGraph

__all__ = ["opened"]


@cache
def opened() -> "KnowledgeGraph":
    """The bundled graph, opened once in a process."""
    from foedus.knowledge_graph import open_graph

    bar = _Bar()
    try:
        return open_graph(progress=bar)
    finally:
        bar.end()


class _Bar:
    """Shows the steps of compiling on a terminal, one line that is wiped at the end."""

    def __init__(self) -> None:
        self._shown = False

    def __call__(self, step: str) -> None:
        from foedus.store.compile import STEPS

        if not sys.stderr.isatty():
            if step == STEPS[0]:
                click.echo("compiling the graph, once …", err=True)
            return
        done = STEPS.index(step)
        self._shown = True
        click.echo(f"\r\x1b[K[{'#' * done}{'.' * (len(STEPS) - done)}] compiling the graph: {step}", nl=False, err=True)

    def end(self) -> None:
        """Wipe the line."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
