"""Refuses SPARQL that would write, read a file or contact an address, before it runs.

Oxigraph has no switch for SERVICE and makes the request, SILENT or not.
"""

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


def guard(query: str) -> None:
    """Let a query pass that only reads the graph.

    Strings, comments, IRIs and variables are skipped: ``"SERVICE"`` is a text.

    Raises:
        ReadOnlyViolation: with the word that is refused, and its line.
    """
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
