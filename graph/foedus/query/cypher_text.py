"""A Cypher query as a file holds it, and as it runs.

A line that ends in ``// if party`` is there for an optional parameter, and is
left out when that parameter is not given. Values are never pasted into a text:
they travel beside it.
"""

from collections.abc import Container, Mapping
from datetime import date

from foedus.query.cypher_tokens import tokens
from foedus.query.optional_lines import keep

__all__ = ["parameters", "prepare", "printed"]


def prepare(text: str, given: Container[str]) -> str:
    r"""The text as it runs when the parameters named in ``given`` have values.

    >>> print(prepare("MATCH (a:Actor)\nWHERE a.id = $party // if party\nRETURN a.id", {"on"}))
    MATCH (a:Actor)
    RETURN a.id
    """
    return keep(text, given, "//")


def parameters(text: str) -> tuple[str, ...]:
    """The parameters that a text uses, each once, in order.

    >>> parameters("MATCH (n) WHERE n.from <= date($on) RETURN '$no', $on, $known")
    ('on', 'known')
    """
    named = (token.text[1:].strip("`") for token in tokens(text) if token.kind == "parameter")
    return tuple(dict.fromkeys(named))


def printed(text: str, values: Mapping[str, object]) -> str:
    """The text with a ``:param`` line for each parameter that it uses, to paste into Neo4j Browser or cypher-shell.

    >>> print(printed("RETURN date($on)", {"on": "2024-10-28", "unused": 1}))
    :param on => '2024-10-28';
    RETURN date($on)
    """
    lines = [f":param {name} => {_literal(values[name])};" for name in parameters(text) if name in values]
    return "\n".join([*lines, text])


def _literal(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool() | int() | float():
            return str(value).lower()
        case date():
            return f"date('{value.isoformat()}')"
        case list() | tuple():
            return f"[{', '.join(_literal(item) for item in value)}]"
    escaped = str(value).replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
    return f"'{escaped}'"
