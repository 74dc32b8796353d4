"""Refuses SPARQL that would write, read a file or contact an address, before it runs.

Oxigraph has no switch for SERVICE and makes the request, SILENT or not. This
guard says what is refused, and on which line; behind it the embedded engine
holds the second lock, which is its own parser.
"""

import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from foedus.errors import ReadOnlyViolation
from foedus.query.sparql_tokens import Token, tokens

__all__ = ["guard"]

_REFUSED: Final = {
    "SERVICE": "it contacts an address",
    "FROM": "the query reads the one graph that is loaded",
    **dict.fromkeys(
        ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"),
        "the graph is only read",
    ),
}

_CODEPOINT: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def guard(query: str) -> None:
    r"""Let a query pass that only reads the graph.

    Strings, comments, IRIs and variables are skipped: ``"SERVICE"`` is a text.
    It is read as it stands and as the grammar would have it, which replaces
    ``\u0053`` before all else (section 19.2): a server may do so, Oxigraph does not.

    Raises:
        ReadOnlyViolation: with the word that is refused, and its line.
    """
    for reading in dict.fromkeys((query, _CODEPOINT.sub(_character, query))):
        _guard(reading)


def _character(escape: re.Match[str]) -> str:
    codepoint = int(escape[1] or escape[2], 16)
    return chr(codepoint) if codepoint <= sys.maxunicode else escape[0]


def _guard(query: str) -> None:
    found = [token for token in tokens(query) if token.kind not in {"space", "comment"}]
    declared = {after.text for before, after in pairwise(found) if before.text.upper() == "PREFIX"}
    for place, token in enumerate(found):
        if word := _refused(token, found[place - 1 : place], found[place + 1 : place + 2], declared):
            raise ReadOnlyViolation(f"line {token.line}: {word} is refused: {_REFUSED[word]}")


def _refused(token: Token, before: Sequence[Token], after: Sequence[Token], declared: set[str]) -> str | None:
    if token.kind == "word":
        word = token.text.upper()
        return word if word in _REFUSED else "SERVICE" if "SERVICE" in word else None
    if token.kind == "name" and "SERVICE" in (prefix := token.text.split(":")[0]).upper():
        # `SERVICE:x {` is the clause to a parser without a scanner, whatever prefixes are declared.
        opens_group = bool(after) and after[0].text == "{" and not (before and before[0].text.upper() == "GRAPH")
        return "SERVICE" if f"{prefix}:" not in declared or opens_group else None
    return None
