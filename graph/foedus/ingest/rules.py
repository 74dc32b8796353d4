"""The rules of the form that go beyond one record: ``data/README.md``, sentence by sentence."""

from collections.abc import Iterator

from foedus.errors import Problem
from foedus.ingest.records import nearest
from foedus.ingest.sheets import Entry, Sheets

__all__ = ["problems_of"]


def problems_of(sheets: Sheets) -> Iterator[Problem]:
    """Every breach of a rule in the records that are sound by themselves."""
    for entry in sheets.entries("treaties"):
        yield from _file_name(entry)
        yield from _known_actors(entry, sheets)


def _file_name(entry: Entry) -> Iterator[Problem]:
    stem = entry.document.file.rpartition("/")[2].removesuffix(".yaml")
    if entry.record.id != stem:
        yield entry.fault(("id",), f"{entry.record.id!r} is not the name of the file: write {stem!r}")


def _known_actors(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    actors = sheets.parts.get("actors", {})
    for place, spell in enumerate(entry.record.parties):
        if spell.party not in actors:
            hint = nearest(spell.party, actors)
            yield entry.fault(("parties", place, "party"), f"{spell.party!r} is no actor of actors.yaml{hint}")
