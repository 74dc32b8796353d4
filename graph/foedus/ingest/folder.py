"""Folders of data to one world, and how one folder lies on top of another."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from foedus.errors import BadData, Problem
from foedus.ingest.document import Path_, load
from foedus.ingest.parts import PARTS, Part, files_of, unread_files
from foedus.ingest.records import problem, record
from foedus.ingest.rules import problems_of
from foedus.ingest.sheets import Entry, Sheets
from foedus.model import World

__all__ = ["name_unread", "read", "take_file", "take_folder"]

_NAMES: Final = ", ".join(part.files for part in PARTS)


_UNDATED = "no dataset.yaml: the data bear a date; with bundled=True the folder lies on top of the bundled data"


def read(folders: Sequence[Path]) -> World:
    """Read folders of data in the form of ``data/README.md``, each on top of those before it.

    A folder on top of another holds what it adds: treaties, actors, conflicts,
    claims; its ``dataset.yaml``, if it has one, takes the place of the one below.

    Raises:
        BadData: every fault of every file.

    >>> from foedus.resources import folder
    >>> read([folder("data")]).treaties["rus-prk-2024"].signed.place
    'Pyongyang'
    """
    sheets = Sheets()
    for folder in folders:
        take_folder(folder, sheets)
    editions = sheets.records("edition")
    if editions or sheets.problems:
        problems = [*sheets.problems, *problems_of(sheets)]
    else:
        problems = [Problem(str(folders[-1] if folders else "."), 1, "", _UNDATED)]
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


def take_folder(folder: Path, sheets: Sheets) -> None:
    """Take every file of a folder of data, and name those that are in no place where they would be read."""
    try:
        found, unread = files_of(folder), unread_files(folder) if folder.is_dir() else []
    except OSError as error:
        sheets.problems.append(Problem(str(folder), 1, "", f"cannot be read: {error.strerror}"))
        return
    if not folder.is_dir():
        sheets.problems.append(Problem(str(folder), 1, "", "no such folder"))
    elif not found and not unread:
        sheets.problems.append(Problem(str(folder), 1, "", f"no data in this folder: it may have {_NAMES}"))
    name_unread(unread, sheets)
    for part, file in found:
        take_file(file, part, sheets)


def name_unread(files: Sequence[Path], sheets: Sheets) -> None:
    """Name files that are in no place where they would be read: nothing is passed over in silence."""
    for file in files:
        sheets.files.append(str(file))
        said = f"this file is in no place where it is read: these are {_NAMES}"
        sheets.problems.append(Problem(str(file), 1, "", said))


def take_file(file: Path, part: Part, sheets: Sheets) -> None:
    """Take the records of one file, and the faults of its form."""
    sheets.files.append(str(file))
    try:
        document = load(file)
    except BadData as error:
        sheets.problems += error.problems
        _remember_unread(file, part, sheets)
        return
    try:
        values = list(part.values(document.value))
    except TypeError as error:
        sheets.problems.append(problem(document, (), str(error)))
        _remember_unread(file, part, sheets)
        return
    for path, value in values:
        nullable = part.name == "places" and value is None
        found, faults = (None, []) if nullable else record(part.kind, document, path, value)
        sheets.problems += faults
        identifier = _id(part, file, path, value)
        if found is not None or nullable:
            sheets.add(part.name, Entry(identifier, found, document, path))
        else:
            sheets.unsound[part.name, identifier] = Entry(identifier, None, document, path)


def _remember_unread(file: Path, part: Part, sheets: Sheets) -> None:
    if part.holds == "one":
        sheets.unsound[part.name, file.stem] = None
    else:
        sheets.unread.add(part.name)


def _id(part: Part, file: Path, path: Path_, value: Any) -> str:
    if part.holds == "mapping":
        return str(path[0])
    written = value.get("id") if isinstance(value, dict) else None
    return str(written or file.stem)
