"""From what a person writes to typed values, and names to ids."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import BadQuery, NotFound
from foedus.query.catalogue import Parameter, Question
from foedus.query.names import Names, nearest
from foedus.query.optional_lines import keep
from foedus.query.parameters import day, typed, values

ACTORS = Names("actor", {"PRK": ["North Korea", "DPRK"], "KOR": ["South Korea"], "dnr": ["Donetsk", "KOR's"]})
EDITION = date(2026, 1, 1)
QUESTION = Question(
    "q", "Q", "?",
    (
        Parameter("on", "day", "the day", default="today"),
        Parameter("known", "day", "the day of knowledge", default="today"),
        Parameter("party", "actor", "the actor"),
        Parameter("duty", "choice", "the kind", default="defense", choices=("defense", "offense", "any")),
        Parameter("other", "actor", "another", optional=True),
    ),
    (), (), (), "", "",
)  # fmt: skip


def bound(**given: Any) -> dict[str, Any]:
    """The values of the question above."""
    return values(QUESTION, given, {"actor": ACTORS}, EDITION)


def test_defaults() -> None:
    """Today counts as today, as knowledge not later than the data; what is optional and absent is absent."""
    assert bound(party="PRK") == {
        "on": date.today(), "known": min(EDITION, date.today()), "party": "PRK", "duty": "defense",
    }  # fmt: skip


def test_values_are_typed() -> None:
    """Days become dates, names become ids."""
    found = bound(on="2024-10-28", known=date(2024, 10, 29), party="dprk", other="South Korea", duty="offense")
    assert found == {
        "on": date(2024, 10, 28), "known": date(2024, 10, 29), "party": "PRK", "other": "KOR", "duty": "offense",
    }  # fmt: skip


def test_any_leaves_the_parameter_out() -> None:
    """The choice ``any`` asks for no kind."""
    assert "duty" not in bound(party="PRK", duty="any")


def test_none_is_not_given() -> None:
    """``None`` in Python is as good as nothing."""
    assert bound(party="PRK", other=None, on=None) == bound(party="PRK")


@pytest.mark.parametrize(
    "word", ["2024-02-30", "2024-1-1", "28.10.2024", "2024", "", "yesterday", "2024-10", "20241028", "2024-W44-1", 7]
)
def test_what_is_no_day(word: object) -> None:
    """A day is a day: neither a month nor a number nor a word."""
    with pytest.raises(BadQuery, match="write YYYY-MM-DD or today"):
        day(word, "on")


@pytest.mark.parametrize("word", ["PRK", "prk", "North Korea", "NORTH KOREA", "  north korea "])
def test_names_in_any_case(word: str) -> None:
    """Id, name or alias, whatever the case."""
    assert ACTORS.find(word) == "PRK"


def test_an_id_goes_before_a_name() -> None:
    """An id is never taken for the name of another."""
    names = Names("actor", {"A": ["B"], "B": ["C"]})
    assert names.find("B") == "B"


@given(st.text())
def test_an_unknown_name_is_not_found(word: str) -> None:
    """No word is an error of another kind."""
    with pytest.raises(NotFound, match=r"^no actor is called"):
        ACTORS.find(f"x?{word}")


def test_the_nearest_is_named() -> None:
    """Up to three; nothing where nothing is near."""
    assert nearest("nort korea", ["North Korea", "Peru"]) == "; did you mean North Korea?"
    assert nearest("xyzzy", ["North Korea"]) == ""


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("2024-10-28", date(2024, 10, 28)),
        ("7", 7),
        ("20241028", 20241028),
        ("7.5", 7.5),
        ("true", True),
        ("RUS", "RUS"),
        ("2024-10", "2024-10"),
    ],
)
def test_a_value_of_an_own_parameter(word: str, value: object) -> None:
    """A day, a number, true or false, else text."""
    found = typed(word)
    assert (type(found), found) == (type(value), value)


def test_optional_lines() -> None:
    """``if`` keeps a line where the parameter is given, ``unless`` where it is not."""
    text = "a\nb # if x\nc # unless x\nd # if y said\n"
    assert keep(text, {"x"}, "#") == "a\nb # if x\nd # if y said"
    assert keep(text, {}, "#") == "a\nc # unless x\nd # if y said"
