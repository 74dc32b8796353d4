"""The child process that holds ArcadeDB, from its parent's side.

ArcadeDB is a native library with threads, a heap and a log of its own. In a
process of its own it cannot harm the user's, can be stopped in the middle of a
query, and is gone when its parent is.
"""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import IO

from foedus.errors import EngineUnavailable

__all__ = ["Child", "require"]

_PROGRAM = Path(__file__).with_name("engine.py")
_GRACE = 5.0  # seconds that a child has to end by itself


def require() -> None:
    """Pass where ArcadeDB is installed.

    Raises:
        EngineUnavailable: it is not; the message says what is missing and what works without it.
    """
    if importlib.util.find_spec("arcadedb") is None:
        raise EngineUnavailable(
            "Cypher needs the embedded engine ArcadeDB (`pip install arcadedb==26.11.1.dev2`), whose wheels are for "
            "Linux (glibc 2.28+, x86-64 and arm64), macOS arm64 and Windows x64. All else works without it: "
            "ask via SPARQL, or give the URL of a Neo4j server."
        )


class Child:
    """One process, its private folder (``root``, mode 0700) and the two pipes to it.

    Args:
        isolate: settings of ArcadeDB that are read before it starts.

    Raises:
        EngineUnavailable: ArcadeDB is not installed, or no process can be started.
    """

    def __init__(self, isolate: Mapping[str, object]) -> None:
        require()
        try:
            self.root = Path(tempfile.mkdtemp(prefix="foedus-"))
            self._log = self.root / "engine.log"
            self._process, self._in, self._out = _start(self._log)
        except OSError as error:
            raise EngineUnavailable(f"the embedded Cypher engine cannot be started: {error}") from error
        pipes = self._in, self._out
        self._stop = weakref.finalize(self, _stop, self._process, pipes, self.root, os.getpid())
        self._isolate = [f"-Darcadedb.{key}={value}" for key, value in isolate.items()]

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def order(self, what: str, **details: object) -> None:
        """Say what to do: the first line that the child reads."""
        path = [str(Path(entry).absolute()) for entry in sys.path if entry]
        self.send([{"do": what, "root": str(self.root), "path": path, "isolate": self._isolate, **details}])

    def send(self, lines: Iterable[Mapping[str, object]]) -> None:
        """Write lines to the child; one that has ended is noticed when its answer is read."""
        try:
            for line in lines:
                self._in.write(json.dumps(line).encode() + b"\n")
            self._in.flush()
        except OSError:
            return

    def answer(self, timeout: float | None = None) -> dict[str, object]:
        """The next line from the child.

        Raises:
            EngineUnavailable: it reports an error, has ended, or does not answer in time (and is then ended).
        """
        with self.deadline(timeout) as late:
            line = self._out.readline()
        if not line:
            reason = f"gave no answer in {timeout:g} s" if late else f"ended: {self._last_words()}"
            raise EngineUnavailable(f"the embedded Cypher engine {reason}")
        answer: dict[str, object] = json.loads(line)
        if "error" in answer:
            raise EngineUnavailable(f"the embedded Cypher engine: {answer['error']}")
        return answer

    @contextmanager
    def deadline(self, timeout: float | None) -> Iterator[list[bool]]:
        """End the child if the block takes longer than so many seconds; what is yielded is then no longer empty."""
        late: list[bool] = []
        if timeout is None:
            yield late
            return

        def end() -> None:
            late.append(True)
            self._process.kill()

        timer = Timer(timeout, end)
        timer.daemon = True
        timer.start()
        try:
            yield late
        finally:
            timer.cancel()

    def stop(self) -> None:
        """End the process and remove its folder; once is enough, twice does no harm."""
        self._stop()

    def _last_words(self) -> str:
        self._process.wait()
        try:
            lines = self._log.read_text("utf-8", "replace").splitlines()
        except OSError:
            lines = []
        return lines[-1] if lines else f"exit status {self._process.returncode}"


def _start(log: Path) -> tuple["subprocess.Popen[bytes]", IO[bytes], IO[bytes]]:
    """Run the program apart from the terminal, so that Ctrl-C reaches the parent alone."""
    with log.open("wb") as stderr:
        process = subprocess.Popen(  # noqa: S603 - our own program in our own interpreter
            [sys.executable, "-I", "-S", str(_PROGRAM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            cwd=log.parent,
            start_new_session=True,
        )
    assert process.stdin  # both were asked for
    assert process.stdout
    return process, process.stdin, process.stdout


def _stop(process: "subprocess.Popen[bytes]", pipes: Iterable[IO[bytes]], root: Path, owner: int) -> None:
    if os.getpid() != owner:  # a fork has a copy of this object, and no say in it
        return
    for pipe in pipes:
        with suppress(OSError):  # what could not be written to a child that has ended
            pipe.close()
    try:
        process.wait(_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    shutil.rmtree(root, ignore_errors=True)
