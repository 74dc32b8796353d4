"""What a Cypher query may not do: write, read a file, contact an address.

The guard looks at tokens, so that a word in a string, a comment or backticks is
no keyword. It is one of two defences: the embedded server has a database that
is open for reading only and a user who may do no more, and Neo4j refuses writes
in a READ session. But in such a session Neo4j still runs ``LOAD CSV`` and
procedures that fetch; there the guard stands alone.
"""

import re
from collections.abc import Sequence

from foedus.errors import ReadOnlyViolation
from foedus.query.cypher_tokens import Token, tokens

__all__ = ["PROCEDURES", "refuse_writes"]

PROCEDURES = frozenset(
    {
        "db.labels",
        "db.propertykeys",
        "db.relationshiptypes",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.schema.visualization",
        "dbms.components",
    }
)
"""Procedures that a query may call: they read the schema. Names in lower case."""

_READS = ("match", "optional", "return", "with", "unwind", "call", "finish", "let", "for", "filter", "when")
_BEGINNINGS = frozenset((*_READS, "explain", "profile", "cypher"))
_WRITES = ("create", "insert", "merge", "set", "delete", "detach", "nodetach", "remove", "foreach")
_SCHEMA = ("drop", "alter", "grant", "deny", "revoke", "rename")
_CLAUSES = {
    **dict.fromkeys(_WRITES, "writes"),
    **dict.fromkeys(_SCHEMA, "changes the database"),
    "load": "reads a file or an address",
    "use": "leaves the database",
}
_FUNCTIONS = frozenset(("date", "datetime", "localdatetime", "localtime", "time", "duration", "point", "vector"))
_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\u+([0-9A-Fa-f]{4})")
_HINT = "; if it is a name, put it in backticks"


def refuse_writes(text: str) -> None:
    r"""Pass a query that only reads what the graph holds.

    Neo4j puts the character in the place of ``\u0027`` before it looks for
    strings and comments, ArcadeDB does not; so both readings must pass.

    >>> refuse_writes("MATCH (a:Actor) WHERE a.name <> 'CREATE' RETURN a.id // SET")
    >>> refuse_writes("MATCH (a:Actor) SET a.name = 'x'")
    Traceback (most recent call last):
    foedus.errors.ReadOnlyViolation: line 1: SET writes; if it is a name, put it in backticks

    Raises:
        ReadOnlyViolation: it might do more; the message says what is refused and on which line.
        BadQuery: a string, name or comment has no end.
    """
    for reading in (text, _ESCAPE.sub(lambda match: match[1] + chr(int(match[2], 16)), text)):
        _refuse_in([token for token in tokens(reading) if token.kind != "comment"])


def _refuse_in(found: Sequence[Token]) -> None:
    _refuse_beginning(found)
    for place, token in enumerate(found):
        _refuse_second_statement(found, place)
        _refuse_escape(found, place)
        if token.kind == "word":
            _refuse_clause(found, place)
            _refuse_procedure(found, place)
            _refuse_transactions(found, place)
        if token.kind in ("word", "name"):
            _refuse_function(found, place)


def _refuse_beginning(found: Sequence[Token]) -> None:
    """Commands of administration begin with words that are names elsewhere, so the beginning is looked at apart."""
    if found and not (found[0].kind == "word" and found[0].text.lower() in _BEGINNINGS):
        hint = ": leave out the :param lines and give the values as --param" if found[0].text == ":" else ""
        raise _refusal(found[0], f"a query that reads does not begin with {found[0].text.upper()}{hint}")


def _refuse_second_statement(found: Sequence[Token], place: int) -> None:
    if _sign(found, place) == ";" and place + 1 < len(found):
        raise _refusal(found[place + 1], "one statement at a time, and this begins another")


def _refuse_escape(found: Sequence[Token], place: int) -> None:
    if _sign(found, place) == "\\":
        raise _refusal(found[place], "an escape outside of a string may hide a keyword")


def _refuse_clause(found: Sequence[Token], place: int) -> None:
    word = found[place].text
    reason = _CLAUSES.get(word.lower())
    if reason and not _is_name(found, place):
        raise _refusal(found[place], f"{word.upper()} {reason}{_HINT}")


def _is_name(found: Sequence[Token], place: int) -> bool:
    """Whether a word can be no keyword: a property (``n.set``), a label or type (``:Set``), a key (``{set: 1}``)."""
    before = _sign(found, place - 1)
    after_number = place > 1 and found[place - 2].kind == "number"
    key = before in ("{", ",") and _sign(found, place + 1) == ":"
    return (before == "." and not after_number) or before == ":" or key


def _refuse_procedure(found: Sequence[Token], place: int) -> None:
    if found[place].text.lower() != "call" or _is_name(found, place):
        return
    subquery = _sign(found, place + 1) in ("{", "(")
    name, _ = _dotted(found, place + 1)
    if not subquery and name.lower() not in PROCEDURES:
        raise _refusal(found[place], f"CALL {name}: only procedures that read the schema may be called")


def _refuse_transactions(found: Sequence[Token], place: int) -> None:
    """``CALL { … } IN TRANSACTIONS`` commits as it goes, and is there for writing."""
    if found[place].text.lower() != "in" or _sign(found, place - 1) != "}":
        return
    following = {token.text.lower() for token in found[place + 1 : place + 4]}
    if following & {"transaction", "transactions"}:
        raise _refusal(found[place], "IN TRANSACTIONS writes")


def _refuse_function(found: Sequence[Token], place: int) -> None:
    """Functions with a dotted name come from plugins, some of which fetch (``genai.vector.encode``)."""
    begins = _sign(found, place - 1) != "." and _sign(found, place + 1) == "."
    called_by_call = place > 0 and found[place - 1].text.lower() == "call"
    if not begins or called_by_call or found[place].text.lower() in _FUNCTIONS:
        return
    name, end = _dotted(found, place)
    if _sign(found, end) == "(":
        raise _refusal(found[place], f"{name}() comes from a plugin and might write or fetch")


def _dotted(found: Sequence[Token], place: int) -> tuple[str, int]:
    """The name that begins there, such as ``db.labels``, and the place after it; nothing if none does."""
    parts: list[str] = []
    while place < len(found) and found[place].kind in ("word", "name"):
        parts.append(found[place].text)
        place += 1
        if _sign(found, place) != ".":
            break
        place += 1
    return ".".join(parts), place


def _sign(found: Sequence[Token], place: int) -> str:
    """The sign that stands there; nothing if it is no sign."""
    return found[place].text if 0 <= place < len(found) and found[place].kind == "sign" else ""


def _refusal(token: Token, why: str) -> ReadOnlyViolation:
    return ReadOnlyViolation(f"line {token.line}: {why}")
