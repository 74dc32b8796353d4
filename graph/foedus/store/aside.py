"""Makes a snapshot whole or not at all: written aside, then renamed into place."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from foedus.errors import FoedusError
from foedus.store.compile import compile_into

__all__ = ["make"]

_KEPT: Final = 4
_PARTIAL: Final = ".partial-"


def make(target: Path, folders: Sequence[Path], progress: Callable[[str], None]) -> None:
    """Compile the data in ``folders`` into the folder ``target``, and clear old snapshots away.

    Raises:
        BadData: the sources break the rules; every fault is named.
        FoedusError: the cache cannot be written.
    """
    cache = target.parent
    try:
        cache.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f"{_PARTIAL}{os.getpid()}-", dir=cache))
    except OSError as error:
        raise FoedusError(f"{cache} cannot be written ({error.strerror}); FOEDUS_CACHE names another place") from error
    try:
        compile_into(aside, folders, progress)
        _move(aside, target)
    except OSError as error:
        raise FoedusError(f"the graph cannot be compiled in {cache}: {error}") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    _clear(target)


def _move(aside: Path, target: Path) -> None:
    """Rename into place; where another process was first its snapshot, of the same digest, serves."""
    try:
        aside.rename(target)
    except OSError:
        if not target.is_dir():
            raise


def _clear(target: Path) -> None:
    """Remove snapshots but the last that were used, and what processes that have ended left behind."""
    folders = [path for path in target.parent.iterdir() if path.is_dir() and path != target]
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
