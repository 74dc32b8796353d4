"""The compiled graph: built once from its sources, whole or not at all, and opened without reading YAML.

A snapshot is a folder in the user's cache, named by a digest of the data, the
ontology, the code and the engines. It is written aside and renamed into place,
so that a crash, a full disk or a second process leaves no half of one.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from foedus.resources import folder

__all__ = ["Snapshot", "cache_folder", "compiled"]

Progress = Callable[[str], None]

_BUILDERS: Final = ("model", "ingest", "status", "mapping", "store")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A compiled graph on disk."""

    directory: Path

    @property
    def sparql(self) -> Path:
        """The store that answers SPARQL."""
        return self.directory / "sparql"

    @property
    def cypher(self) -> Path:
        """The database that answers Cypher; empty where its engine is not installed."""
        return self.directory / "cypher"

    @property
    def records(self) -> Path:
        """The world as JSON."""
        return self.directory / "world.json"

    def catalogue(self) -> list[dict[str, Any]]:
        """The questions as ``queries/`` states them, each with its ``sparql`` and ``cypher``."""
        found: list[dict[str, Any]] = json.loads(self.directory.joinpath("catalogue.json").read_bytes())
        return found

    def summary(self) -> dict[str, Any]:
        """What the graph holds: its edition, counts, and the names by which parts of it are asked for."""
        found: dict[str, Any] = json.loads(self.directory.joinpath("summary.json").read_bytes())
        return found


def cache_folder() -> Path:
    """Where snapshots lie: ``FOEDUS_CACHE``, else the user's cache directory."""
    if chosen := os.environ.get("FOEDUS_CACHE"):
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_cache_dir("foedus", appauthor=False))


def compiled(folders: Sequence[Path], progress: Progress | None = None) -> Snapshot:
    """The snapshot of these folders of data; compiled first if there is none.

    Raises:
        BadData: the sources break the rules; every fault is named.
        FoedusError: the cache cannot be written.
    """
    target = cache_folder() / _digest(folders)
    if target.is_dir():
        with suppress(OSError):  # a cache that is only read serves too
            os.utime(target)
    else:
        from foedus.store.aside import make

        make(target, folders, progress or (lambda step: None))
    return Snapshot(target)


def _digest(folders: Sequence[Path]) -> str:
    """A name for all that the snapshot is made from."""
    digest = hashlib.sha256()
    engines = (ox.__version__, find_spec("arcadedb") is not None)
    digest.update(repr((sys.version_info[:2], engines)).encode())
    package = Path(__file__).parent.parent
    for root, pattern in _sources(package, folders):
        for path in sorted(root.glob(pattern)):
            digest.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
            digest.update(path.read_bytes())
        digest.update(b"\0\0")
    return digest.hexdigest()[:32]


def _sources(package: Path, folders: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    yield from ((package / stage, "**/*.py") for stage in _BUILDERS)
    yield folder("ontology"), "*.*"
    yield folder("queries"), "*/*.*"
    for data in folders:
        yield from ((data, pattern) for pattern in ("*.yaml", "treaties/*.yaml", "claims/*.yaml"))
