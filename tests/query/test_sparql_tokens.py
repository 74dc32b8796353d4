"""The terminals of SPARQL."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.query.sparql_tokens import tokens
from foedus.resources import folder

PIECES = [
    "SELECT", " ", "\n", '"', "'", '"""', "'''", "\\", "#", "<", ">", "?x", "$y", "{", "}", "a:b", ":", "_:c",
    "1.5e3", "@en", "^^", "é", "\U0001f54a", ".", "-", "%2F", "\x00",
]  # fmt: skip


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_texts_joined_are_the_query(query: str) -> None:
    """Nothing is lost or added, whatever the input."""
    assert "".join(token.text for token in tokens(query)) == query


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_lines_are_counted_from_one(query: str) -> None:
    """A token's line is one more than the line breaks before it."""
    before = ""
    for token in tokens(query):
        assert token.line == before.count("\n") + 1
        before += token.text


@pytest.mark.parametrize(
    "path", sorted(folder("queries").glob("*/*.rq")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_the_catalogue_holds_no_stray_marks(path: Path) -> None:
    """Every mark in our own queries is punctuation: no string, IRI or name was torn."""
    marks = {token.text for token in tokens(path.read_text(encoding="utf-8")) if token.kind == "mark"}
    assert marks <= set("{}()[].,;=!<>|&/^+*-?")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# SERVICE <x>", "comment"),
        ('"SERVICE"', "string"),
        (r'"a\"b"', "string"),
        ("'''it's\n'' so'''", "string"),
        ('"""say "yes"\n"""', "string"),
        ("<http://example.org/SERVICE#x>", "iri"),
        ("?SERVICE", "variable"),
        ("$on", "variable"),
        ("fo:service", "name"),
        (":a.b", "name"),
        ("fo:a%20b", "name"),
        (r"fo:a\/b", "name"),
        (r"fo:a\_b", "name"),
        ("fo:a\u00b7b", "name"),
        ("a.b:c", "name"),
        ("$a\u203f", "variable"),
        (r"<x:\u00e9>", "iri"),
        (r'"\u00e9\t"', "string"),
        ("_:b1", "name"),
        ("1.5e-3", "number"),
        ("@en-GB", "word"),
        ("SERVICE", "word"),
        (" \t\r\n", "space"),
        ("{", "mark"),
    ],
)
def test_one_terminal(text: str, kind: str) -> None:
    """Each terminal of the grammar is one token of its kind."""
    assert [(token.kind, token.text) for token in tokens(text)] == [(kind, text)]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("?a<=$b&&3>$b", ["?a", "<", "=", "$b", "&", "&", "3", ">", "$b"]),
        ("?a<$b&&?c>3", ["?a", "<", "$b", "&", "&", "?c", ">", "3"]),
        ("<x:a>.", ["<x:a>", "."]),
        (":a.", [":a", "."]),
        (":a.b.c.", [":a.b.c", "."]),
        ("_:b:c", ["_:b", ":c"]),
        ("7.", ["7", "."]),
        ("'a'@en.", ["'a'", "@en", "."]),
        ('"""a""""b"', ['"""a"""', '"b"']),
        (r'"""a"b\q"""', ['""', '"a"', "b", "\\", "q", '""', '"']),
    ],
)
def test_where_a_terminal_ends(text: str, texts: list[str]) -> None:
    """The longest that the grammar knows, and a ``<`` before an operand compares."""
    assert [token.text for token in tokens(text)] == texts


@pytest.mark.parametrize("text", ['"a\nSERVICE', "'a\nSERVICE", "?a < ?b SERVICE", "<a SERVICE"])
def test_what_is_not_closed_hides_nothing(text: str) -> None:
    """An open quotation mark or bracket is a mark of its own; the word behind it is seen."""
    assert "SERVICE" in [token.text for token in tokens(text) if token.kind == "word"]
