"""The terminals of SPARQL 1.1 (W3C, section 19.8), as far as a guard and a binder need them.

Oxigraph 0.5 reads without a scanner, its next version with one, and they part
where the grammar is ambiguous: ``trueSERVICE`` is two words to the one and one
here. So no engine's safety rests on these tokens alone; see
:meth:`foedus.store.oxigraph.OxigraphEngine.answer`.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

__all__ = ["Token", "tokens"]

_BASE: Final = (
    r"A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F"
    r"\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_INNER: Final = rf"{_BASE}_0-9\u00B7\u0300-\u036F\u203F\u2040"
_CHAR: Final = rf"[{_INNER}-]"
_LOCAL: Final = rf"(?:[{_INNER}:-]|%[0-9A-Fa-f]{{2}}|\\[_~.!$&'()*+,;=/?#@%-])"
_UCHAR: Final = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_ESCAPE: Final = rf"\\[tbnrf\\\"']|{_UCHAR}"

_TERMINALS = re.compile(
    rf"""
    (?P<comment>\#[^\r\n]*)
  | (?P<string>\"\"\"(?:"{{0,2}}+(?:[^"\\]|{_ESCAPE}))*+\"\"\" | '''(?:'{{0,2}}+(?:[^'\\]|{_ESCAPE}))*+'''
        | "(?:[^"\\\r\n]|{_ESCAPE})*+" | '(?:[^'\\\r\n]|{_ESCAPE})*+')
  | (?P<iri><(?![=?$(!+0-9-])(?:[^<>"{{}}|^`\\\x00-\x20]|{_UCHAR})*+>)  # `?a<$b&&$c>?d` compares
  | (?P<variable>[?$][{_BASE}_0-9][{_INNER}]*)
  | (?P<name>_:{_CHAR}++(?:\.++{_CHAR}++)*+
        | (?:[{_BASE}]{_CHAR}*+(?:\.++{_CHAR}++)*+)?:(?:(?![.-]){_LOCAL}++(?:\.++{_LOCAL}++)*+)?)
  | (?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][+-]?[0-9]+|[0-9]*\.?[0-9]+)
  | (?P<word>@[A-Za-z]+(?:-+[A-Za-z0-9]+)*|[^\W\d]\w*)
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
