"""The embedded engine: its answers, its errors and its limits."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from foedus.errors import BadQuery, EngineUnavailable, QueryTimeout, ReadOnlyViolation
from foedus.store.arcade import Embedded

CROSS = "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b "
DEAF = "RETURN [x IN range(1, 100000) WHERE size([y IN range(1, 100000) WHERE y % 7 = 9]) > 0] AS z"


def test_columns_and_rows(engine: Embedded) -> None:
    """Columns are named as the query names them, rows are tuples."""
    assert engine.rows("UNWIND [1, 2] AS n RETURN n, n * 2 AS twice") == (("n", "twice"), [(1, 2), (2, 4)])


def test_parameters_are_values(engine: Embedded) -> None:
    """Text, lists, numbers, truth, nothing and dates travel beside the query and come back the same."""
    given = {"a": "'; RETURN 1 //", "b": ["x", "y"], "c": 1.5, "d": True, "e": None, "f": date(2024, 10, 28)}
    assert engine.rows("RETURN $a, $b, $c, $d, $e, $f", given)[1] == [tuple(given.values())]


def test_nodes_relationships_and_paths_become_plain(engine: Embedded) -> None:
    """An analyst's own query may return them, and JSON can hold what she gets."""
    path = engine.rows("MATCH p = (:Participation)-[:OF_ACTOR]->(:Actor {id: 'PRK'}) RETURN p")[1][0][0]
    assert [node["labels"] for node in path["nodes"]] == [["Participation"], ["Actor"]]
    assert path["relationships"] == [{"type": "OF_ACTOR"}]


def test_times_durations_and_points_become_plain(engine: Embedded) -> None:
    """What has no like in Python becomes text or a list."""
    text = "RETURN duration('P1M2D'), point({x: 1, y: 2}), localdatetime('2024-01-01T10:00:00'), {a: date($on)}"
    duration, point, moment, map_ = engine.rows(text, {"on": "2024-10-28"})[1][0]
    assert (duration, point, moment.hour, map_) == ("P1M2D", [1.0, 2.0], 10, {"a": date(2024, 10, 28)})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MATCH (a:Actor RETURN a", "line 1:15|line 1:16|mismatched input 'RETURN'"),
        ("MATCH (a:Actor) RETURN b.id", "'b' not defined"),
        ("RETURN nonsense(1)", "nonsense"),
        ("RETURN $missing", "missing"),
        ("RETURN 1 / 0", "zero"),
        ("RETURN date('2024-13-01')", "2024-13-01"),
    ],
)
def test_a_fault_in_the_query_is_told_in_the_words_of_the_engine(engine: Embedded, text: str, said: str) -> None:
    """The engine over Bolt calls what it cannot parse a write; the person is told what is wrong."""
    with pytest.raises(BadQuery, match=said) as error:
        engine.rows(text)
    assert not isinstance(error.value, ReadOnlyViolation)
    assert "Exception" not in str(error.value)


def test_a_parameter_that_bolt_cannot_carry_is_a_bad_query(engine: Embedded) -> None:
    """A value of a type of its own is refused with words."""
    with pytest.raises(BadQuery, match="not supported"):
        engine.rows("RETURN $x", {"x": object()})


@pytest.mark.parametrize("text", [CROSS + "WITH a, b WHERE a + b < 0 RETURN count(*)", DEAF])
def test_a_query_stops_at_its_limit(directory: Path, text: str) -> None:
    """Also where the server does not look at its clock, and the next query runs."""
    engine = Embedded(directory)
    engine.rows("RETURN 1", timeout=60)
    with pytest.raises(QueryTimeout, match="1 s"):
        engine.rows(text, timeout=1)
    assert engine.rows("RETURN 1 AS x", timeout=60) == (("x",), [(1,)])
    engine.close()


def test_no_more_rows_than_wanted_are_made(directory: Path) -> None:
    """Of a hundred million rows ten are fetched, long before all are made, and the engine answers on."""
    engine = Embedded(directory)
    assert len(engine.rows(CROSS + "RETURN a, b", limit=10, timeout=60)[1]) == 10
    assert engine.rows("RETURN 1 AS x", limit=10)[1] == [(1,)]
    engine.close()


def test_a_closed_engine_starts_again(directory: Path) -> None:
    """To close is to let go of the process, not of the engine."""
    engine = Embedded(directory)
    engine.rows("RETURN 1")
    engine.close()
    assert engine.rows("RETURN 1 AS x")[1] == [(1,)]
    engine.close()


def test_a_server_that_was_killed_is_replaced(directory: Path) -> None:
    """A process that the machine ended is no reason to fail: the next query has another."""
    engine = Embedded(directory)
    engine.rows("RETURN 1")
    child = engine._server.child
    child._process.kill()
    child._process.wait()
    assert engine.rows("RETURN 1 AS x")[1] == [(1,)]
    engine.close()


def test_a_damaged_database_is_an_engine_unavailable(tmp_path: Path) -> None:
    """A folder that only looks like a database gives an error in words."""
    tmp_path.joinpath("foedus").mkdir()
    tmp_path.joinpath("foedus", "schema.json").write_text("{")
    engine = Embedded(tmp_path)
    with pytest.raises((EngineUnavailable, BadQuery)):
        engine.rows("MATCH (n) RETURN n")
    engine.close()


def test_days_of_all_centuries_compare(engine: Embedded) -> None:
    """A date is a day: no time zone moves it, before the calendar reform or after."""
    days = [date(1373, 6, 16), date(1815, 11, 20), date(1914, 7, 28), date(2024, 2, 29)]
    for day in days:
        text = "RETURN date($day), date($day) < date($next)"
        assert engine.rows(text, {"day": day.isoformat(), "next": (day + timedelta(1)).isoformat()})[1] == [(day, True)]
