"""A YAML file as plain values, with the line of every value.

The text is read through libyaml as a stream of events and put together here
without recursion, so that neither depth nor aliases nor tags can do harm: they
are refused, as ``data/README.md`` does without them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml

from foedus.errors import BadData, Problem
from foedus.ingest.scalar import plain

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_VALUES", "Document", "Path_", "load", "parts"]

MAX_BYTES: Final = 4_000_000
"""A file of data is smaller than this; the largest sheet has 53 kB, all actors together 112 kB."""

MAX_DEPTH: Final = 20
"""Mappings and lists inside one another; the form has seven."""

MAX_VALUES: Final = 250_000
"""Values in one file: actors.yaml has some 10,000; four megabytes of commas would take 500 MB and 15 s."""

Path_ = tuple[str | int, ...]
"""Where a value stands: keys and places in lists, from the root of the document."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK: Final = ("|", ">")
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True)
class Document:
    """A file, its value, and the line (from 1) on which each part of it begins: of a block its first line of text."""

    file: str
    value: object
    lines: Mapping[Path_, int]

    def line(self, path: Path_) -> int:
        """The line of a value; for one that is missing that of the nearest around it."""
        return next((self.lines[path[:size]] for size in range(len(path), -1, -1) if path[:size] in self.lines), 1)


@dataclass
class _Open:
    """A mapping or list that is being read, and the key that waits for its value."""

    container: dict[str, object] | list[object]
    path: Path_
    key: str | None = None
    seen: dict[str, int] = field(default_factory=dict)


def load(path: Path, file: str | None = None) -> Document:
    """Read one file of data.

    Args:
        path: the file.
        file: its name in messages; as given if absent.

    Raises:
        BadData: it cannot be read, is no UTF-8, is too large or too deep, or uses what the form does without.
    """
    name = file or str(path)
    text = _text(path, name)
    reader = _Reader(name)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _refuse(name, line, f"this is no YAML: {error.problem or error.context}") from None
    except yaml.reader.ReaderError as error:
        raise _refuse(name, _line_of(text, error.position), f"this is no YAML: {_reason(error)}") from None
    return reader.document()


def _line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _reason(error: yaml.reader.ReaderError) -> str:
    return f"character U+{error.character:04X} stands in it, and {error.reason}"


def _text(path: Path, name: str) -> str:
    try:
        if not path.is_file():
            raise _refuse(name, 1, _what_it_is(path))
        if (size := path.stat().st_size) > MAX_BYTES:
            raise _refuse(name, 1, f"{size:,} bytes: a file of data has at most {MAX_BYTES:,}")
        raw = path.read_bytes()
    except OSError as error:
        raise _refuse(name, 1, f"cannot be read: {error.strerror}") from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _refuse(name, line, f"byte {raw[error.start]:#04x} is no UTF-8: save the file as UTF-8") from None
    if not text.strip():
        raise _refuse(name, 1, "the file is empty")
    return text


def _what_it_is(path: Path) -> str:
    if path.exists():
        return "this is no file"
    return "a link that leads to no file" if path.is_symlink() else "no such file"


def _refuse(file: str, line: int, message: str) -> BadData:
    return BadData([Problem(file, line, "", message)])


class _Reader:
    """Puts the events of one document together."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._open: list[_Open] = []
        self._root: list[object] = []
        self._lines: dict[Path_, int] = {}
        self._documents = 0

    def document(self) -> Document:
        if not self._root:
            raise _refuse(self._file, 1, "the file is empty")
        return Document(self._file, self._root[0], self._lines)

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _refuse(self._file, line, "a second document begins here: a file holds one")
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _refuse(self._file, line, "anchors and aliases are not used: write the value out")
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()

    def _begin(self, event: yaml.CollectionStartEvent, line: int) -> None:
        self._refuse_tag(event.tag, line)
        if len(self._open) >= MAX_DEPTH:
            raise _refuse(self._file, line, f"nested more than {MAX_DEPTH} deep")
        container: dict[str, object] | list[object] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._open.append(_Open(container, self._put(container, line)))

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        top = self._open[-1] if self._open else None
        self._refuse_tag(event.tag, line)
        if found := _UNPRINTABLE.search(event.value):
            raise _refuse(self._file, line, f"character U+{ord(found[0]):04X} stands in a text: it cannot be shown")
        if top is not None and isinstance(top.container, dict) and top.key is None:
            self._key(top, event.value, line)
        else:
            self._put(plain(event.value, event.implicit), line + (event.style in _BLOCK))

    def _key(self, top: _Open, key: str, line: int) -> None:
        if key in top.seen:
            raise _refuse(self._file, line, f"key `{key}` stands twice: first on line {top.seen[key]}")
        top.seen[key], top.key = line, key

    def _put(self, value: object, line: int) -> Path_:
        """Put a value into what is open, and say where that is."""
        if not self._open:
            self._root.append(value)
            path: Path_ = ()
        else:
            top = self._open[-1]
            if isinstance(top.container, list):
                path = (*top.path, len(top.container))
                top.container.append(value)
            elif top.key is None:
                raise _refuse(self._file, line, "a key is a word, not a list or mapping")
            else:
                path = (*top.path, top.key)
                top.container[top.key], top.key = value, None
        self._lines[path] = line
        if len(self._lines) > MAX_VALUES:
            raise _refuse(self._file, line, f"more than {MAX_VALUES:,} values in one file")
        return path

    def _refuse_tag(self, tag: str | None, line: int) -> None:
        if tag:
            raise _refuse(self._file, line, f"tag {tag}: tags are not used, leave it out")


def parts(value: object) -> Iterator[tuple[Path_, object]]:
    """Every value inside a value with its path, the value itself first."""
    waiting: list[tuple[Path_, object]] = [((), value)]
    while waiting:
        path, found = waiting.pop()
        yield path, found
        if isinstance(found, dict):
            waiting += [((*path, key), part) for key, part in found.items()]
        elif isinstance(found, list):
            waiting += [((*path, place), part) for place, part in enumerate(found)]
