"""Rules over all sheets together."""

from collections.abc import Callable, Iterator
from itertools import groupby

from foedus.errors import Problem
from foedus.ingest.document import Path_
from foedus.ingest.rules.order import in_order
from foedus.ingest.sheets import Entry, Sheets
from foedus.nearest import nearest

__all__ = ["RULES"]

Rule = Callable[[Sheets], Iterator[Problem]]


def ids_are_unique(sheets: Sheets) -> Iterator[Problem]:
    """A case, an event and a claim have an id that no other in any file has."""
    named: list[tuple[str, str, Entry, Path_]] = []
    for entry in sheets.entries("treaties"):
        for place, case in enumerate(entry.record.cases):
            named.append(("case", case.id, entry, ("cases", place, "id")))
            named += [
                ("event", event.id, entry, ("cases", place, "events", number, "id"))
                for number, event in enumerate(case.events)
            ]
    for entry in sheets.entries("claims"):
        named += [
            ("claim", claim.id, entry, ("claims", place, "id")) for place, claim in enumerate(entry.record.claims)
        ]
    seen: dict[tuple[str, str], str] = {}
    for kind, identifier, entry, path in named:
        place_here = f"{entry.document.file}:{entry.document.line((*entry.path, *path))}"
        first = seen.setdefault((kind, identifier), place_here)
        if first != place_here:
            yield entry.fault(path, f"{kind} {identifier!r} stands twice: first in {first}")


def names_are_unique(sheets: Sheets) -> Iterator[Problem]:
    """An id, a name or an alias means one actor, whatever the case of its letters; the folder below has it first."""
    seen: dict[str, str] = {}
    for _, group in groupby(sheets.entries("actors"), key=lambda entry: entry.folder):
        entries = list(group)
        for entry in entries:
            yield from _taken(entry, ("id",), entry.id, seen)
        for entry in entries:
            yield from _taken(entry, ("name",), entry.record.name, seen)
        for entry in entries:
            for place, alias in enumerate(entry.record.aliases):
                yield from _taken(entry, ("aliases", place), alias, seen)


def _taken(entry: Entry, path: Path_, name: str, seen: dict[str, str]) -> Iterator[Problem]:
    owner = seen.setdefault(name.casefold(), entry.id)
    if owner != entry.id:
        yield entry.fault(path, f"{name!r} already means {owner}")


def every_actor_has_a_place(sheets: Sheets) -> Iterator[Problem]:
    """places.yaml, where a folder has one, has a key for each actor of its file, and no other."""
    for entry in sheets.entries("places"):
        if sheets.lacks("actors", entry.id):
            yield entry.fault((), f"{entry.id!r} is no actor of actors.yaml{nearest(entry.id, sheets.known('actors'))}")
    folders = {entry.folder for entry in sheets.entries("places")}
    for entry in sheets.entries("actors"):
        if sheets.lacks("places", entry.id) and entry.folder in folders:
            yield entry.fault(("id",), f"{entry.id!r} is missing in places.yaml: write null if it has no place")


def conflicts_are_in_order(sheets: Sheets) -> Iterator[Problem]:
    """A conflict begins before it ends."""
    for entry in sheets.entries("conflicts"):
        yield from in_order(entry, ("to",), entry.record.from_, entry.record.to, ("from", "to"))


def crosswalk_has_a_row_a_sheet(sheets: Sheets) -> Iterator[Problem]:
    """The crosswalk has a row for each sheet of its folder, and rows of sheets only; an exact match has an id."""
    for entry in sheets.entries("crosswalk"):
        if sheets.lacks("treaties", entry.id):
            yield entry.fault((), f"{entry.id!r} is no sheet{nearest(entry.id, sheets.known('treaties'))}")
        if entry.record.match == "exact" and entry.record.atop_id is None:
            yield entry.fault(("atop_id",), "an exact match has an id")
    folders = {entry.folder / "treaties" for entry in sheets.entries("crosswalk")}
    for entry in sheets.entries("treaties"):
        if sheets.lacks("crosswalk", entry.id) and entry.folder in folders:
            yield entry.fault(
                ("id",), f"{entry.id!r} has no row in atop-crosswalk.yaml: add one, with match: none if need be"
            )


def one_page_is_dated_alike(sheets: Sheets) -> Iterator[Problem]:
    """One url has the same publisher and date in every sheet."""
    seen: dict[str, tuple[Entry, str, object]] = {}
    for entry in sheets.entries("treaties"):
        for name, source in entry.record.sources.items():
            if source.url:
                first, publisher, date = seen.setdefault(source.url, (entry, source.publisher, source.date))
                if (publisher, date) != (source.publisher, source.date):
                    said = f"{publisher}, {date} in {first.document.file}"
                    yield entry.fault(("sources", name), f"{source.publisher}, {source.date}: this page is {said}")


RULES: tuple[Rule, ...] = (
    ids_are_unique,
    names_are_unique,
    every_actor_has_a_place,
    conflicts_are_in_order,
    crosswalk_has_a_row_a_sheet,
    one_page_is_dated_alike,
)
