"""Folders of data to one world, and how one folder lies on top of another."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foedus.errors import BadData, Problem
from foedus.ingest.document import Path_, load
from foedus.ingest.parts import PARTS, Part, files_of, part_of, unread_files
from foedus.ingest.records import problem, record
from foedus.ingest.rules import problems_of
from foedus.ingest.sheets import Entry, Sheets
from foedus.model import World
from foedus.resources import folder as bundled

__all__ = ["Checked", "check", "read", "validate"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked, and its faults.

    Attributes:
        problems: every fault, sorted by file and line.
        files: the number of files.
        records: how many records of each part are sound by themselves; parts without any are left out.
        cases: how many cases the treaties have.
    """

    problems: tuple[Problem, ...]
    files: int
    records: dict[str, int]
    cases: int


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
        _take_folder(folder, sheets)
    problems = [*sheets.problems, *problems_of(sheets)]
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
    return check(path).problems


def check(path: Path) -> Checked:
    """What :func:`validate` checks, with its extent."""
    sheets = Sheets()
    if path.is_dir():
        if not (path / "dataset.yaml").exists():
            _take_folder(bundled("data"), sheets)
        below = len(sheets.files)
        _take_folder(path, sheets)
    else:
        below = _take_bundled_without(path, sheets)
        _take_file(path, part_of(path), sheets)
    own = {str(path), *sheets.files[below:]}
    faults = {fault for fault in (*sheets.problems, *problems_of(sheets)) if fault.file in own}
    entries = {
        part.name: [entry for entry in sheets.entries(part.name) if entry.document.file in own] for part in PARTS
    }
    return Checked(
        tuple(sorted(faults)),
        len(sheets.files) - below,
        {name: len(found) for name, found in entries.items() if found},
        sum(len(entry.record.cases) for entry in entries["treaties"]),
    )


def _take_bundled_without(path: Path, sheets: Sheets) -> int:
    """Take the bundled data save the file in whose place a lone file stands; how many files that are.

    A sheet stands in the place of that of its name; actors, conflicts and the
    like do so in a folder with a ``dataset.yaml``, else they add to the bundled.
    """
    part = part_of(path)
    instead = part.folder or path.with_name("dataset.yaml").exists()
    for other, file in files_of(bundled("data")):
        if not (instead and (other.name, file.name) == (part.name, path.name)):
            _take_file(file, other, sheets)
    return len(sheets.files)


def _take_folder(folder: Path, sheets: Sheets) -> None:
    try:
        found, unread = files_of(folder), unread_files(folder) if folder.is_dir() else []
    except OSError as error:
        sheets.problems.append(Problem(str(folder), 1, "", f"cannot be read: {error.strerror}"))
        return
    names = ", ".join(part.files for part in PARTS)
    if not folder.is_dir():
        sheets.problems.append(Problem(str(folder), 1, "", "no such folder"))
    elif not found and not unread:
        sheets.problems.append(Problem(str(folder), 1, "", f"no data in this folder: it may have {names}"))
    for file in unread:
        sheets.files.append(str(file))
        sheets.problems.append(
            Problem(str(file), 1, "", f"this file is in no place where it is read: these are {names}")
        )
    for part, file in found:
        _take_file(file, part, sheets)


def _take_file(file: Path, part: Part, sheets: Sheets) -> None:
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
            sheets.unsound.add((part.name, identifier))


def _remember_unread(file: Path, part: Part, sheets: Sheets) -> None:
    if part.holds == "one":
        sheets.unsound.add((part.name, file.stem))
    else:
        sheets.unread.add(part.name)


def _id(part: Part, file: Path, path: Path_, value: Any) -> str:
    if part.holds == "mapping":
        return str(path[0])
    written = value.get("id") if isinstance(value, dict) else None
    return str(written or file.stem)
