"""Servers that a command is told to ask, by their address."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from foedus.store.servers import Server

__all__ = ["VIA", "engine", "password", "server"]

VIA = "An engine of Foedus's own, or the address of a server: neo4j://host:7687, https://host/dataset/sparql."
"""What ``--via`` takes."""


@contextmanager
def server(address: str) -> Iterator["Server"]:
    """The engine that asks a server; who asks is read from the environment, a missing password from the person."""
    from foedus.store import servers

    opened = servers.engine(address, prompt=password)
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def engine(via: str | None, language: str) -> Iterator["str | Server"]:
    """What an analyst's own query asks: the embedded engine of its language, or the server at an address."""
    if via is None:
        yield language
        return
    with server(via) as opened:
        if opened.language != language:
            raise click.BadParameter(f"{via} is no server for {language}", param_hint="--via")
        yield opened


def password(asked: str) -> str:
    """Ask the person at the terminal, unseen."""
    answer: str = click.prompt(asked, hide_input=True, err=True)
    return answer
