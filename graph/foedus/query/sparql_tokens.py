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

# A name takes the letters, digits and signs of ASCII that the grammar lists, and here whatever is not ASCII:
# what of that the grammar leaves out, no engine reads outside of strings, IRIs and comments (and re compiles at once).
_LETTER: Final = r"[^\x00-@\[-`{-\x7f]"
_INNER: Final = r"[^\x00-/:-@\[-^`{-\x7f]"
_CHAR: Final = r"[^\x00-,./:-@\[-^`{-\x7f]"
_LOCAL: Final = r"(?:[^\x00-,./;-@\[-^`{-\x7f]|%[0-9A-Fa-f]{2}|\\[_~.!$&'()*+,;=/?#@%-])"
_UCHAR: Final = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_ESCAPE: Final = rf"\\[tbnrf\\\"']|{_UCHAR}"

_TERMINALS = re.compile(
    rf"""
    (?P<comment>\#[^\r\n]*)
  | (?P<string>\"\"\"(?:"{{0,2}}+(?:[^"\\]|{_ESCAPE}))*+\"\"\" | '''(?:'{{0,2}}+(?:[^'\\]|{_ESCAPE}))*+'''
        | "(?:[^"\\\r\n]|{_ESCAPE})*+" | '(?:[^'\\\r\n]|{_ESCAPE})*+')
  | (?P<iri><(?![=?$(!+0-9-])(?:[^<>"{{}}|^`\\\x00-\x20]|{_UCHAR})*+>)  # `?a<$b&&$c>?d` compares
  | (?P<variable>[?$]{_INNER}+)
  | (?P<name>_:{_CHAR}++(?:\.++{_CHAR}++)*+
        | (?:{_LETTER}{_CHAR}*+(?:\.++{_CHAR}++)*+)?:(?:(?![.-]){_LOCAL}++(?:\.++{_LOCAL}++)*+)?)
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
