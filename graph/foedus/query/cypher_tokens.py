"""The tokens of Cypher, as far as one must know them to tell a keyword from text.

After openCypher 9 (strings, comments, names in backticks), as Neo4j 5 and
ArcadeDB read it: there is no doubling of quotes in strings, a comment to the
end of a line ends at a carriage return too, comments do not nest.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from foedus.errors import BadQuery

__all__ = ["Token", "tokens"]

Kind = Literal["word", "name", "parameter", "string", "comment", "number", "sign"]

_TOKEN = re.compile(
    r"""
      (?P<comment>   //[^\r\n]* | /\*.*?\*/ )
    | (?P<string>    '(?:\\.|[^\\'])*' | "(?:\\.|[^\\"])*" )
    | (?P<parameter> \$(?:\w+|`(?:``|[^`])*`) )
    | (?P<name>      `(?:``|[^`])*` )
    | (?P<number>    \d[\d_]*(?:\.\d[\d_]*)? )
    | (?P<word>      \w+ )
    | (?P<open>      /\*|'|"|` )
    | (?P<sign>      [^\s\u180e] )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token: a ``word`` may be a keyword; a ``name`` stood in backticks, which are taken off."""

    kind: Kind
    text: str
    line: int


def tokens(text: str) -> Iterator[Token]:
    """All tokens in order, comments among them.

    >>> [token.text for token in tokens("MATCH (`a b`) // if party")]
    ['MATCH', '(', 'a b', ')', '// if party']

    Raises:
        BadQuery: a string, name or comment has no end.
    """
    for match in _TOKEN.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        kind, value = str(match.lastgroup), match.group()
        if kind == "open":
            raise BadQuery(f"line {line}: what begins with {value} has no end")
        if kind == "name":
            value = value[1:-1].replace("``", "`")
        yield Token(kind, value, line)  # type: ignore[arg-type]  # the group names are the kinds
