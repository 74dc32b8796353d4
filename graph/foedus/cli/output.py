"""Rows for people and programs: table, JSON, CSV, Markdown."""

import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from typing import Any, Final

import click

from foedus.query.rows import Rows

__all__ = ["FORMATS", "footer", "write"]

FORMATS: Final = ("table", "json", "csv", "md")

_GRID: Final = 7
"""Rows of more columns than this are shown one below the other."""


_ESCAPED: Final = str.maketrans({"\\": "\\\\", "|": "\\|", "\n": " "})


def write(rows: Rows, format_: str) -> None:
    """Write rows to standard output in one of ``FORMATS``."""
    match format_:
        case "json":
            content = [dict(row) for row in rows]
            click.echo(json.dumps(content, ensure_ascii=False, indent=2, default=str))
        case "csv":
            _csv(rows)
        case "md":
            click.echo("\n".join(_markdown(rows)))
        case _:
            _table(rows)


def footer(rows: Rows, left_out: Mapping[str, int]) -> None:
    """What a table answers: the days, the engine, the number of rows, and what was left out."""
    about = rows.about
    asked = {name: value for name, value in about["parameters"].items() if name not in {"on", "known"}}
    days = [f"{name} {about['parameters'][name]}" for name in ("on", "known") if name in about["parameters"]]
    parts = [
        f"{len(rows)} row{'' if len(rows) == 1 else 's'}",
        *days,
        *(f"{name} {value}" for name, value in asked.items()),
        f"via {about['via']}",
        f"data of {about['edition']}",
    ]
    click.echo(click.style(" · ".join(parts), dim=True))
    for note in about["notes"]:
        click.echo(f"note: {note}")
    if any(left_out.values()):
        said = ", ".join(f"{number} {value}" for value, number in left_out.items() if number)
        click.echo(click.style(f"left out: {said} (see --activity)", dim=True))


def _csv(rows: Rows) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows([_cell(row[column]) for column in rows.columns] for row in rows)


def _markdown(rows: Rows) -> Iterator[str]:
    yield f"| {' | '.join(rows.columns)} |"
    yield f"|{' --- |' * len(rows.columns)}"
    for row in rows:
        cells = (
            _cell(row[column]).replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ") for column in rows.columns
        )
        yield f"| {' | '.join(cells)} |"


def _table(rows: Rows) -> None:
    if len(rows.columns) > _GRID or not sys.stdout.isatty():
        for row in rows:
            click.echo("\n".join(_card(rows.columns, row)))
            click.echo()
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_edge=False, header_style="bold", pad_edge=False)
    for column in rows.columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(row[column])) for column in rows.columns))
    Console().print(table)


def _card(columns: tuple[str, ...], row: Mapping[str, Any]) -> Iterator[str]:
    """A row, a line a column; what has no value is left out."""
    from textwrap import wrap

    label = max(map(len, columns)) + 2
    width = max(40, shutil.get_terminal_size((100, 24)).columns - 1)
    for place, column in enumerate(columns):
        value = row[column]
        lines = value if isinstance(value, list) and any(len(str(one)) > 12 for one in value) else [_cell(value)]
        for first, line in enumerate(wrapped for one in lines for wrapped in wrap(str(one), width - label) or [""]):
            if line:
                shown = click.style(line, bold=True) if place == 0 else line
                yield f"{column if not first else '':<{label}}{shown}"


def _cell(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(map(_cell, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
