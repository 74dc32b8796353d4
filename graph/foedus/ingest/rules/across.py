"""Rules over all sheets together."""

from collections.abc import Callable, Iterator

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
    """An alias means one actor: it is no id, name or alias of another."""
    seen: dict[str, str] = {}
    for entry in sheets.entries("actors"):
        for name in dict.fromkeys((entry.record.id, entry.record.name)):
            seen.setdefault(name.casefold(), entry.id)
    for entry in sheets.entries("actors"):
        for place, alias in enumerate(entry.record.aliases):
            owner = seen.setdefault(alias.casefold(), entry.id)
            if owner != entry.id:
                yield entry.fault(("aliases", place), f"{alias!r} already means {owner}")


def every_actor_has_a_place(sheets: Sheets) -> Iterator[Problem]:
    """places.yaml, where a folder has one, has a key for each actor of its file, and no other."""
    places, actors = sheets.parts.get("places", {}), sheets.parts.get("actors", {})
    for identifier, entry in places.items():
        if identifier not in actors:
            yield entry.fault((), f"{identifier!r} is no actor of actors.yaml{nearest(identifier, actors)}")
    folders = {_folder(entry) for entry in places.values()}
    for identifier, entry in actors.items():
        if identifier not in places and _folder(entry) in folders:
            yield entry.fault(("id",), f"{identifier!r} is missing in places.yaml: write null if it has no place")


def conflicts_are_in_order(sheets: Sheets) -> Iterator[Problem]:
    """A conflict begins before it ends."""
    for entry in sheets.entries("conflicts"):
        yield from in_order(entry, ("to",), entry.record.from_, entry.record.to, ("from", "to"))


def crosswalk_names_sheets(sheets: Sheets) -> Iterator[Problem]:
    """Every row of the crosswalk is of a sheet; an exact match has an id."""
    treaties = sheets.parts.get("treaties", {})
    for entry in sheets.entries("crosswalk"):
        if entry.id not in treaties:
            yield entry.fault((), f"{entry.id!r} is no sheet{nearest(entry.id, treaties)}")
        if entry.record.match == "exact" and entry.record.atop_id is None:
            yield entry.fault(("atop_id",), "an exact match has an id")


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


def _folder(entry: Entry) -> str:
    return entry.document.file.replace("\\", "/").rpartition("/")[0]


RULES: tuple[Rule, ...] = (
    ids_are_unique,
    names_are_unique,
    every_actor_has_a_place,
    conflicts_are_in_order,
    crosswalk_names_sheets,
    one_page_is_dated_alike,
)
