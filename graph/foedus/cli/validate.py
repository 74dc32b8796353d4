"""``foedus validate``: a contributor's own data."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from foedus.ingest import Checked

__all__ = ["validate"]


@click.command
@click.argument("path", type=click.Path(path_type=Path))
def validate(path: Path) -> None:
    """Check a folder or a file of data: every fault with file, line, and what would be right.

    A folder without a dataset.yaml, and a loose sheet, is checked on top of the bundled data; a file that lies in a
    folder of data is checked together with it.
    """
    from foedus.ingest import check

    checked = check(path)
    for problem in checked.problems:
        click.echo(str(problem), err=True)
    if checked.problems:
        files = len({problem.file for problem in checked.problems})
        click.echo(f"{_number(len(checked.problems), 'problem')} in {_number(files, 'file')}", err=True)
        sys.exit(1)
    click.echo(f"{path}: no problems ({_extent(checked)})")


def _extent(checked: "Checked") -> str:
    """What was checked: ``2 files: 2 treaties, 3 cases``."""
    words = {"treaties": "treaty treaties", "actors": "actor", "conflicts": "conflict"}
    counts = [_number(checked.records[part], *word.split()) for part, word in words.items() if part in checked.records]
    if checked.cases:
        counts.insert(1, _number(checked.cases, "case"))
    return ": ".join(part for part in (_number(checked.files, "file"), ", ".join(counts)) if part)


def _number(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
