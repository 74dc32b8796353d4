"""``foedus atlas``: a whole site of pages, that opens from disk and from any web server."""

from pathlib import Path

import click

from foedus.cli.progress import Bar

__all__ = ["atlas"]


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace the site in a folder that is there.")
def atlas(folder: Path, force: bool) -> None:
    """Write a site to DIR: what is active today, the alliance map, claims, an index with search, a page for each thing.

    The same data give the same bytes; every address in it is relative. Open DIR/index.html, or serve DIR.
    """
    from foedus.cli.graph import opened

    with opened() as kg, Bar("writing pages") as bar:
        kg.atlas(folder, force=force, progress=bar)
    click.echo(folder / "index.html")
