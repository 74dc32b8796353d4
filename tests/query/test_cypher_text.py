"""Query files: optional lines, parameters, and the form to paste elsewhere."""

from datetime import date

import pytest

from foedus.query.cypher_text import parameters, prepare, printed

TEXT = """\
WITH date($on) AS on
MATCH (a:Actor)
WHERE a.from <= on
  AND a.id = $party // if party
  AND a.kind = $kind  // if kind
RETURN a.id, '// if party' AS text
"""


@pytest.mark.parametrize(
    ("given", "lines"),
    [({"on"}, [0, 1, 2, 5]), ({"on", "party"}, [0, 1, 2, 3, 5]), ({"party", "kind"}, [0, 1, 2, 3, 4, 5])],
)
def test_a_line_for_a_parameter_that_is_not_given_is_left_out(given: set[str], lines: list[int]) -> None:
    """All other lines stay as they are, in order."""
    all_ = TEXT.split("\n")
    assert prepare(TEXT, given).split("\n") == [all_[line] for line in lines]


def test_a_comment_that_says_more_is_a_comment() -> None:
    """A condition is the whole comment, at the end of its line."""
    text = "RETURN 1 // if party is not given\n/* // if party */"
    assert prepare(text, ()) == text


def test_parameters_are_those_of_the_text() -> None:
    """Once each, in order, also in backticks; not those in strings and comments."""
    assert parameters("RETURN $b, $a, $`c`, $b, '$d' // $e") == ("b", "a", "c")


def test_printed_text_sets_every_parameter_before_it() -> None:
    """Values are literals of Cypher; what is not used is not printed."""
    values = {
        "a": "it's \\ so",
        "b": None,
        "c": True,
        "d": 1.5,
        "e": date(2024, 10, 28),
        "f": ["x", 2],
        "g": 0,
    }
    assert printed("RETURN $a, $b, $c, $d, $e, $f", values).split("\n") == [
        ":param a => 'it\\'s \\\\ so';",
        ":param b => null;",
        ":param c => true;",
        ":param d => 1.5;",
        ":param e => date('2024-10-28');",
        ":param f => ['x', 2];",
        "RETURN $a, $b, $c, $d, $e, $f",
    ]
