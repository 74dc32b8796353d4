"""The command line with servers: push, ask, sparql, cypher, and whose password is asked for where."""

import json
import os
import signal
import subprocess
import sys
import time
from subprocess import PIPE
from typing import Any

import pytest

from foedus.mapping.elements import BASE
from foedus.store.bolt_driver import driver
from servers.conftest import Bolt, cleared

PROGRAM = "import sys; from foedus.cli import main; main(sys.argv[1:])"
QUESTION = (
    "ask",
    "active-clauses",
    "--on",
    "2024-10-28",
    "--known",
    "2024-10-28",
    "--party",
    "PRK",
    "--format",
    "json",
)


def process(*arguments: str, **environment: str) -> dict[str, Any]:
    """The command as a process of its own, with no terminal, and no server but those that are named."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "SPARQL_"))}
    own |= {"PYTHONPATH": os.pathsep.join(sys.path), **environment}
    return {"args": [sys.executable, "-c", PROGRAM, *arguments], "env": own, "stdin": subprocess.DEVNULL}


def foedus(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    return subprocess.run(**process(*arguments, **environment), capture_output=True, text=True, timeout=300)


def stopped(neo4j: Bolt, user: dict[str, str]) -> None:
    """Take the graph out of the server, and begin a push that Ctrl-C ends as soon as something has arrived."""
    some = "MATCH (n) WHERE n.iri STARTS WITH $base RETURN n LIMIT 1"
    with driver().GraphDatabase.driver(neo4j.uri, auth=neo4j.auth) as opened, opened.session() as session:
        cleared(opened)
        with subprocess.Popen(**process("push", neo4j.uri, **user), stdout=PIPE, stderr=PIPE, text=True) as pushing:
            while pushing.poll() is None and not session.run(some, base=BASE).values():
                time.sleep(0.05)
            pushing.send_signal(signal.SIGINT)
            assert pushing.communicate(timeout=60)[1].endswith("the push was stopped; run it again to finish it\n")


def test_neo4j_is_pushed_to_and_asked(neo4j: Bolt) -> None:
    """The same JSON as from the embedded engine; a second push says that nothing changed."""
    user = {"NEO4J_USERNAME": neo4j.auth[0], "NEO4J_PASSWORD": neo4j.auth[1]}
    stopped(neo4j, user)
    asked = foedus(*QUESTION, "--via", neo4j.uri, **user)
    assert asked.returncode == 1
    assert "a push into it was cut off" in asked.stderr
    assert foedus("push", neo4j.uri, "--prune", **user).returncode == 0
    again = foedus("push", neo4j.uri, "--prune", **user)
    assert (again.stdout, again.stderr) == ("nothing changed\n", "")
    there, here = foedus(*QUESTION, "--via", neo4j.uri, **user), foedus(*QUESTION)
    assert there.returncode == 0, there.stderr
    assert json.loads(there.stdout) == json.loads(here.stdout) != []
    own = foedus("cypher", "MATCH (t:Treaty {id: $id}) RETURN t.kind", "--param", "id=rus-prk-2024", "--via", neo4j.uri,
                 "--format", "csv", **user)  # fmt: skip
    assert own.stdout.splitlines()[1:] == ["treaty"]


@pytest.mark.parametrize("query", ["CREATE (n)", "LOAD CSV FROM 'file:///x' AS r RETURN r", "CALL db.createLabel('X')"])
def test_neo4j_is_only_read(neo4j: Bolt, query: str) -> None:
    """Refused before it is sent."""
    done = foedus("cypher", query, "--via", neo4j.uri, NEO4J_USERNAME=neo4j.auth[0], NEO4J_PASSWORD=neo4j.auth[1])
    assert (done.returncode, done.stdout) == (1, "")


def test_a_query_is_stopped_by_neo4j_at_the_limit(neo4j: Bolt) -> None:
    """By the server itself."""
    endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a WHERE a < 0 RETURN count(*)"
    user = {"NEO4J_USERNAME": neo4j.auth[0], "NEO4J_PASSWORD": neo4j.auth[1]}
    done = foedus("cypher", endless, "--via", neo4j.uri, "--timeout", "1", **user)
    assert done.returncode == 1
    assert "stopped after 1 s" in done.stderr


def test_a_sparql_server_is_pushed_to_and_asked(sparql_server: str) -> None:
    """By the Graph Store Protocol; the question reads the named graph that was filled."""
    assert foedus("push", f"{sparql_server}/data", "--prune").returncode == 0
    assert foedus("push", f"{sparql_server}/data", "--prune").stdout == "nothing changed\n"
    there, here = foedus(*QUESTION, "--via", f"{sparql_server}/sparql"), foedus(*QUESTION)
    assert there.returncode == 0, there.stderr
    assert json.loads(there.stdout) == json.loads(here.stdout)
    asked = foedus("sparql", "ASK { ?s ?p ?o }", "--via", f"{sparql_server}/sparql")
    assert asked.stdout == "true\n", asked.stderr


def test_a_sparql_server_is_only_read(sparql_server: str) -> None:
    """SERVICE is refused before it is sent."""
    done = foedus("sparql", "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "--via", f"{sparql_server}/sparql")
    assert (done.returncode, done.stdout) == (1, "")
    assert "SERVICE is refused" in done.stderr


@pytest.mark.parametrize("command", [("push",), (*QUESTION, "--via")])
def test_a_password_does_not_belong_into_an_address(command: tuple[str, ...]) -> None:
    """It is refused, and not repeated."""
    done = foedus(*command, "neo4j://somebody:secret@127.0.0.1:7687")
    assert done.returncode == 1
    assert "from the environment" in done.stderr
    assert "secret" not in done.stderr


def test_without_a_terminal_no_password_is_asked_for() -> None:
    """It is said where it would be read from."""
    done = foedus("cypher", "RETURN 1", "--via", "neo4j://127.0.0.1:1", NEO4J_USERNAME="somebody")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("foedus: NEO4J_PASSWORD is not set, and there is no terminal to ask for it\n")
    assert "Warning" not in done.stderr


@pytest.mark.parametrize("address", ["neo4j://127.0.0.1:1", "http://127.0.0.1:1/data"])
def test_a_server_that_is_down_is_a_message(address: str) -> None:
    """And status 1, without a traceback."""
    done = foedus("push", address)
    assert done.returncode == 1
    assert "cannot be reached" in done.stderr
    assert "Traceback" not in done.stderr
