"""The servers' jars, fetched once through Maven into a folder of the user's cache."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import platformdirs

DOWNLOAD = 900.0  # seconds


class Missing(Exception):
    """What these tests need and this machine does not have."""


def cache() -> Path:
    """Where the jars lie: ``FOEDUS_TEST_CACHE``, else the user's cache directory."""
    return Path(os.environ.get("FOEDUS_TEST_CACHE") or platformdirs.user_cache_dir("foedus-test", appauthor=False))


def java() -> str:
    """The path of Java."""
    return _program("java")


def jars(name: str, goal: Sequence[str], pom: str | None = None) -> Path:
    """The folder of jars called ``name``; fetched by a Maven goal the first time, and moved into place when whole.

    Args:
        name: of the folder, with the version in it.
        goal: arguments for Maven; ``{lib}`` stands for the folder.
        pom: the project to run it in, if it needs one.
    """
    target = cache() / name
    if target.is_dir():
        return target
    maven = _program("mvn")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".partial-") as aside:
        lib = Path(aside) / "lib"
        if pom is not None:
            Path(aside, "pom.xml").write_text(pom)
        command = [maven, "-q", "-B", *(part.format(lib=lib) for part in goal)]
        done = subprocess.run(command, cwd=aside, capture_output=True, text=True, timeout=DOWNLOAD)
        if done.returncode:
            raise Missing(f"Maven could not fetch {name}: {(done.stdout + done.stderr).strip()[:300]}")
        _move(lib, target)
    return target


def _move(lib: Path, target: Path) -> None:
    """Another process may have been first; its jars are the same."""
    try:
        lib.rename(target)
    except OSError:
        if not target.is_dir():
            raise


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Missing(f"{name} is not installed")
    return found
