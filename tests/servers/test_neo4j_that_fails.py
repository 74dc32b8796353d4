"""A Neo4j that is down, dies, or may only be read; and one that was filled by ``neo4j-admin``."""

import os
import subprocess
from pathlib import Path

import pytest

from foedus.errors import EngineUnavailable, ReadOnlyViolation
from foedus.export import export
from foedus.mapping import Graph
from foedus.store.bolt import BoltEngine
from foedus.store.push.neo4j import push
from servers.neo4j_server import Neo4jServer


def test_a_server_that_is_down_is_said_at_once(own_neo4j: Neo4jServer, larger: Graph) -> None:
    """There is nothing to try again."""
    with pytest.raises(EngineUnavailable, match="cannot be reached"):
        push(larger, own_neo4j.uri, auth=own_neo4j.auth)


def test_a_push_that_was_cut_off_is_run_again(own_neo4j: Neo4jServer, larger: Graph) -> None:
    """The server is killed in the middle of the edges; after its start the second push makes the rest."""
    own_neo4j.start()
    middle = len(larger.nodes) + len(larger.edges) // 3

    def kill(done: int, total: int) -> None:
        if done > middle:
            own_neo4j.kill()

    with pytest.raises(EngineUnavailable, match=r"cut off after [\d,]+ of [\d,]+ nodes and edges; run it again"):
        push(larger, own_neo4j.uri, auth=own_neo4j.auth, progress=kill, patience=1)
    own_neo4j.start()
    again = push(larger, own_neo4j.uri, auth=own_neo4j.auth)
    assert again.counts["nodes"].created == 0
    assert 0 < again.counts["edges"].created < len(larger.edges)
    engine = BoltEngine(own_neo4j.uri, own_neo4j.auth)
    assert engine.rows("MATCH (n) RETURN count(n)")[1] == [(len(larger.nodes),)]
    assert engine.rows("MATCH ()-[r]->() RETURN count(r)")[1] == [(len(larger.edges),)]
    engine.close()


def test_a_database_that_may_only_be_read_says_so(own_neo4j: Neo4jServer, small: Graph) -> None:
    """The community edition knows no roles: the whole database stands in for the user who may not write."""
    own_neo4j.stop()
    own_neo4j.start(server__databases__read_only="neo4j")
    with pytest.raises(ReadOnlyViolation, match="refused"):
        push(Graph(small.nodes[:1], ()), own_neo4j.uri, auth=own_neo4j.auth)
    engine = BoltEngine(own_neo4j.uri, own_neo4j.auth)
    assert engine.rows("MATCH (t:Treaty {id: 'nato-1949'}) RETURN count(t)")[1] == [(1,)]
    engine.close()
    own_neo4j.kill()


def test_neo4j_admin_imports_what_a_push_would_have_made(own_neo4j: Neo4jServer, small: Graph, tmp_path: Path) -> None:
    """The files and the one command, run as they are; a push afterwards finds nothing to do, not even to prune."""
    folder = export(small, "neo4j-admin", tmp_path / "import")
    environment = {**os.environ, "NEO4J_ADMIN": str(own_neo4j.admin_script())}
    done = subprocess.run(
        [folder / "import.sh", "neo4j", "--overwrite-destination"], env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    own_neo4j.start()
    pushed = push(small, own_neo4j.uri, auth=own_neo4j.auth, prune=True)
    assert not pushed.changed, pushed
