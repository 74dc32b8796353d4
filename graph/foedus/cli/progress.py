"""A bar on one line of a terminal, wiped at the end; nothing where nobody looks on."""

import sys

import click

__all__ = ["Bar"]

_WIDTH = 30


class Bar:
    """Told how much is done, of how much; it is not there before it is told, as a password may be asked for first."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = False

    def __enter__(self) -> "Bar":
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)

    def __call__(self, done: int, total: int, step: str = "") -> None:
        """Show it; ``step`` is what is being done now, in place of the numbers."""
        if not sys.stderr.isatty():
            return
        self._shown = True
        filled = _WIDTH * done // max(total, 1)
        said = step or f"{done:,} of {total:,}"
        click.echo(f"\r\x1b[K[{'#' * filled}{'.' * (_WIDTH - filled)}] {self._what}: {said}", nl=False, err=True)
