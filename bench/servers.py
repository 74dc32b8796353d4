"""Times the catalogue on Oxigraph, ArcadeDB, Neo4j and Fuseki in one run, and what it takes to fill the servers.

Run ``python bench/servers.py``; it needs Java and Maven, and prints Markdown
tables. ``--treaties 2000`` fills the servers with a world of that many made-up
treaties besides, by a push and by ``neo4j-admin database import``.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import foedus
from ask import QUESTIONS, median, timed
from foedus.export import export
from foedus.knowledge_graph import KnowledgeGraph
from foedus.mapping import Graph, graph
from foedus.status import derive
from foedus.store.bolt import BoltEngine
from foedus.store.push.neo4j import push
from foedus.store.push.sparql import push_graph_store, push_update
from foedus.store.remote_sparql import RemoteSparql
from foedus.store.whole import whole
from large_world import large_world
from servers.fuseki_server import FusekiServer
from servers.neo4j_server import Neo4jServer

RUNS = 15


@contextmanager
def servers() -> Iterator[tuple[Neo4jServer, FusekiServer]]:
    """Both servers, empty, for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        neo4j, fuseki = Neo4jServer(Path(folder, "neo4j")), FusekiServer(Path(folder))
        try:
            neo4j.start()
            yield neo4j, fuseki
        finally:
            neo4j.stop()
            fuseki.kill()


def fill(found: Graph, neo4j: Neo4jServer, fuseki: FusekiServer) -> None:
    """Time every way to fill a server; Neo4j is left as a push leaves it, Fuseki as the Graph Store Protocol does."""
    ways: dict[str, Callable[[], object]] = {
        "push to Neo4j": lambda: push(found, neo4j.uri, auth=neo4j.auth),
        "push to Neo4j again, nothing changed": lambda: push(found, neo4j.uri, auth=neo4j.auth),
        "push to Fuseki by SPARQL Update": lambda: push_update(
            found, f"{fuseki.url}/update", named="https://example.org/other"
        ),
        "push to Fuseki by the Graph Store Protocol": lambda: push_graph_store(found, f"{fuseki.url}/data"),
        "push to Fuseki again, nothing changed": lambda: push_graph_store(found, f"{fuseki.url}/data"),
    }
    print(f"\n| {len(found.nodes):,} nodes, {len(found.edges):,} edges | seconds |\n| --- | --- |")
    for way, work in ways.items():
        print(f"| {way} | {timed(work):.1f} |", flush=True)


def bulk(found: Graph, home: Path) -> None:
    """Time the files and the import, into a server of its own that is not running."""
    neo4j = Neo4jServer(home / "import")
    files = timed(lambda: export(found, "neo4j-admin", home / "files"))
    environment = {**os.environ, "NEO4J_ADMIN": str(neo4j.admin_script())}
    command = [home / "files" / "import.sh", "neo4j", "--overwrite-destination"]
    took = timed(lambda: subprocess.run(command, env=environment, check=True, capture_output=True))
    print(f"| `foedus export neo4j-admin` | {files:.1f} |\n| `import.sh` | {took:.1f} |", flush=True)


def catalogue(kg: KnowledgeGraph, neo4j: Neo4jServer, fuseki: FusekiServer) -> None:
    """The warm median of each question on each engine."""
    bolt, remote = BoltEngine(neo4j.uri, neo4j.auth), RemoteSparql(f"{fuseki.url}/sparql")
    print("\n| question, warm | Oxigraph | Fuseki | ArcadeDB | Neo4j |\n| --- | --- | --- | --- | --- |")
    for name in QUESTIONS:
        medians = [warm(kg, name, via) for via in ("sparql", remote, "cypher", bolt)]
        print(f"| {name} | " + " | ".join(f"{one * 1000:.1f} ms" for one in medians) + " |", flush=True)
    bolt.close()


def warm(kg: KnowledgeGraph, question: str, via: Any) -> float:
    """The median of some runs, after two that are not counted, in seconds."""

    def ask() -> object:
        return kg.ask(question, via=via, **QUESTIONS[question])

    ask()
    ask()
    return median(ask, RUNS)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--treaties", type=int, default=0, help="of a made-up world to fill the servers with besides")
    treaties = options.parse_args().treaties
    with foedus.open() as kg, servers() as (neo4j, fuseki), tempfile.TemporaryDirectory() as home:
        found = whole(kg.snapshot)
        fill(found, neo4j, fuseki)
        bulk(found, Path(home))
        catalogue(kg, neo4j, fuseki)
    if treaties:
        world = large_world(treaties=treaties, states=150)
        found = graph(world, derive(world))
        with servers() as (neo4j, fuseki), tempfile.TemporaryDirectory() as home:
            fill(found, neo4j, fuseki)
            bulk(found, Path(home))


if __name__ == "__main__":
    main()
