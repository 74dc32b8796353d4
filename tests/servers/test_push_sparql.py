"""A push to a real SPARQL server, by both protocols, and questions to it."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest

from foedus.errors import BadQuery, EngineUnavailable, QueryTimeout, ReadOnlyViolation
from foedus.knowledge_graph import KnowledgeGraph
from foedus.mapping import Graph
from foedus.mapping.rdf import ntriples
from foedus.store.push.report import Pushed
from foedus.store.push.sparql import push_graph_store, push_update
from foedus.store.remote_sparql import RemoteSparql
from foedus.store.sparql_http import basic, bearer, request
from servers.conftest import SMALL, dated, without, without_treaty
from servers.fuseki_server import FusekiServer
from servers.maven import Missing

NAMED = "https://example.org/a-test"
OTHERS = b"<urn:somebody> <urn:says> _:b .\n_:b <urn:is> 1.5 .\n"
ALL = "CONSTRUCT WHERE { ?s ?p ?o }"

Push = Callable[..., Pushed]


@pytest.fixture
def store(sparql_server: str) -> Iterator[str]:
    """The graph store, without the named graph of these tests before and after."""
    yield from _cleared(f"{sparql_server}/data")


def _cleared(store: str) -> Iterator[str]:
    at = f"{store}?graph={quote(NAMED)}"
    request("DELETE", at, {}, absent=("", b""))
    yield store
    request("DELETE", at, {}, absent=("", b""))


@pytest.fixture(params=["graph store", "update"])
def push(request: pytest.FixtureRequest, store: str, sparql_server: str) -> Push:
    """Both ways to push."""
    if request.param == "update":
        return partial(push_update, url=f"{sparql_server}/update", named=NAMED)
    return partial(push_graph_store, url=store, named=NAMED)


@pytest.fixture
def engine(sparql_server: str) -> RemoteSparql:
    """Asks the named graph of these tests."""
    return RemoteSparql(f"{sparql_server}/sparql?default-graph-uri={quote(NAMED)}")


def test_every_triple_is_there_and_no_other(push: Push, engine: RemoteSparql, small: Graph) -> None:
    """Twice, for the second time must add nothing."""
    for _ in range(2):
        push(small)
        assert engine.answer(ALL) == ntriples(small).encode()


def test_prune_removes_what_the_source_lost_and_nobody_elses(
    push: Push, store: str, engine: RemoteSparql, small: Graph
) -> None:
    """Without it the old triples stay; with it they go, and those of another subject stay, also blank ones."""
    push(small)
    request("POST", f"{store}?graph={quote(NAMED)}", {}, content=("text/turtle", OTHERS))
    fewer = without_treaty(small, f"{SMALL}/")
    push(fewer)
    assert engine.rows("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")[1] == [(len(ntriples(small).splitlines()) + 2,)]
    push(fewer, prune=True)
    assert engine.rows("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")[1] == [(len(ntriples(fewer).splitlines()) + 2,)]
    assert engine.answer("ASK { <urn:somebody> <urn:says> ?b . ?b <urn:is> 1.5 }") is True


def test_the_graph_store_counts(store: str, small: Graph) -> None:
    """What was made, what was left, what was deleted; and that nothing changed."""
    push, total = partial(push_graph_store, url=store, named=NAMED), len(ntriples(small).splitlines())
    assert push(small).counts["triples"].created == total
    assert str(push(small, prune=True)) == "nothing changed"
    fewer = without_treaty(small, f"{SMALL}/")
    gone = len(set(ntriples(small).splitlines()) - set(ntriples(fewer).splitlines()))
    assert push(fewer).counts["triples"].left == gone
    assert push(fewer, prune=True).counts["triples"].deleted == gone


def test_an_update_that_is_cut_off_leaves_the_old_graph(
    sparql_server: str, store: str, engine: RemoteSparql, small: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The triples gather aside; the next push begins anew and finishes."""
    monkeypatch.setattr("foedus.store.push.sparql._AT_ONCE", 100)
    push = partial(push_update, url=f"{sparql_server}/update", named=NAMED)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        push(small, progress=stop)
    assert engine.answer(ALL) == b""
    push(small)
    assert engine.answer(ALL) == ntriples(small).encode()


