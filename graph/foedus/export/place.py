"""Files and folders that are whole or not there: written aside and renamed."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from foedus.errors import FoedusError

__all__ = ["new_file", "new_folder"]


@contextmanager
def new_file(path: Path, force: bool) -> Iterator[Path]:
    """Give the path of a file to write; it takes its place when the block ends without an error.

    Raises:
        FoedusError: there is a file already and ``force`` is not set, it is no regular file (a device, a pipe), or it
            cannot be written. Behind a symbolic link it is the file there that is written.
    """
    with _told(path):
        if path.name in {"", "-"} or path.is_dir():
            raise FoedusError(f"{str(path)!r} is not the name of a file to write")
        if not force and (path.exists() or path.is_symlink()):
            raise FoedusError(f"{path} is there already; --force overwrites it")
        place = path.resolve()
        if place.exists() and not place.is_file():
            raise FoedusError(f"{path} is no regular file: name one, whole files are written aside and renamed")
    with _aside(place) as aside:
        written = aside / place.name
        yield written
        _settle(written, place)


@contextmanager
def new_folder(path: Path, force: bool) -> Iterator[Path]:
    """Give a folder to write files into; it takes its place when the block ends without an error.

    With ``force`` the files take their places one by one in a folder that is
    there, and what else lies in it stays.

    Raises:
        FoedusError: there is a folder with something in it and ``force`` is not set, or it cannot be written.
    """
    with _told(path):
        if path.exists() and not path.is_dir():
            raise FoedusError(f"{path} is there already and no folder; name a folder to write files into")
        occupied = path.is_symlink() or (path.exists() and any(path.iterdir()))
    if occupied and not force:
        raise FoedusError(f"{path} is there already; --force overwrites the files in it")
    with _aside(path) as aside:
        written = aside / path.name
        written.mkdir()
        yield written
        if not occupied:
            written.rename(path)
            return
        for file in sorted(each for each in written.rglob("*") if each.is_file()):
            place = path / file.relative_to(written)
            place.parent.mkdir(parents=True, exist_ok=True)
            _settle(file, place)


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """A private folder beside the place, removed at the end."""
    with _told(path):
        aside = Path(tempfile.mkdtemp(prefix=".foedus-", dir=path.parent))
        try:
            yield aside
        finally:
            shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell what the system finds amiss with a path, or with what is written there."""
    try:
        yield
    except OSError as error:
        raise FoedusError(f"{path} cannot be written: {error.strerror or error}") from error


def _settle(written: Path, path: Path) -> None:
    """Bring a file to the disk before its name says that it is whole."""
    with written.open("rb+") as file:
        os.fsync(file.fileno())
    written.replace(path)
