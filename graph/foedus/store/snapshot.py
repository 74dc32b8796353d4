"""The compiled graph: built once from its sources, whole or not at all, and opened without reading YAML.

A snapshot is a folder in the user's cache, named by a digest of the data, the
ontology, the code and the engines. It is written aside and renamed into place,
so that a crash, a full disk or a second process leaves no half of one.
"""

import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from foedus.errors import FoedusError
from foedus.resources import folder

__all__ = ["Snapshot", "cache_folder", "compiled"]

Progress = Callable[[str], None]

_KEPT: Final = 4
_PARTIAL: Final = ".partial-"
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
    cache = cache_folder()
    target = cache / _digest(folders)
    if target.is_dir():
        os.utime(target)
        return Snapshot(target)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f"{_PARTIAL}{os.getpid()}-", dir=cache))
    except OSError as error:
        raise FoedusError(f"{cache} cannot be written ({error.strerror}); FOEDUS_CACHE names another place") from error
    try:
        from foedus.store.compile import compile_into

        compile_into(aside, folders, progress or (lambda step: None))
        _move(aside, target)
    except OSError as error:
        raise FoedusError(f"the graph cannot be compiled in {cache}: {error}") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    _clear(cache, target)
    return Snapshot(target)


def _move(aside: Path, target: Path) -> None:
    """Rename into place; where another process was first its snapshot, of the same digest, serves."""
    try:
        aside.rename(target)
    except OSError:
        if not target.is_dir():
            raise


def _clear(cache: Path, target: Path) -> None:
    """Remove snapshots but the last that were used, and what processes that have ended left behind."""
    folders = [path for path in cache.iterdir() if path.is_dir() and path != target]
    snapshots = sorted((path for path in folders if not path.name.startswith(".")), key=_used, reverse=True)
    left = [path for path in folders if path.name.startswith(_PARTIAL) and not _is_running(path)]
    for path in [*snapshots[_KEPT - 1 :], *left]:
        shutil.rmtree(path, ignore_errors=True)


def _used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _is_running(partial: Path) -> bool:
    owner = partial.name.removeprefix(_PARTIAL).split("-")[0]
    if sys.platform == "win32" or not owner.isdigit():
        return True
    try:
        os.kill(int(owner), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _digest(folders: Sequence[Path]) -> str:
    """A name for all that the snapshot is made from."""
    digest = hashlib.sha256()
    digest.update(repr([sys.version_info[:2], *map(_version, ("pyoxigraph", "arcadedb"))]).encode())
    package = Path(__file__).parent.parent
    for root, pattern in _sources(package, folders):
        for path in sorted(root.glob(pattern)):
            digest.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
            digest.update(path.read_bytes() if path.is_file() else b"")
        digest.update(b"\0\0")
    return digest.hexdigest()[:32]


def _sources(package: Path, folders: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    yield from ((package / stage, "**/*.py") for stage in _BUILDERS)
    yield folder("ontology"), "*"
    yield folder("queries"), "*/*"
    for data in folders:
        yield from ((data, pattern) for pattern in ("*.yaml", "treaties/*.yaml", "claims/*.yaml"))


def _version(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None
