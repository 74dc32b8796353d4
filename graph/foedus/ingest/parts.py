"""Which files make a dataset, and what each of them holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from foedus.ingest.document import Path_
from foedus.model import Actor, ClaimsFile, Conflict, Edition, Place, Treaty
from foedus.model.sources import CrosswalkRow

__all__ = ["PARTS", "Part", "files_of", "part_of", "sheets_in", "unread_files"]

_YAML = (".yaml", ".yml")


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

    @property
    def folder(self) -> str:
        """The folder of the files inside the dataset; empty for the dataset's own."""
        return self.files.rpartition("/")[0]

    def values(self, value: object) -> Iterator[tuple[Path_, Any]]:
        """The values in a file that stand for a record each, with their paths.

        Raises:
            TypeError: the file is none of the three forms; the text says which it should be.
        """
        if self.holds == "one" and isinstance(value, dict):
            yield (), value
        elif self.holds == "list" and isinstance(value, list):
            yield from (((place,), one) for place, one in enumerate(value))
        elif self.holds == "mapping" and isinstance(value, dict):
            yield from (((key,), one) for key, one in value.items())
        else:
            form = "a list" if self.holds == "list" else "a mapping of keys and values"
            raise TypeError(f"this file is {form}; data/README.md has its form")


PARTS = (
    Part("edition", "dataset.yaml", Edition),
    Part("actors", "actors.yaml", Actor, "list"),
    Part("places", "places.yaml", Place, "mapping"),
    Part("conflicts", "conflicts.yaml", Conflict, "mapping"),
    Part("crosswalk", "atop-crosswalk.yaml", CrosswalkRow, "mapping"),
    Part("treaties", "treaties/*.yaml", Treaty),
    Part("claims", "claims/*.yaml", ClaimsFile),
)
_TREATIES = next(part for part in PARTS if part.name == "treaties")


def part_of(path: Path) -> Part:
    """The part of a dataset that a lone file is: by its name, by its folder, else a treaty."""
    by_name = (part for part in PARTS if part.files == path.name)
    by_folder = (part for part in PARTS if part.folder and part.folder == path.absolute().parent.name)
    return next(by_name, None) or next(by_folder, None) or _TREATIES


def files_of(folder: Path) -> list[tuple[Part, Path]]:
    """The files of a dataset, part by part, in the order of their names; hidden ones are left out."""
    return [(part, path) for part in PARTS for path in sorted(folder.glob(part.files)) if not path.name.startswith(".")]


def sheets_in(folder: Path) -> list[tuple[Part, Path]]:
    """The files of a folder that is itself ``treaties/`` or ``claims/`` of a dataset; none of any other."""
    part = next((part for part in PARTS if part.folder == folder.absolute().name), None)
    if part is None or files_of(folder):
        return []
    return [(part, path) for path in sorted(folder.glob("*.yaml")) if not path.name.startswith(".")]


def unread_files(folder: Path) -> list[Path]:
    """YAML files in the folder that are part of no dataset, as a treaty beside ``treaties/`` or one named ``.yml``."""
    read = {path for _, path in files_of(folder)}
    places = [folder, *(folder / name for name in sorted({part.folder for part in PARTS} - {""}))]
    found = (path for place in places if place.is_dir() for path in sorted(place.iterdir()))
    return [
        path for path in found if path.suffix.lower() in _YAML and path not in read and not path.name.startswith(".")
    ]
