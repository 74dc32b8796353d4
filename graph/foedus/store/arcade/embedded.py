"""The embedded Cypher engine: a Bolt server in a child process, over a snapshot that several processes share."""

import re
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Literal

from foedus.errors import BadQuery, EngineUnavailable, QueryTimeout, ReadOnlyViolation
from foedus.store.arcade.child import Child, require
from foedus.store.arcade.user import reader
from foedus.store.bolt import BoltEngine, Rows, driver

__all__ = ["DATABASE", "Embedded"]

DATABASE = "foedus"

_START = 60.0  # seconds; a start takes 0.2 s, and more on a machine that is busy
_GRACE = 1.0  # seconds after the limit at which a server that goes on calculating is ended
_READ_ONLY = "read only database"
_JAVA = r"^.*?Exception: | \(caused by .*"


class Embedded:
    """Runs Cypher on the database in ``directory`` (see :func:`~foedus.store.arcade.build`).

    The directory is only read, and may lie on a file system that allows no
    more. The server starts with the first query, or with :meth:`start`, and
    ends with :meth:`close` or with this process. Its own time limit is fixed
    at its start, so a query with another limit gets another server.
    """

    language: Literal["cypher"] = "cypher"

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._lock = Lock()
        self._server: _Server | None = None

    def start(self, timeout: float | None = None) -> None:
        """Start the server for queries of that limit, and do not wait for it: the driver is imported meanwhile."""
        with self._lock:
            self._running(timeout)

    def rows(
        self,
        text: str,
        parameters: Mapping[str, object] | None = None,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Rows:
        """The columns and rows of a query, as :meth:`foedus.store.bolt.BoltEngine.rows` gives them.

        Where there are no rows the engine names no columns.

        Raises:
            BadQuery: the engine found fault with the query.
            ReadOnlyViolation: it would have written or read a file.
            QueryTimeout: it ran longer than the limit and was stopped.
            EngineUnavailable: the engine is not installed, or did not start.
        """
        with self._lock:
            return self._running(timeout).rows(text, parameters, limit)

    def close(self) -> None:
        """End the server; the next query starts another."""
        with self._lock:
            if self._server is not None:
                self._server.stop()
                self._server = None

    def _running(self, timeout: float | None) -> "_Server":
        server = self._server
        if server is None or server.timeout != timeout or not server.child.alive:
            if server is not None:
                server.stop()
            self._server = server = _Server(self._directory, timeout)
        return server


class _Server:
    """One child process and the connection to it."""

    def __init__(self, directory: Path, timeout: float | None) -> None:
        require()
        if not directory.joinpath(DATABASE).is_dir():
            raise EngineUnavailable(f"{directory} holds no Cypher database")
        self.timeout = timeout
        self.child = Child(_isolate(timeout))
        self._auth = reader(self.child.root)
        self.child.order("serve", settings=_settings(directory))
        self._bolt: BoltEngine | None = None

    def rows(self, text: str, parameters: Mapping[str, object] | None, limit: int | None) -> Rows:
        bolt = self._connected()
        hard = None if self.timeout is None else self.timeout + _GRACE
        with self.child.deadline(hard) as late:
            try:
                return bolt.rows(text, parameters, self.timeout, limit)
            except BadQuery as error:
                raise self._explained(error, text) from error
            except EngineUnavailable as error:
                if not late:
                    raise
                self.stop()
                raise QueryTimeout(f"the query was ended after its limit of {self.timeout:g} s") from error
            except (KeyboardInterrupt, SystemExit):
                self.stop()  # or it would go on calculating for nobody
                raise

    def stop(self) -> None:
        if self._bolt is not None:
            self._bolt.close()
        self.child.stop()

    def _connected(self) -> BoltEngine:
        if self._bolt is None:
            driver()
            port = self.child.answer(_START)["port"]
            self._bolt = BoltEngine(f"bolt://127.0.0.1:{port}", self._auth, DATABASE, retry=False)
        return self._bolt

    def _explained(self, error: BadQuery, text: str) -> BadQuery:
        if _READ_ONLY not in str(error):
            return error
        self.child.send([{"explain": text}])
        message = self.child.answer(_START)["message"]
        if message is None:
            return ReadOnlyViolation("the query would write, and the database is open for reading only")
        return BadQuery(re.sub(_JAVA, "", str(message)))


def _isolate(timeout: float | None) -> dict[str, object]:
    """Settings that ArcadeDB heeds only before it starts."""
    return {
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
        "command.timeout": 0 if timeout is None else max(1, round(timeout * 1000)),
    }


def _settings(directory: Path) -> dict[str, object]:
    """Settings of the server, by the names that ``arcadedb.create_server`` takes; the HTTP port is any free one."""
    return {
        "host": "127.0.0.1",
        "http_port": "0",
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_host": "127.0.0.1",
        "server_databaseDirectory": str(directory.absolute()),
        "server_defaultDatabaseMode": "READ_ONLY",
    }