def test_rows_have_the_types_of_the_embedded_engine(push: Push, engine: RemoteSparql, small: Graph) -> None:
    """Dates, numbers, truth, text, and what is unbound."""
    push(small)
    store = ox.Store()
    store.load(ntriples(small).encode(), ox.RdfFormat.N_TRIPLES)
    assert engine.rows("SELECT ?d WHERE { [] <https://w3id.org/foedus/ontology#knownUntil> ?d } LIMIT 1")[1]
    columns, rows = engine.rows('SELECT ?a (1 AS ?b) (true AS ?c) (1.5e0 AS ?d) ("x" AS ?e) WHERE {}')
    assert (columns, rows) == (("a", "b", "c", "d", "e"), [(None, 1, True, 1.5, "x")])


def test_no_more_rows_than_the_limit(push: Push, engine: RemoteSparql, small: Graph) -> None:
    """The rest is not made into rows."""
    push(small)
    assert len(engine.rows("SELECT * WHERE { ?s ?p ?o }", limit=3)[1]) == 3


def test_a_fault_in_a_query_is_the_servers_word(engine: RemoteSparql) -> None:
    """With the line, as the server gives it."""
    with pytest.raises(BadQuery, match="line 1"):
        engine.answer("SELECT WHERE {")


def test_an_answer_is_not_waited_for_longer_than_the_limit(push: Push, engine: RemoteSparql, small: Graph) -> None:
    """A product of three of everything takes longer than a second anywhere."""
    push(small)
    with pytest.raises(QueryTimeout, match="within 1 s"):
        engine.answer("SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", timeout=1)


def test_a_data_set_that_is_not_there(sparql_server: str, small: Graph) -> None:
    """The server answers, and not what was asked."""
    with pytest.raises(EngineUnavailable, match="404"):
        RemoteSparql(f"{sparql_server}-of-nobody/sparql").answer("ASK {}")


def test_a_server_that_is_down(tmp_path: Path, small: Graph) -> None:
    """Killed, it is said to be unreachable, by either way to push and by a query."""
    server = _fuseki(tmp_path)
    server.kill()
    for ask in (
        lambda: push_graph_store(small, f"{server.url}/data"),
        lambda: push_update(small, f"{server.url}/update"),
        lambda: RemoteSparql(f"{server.url}/sparql").answer("ASK {}"),
    ):
        with pytest.raises(EngineUnavailable, match="cannot be reached"):
            ask()


def test_a_server_that_lets_nobody_write(tmp_path: Path, small: Graph) -> None:
    """Its refusal is one to write, and it can still be asked."""
    file = tmp_path / "some.ttl"
    file.write_bytes(OTHERS)
    server = _fuseki(tmp_path, file=file)
    try:
        with pytest.raises(ReadOnlyViolation, match="does not let this user write"):
            push_graph_store(small, f"{server.url}/data")
        with pytest.raises(EngineUnavailable, match="answered 404: Not Found"):
            push_update(small, f"{server.url}/update")
        assert RemoteSparql(f"{server.url}/sparql?default-graph-uri=").answer("ASK { ?s <urn:is> 1.5 }") is True
    finally:
        server.kill()


def test_users_are_let_in_by_their_password(tmp_path: Path, small: Graph) -> None:
    """Basic authentication; a wrong password and none are refused, and neither stands in the message."""
    passwords = tmp_path / "passwords"
    passwords.write_text("writer: right\n")
    server = _fuseki(tmp_path, options=(f"--passwd={passwords}", "--auth=basic"))
    try:
        push_graph_store(small, f"{server.url}/data", credentials=basic("writer", "right"))
        assert RemoteSparql(f"{server.url}/sparql", basic("writer", "right")).answer("ASK { ?s ?p ?o }") is True
        for credentials in (basic("writer", "wrong-one"), bearer("wrong-one"), {}):
            with pytest.raises(EngineUnavailable, match="refused the user") as raised:
                push_graph_store(small, f"{server.url}/data", credentials=credentials)
            assert "wrong-one" not in str(raised.value)
    finally:
        server.kill()


def _fuseki(folder: Path, *, file: Path | None = None, options: tuple[str, ...] = ()) -> FusekiServer:
    try:
        return FusekiServer(folder, file=file, options=options)
    except Missing as missing:
        without("Fuseki", missing)
        raise


def test_a_server_is_asked_for_what_it_holds(
    push: Push, engine: RemoteSparql, small: Graph, kg: KnowledgeGraph
) -> None:
    """An empty one holds no graph, which is no answer; the date of the data is that of the server."""
    with pytest.raises(EngineUnavailable, match="holds no graph"):
        kg.ask("active-clauses", via=engine)
    push(dated(small, date(2024, 12, 31)))
    rows = kg.ask("active-clauses", via=engine)
    assert rows.about["edition"] == rows.about["parameters"]["known"] == date(2024, 12, 31)
