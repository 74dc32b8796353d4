"""The records of several folders, each with the place in a document where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from foedus.errors import Problem
from foedus.ingest.document import Document, Path_
from foedus.ingest.records import problem

__all__ = ["Entry", "Sheets"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record, sound by itself, and where it stands."""

    id: str
    record: Any
    document: Document
    path: Path_ = ()

    @property
    def folder(self) -> Path:
        """The folder of the file."""
        return Path(self.document.file).absolute().parent

    @property
    def value(self) -> Any:
        """The plain value that the record was made from."""
        value: Any = self.document.value
        for part in self.path:
            value = value[part]
        return value

    def fault(self, path: Path_, message: str) -> Problem:
        """A fault of the record at a path inside it."""
        return problem(self.document, (*self.path, *path), message)


@dataclass
class Sheets:
    """The entries of each part of a dataset, and the faults found so far.

    What could not be read is remembered, so that one fault in ``actors.yaml``
    does not make a fault of every sheet that names the actor.
    """

    parts: dict[str, dict[str, Entry]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unsound: dict[tuple[str, str], Entry | None] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    files: list[str] = field(default_factory=list)

    def add(self, part: str, entry: Entry) -> None:
        """Add an entry; two of one id are a fault, save the edition, where the last holds."""
        entries = self.parts.setdefault(part, {})
        first = entries.get(entry.id)
        if first and part != "edition":
            place = f"{first.document.file}:{first.document.line(first.path)}"
            self.problems.append(entry.fault(("id",), f"{entry.id!r} stands twice: first in {place}"))
        entries[entry.id] = entry

    def entries(self, part: str) -> Iterator[Entry]:
        """The entries of a part."""
        yield from self.parts.get(part, {}).values()

    def records(self, part: str) -> dict[str, Any]:
        """The records of a part by id."""
        return {identifier: entry.record for identifier, entry in self.parts.get(part, {}).items()}

    def known(self, part: str) -> frozenset[str]:
        """The ids of a part, those of unsound records among them."""
        return frozenset(self.parts.get(part, {})) | {name for of, name in self.unsound if of == part}

    def lacks(self, part: str, identifier: str) -> bool:
        """Whether no record of a part has this id; not said of a part whose file could not be read."""
        return (
            part not in self.unread
            and identifier not in self.parts.get(part, {})
            and (part, identifier) not in self.unsound
        )
