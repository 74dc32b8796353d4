"""``foedus view``: pages to look at, each one file that opens offline."""

import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import click

from foedus.cli.parameters import TIMEOUT
from foedus.model.vocabulary import ObligationKind

__all__ = ["view"]

_DUTIES = (*get_args(ObligationKind), "any")

Command = Callable[..., None]


@click.group()
def view() -> None:
    """Write a page: one HTML file, complete, that opens from disk.

    The days set what is seen first; a page can show every other day.
    """


def _page(default: str) -> Callable[[Command], Command]:
    """The options that every page has: two days, a file, whether it is opened."""
    options = (
        click.option("--on", "on", metavar="DATE", default="today", show_default=True, help="The day shown first."),
        click.option("--known", metavar="DATE", default="today", show_default=True, help="As known on that day."),
        click.option("-o", "--output", "file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
                     help=f"Where to write it.  [default: {default}]"),
        click.option("--open", "open_", is_flag=True, help="Open it in the browser."),
    )  # fmt: skip

    def with_options(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return view.command()(command)

    return with_options


@_page("alliances.html")
@click.option("--party", metavar="ACTOR", help="Only the ties of an actor, by id, name or alias.")
@click.option("--duty", type=click.Choice(_DUTIES), default="defense", show_default=True, help="The kind of duty.")
def network(file: Path | None, open_: bool, **asked: Any) -> None:
    """The alliance map: who is bound to whom on any day, as known on any other."""
    _make("network", file or Path("alliances.html"), open_, **asked)


@_page("ID.html")
@click.argument("treaty", metavar="ID")
def treaty(treaty: str, file: Path | None, open_: bool, **asked: Any) -> None:
    """A treaty, by id or title: its parties and clauses over time, its cases, acts, doubts and sources."""
    _make("treaty", file, open_, treaty=treaty, **asked)


@_page("ID.html")
@click.argument("case", metavar="ID")
def case(case: str, file: Path | None, open_: bool, **asked: Any) -> None:
    """A case, by id or name: the chain of events, claim and counter-claim, force and use over time."""
    _make("case", file, open_, case=case, **asked)


@_page("CODE.html")
@click.argument("party", metavar="CODE")
def party(party: str, file: Path | None, open_: bool, **asked: Any) -> None:
    """A party, by id, name or alias: what it owes and is owed, its record of cases, who recognises it."""
    _make("party", file, open_, party=party, **asked)


@_page("claims.html")
@click.argument("claims_file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@TIMEOUT
def claims(claims_file: Path | None, file: Path | None, open_: bool, on: str, known: str, timeout: float) -> None:
    """Claims, each with its verdict as known on its own date and as known now; FILE has yours (docs/claims.md).

    The days are those of the verdicts of now. Without FILE, the claims of the bundled data.
    """
    from foedus.cli.check import limit
    from foedus.cli.graph import opened
    from foedus.view.claims import claims as made

    with opened() as kg:
        with limit(timeout) as progress:
            checked = kg.check(claims_file, on=on, known=known, progress=progress)
        page = made(kg.world, checked)
    _save(page.save, file or Path("claims.html"), open_)


def _make(name: str, file: Path | None, open_: bool, **asked: Any) -> None:
    from foedus.cli.graph import opened

    with opened() as kg:
        page = kg.view(name, **asked)
        find: dict[str, Callable[[str], Any]] = {"treaty": kg.treaty, "case": kg.case, "party": kg.actor}
        target = file or Path(f"{find[name](asked[name]).id}.html")
    _save(page.save, target, open_)


def _save(save: Callable[[Path], Path], target: Path, open_: bool) -> None:
    _write(save, target)
    click.echo(target)
    if open_:
        webbrowser.open(target.resolve().as_uri())


def _write(save: Callable[[Path], Path], file: Path) -> None:
    try:
        save(file)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}") from None
