"""A server as a process of the test session: started on a free loopback port, awaited, stopped."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

START = 120.0  # seconds; Neo4j takes 10 to 14, and more on a machine that is busy
_SUPERVISE = Path(__file__).with_name("supervise.py")


class ServerProcess:
    """A running server that listens on ``port``; it ends with this session, however that ends."""

    def __init__(
        self, command: Sequence[str], port: int, log: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        self.port = port
        self._log = log
        with log.open("ab") as out:
            self._supervisor = subprocess.Popen(
                [sys.executable, str(_SUPERVISE), *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=out,
                env={**os.environ, **(environment or {})},
            )
        assert self._supervisor.stdout is not None
        self.pid = int(self._supervisor.stdout.readline())

    def wait(self) -> None:
        """Return when the port answers; fail with the end of the log if the server ends before."""
        until = time.monotonic() + START
        while not listens(self.port):
            if time.monotonic() > until or self._ended():
                tail = self._log.read_text(errors="replace")[-2000:]
                self.stop()
                raise RuntimeError(f"the server did not start:\n{tail}")
            time.sleep(0.1)

    def kill(self) -> None:
        """End the server as a power cut would."""
        os.kill(self.pid, signal.SIGKILL)
        self.stop()

    def stop(self) -> None:
        """End the server in good order and wait for its end."""
        assert self._supervisor.stdin is not None
        assert self._supervisor.stdout is not None
        self._supervisor.stdin.close()
        self._supervisor.wait()
        self._supervisor.stdout.close()

    def _ended(self) -> bool:
        stat = Path(f"/proc/{self.pid}/stat")
        if not Path("/proc/self").exists():
            return False
        return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z"


def listens(port: int) -> bool:
    """Whether something accepts connections there."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
