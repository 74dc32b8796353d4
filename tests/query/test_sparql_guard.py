"""The guard before the SPARQL engine: nothing that it lets pass contacts an address."""

import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus import BadQuery, KnowledgeGraph
from foedus.errors import ReadOnlyViolation
from foedus.query.sparql_guard import guard
from foedus.resources import folder
from foedus.store.oxigraph import OxigraphEngine, build


class Trap:
    """A loopback address that counts who contacts it, and an engine that would."""

    def __init__(self, directory: Path) -> None:
        self.contacted = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/sparql"
        build([ox.Triple(ox.NamedNode("x:a"), ox.NamedNode("x:b"), ox.Literal(True))], directory)
        self._store = ox.Store.read_only(str(directory))
        self.engine = OxigraphEngine(directory)
        Thread(target=self._count, daemon=True).start()

    def close(self) -> None:
        """Listen no more."""
        self._socket.close()

    def run(self, query: str) -> None:
        """Run a query as the library does, without any lock."""
        try:
            answer = self._store.query(query)
            if not isinstance(answer, ox.QueryBoolean):
                list(answer)
        except (SyntaxError, ValueError, OSError):
            pass

    def answer(self, query: str) -> None:
        """Run a query as we do, behind the guard."""
        with suppress(BadQuery):
            self.engine.answer(query)

    def _count(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.contacted += 1
            connection.close()


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trap]:
    """The trap, set."""
    found = Trap(tmp_path_factory.mktemp("trap"))
    yield found
    found.close()


def passes(query: str) -> bool:
    """Whether the guard lets it pass."""
    try:
        guard(query)
    except ReadOnlyViolation:
        return False
    return True


def test_the_trap_works(trap: Trap) -> None:
    """Without the guard the engine does make the request, SILENT or not."""
    before = trap.contacted
    trap.run(f"SELECT * {{ SERVICE <{trap.url}> {{ ?s ?p ?o }} }}")
    trap.run(f"SELECT * {{ SERVICE SILENT <{trap.url}> {{ ?s ?p ?o }} }}")
    assert trap.contacted >= before + 2


