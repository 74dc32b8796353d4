"""Servers that a command is told to ask, by their address."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from foedus.store.servers import Server

__all__ = ["VIA", "password", "server"]

VIA = "An engine of Foedus's own, or the address of a server: neo4j://host:7687, https://host/dataset/sparql."
"""What ``--via`` takes."""


@contextmanager
def server(address: str) -> Iterator["Server"]:
    """The engine that asks a server; who asks is read from the environment, a missing password from the person."""
    from foedus.store.servers import engine

    opened = engine(address, prompt=password)
    try:
        yield opened
    finally:
        opened.close()


def password(asked: str) -> str:
    """Ask the person at the terminal, unseen."""
    answer: str = click.prompt(asked, hide_input=True, err=True)
    return answer
