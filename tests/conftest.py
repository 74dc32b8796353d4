"""The bundled graph, compiled once for all tests, and the command line as a process of its own."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import Any, Protocol

import pytest
from xdist.scheduler import LoadFileScheduling

import foedus
from foedus.model import Derived
from foedus.status import derive

_CACHE = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep the user's cache out of it: workers and child processes inherit one of this run."""
    if "FOEDUS_CACHE" not in os.environ:
        os.environ["FOEDUS_CACHE"] = config.stash[_CACHE] = tempfile.mkdtemp(prefix="foedus-tests-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the cache that this run made."""
    if cache := config.stash.get(_CACHE, None):
        del os.environ["FOEDUS_CACHE"]
        shutil.rmtree(cache, ignore_errors=True)


class _ByFile(LoadFileScheduling):  # type: ignore[misc]  # xdist has no types
    """The tests of a file run in one worker, and those of the shared servers all in one: each is started once."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        shared = file.startswith("tests/servers/") and "that_fails" not in file
        return "servers" if shared else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _ByFile:
    """How tests are dealt out to workers."""
    return _ByFile(config, log)


@pytest.fixture(scope="session")
def kg() -> Iterator[foedus.KnowledgeGraph]:
    """The bundled graph."""
    with foedus.open() as graph:
        yield graph


@pytest.fixture(scope="session")
def derived(kg: foedus.KnowledgeGraph) -> Derived:
    """The rectangles of the bundled data, derived anew and not read from the graph."""
    return derive(kg.world)


class Command(Protocol):
    """Runs ``foedus`` with arguments."""

    def __call__(self, *arguments: str, stdin: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
        """What it wrote and its status."""


@pytest.fixture(scope="session")
def command(kg: foedus.KnowledgeGraph) -> Command:
    """The command line in a process of its own, on the graph that is compiled already."""

    def run(*arguments: str, stdin: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-c", "from foedus.cli import main; main()", *arguments],
            input=stdin, capture_output=True, encoding="utf-8", timeout=120, check=False,
            env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(sys.path), **environment},
        )  # fmt: skip

    return run
