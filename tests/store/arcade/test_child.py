"""The child process: nothing of it is left behind, however its parent ends."""

import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

import foedus
from foedus.store.arcade import Embedded

ROOT = Path(foedus.__file__).parent.parent
HEAD = """
import os, sys
from pathlib import Path
from foedus.store.arcade import Embedded
engine = Embedded(Path(sys.argv[1]))
print(engine.rows("MATCH (n:Actor) RETURN count(n)")[1][0][0])
child = engine._server.child
print(child._process.pid, child.root, flush=True)
"""


Run = Callable[[Path, str], "subprocess.Popen[str]"]


@pytest.fixture
def run() -> Iterator[Run]:
    """Starts a process that asks the engine, says who its child is, and then does what the script says."""
    started: list[subprocess.Popen[str]] = []

    def start(directory: Path, script: str) -> "subprocess.Popen[str]":
        parent = subprocess.Popen(
            [sys.executable, "-c", HEAD + textwrap.dedent(script), str(directory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        started.append(parent)
        return parent

    yield start
    for parent in started:
        with parent:
            parent.kill()


def child_of(parent: "subprocess.Popen[str]") -> tuple[int, Path]:
    """The process and the folder of the child, once it has answered."""
    assert parent.stdout.readline() == "2\n"
    pid, root = parent.stdout.readline().split()
    assert psutil.pid_exists(int(pid))
    assert Path(root).is_dir()
    return int(pid), Path(root)


def gone(pid: int, root: Path, within: float = 20) -> bool:
    """Whether the process and its folder are no more, after so many seconds at most."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        if not psutil.pid_exists(pid) and not root.exists():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize(
    ("script", "status"),
    [("engine.close()", 0), ("", 0), ("raise RuntimeError", 1), ("sys.exit(3)", 3), ("os._exit(4)", 4)],
    ids=["closed", "end", "exception", "exit", "no clean-up"],
)
def test_it_ends_with_its_parent(run: Run, directory: Path, script: str, status: int) -> None:
    """Whether the parent closes the engine, forgets to, fails, or leaves without a word."""
    parent = run(directory, script)
    pid, root = child_of(parent)
    parent.communicate(timeout=20)
    assert parent.returncode == status
    assert gone(pid, root)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", ["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP"])
def test_it_ends_when_its_parent_is_killed(run: Run, directory: Path, number: str) -> None:
    """Also in the middle of a query, and by a signal that no program can catch."""
    parent = run(
        directory,
        """
        import signal
        for name in ("SIGINT", "SIGHUP"):  # who runs the tests in the background may have them ignored
            signal.signal(signal.Signals[name], signal.SIG_DFL)
        engine.rows("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b)")
        """,
    )
    pid, root = child_of(parent)
    time.sleep(0.2)
    parent.send_signal(signal.Signals[number])
    parent.communicate(timeout=20)
    assert gone(pid, root)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_fork_neither_ends_it_nor_keeps_it(run: Run, directory: Path) -> None:
    """A worker forked from the parent leaves the engine alone, and does not hold it open when the parent is killed."""
    parent = run(
        directory,
        """
        if os.fork() == 0:
            sys.exit(0)
        os.wait()
        print(engine.rows("RETURN 7")[1][0][0], flush=True)
        if os.fork() == 0:
            os.close(1); os.close(2)
            import time; time.sleep(20)
            os._exit(0)
        sys.stdin.read()
        """,
    )
    pid, root = child_of(parent)
    assert parent.stdout.readline() == "7\n"
    time.sleep(0.2)
    forked = [p for p in psutil.Process(parent.pid).children() if p.pid != pid]
    parent.kill()
    parent.communicate(timeout=20)
    assert gone(pid, root)
    for process in forked:
        process.kill()


def test_several_processes_share_one_database(run: Run, directory: Path) -> None:
    """Five at once, each with a child and a port of its own."""
    parents = [run(directory, "sys.stdin.read()") for _ in range(5)]
    children = [child_of(parent) for parent in parents]
    for parent in parents:
        parent.communicate(timeout=20)
    assert all(gone(pid, root) for pid, root in children)


def test_the_server_listens_on_loopback_alone(run: Run, directory: Path) -> None:
    """No other machine can reach it, and its folder is nobody else's to read."""
    parent = run(directory, "sys.stdin.read()")
    pid, root = child_of(parent)
    listening = [c.laddr.ip for c in psutil.Process(pid).net_connections("inet") if c.status == psutil.CONN_LISTEN]
    assert listening
    assert {ip.removeprefix("::ffff:") for ip in listening} == {"127.0.0.1"}
    if sys.platform != "win32":
        assert root.stat().st_mode & 0o777 == 0o700
    parent.communicate(timeout=20)


def test_neither_arguments_nor_environment_hold_the_password(run: Run, directory: Path) -> None:
    """Whoever lists the processes of the machine learns nothing."""
    parent = run(directory, "print(engine._server._auth[1], flush=True); sys.stdin.read()")
    pid, _ = child_of(parent)
    password = parent.stdout.readline().strip()
    process = psutil.Process(pid)
    assert len(password) >= 32
    assert password not in " ".join([*process.cmdline(), *process.environ().values()])
    parent.communicate(timeout=20)


def test_nothing_is_said_on_the_terminal(run: Run, directory: Path) -> None:
    """The log of the engine stays in its folder, also when it is ended in a query."""
    parent = run(
        directory,
        """
        try:
            engine.rows("RETURN [x IN range(1, 100000) WHERE size([y IN range(1, 100000)]) = 0]", timeout=0.5)
        except Exception as error:
            print(type(error).__name__, flush=True)
        """,
    )
    child_of(parent)
    out, err = parent.communicate(timeout=20)
    assert (out, err) == ("QueryTimeout\n", "")


def test_without_the_wheel_cypher_says_what_is_missing(tmp_path: Path) -> None:
    """Where ArcadeDB is not installed, and so nothing was built, the error names it and what works without it."""
    script = """
import sys
from pathlib import Path
from foedus.errors import EngineUnavailable
from foedus.store.arcade import Embedded
try:
    Embedded(Path(sys.argv[1])).rows("RETURN 1")
except EngineUnavailable as error:
    print(error)
"""
    answer = subprocess.run(
        [sys.executable, "-S", "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=20,
        check=True,
    )
    assert "pip install arcadedb" in answer.stdout
    assert "SPARQL" in answer.stdout


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_database_that_may_not_be_written_is_read(run: Run, directory: Path) -> None:
    """A cache of somebody else's, without the right to write there."""
    paths = [directory, *directory.rglob("*")]
    modes = {path: path.stat().st_mode for path in paths}
    for path in reversed(paths):
        path.chmod(modes[path] & ~0o222)
    try:
        parent = run(directory, "")
        child_of(parent)
        assert parent.communicate(timeout=20)[1] == ""
    finally:
        for path in paths:
            path.chmod(modes[path])


def test_a_port_that_is_taken_is_passed_over(directory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look for a free port and the server's own bind another program may take it."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        program = tmp_path / "program.py"
        program.write_text(
            f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
            "from foedus.store.arcade import engine\n"
            "free = engine._free_ports()\n"
            f"engine._free_ports = lambda: iter([{taken}, *free])\n"
            "engine.main()\n"
        )
        monkeypatch.setattr("foedus.store.arcade.child._PROGRAM", program)
        engine = Embedded(directory)
        assert engine.rows("RETURN 1 AS x")[1] == [(1,)]
        assert f":{taken}" not in engine._server._bolt.url
        engine.close()
