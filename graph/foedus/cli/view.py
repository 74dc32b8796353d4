"""``foedus view``: pages to look at, each one file that opens offline."""

import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import click

from foedus.model.vocabulary import ObligationKind

__all__ = ["view"]

_DUTIES = (*get_args(ObligationKind), "any")


@click.group()
def view() -> None:
    """Write a page: one HTML file, complete, that opens from disk."""


@view.command()
@click.option("--on", "on", metavar="DATE", default="today", show_default=True, help="The day shown first.")
@click.option("--known", metavar="DATE", default="today", show_default=True, help="As known on that day.")
@click.option("--party", metavar="ACTOR", help="Only the ties of an actor, by id, name or alias.")
@click.option("--duty", type=click.Choice(_DUTIES), default="defense", show_default=True, help="The kind of duty.")
@click.option("-o", "--output", "file", type=click.Path(dir_okay=False, path_type=Path), default="alliances.html",
              show_default=True, metavar="FILE", help="Where to write it.")  # fmt: skip
@click.option("--open", "open_", is_flag=True, help="Open it in the browser.")
def network(on: str, known: str, party: str | None, duty: str, file: Path, open_: bool) -> None:
    """The alliance map: who is bound to whom on any day, as known on any other.

    The options set what is seen first; the page can show every other day.
    """
    from foedus.cli.graph import opened

    with opened() as kg:
        page = kg.view("network", on=on, known=known, party=party, duty=duty)
    _write(page.save, file)
    click.echo(file)
    if open_:
        webbrowser.open(file.resolve().as_uri())


def _write(save: Callable[[Path], Path], file: Path) -> None:
    try:
        save(file)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}") from None
