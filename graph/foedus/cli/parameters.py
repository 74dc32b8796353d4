"""Parameters and query texts as they are given on a command line."""

import sys
from collections.abc import Iterable
from math import isnan
from pathlib import Path

import click

from foedus.query.parameters import LONGEST

__all__ = ["PARAMETERS", "TIMEOUT", "pairs", "text_of"]


def _finite(ctx: click.Context, parameter: click.Parameter, value: float) -> float:
    """A range lets through what compares with nothing."""
    if isnan(value):
        raise click.BadParameter("nan is not a number of seconds")
    return value


PARAMETERS = click.option(
    "--param",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="A value for $NAME: a day (2024-10-28), a number, true or false, else text.",
)
"""The parameters of an analyst's own query."""

TIMEOUT = click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True, max=LONGEST),
    callback=_finite,
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
    text = _read(query)
    if not text.strip():
        raise click.UsageError("the query is empty")
    return text


def _read(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if query.startswith("@"):
        try:
            return Path(query[1:]).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise click.UsageError(f"{query[1:]} cannot be read: {error}") from None
    return query
