"""``foedus validate``: a contributor's own data."""

import sys
from pathlib import Path

import click

__all__ = ["validate"]


@click.command
@click.argument("path", type=click.Path(path_type=Path))
def validate(path: Path) -> None:
    """Check a folder or a file of data: every fault with file, line, and what would be right.

    A file alone, and a folder without a dataset.yaml, is checked on top of the bundled data.
    """
    from foedus.ingest import validate as problems_of

    problems = problems_of(path)
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        files = len({problem.file for problem in problems})
        click.echo(f"{len(problems)} problem{'s' * (len(problems) != 1)} in {files} file{'s' * (files != 1)}", err=True)
        sys.exit(1)
    click.echo(f"{path}: no problems")
