"""Parameters take the place of variables."""

from datetime import date, datetime
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus import BadQuery
from foedus.query.sparql_binding import Parameter, bind
from foedus.store.oxigraph import plain

VALUES = (
    st.text()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.dates()
    | st.floats(allow_nan=False, allow_infinity=False)
)


def answer(query: str, **parameters: Parameter) -> list[dict[str, Any]]:
    """The rows of a bound query on two triples."""
    store = ox.Store()
    for number in (1, 2):
        store.add(ox.Quad(ox.NamedNode("x:s"), ox.NamedNode("x:n"), ox.Literal(number)))
    found = store.query(bind(query, parameters))
    assert isinstance(found, ox.QuerySolutions)
    return [{name.value: plain(value) for name, value in zip(found.variables, row, strict=True)} for row in found]


@settings(deadline=None)
@given(VALUES)
def test_a_value_comes_back_as_it_was(value: Parameter) -> None:
    """Whatever it holds: quotes, braces, line breaks, the name of another variable."""
    assert answer("SELECT ?v { BIND($x AS ?v) }", x=value) == [{"v": value}]


@settings(deadline=None)
@given(VALUES, VALUES)
def test_values_do_not_meet(one: Parameter, other: Parameter) -> None:
    """A value that looks like a parameter is not bound again."""
    assert answer("SELECT ?v ?w { BIND($x AS ?v) BIND($y AS ?w) }", x="$y", y=other) == [{"v": "$y", "w": other}]
    assert answer("SELECT ?v ?w { BIND($x AS ?v) BIND($y AS ?w) }", x=one, y="?x") == [{"v": one, "w": "?x"}]


@pytest.mark.parametrize(
    "untouched",
    ['"$x ?x"', "'''$x\n?x'''", "# $x ?x\n", "<http://example.org/?x>", "?xs", "$xs", "fo:x", "?X"],
)
def test_only_the_variable_itself_is_bound(untouched: str) -> None:
    """Strings, comments, IRIs and other names stay as they are."""
    assert bind(f"SELECT * {{ ?x {untouched} $x }}", {"x": 1}).count(untouched) == 1


def test_both_signs_name_one_variable() -> None:
    """``$x`` and ``?x`` are one (SPARQL 1.1, section 4.1.3)."""
    assert answer("SELECT ?s { ?s <x:n> $n FILTER(?n = 1) }", n=1) == [{"s": "x:s"}]
    assert answer("SELECT ?s { ?s <x:n> ?n FILTER($n = 2) }", n=1) == []


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("SELECT ?n ?s { ?s <x:n> ?n }", [{"n": 2, "s": "x:s"}]),
        ("SELECT (?n + 1 AS ?m) { ?s <x:n> ?n }", [{"m": 3}]),
        ("SELECT (SUM(?n) AS ?m) { ?s <x:n> ?o }", [{"m": 4}]),
        ("SELECT ?s { ?s <x:n> ?o } GROUP BY ?s ?n", [{"s": "x:s"}]),
        ("SELECT ?o { ?s <x:n> ?o } ORDER BY (?o * ?n)", [{"o": 1}, {"o": 2}]),
        ("SELECT ?o { ?s <x:n> ?o } GROUP BY ?o HAVING (?o = $n)", [{"o": 2}]),
        ("SELECT (COUNT(?o) + $n AS ?m) { ?s <x:n> ?o } GROUP BY ?s", [{"m": 4}]),
        ("SELECT ?o { ?s <x:n> ?o } ORDER BY ABS(?o - ?n)", [{"o": 2}, {"o": 1}]),
        (
            "SELECT ?s ?n { { SELECT ?s ?n { ?s <x:n> $n } GROUP BY ?s ?n ORDER BY DESC(?n) $n } }",
            [{"s": "x:s", "n": 2}],
        ),
        ("SELECT ?n (EXISTS { ?s <x:n> 7 } AS ?e) { ?s <x:n> ?o FILTER(?o = $n) }", [{"n": 2, "e": False}]),
        ("SELECT ?o { ?s <x:n> ?o FILTER(?o<=$n&&2>?o&&3>$n) }", [{"o": 1}]),
        ("SELECT ?o { ?s <x:n> ?o FILTER(BOUND($n) && ?o = $n) }", [{"o": 2}]),
        ("SELECT ?o { ?s <x:n> ?o FILTER (!BOUND(?n) || ?o < ?n) }", [{"o": 1}]),
        ("SELECT (1 AS ?one) { FILTER EXISTS { ?s <x:n> $n } }", [{"one": 1}]),
    ],
)
def test_outside_of_the_group(query: str, rows: list[dict[str, Any]]) -> None:
    """In SELECT, GROUP BY, HAVING and ORDER BY the variable has the value too."""
    assert answer(query, n=2) == rows


@pytest.mark.parametrize(
    "query",
    ["SELECT (?o AS ?n) { ?s <x:n> ?o FILTER(?o = $n) }", "SELECT (?o as ?n) { ?s <x:n> ?o FILTER(?o = $n) }"],
)
def test_a_name_that_an_expression_is_given_is_none(query: str) -> None:
    """``AS ?n`` in SELECT names a column; it may have the name of a parameter."""
    assert answer(query, n=2) == [{"n": 2}]


def test_asked_without_the_word_where() -> None:
    """The group begins with its brace, whatever stands before it."""
    store = ox.Store()
    assert bool(store.query(bind("ASK { FILTER($n = 2) }", {"n": 2})))


def test_an_iri() -> None:
    """A node is given as such, not as text."""
    assert answer("SELECT ?o { $s <x:n> ?o } ORDER BY ?o", s=ox.NamedNode("x:s")) == [{"o": 1}, {"o": 2}]


def test_a_node_described() -> None:
    """DESCRIBE has no group that a BIND could stand in."""
    assert bind("DESCRIBE $s", {"s": ox.NamedNode("x:s")}) == "DESCRIBE <x:s>"


def test_a_template_is_no_group() -> None:
    """The BIND of an ORDER BY stands in WHERE, not in what CONSTRUCT makes."""
    bound = bind("CONSTRUCT { ?s <x:o> $n } WHERE { ?s <x:n> ?o } ORDER BY $n", {"n": 2})
    assert bound.index("BIND") > bound.index("WHERE")
    assert len(list(ox.Store().query(bound))) == 0  # type: ignore[arg-type]  # triples


@pytest.mark.parametrize("value", [None, [1], datetime(2024, 10, 24, 12), "\ud800"])
def test_what_is_no_parameter(value: Any) -> None:
    """The message names what was given."""
    with pytest.raises(BadQuery, match="is no parameter"):
        bind("ASK { FILTER($x = 1) }", {"x": value})


def test_a_day_is_a_date() -> None:
    """It compares with the dates of the graph."""
    query = 'SELECT ?y { BIND($d < "2024-10-25"^^<http://www.w3.org/2001/XMLSchema#date> AS ?y) }'
    assert answer(query, d=date(2024, 10, 24)) == [{"y": True}]


def test_an_unused_parameter_is_an_error() -> None:
    """A slip in a name is not passed over."""
    with pytest.raises(BadQuery, match=r"the query has no \$knwon"):
        bind("ASK { FILTER($known > 1) } # $knwon", {"knwon": 1})
