"""Parameters and query texts as they are given on a command line."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

__all__ = ["TIMEOUT", "pairs", "text_of"]

TIMEOUT = click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30,
    show_default=True,
    metavar="SECONDS",
    help="Stop a query that runs longer.",
)
"""The time limit of every command that runs a query."""


def pairs(parameters: Iterable[str]) -> dict[str, str]:
    """``name=value`` pairs."""
    found = {}
    for parameter in parameters:
        name, equals, value = parameter.partition("=")
        if not equals or not name.isidentifier():
            raise click.UsageError(f"--param {parameter!r}: write name=value")
        found[name] = value
    return found


def text_of(query: str) -> str:
    """The query itself, ``-`` from standard input, or ``@file``."""
    if query == "-":
        return sys.stdin.read()
    if query.startswith("@"):
        try:
            return Path(query[1:]).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise click.UsageError(f"{query[1:]} cannot be read: {error}") from None
    return query
