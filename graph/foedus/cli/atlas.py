"""``foedus atlas``: a whole site of pages, that opens from disk and from any web server."""

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

__all__ = ["atlas"]


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite the pages of a folder that is there.")
def atlas(folder: Path, force: bool) -> None:
    """Write a site to DIR: what is active today, the alliance map, claims, an index with search, a page for each thing.

    The same data give the same bytes; every address in it is relative. Open DIR/index.html, or serve DIR.
    """
    from foedus.cli.graph import opened

    with opened() as kg, _bar() as bar:
        kg.atlas(folder, force=force, progress=bar)
    click.echo(folder / "index.html")


class _Bar:
    """How many pages are written, on one line of a terminal that is wiped at the end."""

    def __enter__(self) -> "_Bar":
        return self

    def __exit__(self, *_: object) -> None:
        click.echo("\r\x1b[K", nl=False, err=True)

    def __call__(self, done: int, total: int) -> None:
        filled = 30 * done // total
        click.echo(f"\r\x1b[K[{'#' * filled}{'.' * (30 - filled)}] {done} of {total} pages", nl=False, err=True)


def _bar() -> Any:
    """The bar where a person looks on, else none."""
    return _Bar() if sys.stderr.isatty() else nullcontext()
