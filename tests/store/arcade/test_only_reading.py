"""The second defence: what the server itself refuses, with nothing before it that looks at the query."""

import hashlib
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from foedus.errors import FoedusError, ReadOnlyViolation
from foedus.store.arcade import Embedded
from foedus.store.arcade.child import Child
from foedus.store.arcade.embedded import DATABASE, _isolate, _settings
from foedus.store.arcade.user import reader
from foedus.store.bolt import BoltEngine

WRITES = [
    "CREATE (n:Actor {id: 'XXX'})",
    "CREATE (n:Unheard {id: 'XXX'})",
    "MERGE (n:Actor {id: 'XXX'}) RETURN n",
    "MATCH (a:Actor) SET a.name = 'X'",
    "MATCH (a:Actor) SET a:Treaty",
    "MATCH (a:Actor) REMOVE a.name",
    "MATCH (a:Actor) DETACH DELETE a",
    "MATCH (a:Actor), (t:Treaty) CREATE (a)-[:SIGNED]->(t)",
    "MATCH (a:Actor) FOREACH (x IN [1] | SET a.name = 'X')",
    "UNWIND [1, 2] AS x CALL { WITH x CREATE (n:Actor {id: x}) } RETURN x",
    "CREATE INDEX FOR (n:Actor) ON (n.name)",
    "DROP INDEX actor_name IF EXISTS",
    "CREATE CONSTRAINT FOR (n:Actor) REQUIRE n.name IS UNIQUE",
    "CALL merge.node(['Actor'], {id: 'XXX'}, {}, {}) YIELD node RETURN node",
    "MATCH (a:Actor), (b:Actor) CALL merge.relationship(a, 'X', {}, {}, b) YIELD rel RETURN rel",
    "MATCH (a:Actor) WITH collect(a) AS both CALL refactor.mergeNodes(both) YIELD node RETURN node",
    "CALL do.when(true, 'CREATE (n:Actor {id: 1}) RETURN n', '', {}) YIELD value RETURN value",
]


def digest(directory: Path) -> dict[str, str]:
    """Every file under a folder, and a digest of what it holds, save the name that a server gives itself there once."""
    return {
        str(path.relative_to(directory)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(directory.rglob("*"))
        if path.is_file() and path.name != ".instance.id"
    }


@contextmanager
def serving(directory: Path, settings: dict[str, object], isolate: dict[str, object]) -> Iterator[BoltEngine]:
    """A server with other settings than ours, to see what each of ours does."""
    child = Child({**_isolate(30), **isolate})
    try:
        auth = reader(child.root)
        child.order("serve", settings={**_settings(directory), **settings})
        engine = BoltEngine(f"bolt://127.0.0.1:{child.answer(30)['port']}", auth, DATABASE, retry=False)
        yield engine
        engine.close()
    finally:
        child.stop()


@contextmanager
def listening() -> Iterator[tuple[int, list[object]]]:
    """A port of this machine, and those who knocked."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        callers: list[object] = []

        def accept() -> None:
            while True:
                try:
                    connection, address = server.accept()
                except OSError:
                    return
                callers.append(address)
                with connection:
                    connection.recv(4096)
                    connection.sendall(b"HTTP/1.0 200 OK\r\n\r\ncanary\r\n")

        threading.Thread(target=accept, daemon=True).start()
        yield server.getsockname()[1], callers
        server.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("text", WRITES)
def test_the_database_is_open_for_reading_only(directory: Path, engine: Embedded, text: str) -> None:
    """Each way to write is refused, and not a byte of the snapshot changes."""
    before = digest(directory)
    with pytest.raises(ReadOnlyViolation):
        engine.rows(text)
    assert digest(directory) == before


@pytest.mark.parametrize("text", [text for text in WRITES if "IF EXISTS" not in text])
def test_the_user_may_not_write_where_the_database_may_be_written(writable: BoltEngine, text: str) -> None:
    """The second lock holds without the first: the same queries, on a database that is open for writing."""
    count = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN labels(n)[0], n.id, n.name, count(r) ORDER BY n.id, n.name"
    before = writable.rows(count)
    with pytest.raises(FoedusError):
        writable.rows(text)
    assert writable.rows(count) == before


@pytest.fixture(scope="module")
def writable(directory: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoltEngine]:
    """A copy of the database, open for writing, and our user."""
    copy = tmp_path_factory.mktemp("writable") / "cypher"
    shutil.copytree(directory, copy)
    with serving(copy, {"server_defaultDatabaseMode": "READ_WRITE"}, {}) as engine:
        yield engine


@pytest.mark.parametrize("url", ["file://{path}", "{path}"])
def test_no_file_is_read(engine: Embedded, tmp_path: Path, url: str) -> None:
    """LOAD CSV of a file fails, and the message holds nothing of it."""
    path = tmp_path / "canary.csv"
    path.write_text("canary-in-the-file\n")
    with pytest.raises(FoedusError) as error:
        engine.rows(f"LOAD CSV FROM '{url.format(path=path)}' AS line RETURN line")
    assert "canary-in-the-file" not in str(error.value)


def test_no_address_is_contacted(engine: Embedded) -> None:
    """LOAD CSV from an address fails, and nobody knocks there."""
    with listening() as (port, callers):
        with pytest.raises(FoedusError):
            engine.rows(f"LOAD CSV FROM 'http://127.0.0.1:{port}/canary.csv' AS line RETURN line")
        assert callers == []


def test_the_switch_alone_keeps_addresses_out(directory: Path) -> None:
    """With ArcadeDB's own list of forbidden addresses empty our switch still refuses; without it somebody knocks."""
    nowhere = {"opencypher.loadCsv.blockedIpRanges": "203.0.113.0/24"}
    with listening() as (port, callers):
        text = f"LOAD CSV FROM 'http://127.0.0.1:{port}/canary.csv' AS line RETURN line"
        with serving(directory, {}, nowhere) as engine, pytest.raises(FoedusError):
            engine.rows(text)
        assert callers == []
        with serving(directory, {}, {**nowhere, "opencypher.loadCsv.allowRemoteUrls": "true"}) as engine:
            assert engine.rows(text)[1] == [(["canary"],)]
        assert len(callers) == 1


def test_only_this_start_knows_the_password(directory: Path) -> None:
    """The server lets nobody in with another password, and there is no root."""
    with serving(directory, {}, {}) as engine:
        url = engine.url
        for auth in (("reader", "reader"), ("root", "arcadedb"), ("root", "")):
            with pytest.raises(FoedusError, match="refused the user or password"):
                BoltEngine(url, auth, DATABASE, retry=False).rows("RETURN 1")
