"""``foedus check``: is that sentence true, and was it when it was written?"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from foedus.cli.graph import opened
from foedus.cli.output import FORMATS, write
from foedus.cli.parameters import TIMEOUT
from foedus.errors import BadData
from foedus.query.rows import Rows

if TYPE_CHECKING:
    from foedus.analysis.claims import CheckedClaim

__all__ = ["check", "limit"]

_SHOWN: Final = 3
"""Sources that a table shows of a claim; the other formats have all."""


@click.command
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option(
    "--on", metavar="DATE", default="today", show_default=True, help="The day that the verdicts of now are about."
)
@click.option("--known", metavar="DATE", default="today", show_default=True, help="Now: as known on that day.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option(
    "--explain", "identifier", metavar="ID", help="One claim: its facts, who asserts and disputes them, what changed."
)
@TIMEOUT
def check(file: Path | None, on: str, known: str, format_: str, identifier: str | None, timeout: float) -> None:
    """Check the claims of FILE against the graph; without FILE, those of the bundled data.

    Each claim gets two verdicts: then, as known on its own date, and now. They follow from what the queries of its
    check find, so the status is 0 whatever they are; it is 2 if a check itself fails. docs/claims.md says how to write
    one.
    """
    try:
        with opened() as kg, limit(timeout) as progress:
            checked = kg.check(file, claim=identifier, on=on, known=known, progress=progress)
    except BadData as error:
        click.echo(f"foedus: {error}", err=True)
        sys.exit(2)
    if identifier:
        _explain(checked[0], format_)
    else:
        _list(checked, format_)


@contextmanager
def limit(seconds: float) -> Iterator[Callable[[str], None]]:
    """What is told of each check as it begins, and ends this process if the check takes longer."""
    from foedus.store.deadline import deadline

    with ExitStack() as running:

        def begin(place: str) -> None:
            running.close()
            running.enter_context(deadline(seconds, place, status=2))

        yield begin


def _list(checked: "Sequence[CheckedClaim]", format_: str) -> None:
    from foedus.analysis.claims import as_rows

    rows = as_rows(checked)
    if format_ != "table":
        write(rows, format_)
        return
    write(Rows(rows.columns, ({**row, "sources": _some(row.sources)} for row in rows)), format_)
    if checked:
        click.echo(click.style("\n".join(_footer(checked)), dim=True))


def _some(sources: list[str]) -> list[str]:
    more = len(sources) - _SHOWN
    return [*sources[:_SHOWN], *([f"… and {more} more: see --explain"] if more > 0 else [])]


def _footer(checked: "Sequence[CheckedClaim]") -> Iterator[str]:
    now = checked[0].now
    yield f"{len(checked)} claim{'' if len(checked) == 1 else 's'}"
    for name, verdicts in (
        ("then", [one.then.verdict for one in checked]),
        ("now", [one.now.verdict for one in checked]),
    ):
        counts = ", ".join(f"{number} {verdict}" for verdict, number in Counter(verdicts).most_common())
        yield f"{name:<4}  {counts}"
    yield f"then: on the claim's date, as known on it · now: on {now.on}, as known on {now.known}"


def _explain(checked: "CheckedClaim", format_: str) -> None:
    from foedus.analysis.claims import fact_rows
    from foedus.cli.explanation import explanation

    if format_ == "table":
        click.echo("\n".join(explanation(checked)))
    else:
        write(fact_rows(checked), format_)
