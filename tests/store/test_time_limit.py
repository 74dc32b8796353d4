"""Time limits: a query that would run for minutes is stopped, and no process goes on with it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from foedus import BadQuery, KnowledgeGraph, QueryTimeout, Rows

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def children() -> set[int]:
    """The processes that this one has started."""
    return {child.pid for child in psutil.Process().children(recursive=True)}


def test_a_query_is_stopped(kg: KnowledgeGraph) -> None:
    """It would run for hours; its process is ended."""
    before = children()
    with pytest.raises(QueryTimeout, match=r"stopped after 0\.5 s"):
        kg.sparql(ENDLESS, timeout=0.5)
    assert children() <= before


@pytest.mark.parametrize(
    "query", ["SELECT ?n { VALUES ?n { 1 2 } }", "ASK { FILTER(false) }", "CONSTRUCT { <x:s> <x:p> 1 } WHERE {}"]
)
def test_in_time_the_answer_is_the_same(kg: KnowledgeGraph, query: str) -> None:
    """With a limit and without."""
    with_limit, without = kg.sparql(query, timeout=60), kg.sparql(query)
    assert type(with_limit) is type(without)
    if isinstance(without, bool | Rows):
        assert with_limit == without
    else:
        assert set(with_limit) == set(without)  # type: ignore[call-overload]  # graphs


def test_a_question_has_a_limit_too(kg: KnowledgeGraph) -> None:
    """``ask`` gives the same rows under a limit, and stops as well."""
    assert kg.ask("active-clauses", timeout=60) == kg.ask("active-clauses")
    with pytest.raises(QueryTimeout):
        kg.ask("active-clauses", timeout=0.001)


def test_faults_come_through(kg: KnowledgeGraph) -> None:
    """What is wrong with a query is said by its process to this one."""
    with pytest.raises(BadQuery, match=r"^SPARQL: "):
        kg.sparql("SELECT", timeout=60)


def test_its_process_finds_what_ours_finds(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """Also where ``sys.path`` was set by hand; and nothing is imported from the current folder."""
    tmp_path.joinpath("pickle.py").write_text("raise SystemExit('imported from the current folder')")
    code = f"""
import sys
sys.path[:] = {sys.path!r}
from pathlib import Path
from foedus.store.worker import answer_within
print(answer_within(60, Path({str(kg.snapshot.sparql)!r}), "ASK {{}}", None))
"""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_a_crash_is_a_fault_of_the_query(kg: KnowledgeGraph) -> None:
    """What ends the engine's process does not end ours."""
    with pytest.raises(BadQuery, match="ended its process"):
        kg.sparql(f"ASK {{ FILTER({'(' * 200_000}1{')' * 200_000}) }}", timeout=60)


def test_whoever_reads_may_take_their_time(kg: KnowledgeGraph) -> None:
    """The limit is the query's: rows that wait in a pipe for their reader come through."""
    command = [sys.executable, "-m", "foedus", "sparql", "SELECT * { ?s ?p ?o }", "--format", "csv", "--timeout", "2"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        time.sleep(4)
        out, _ = process.communicate()
    assert process.returncode == 0
    assert len(out.splitlines()) > 1000


def test_its_process_ends_with_ours(kg: KnowledgeGraph) -> None:
    """Also if ours is killed and can end nothing itself."""
    code = f"import foedus; foedus.open().sparql({ENDLESS!r}, timeout=600)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", code], env=environment) as ours:
        process = psutil.Process(ours.pid)
        while not (its := process.children()):
            assert ours.poll() is None
            time.sleep(0.05)
        time.sleep(1)
        ours.send_signal(signal.SIGKILL)
    _, alive = psutil.wait_procs(its, timeout=20)
    assert not alive


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
def test_ctrl_c_is_heard_while_oxigraph_works(kg: KnowledgeGraph) -> None:
    """By the system, which ends the process at once: Python would hear of it when the query is done."""
    code = f"""
import foedus
from foedus.store.deadline import deadline
kg = foedus.open()
with deadline(600):
    print("asking", flush=True)
    kg.sparql({ENDLESS!r})
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", code], env=environment, **pipes) as ours:
        assert ours.stdout
        assert ours.stdout.readline() == "asking\n"
        ours.send_signal(signal.SIGINT)
        _, error = ours.communicate(timeout=60)
    assert (ours.returncode, error) == (-signal.SIGINT, "")
