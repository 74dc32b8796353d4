"""Cypher over Bolt: the one path to the embedded engine and to a remote server.

The `neo4j` driver takes 0.13 s to import, so this module imports it when the
first query runs (:func:`driver` may be called earlier, while a server starts).
"""

import weakref
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

from foedus.store.bolt_driver import connect, driver, translated

if TYPE_CHECKING:
    import neo4j

__all__ = ["BoltEngine", "Rows", "driver"]

Rows = tuple[tuple[str, ...], list[tuple[Any, ...]]]


class _Enough(Exception):
    """Leaves a transaction with the rows that were wanted."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows


class BoltEngine:
    """A server that speaks Bolt, read and never written to.

    A session of access mode READ is routed to a reader, and Neo4j refuses
    writes in it; an engine that does not must be protected in its own way.

    Args:
        url: ``bolt://`` or ``neo4j://``, with the schemes' variants for TLS.
        auth: user and password, or ``None`` where the server asks for none.
        database: its name; ``None`` for the server's default.
        retry: run in managed transactions, which the driver repeats when a
            cluster changes its leader or a connection breaks. An ArcadeDB
            that is open for reading only begins no transaction.

    Nothing is contacted before the first query.
    """

    language: Literal["cypher"] = "cypher"

    def __init__(
        self, url: str, auth: tuple[str, str] | None = None, database: str | None = None, *, retry: bool = True
    ) -> None:
        self.url = url
        self._auth = auth
        self._database = database
        self._retry = retry
        self._driver: neo4j.Driver | None = None
        self._finalize: Callable[[], object] = lambda: None

    def rows(
        self,
        text: str,
        parameters: Mapping[str, object] | None = None,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Rows:
        """The columns and rows of a query, as plain Python values (see :func:`foedus.store.bolt_values.plain`).

        Args:
            text: a query that reads.
            parameters: values that `$name` stands for.
            timeout: seconds after which the server stops the query.
            limit: the most rows to fetch.

        Raises:
            BadQuery: the server found fault with the query; its words are the message.
            ReadOnlyViolation: the server refused to write.
            QueryTimeout: the server stopped the query at its limit.
            EngineUnavailable: the server cannot be reached or does not let this user in.
        """
        try:
            with translated(self.url, timeout), self._session() as session, self._hanging_up():
                return self._run(session, text, dict(parameters or {}), timeout, limit)
        except _Enough as enough:
            return enough.rows

    def close(self) -> None:
        """Close the connections; the next query opens new ones."""
        self._finalize()
        self._driver = None

    def _session(self) -> "neo4j.Session":
        if self._driver is None:
            self._driver = self._open()
        return self._driver.session(database=self._database, default_access_mode="READ")

    def _open(self) -> "neo4j.Driver":
        opened = connect(self.url, self._auth)
        self._finalize = weakref.finalize(self, opened.close)
        if self._retry:  # a server that is down is not worth the half minute of a transaction's retries
            opened.verify_connectivity()
        return opened

    def _run(
        self,
        session: "neo4j.Session",
        text: str,
        parameters: dict[str, object],
        timeout: float | None,
        limit: int | None,
    ) -> Rows:
        if not self._retry:
            return self._fetch(session.run(driver().Query(text, timeout=timeout), parameters), limit)

        def work(transaction: "neo4j.ManagedTransaction") -> Rows:
            return self._fetch(transaction.run(text, parameters), limit)

        rows: Rows = session.execute_read(driver().unit_of_work(timeout=timeout)(work))
        return rows

    def _fetch(self, result: "neo4j.Result", limit: int | None) -> Rows:
        """Read the rows, and hang up on a server that has more: told to discard them, it makes them all first."""
        from foedus.store.bolt_values import plain

        records = list(result) if limit is None else result.fetch(limit)
        rows = tuple(result.keys()), [tuple(plain(value) for value in record.values()) for record in records]
        if limit is not None and result.peek() is not None:
            self.close()
            raise _Enough(rows)
        return rows

    @contextmanager
    def _hanging_up(self) -> Iterator[None]:
        """On Ctrl-C break the connection: a session that ends in good order waits for the answer first."""
        try:
            yield
        except (KeyboardInterrupt, SystemExit):
            self.close()
            raise
