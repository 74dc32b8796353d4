"""Folders of data to one world: which files make a dataset, and how one folder lies on top of another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from foedus.errors import BadData, Problem
from foedus.ingest.document import Document, Path_, load
from foedus.ingest.records import problem, record
from foedus.ingest.rules import problems_of
from foedus.ingest.sheets import Entry, Sheets
from foedus.model import Actor, ClaimsFile, Conflict, Edition, Place, Treaty, World
from foedus.model.sources import CrosswalkRow
from foedus.resources import folder as bundled

__all__ = ["PARTS", "Part", "read", "validate"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a dataset: its files and the records in them.

    A file holds one record, a list of records with an ``id`` each, or a
    mapping from id to record.
    """

    name: str
    files: str
    kind: type[BaseModel]
    holds: str = "one"


PARTS = (
    Part("edition", "dataset.yaml", Edition),
    Part("actors", "actors.yaml", Actor, "list"),
    Part("places", "places.yaml", Place, "mapping"),
    Part("conflicts", "conflicts.yaml", Conflict, "mapping"),
    Part("crosswalk", "atop-crosswalk.yaml", CrosswalkRow, "mapping"),
    Part("treaties", "treaties/*.yaml", Treaty),
    Part("claims", "claims/*.yaml", ClaimsFile),
)


def read(folders: Sequence[Path]) -> World:
    """Read folders of data in the form of ``data/README.md``, each on top of those before it.

    A folder on top of another holds what it adds: treaties, actors, conflicts,
    claims; its ``dataset.yaml``, if it has one, takes the place of the one below.

    Raises:
        BadData: every fault of every file.
    """
    sheets = Sheets()
    for folder in folders:
        _take_folder(folder, sheets)
    problems = _all_problems(sheets)
    editions = sheets.records("edition")
    if not editions and not problems:
        problems.append(Problem(str(folders[-1] if folders else "."), 1, "", "no dataset.yaml: the data bear a date"))
    if problems:
        raise BadData(problems)
    return World(
        list(editions.values())[-1],
        sheets.records("actors"),
        sheets.records("places"),
        sheets.records("conflicts"),
        sheets.records("treaties"),
        sheets.records("claims"),
    )


def validate(path: Path) -> tuple[Problem, ...]:
    """Every fault of a folder, or of one file, which is checked against the bundled actors and conflicts.

    A folder without a ``dataset.yaml`` of its own lies on top of the bundled data.
    """
    sheets = Sheets()
    own = path if path.is_dir() else path.parent
    if not path.is_dir() or not path.joinpath("dataset.yaml").exists():
        _take_folder(bundled("data"), sheets, instead_of=path)
    if path.is_dir():
        _take_folder(path, sheets)
    else:
        _take_file(path, _part_of(path), sheets)
    files = {str(path)} | {str(file) for part in PARTS for file in own.glob(part.files)}
    return tuple(sorted(fault for fault in _all_problems(sheets) if fault.file in files))


def _part_of(path: Path) -> Part:
    """The part of a dataset that a lone file is: by its name, by its folder, else a treaty."""
    by_name = (part for part in PARTS if part.files == path.name)
    by_folder = (part for part in PARTS if part.files.startswith(f"{path.resolve().parent.name}/"))
    return next(by_name, None) or next(by_folder, None) or next(part for part in PARTS if part.name == "treaties")


def _all_problems(sheets: Sheets) -> list[Problem]:
    return [*sheets.problems, *problems_of(sheets)]


def _take_folder(folder: Path, sheets: Sheets, instead_of: Path | None = None) -> None:
    """Take every file of a folder, save one of the same part and name as ``instead_of``."""
    if not folder.is_dir():
        sheets.problems.append(Problem(str(folder), 1, "", "no such folder"))
        return
    left_out = instead_of and (_part_of(instead_of).name, instead_of.name)
    for part in PARTS:
        for file in sorted(folder.glob(part.files)):
            if (part.name, file.name) != left_out:
                _take_file(file, part, sheets)


def _take_file(file: Path, part: Part, sheets: Sheets) -> None:
    try:
        document = load(file)
    except BadData as error:
        sheets.problems += error.problems
        return
    for path, value in _values(document, part, sheets):
        nullable = part.name == "places" and value is None
        found, faults = (None, []) if nullable else record(part.kind, document, path, value)
        sheets.problems += faults
        if found is not None or nullable:
            sheets.add(part.name, Entry(_id(part, file, path, found), found, document, path))


def _values(document: Document, part: Part, sheets: Sheets) -> Iterator[tuple[Path_, Any]]:
    value = document.value
    if part.holds == "one" and isinstance(value, dict):
        yield (), value
    elif part.holds == "list" and isinstance(value, list):
        yield from (((place,), one) for place, one in enumerate(value))
    elif part.holds == "mapping" and isinstance(value, dict):
        yield from (((key,), one) for key, one in value.items())
    else:
        form = "a list" if part.holds == "list" else "a mapping of keys and values"
        sheets.problems.append(problem(document, (), f"this file is {form}"))


def _id(part: Part, file: Path, path: Path_, found: Any) -> str:
    return str(getattr(found, "id", None) or (path[0] if path else file.stem))
