"""The terminals of SPARQL 1.1 (W3C, section 19.8), as far as a guard and a binder need them.

Oxigraph reads without a scanner of its own, so that ``trueSERVICE`` is two
words to it and one here; the guard allows for that.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Token", "tokens"]

_TERMINALS = re.compile(
    r"""
    (?P<comment>\#[^\r\n]*)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
        | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:[^\W\d_](?:[\w.-]*[\w-])?|_)?:(?:[\w:-]|%[0-9A-Fa-f]{2}|\\[^\w\s]|\.(?=[\w:.%\\-]))*)
  | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<word>@?[^\W\d][\w-]*)
  | (?P<space>\s+)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A terminal: its kind, its text, and the line (from 1) that it begins on."""

    kind: str
    text: str
    line: int


def tokens(query: str) -> Iterator[Token]:
    """All terminals of a query, white space and comments included: their texts joined are the query.

    >>> [token.text for token in tokens("ASK {$a :b 'c'} # d") if token.kind != "space"]
    ['ASK', '{', '$a', ':b', "'c'", '}', '# d']
    """
    line = 1
    for found in _TERMINALS.finditer(query):
        text = found.group()
        yield Token(str(found.lastgroup), text, line)
        line += text.count("\n")
