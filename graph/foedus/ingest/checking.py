"""The faults of a contributor's own data: a folder, the sheets in it, or one file."""

from dataclasses import dataclass
from pathlib import Path

from foedus.errors import Problem
from foedus.ingest.folder import name_unread, take_file, take_folder
from foedus.ingest.parts import PARTS, Part, files_of, part_of, sheets_in, unread_files
from foedus.ingest.rules import problems_of
from foedus.ingest.sheets import Sheets
from foedus.resources import folder as bundled

__all__ = ["Checked", "check", "validate"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked, and its faults.

    Attributes:
        problems: every fault, sorted by file and line; where what was checked is
            sound, the breaches of rules that it leads to in other files.
        files: the number of files.
        records: how many records of each part are sound by themselves; parts without any are left out.
        cases: how many cases the treaties have.
    """

    problems: tuple[Problem, ...]
    files: int
    records: dict[str, int]
    cases: int


def validate(path: str | Path) -> tuple[Problem, ...]:
    """Every fault of a folder of data, of a folder of sheets, or of one file.

    A folder without a ``dataset.yaml`` lies on top of the bundled data. A file
    is checked together with the folder of data that it lies in, a loose one
    with the bundled data, in the place of the sheet of its name.
    """
    return check(Path(path)).problems


def check(path: Path) -> Checked:
    """What :func:`validate` checks, with its extent."""
    sheets = Sheets()
    lone = sheets_in(path) if _is_folder(path) else [(part_of(path), path)]
    below = _take_files(lone, path, sheets) if lone else _take_dataset(path, sheets)
    return _checked(sheets, {str(path), *sheets.files[below:]}, len(sheets.files) - below)


def _take_dataset(folder: Path, sheets: Sheets) -> int:
    """Take a folder of data, on top of the bundled one if it bears no date; how many files lie below it."""
    if not (folder / "dataset.yaml").exists():
        take_folder(bundled("data"), sheets)
    below = len(sheets.files)
    take_folder(folder, sheets)
    return below


def _take_files(lone: list[tuple[Part, Path]], path: Path, sheets: Sheets) -> int:
    """Take lone files, after those that they are checked with; how many these are."""
    _take_around(lone, sheets)
    below = len(sheets.files)
    for part, file in lone:
        take_file(file, part, sheets)
    if _is_folder(path):
        read = {file for _, file in lone}
        name_unread([file for file in unread_files(path) if file not in read], sheets)
    return below


def _checked(sheets: Sheets, own: set[str], files: int) -> Checked:
    breaches = set(problems_of(sheets))
    faults = {fault for fault in breaches.union(sheets.problems) if fault.file in own}
    entries = {
        part.name: [entry for entry in sheets.entries(part.name) if entry.document.file in own] for part in PARTS
    }
    return Checked(
        tuple(sorted(faults or breaches)),
        files,
        {name: len(found) for name, found in entries.items() if found},
        sum(len(entry.record.cases) for entry in entries["treaties"]),
    )


def _take_around(lone: list[tuple[Part, Path]], sheets: Sheets) -> None:
    """Take what lone files are checked with: their folder of data, and the bundled data below one without a date."""
    root = _dataset_around(*lone[0])
    if root is None or not (root / "dataset.yaml").exists():
        named = {(part.name, file.name) for part, file in lone if part.folder}
        for part, file in files_of(bundled("data")):
            if (part.name, file.name) not in named:
                take_file(file, part, sheets)
    own = {file.absolute() for _, file in lone}
    for part, file in files_of(root) if root else []:
        if file not in own:
            take_file(file, part, sheets)


def _dataset_around(part: Part, file: Path) -> Path | None:
    """The folder of data that a file is part of by its name and place; none for a loose sheet."""
    folder = file.absolute().parent
    if part.folder:
        return folder.parent if folder.name == part.folder else None
    return folder


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
