"""Rows, whatever engine they come from."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from foedus import KnowledgeGraph, Row, Rows
from foedus.query.catalogue import Column, Question
from foedus.query.rows import SEPARATOR, rows_of

QUESTION = Question(
    "q", "Q", "?", (),
    tuple(
        Column(name, type_, "…")
        for name, type_ in [
            ("id", "text"), ("day", "date"), ("sure", "boolean"), ("votes", "integer"), ("who", "list"),
            ("said", "claimants"), ("written", "written"),
        ]
    ),
    ("day", "id"), (), "", "",
)  # fmt: skip
COLUMNS = [column.name for column in QUESTION.columns]
SAID = ["B (2024-10)", "A (RUS, PRK, 2024-09-30)", "C (2024-10-01)"]


def rows(*found: Sequence[Any]) -> Rows:
    """Rows of the question above."""
    return rows_of(QUESTION, COLUMNS, found, {})


def test_texts_and_values_become_one() -> None:
    """SPARQL joins lists to text and gives days as text perhaps; Cypher gives lists and dates."""
    sparql = rows(["a", "2024-10-28", "true", "7", SEPARATOR.join(["x", "", "b", "x"]), SEPARATOR.join(SAID), "2024"])
    cypher = rows(["a", date(2024, 10, 28), True, 7, ["b", "x", None, "x"], SAID, "2024"])
    assert sparql == cypher
    assert dict(sparql[0]) == {
        "id": "a", "day": date(2024, 10, 28), "sure": True, "votes": 7, "who": ["b", "x"],
        "said": ["A (PRK, RUS, 2024-09-30)", "B (2024-10)", "C (2024-10-01)"], "written": "2024",
    }  # fmt: skip


def test_absent_is_none_and_no_list_is_empty() -> None:
    """Unbound, null and the empty text are one."""
    nothing = rows(["a", None, None, None, None, None, None])
    assert nothing == rows(["a", "", "", "", "", "", ""])
    assert [nothing[0][name] for name in COLUMNS] == ["a", None, None, None, [], [], None]


def test_a_column_that_an_engine_does_not_name_is_absent() -> None:
    """Optional parts of a query may leave a column out."""
    assert rows_of(QUESTION, ["id"], [["a"]], {})[0].day is None


def test_order_is_that_of_the_question() -> None:
    """By its columns; what is absent comes last."""
    found = rows(
        *(
            [name, day, None, None, None, None, None]
            for name, day in [("z", None), ("b", "2024-01-02"), ("a", "2024-01-02"), ("c", "2023-01-01")]
        )
    )
    assert [row.id for row in found] == ["c", "a", "b", "z"]


def test_rows_are_a_sequence(kg: KnowledgeGraph) -> None:
    """Slices are rows too, with the same columns and the same account of what was asked."""
    all_ = kg.ask("active-clauses")
    first, *_ = all_
    assert isinstance(first, Row)
    assert isinstance(all_[:2], Rows)
    assert (len(all_[:2]), all_[:2].columns, all_[:2].about) == (2, all_.columns, all_.about)
    assert (all_[-1], list(reversed(all_))[0]) == (list(all_)[-1], list(all_)[-1])  # noqa: RUF015  # the protocol is meant
    assert all_[0] in all_
    with pytest.raises(IndexError):
        all_[len(all_)]


def test_a_row_is_a_mapping(kg: KnowledgeGraph) -> None:
    """By name or as an attribute; what is no column is the error that Python expects."""
    row = kg.ask("active-clauses")[0]
    assert row.case == row["case"] == dict(row)["case"]
    with pytest.raises(AttributeError, match="cases"):
        row.cases  # noqa: B018  # read for its error
    with pytest.raises(KeyError, match="cases"):
        row["cases"]


def test_to_pandas(kg: KnowledgeGraph) -> None:
    """A frame of the same columns and rows; of no rows too."""
    found = kg.ask("active-clauses", on="2024-10-28", known="2024-10-28")
    frame = found.to_pandas()
    assert list(frame.columns) == list(found.columns)
    assert frame["case"].tolist() == [row.case for row in found]
    assert list(found[:0].to_pandas().columns) == list(found.columns)


def test_html_is_escaped() -> None:
    """What a source says is text in a notebook, never markup."""
    html = Rows(["<i>"], [{"<i>": "<script>alert('x & y')</script>"}, {"<i>": ["<b>", None]}])._repr_html_()
    assert "<script>" not in html
    assert "<i>" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;alert(&#x27;x &amp; y&#x27;)&lt;/script&gt;" in html


def test_own_queries_give_rows(kg: KnowledgeGraph) -> None:
    """Columns are those of the query, in its order; a list of Cypher stays a list."""
    assert kg.sparql("SELECT ?b ?a { VALUES (?a ?b) { (1 'x') } }") == Rows(["b", "a"], [{"b": "x", "a": 1}])
    assert kg.cypher("RETURN [1, 2] AS list, 'x' AS text") == Rows(["list", "text"], [{"list": [1, 2], "text": "x"}])
