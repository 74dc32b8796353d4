"""The program of the child process that holds ArcadeDB; nothing else imports ``arcadedb``.

It is run as a file with nothing but the standard library and the module search
path of its parent, so that it starts in a tenth of a second. It reads JSON
lines from its standard input and writes JSON lines to its standard output. Its
input is a pipe from its parent: when that closes, for whatever reason the
parent has ended, this process ends too and removes its private root.
"""

import json
import os
import shutil
import socket
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

_LOOPBACK = "127.0.0.1"
_PORTS_TRIED = 20


def main() -> None:
    """Do what the first line says: ``load`` a database or ``serve`` one."""
    order = _read()
    sys.path[:0] = order["path"]
    os.environ["ARCADEDB_LOG_DIR"] = f"{order['root']}/log"
    os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
    os.environ["ARCADEDB_NATIVE_ISOLATE_ARGS"] = " ".join(order["isolate"])
    threading.Thread(target=_watch_parent, args=(os.getppid(), order["root"]), daemon=True).start()
    try:
        {"load": load, "serve": serve}[order["do"]](order)
    except EOFError:
        pass
    except BaseException as error:  # noqa: BLE001 - whatever it is, the parent says it to a person
        _write({"error": f"{type(error).__name__}: {error}"})
    finally:
        _end(order["root"])


def load(order: dict[str, Any]) -> None:
    """Make a database of the tables and edges that the following lines hold, up to an empty object."""
    import arcadedb

    with arcadedb.create_database(order["database"]) as database:
        lines = list(iter(_read, {}))
        tables = [line for line in lines if "label" in line]
        edges = [line for line in lines if "type" in line]
        for table in tables:
            database.schema.create_vertex_type(table["label"], buckets=1)
            for name, kind in table["properties"].items():
                database.schema.create_property(table["label"], name, kind)
        for edge in edges:
            database.schema.create_edge_type(edge["type"], buckets=1)
        with database.graph_batch(commit_every=20_000, use_wal=False) as batch:
            made = {table["label"]: batch.create_vertices(table["label"], table["rows"]) for table in tables}
            for edge in edges:
                sources = [made[label][row] for label, row in edge["sources"]]
                targets = [made[label][row] for label, row in edge["targets"]]
                batch.new_edges(sources, edge["type"], targets)
        for table in tables:
            database.schema.create_index(table["label"], ["id"], unique=True)
    _write({"nodes": sum(len(rids) for rids in made.values())})


def serve(order: dict[str, Any]) -> None:
    """Serve the databases over Bolt, say on which port, and then explain what is asked."""
    import arcadedb

    for port in _free_ports():
        server = arcadedb.create_server(order["root"], None, {**order["settings"], "bolt_port": port})
        try:
            server.start()
            break
        except arcadedb.ArcadeDBError as error:  # the port was taken between the two binds, or worse
            failure = error
    else:
        raise failure
    _write({"port": port})
    while line := _read():
        _write({"message": _explain(server, line["explain"])})


def _explain(server: Any, text: str) -> str | None:
    """What is wrong with a query, or None: over Bolt a read-only server calls each a write that it cannot parse."""
    try:
        server.get_database("foedus").query("opencypher", f"EXPLAIN {text}")
    except Exception as error:  # noqa: BLE001 - its words are what is asked for
        return str(error)
    return None


def _free_ports() -> Iterator[int]:
    for _ in range(_PORTS_TRIED):
        with socket.socket() as probe:
            probe.bind((_LOOPBACK, 0))
            port = probe.getsockname()[1]
        yield port


def _read() -> dict[str, Any]:
    line = sys.stdin.buffer.readline()
    if not line:
        raise EOFError
    answer: dict[str, Any] = json.loads(line)
    return answer


def _write(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _watch_parent(parent: int, root: str) -> None:
    """A fork of the parent may hold the pipe open after it: so its id is looked at too."""
    while os.getppid() == parent:
        time.sleep(1)
    _end(root)


def _end(root: str) -> None:
    shutil.rmtree(root, ignore_errors=True)
    os._exit(0)


if __name__ == "__main__":
    main()