DISGUISES = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service silent <URL> { ?s ?p ?o } }",
    "SELECT * { SeRvIcE<URL>{?s ?p ?o} }",
    "SELECT * { SERVICE#comment\n<URL> { ?s ?p ?o } }",
    "SELECT * { ?s ?p trueSERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 1.5e3SERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 'x'SERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 'x'@enSERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p <x:y>SERVICE<URL>{ ?s ?p ?o } }",
    "PREFIX x: <URL> SELECT * { SERVICE x: { ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { SERVICE: { ?s ?p ?o } }",
    "PREFIX x: <URL> SELECT * { SERVICEx: { ?s ?p ?o } }",
    "PREFIX x: <URL> PREFIX SERVICEx: <x:> SELECT * { SERVICEx: { ?s ?p ?o } }",
    "PREFIX x: <URL> SELECT * { SERVICE SILENTx: { ?s ?p ?o } }",
    "PREFIX SERVICE: <URL> SELECT * { SERVICE SERVICE: { ?s ?p ?o } }",
    "PREFIX SERVICE: <URL> PREFIX : <URL> SELECT * { SERVICE: { ?s ?p ?o } }",
    "BASE <URL> SELECT * { SERVICE <> { ?s ?p ?o } }",
    "SELECT * { VALUES ?u { <URL> } SERVICE ?u { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "ASK { SERVICE <URL> { ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { # '\n SERVICE <URL> { ?s ?p ?o } # '\n }",
    'SELECT * { # """\n SERVICE <URL> { ?s ?p ?o } # """\n }',
    "SELECT * { ?s ?p '#' . SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER(?s < 1 || true) SERVICE <URL> { ?s ?p ?o } FILTER(2 > 1) }",
    "SELECT * { ?s ?p '\\\\' . SERVICE <URL> { ?s ?p ?o } BIND('x' AS ?y) }",
    "SELECT * { ?s ?p ?o\r#x\rSERVICE <URL> { ?s ?p ?o } }",
]


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_service_is_refused(trap: Trap, disguise: str) -> None:
    """Whatever stands around it, and whether or not the engine would understand it."""
    query = disguise.replace("URL", trap.url)
    before = trap.contacted
    with pytest.raises(ReadOnlyViolation, match=r"line \d+: SERVICE is refused"):
        guard(query)
    assert trap.contacted == before


BEYOND_TOKENS = [
    "SELECT * { VALUES ?b { 1 } FILTER(?b<2||?b<?b)#>'''\nSERVICE<URL>{?x ?y ?z}#'''\n}",
    "SELECT * { VALUES ?b { 1 } FILTER(?b<#>'''\n2)SERVICE<URL>{?x ?y ?z}#'''\n}",
    "SELECT * { VALUES ?b { 1 } FILTER(?b<?b||true)SERVICE:y#>\n{?x ?y ?z}}",
    "SELECT * { VALUES ?b { '' } FILTER(?b<'''>''')SERVICE<URL>{?x ?y ?z}#'''\n}",
    "SELECT * { VALUES ?b { 1 } FILTER(?b<urn:x#>'''\n||true)SERVICE<URL>{?x ?y ?z}#'''\n}",
    'SELECT * { VALUES ?q { """a" } SERVICE<URL>{?x ?y ?z}#\\q"""\n}',
    "SELECT * { VALUES ?q { '''a' } SERVICE<URL>{?x ?y ?z}#\\uD800'''\n}",
    "SELECT * { SERVICE:a\\_b{?x ?y ?z}}",
    "SELECT * { SERVICE:a\u00b7b{?x ?y ?z}}",
    "SELECT * { SERVICE:a\u200db{?x ?y ?z}}",
    "SELECT * { OPTIONAL { ?s ?p x:a.b.SERVICE<URL>{?x ?y ?z}} }",
    "SELECT * { OPTIONAL { ?s ?p x:a.b.serviceSILENT<URL>{?x ?y ?z}} }",
]
"""What was found to be one thing by the tokens and another by the engine, which reads without a scanner."""


@pytest.mark.parametrize("disguise", BEYOND_TOKENS)
def test_the_engine_has_a_lock_of_its_own(trap: Trap, disguise: str) -> None:
    """Where the grammar is ambiguous the engine's own parser decides, and nothing is contacted."""
    query = f"PREFIX : <{trap.url}> PREFIX SERVICE: <x:> PREFIX x: <x:> PREFIX urn: <x:> {disguise}"
    query = query.replace("URL", trap.url)
    before = trap.contacted
    trap.answer(query)
    assert trap.contacted == before
    with pytest.raises(BadQuery, match="SERVICE is refused"):
        trap.engine.answer(query)


@pytest.mark.parametrize("disguise", DISGUISES)
def test_the_engine_refuses_without_the_guard(trap: Trap, disguise: str) -> None:
    """The two locks are each enough."""
    before = trap.contacted
    trap.answer(disguise.replace("URL", trap.url))
    assert trap.contacted == before


@pytest.mark.parametrize("escape", ["\\u0053ERVICE", "SERV\\U00000049CE", "\\u006coad"])
def test_a_word_in_codepoints_is_refused(escape: str) -> None:
    """Oxigraph takes no such escape in a word; a server does, as the grammar says."""
    with pytest.raises(ReadOnlyViolation, match=r"line 1: (SERVICE|LOAD) is refused"):
        guard(f"ASK {{ {escape} <x:y> {{ ?s ?p ?o }} }}")
    with pytest.raises(ReadOnlyViolation, match="line 2: SERVICE is refused"):
        guard("ASK { #\\u000ASERVICE <x:y> { ?s ?p ?o } \n}")
    with pytest.raises(ReadOnlyViolation, match="line 1: SERVICE is refused"):
        guard("ASK { ?s ?p '\\u0027 . SERVICE <x:y> { ?s ?p '' } }")


GAPS = st.sampled_from(["", " ", "\n", "\t", "#\n", "# '\n", "\r", "\x0b", "\u00a0", "\ufeff", "/**/", "\x00"])
BEFORE = st.sampled_from([
    "", "?s ?p ?o . ", "?s ?p true", "?s ?p 1", "?s ?p 'x'", '?s ?p """x"""', "?s ?p 'x'@en", "?s a x:",
    "?s a <x:y>", "?s ?p _:b", "BIND(1 AS ?z)", "OPTIONAL {}", "{} UNION {}", "?s ?p ?o;", "?s ?p '#'. ",
    "FILTER(1<2)", "FILTER(1<#>'''\n2)", "FILTER(1<1||1<?u)#>\n", "VALUES ?q {'''a'}#\\q",
    "?s a x:a.b.", "?s a x:y.", "?s a x:a\\-", "?s a x:%41",
])  # fmt: skip
WORDS = st.sampled_from(
    ["SERVICE", "service", "sErViCe", "\\u0053ERVICE", "ſERVICE", "SERVI\\u0043E", "SERV\u200bICE", "S#\nERVICE"]
)
SILENT = st.sampled_from(["", "SILENT", "silent", "SILENT#\n"])
ENDPOINTS = st.sampled_from(
    [
        "<URL>",
        "x:",
        "x:sparql",
        "?u",
        "$u",
        ":",
        "SERVICE:",
        "<sparql>",
        "<>",
        "service:x",
        "SILENT:",
        ":a\\_b",
        ":a\u00b7b",
    ]
)
PROLOGUES = st.sampled_from([
    "", "BASE <URL>", "PREFIX x: <URL>", "PREFIX : <URL>", "PREFIX SERVICE: <URL>", "PREFIX service: <URL>",
    "PREFIX SERVICEx: <URL>PREFIX x: <URL>", "PREFIX SILENT: <URL>", "prefix x:<URL>",
])  # fmt: skip
AFTER = st.sampled_from(
    [
        "{?s ?p ?o}#'''\n",
        "#>\n{ ?s ?p ?o }",
        "{ ?s ?p ?o }",
        "{}",
        "{?s ?p ?o}.",
        "{ ?s ?p ?o } VALUES ?u { <URL> }",
        "{ ?s ?p ?o } # '",
        '{?s ?p ?o} # """\n',
    ]
)


@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.tuples(PROLOGUES, GAPS, BEFORE, GAPS, WORDS, GAPS, SILENT, GAPS, ENDPOINTS, GAPS, AFTER),
    st.sampled_from(["", "", "", "'", '"', "#", "<", ">", "\\", "{", "}", ":", ".", "true", "SERVICE", "\n"]),
    st.integers(min_value=0, max_value=60),
)
def test_nothing_that_passes_contacts_an_address(trap: Trap, parts: tuple[str, ...], strewn: str, place: int) -> None:
    """Queries put together of all kinds of disguise, with a stray mark somewhere: refused, or harmless."""
    prologue, *rest = parts
    query = f"{prologue} SELECT * {{ VALUES ?u {{ <URL> }} {''.join(rest)} }}"
    query = (query[:place] + strewn + query[place:]).replace("URL", trap.url)
    before = trap.contacted
    if passes(query):
        trap.answer(query)
    assert trap.contacted == before, query
    trap.answer(query)
    assert trap.contacted == before, f"without the guard: {query}"


@pytest.mark.parametrize(
    "query",
    [
        "LOAD <http://127.0.0.1/x>",
        "SELECT * FROM <http://127.0.0.1/x> { ?s ?p ?o }",
        "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
        "INSERT DATA { <x:a> <x:b> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "WITH <x:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "DROP ALL",
        "create graph <x:g>",
        "COPY <x:a> TO <x:b>",
        "MOVE <x:a> TO <x:b>",
        "ADD <x:a> TO <x:b>",
        "ASK { ?s ?p ?o } ; CLEAR ALL",
    ],
)
def test_what_does_more_than_read_is_refused(kg: KnowledgeGraph, query: str) -> None:
    """Updates, LOAD and FROM do not reach the engine, and the message says what was refused."""
    with pytest.raises(ReadOnlyViolation, match=r"line 1: [A-Z]+ is refused"):
        kg.sparql(query)


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?s ?p 'SERVICE LOAD' }",
        'ASK { ?s ?p """SERVICE\n<x>""" }',
        "ASK { ?s ?p ?o } # SERVICE <x>",
        "ASK { ?s <http://example.org/SERVICE> ?o }",
        "ASK { ?service ?load $from }",
        "PREFIX fo: <https://w3id.org/foedus/ontology#> ASK { ?s fo:from ?from ; fo:service ?load }",
        "PREFIX service: <https://example.org/> ASK { ?s service:of ?o }",
        "ASK { ?service ?p ?SERVICE FILTER(?service != ?SERVICE) }",
        "PREFIX SERVICE: <x:> ASK { GRAPH SERVICE:y { ?s ?p 'service' } }",
        "PREFIX with: <https://example.org/> ASK { ?s with:out ?o }",
    ],
)
def test_a_word_is_no_keyword_everywhere(kg: KnowledgeGraph, query: str) -> None:
    """Strings, comments, IRIs, variables and names may hold any word."""
    assert kg.sparql(query) in {True, False}


def test_the_catalogue_passes() -> None:
    """Our own queries only read."""
    texts = [path.read_text(encoding="utf-8") for path in folder("queries").glob("*/*.rq")]
    assert texts
    assert all(passes(text) for text in texts)


def test_a_parameter_cannot_bring_a_service(kg: KnowledgeGraph, trap: Trap) -> None:
    """A value stays a value: what a text holds never becomes a part of the query."""
    before = trap.contacted
    text = f'" }} SERVICE <{trap.url}> {{ ?s ?p "'
    assert kg.sparql("ASK { FILTER(STRLEN($text) > 20) }", text=text) is True
    assert trap.contacted == before


def test_the_line_is_named() -> None:
    """The message points to where the word stands."""
    with pytest.raises(BadQuery, match=r"^line 3: LOAD is refused: the graph is only read$"):
        guard("# a\n# b\nLOAD <x:y>")
