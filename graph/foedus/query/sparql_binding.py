"""Parameters of a SPARQL query: typed terms in the place of ``$name``, by tokens."""

from collections.abc import Mapping
from datetime import date

import pyoxigraph as ox

from foedus.errors import BadQuery
from foedus.query.sparql_tokens import Token, tokens

__all__ = ["Parameter", "bind", "term"]

Parameter = str | int | float | bool | date | ox.NamedNode

_DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")


def term(value: Parameter) -> str:
    """A value as SPARQL writes it, in the library's own serialisation.

    >>> from datetime import date
    >>> term(date(2024, 10, 24))
    '"2024-10-24"^^<http://www.w3.org/2001/XMLSchema#date>'
    """
    if isinstance(value, ox.NamedNode):
        return str(value)
    if isinstance(value, date):
        return str(ox.Literal(value.isoformat(), datatype=_DATE))
    return str(ox.Literal(value))


def bind(query: str, parameters: Mapping[str, Parameter]) -> str:
    """Put the terms in the place of their variables; ``$x`` and ``?x`` are one variable.

    Inside the group of WHERE and in expressions the term itself stands, so that
    the engine plans with it, and an aggregate needs no group by it. Elsewhere
    (SELECT, GROUP BY, ORDER BY) the variable stays and is bound by a BIND at
    the start of the group, save where it names an expression.

    Raises:
        BadQuery: a parameter that the query does not use.
    """
    found = list(tokens(query))
    terms = {name: term(value) for name, value in parameters.items()}
    used = {token.text[1:] for token in found if token.kind == "variable"}
    if unused := sorted(set(terms) - used):
        raise BadQuery(f"the query has no ${unused[0]}")
    depths = _depths(found)
    outside = [
        token.text[1:] for place, token in enumerate(found)
        if token.kind == "variable" and not depths[place] and not _is_named(found, place)
    ]  # fmt: skip
    binds = "".join(f" BIND({terms[name]} AS ?{name})" for name in dict.fromkeys(outside) if name in terms)
    group = next((place for place, token in enumerate(found) if token.text == "{" and not depths[place]), None)
    written = [
        terms.get(token.text[1:], token.text)
        if token.kind == "variable" and depths[place] and not _is_named(found, place)
        else token.text
        for place, token in enumerate(found)
    ]
    if group is not None:
        written[group] += binds
    return "".join(written)


def _is_named(found: list[Token], place: int) -> bool:
    """Whether the token is a name that an expression is given: ``(… AS ?name)``."""
    before = (found[earlier] for earlier in range(place - 1, -1, -1))
    return next((token.text.upper() for token in before if token.kind not in {"space", "comment"}), "") == "AS"


def _depths(found: list[Token]) -> list[int]:
    """How many groups and expressions are open before each token."""
    depths, depth = [], 0
    for token in found:
        depths.append(depth)
        depth += {"{": 1, "(": 1, "}": -1, ")": -1}.get(token.text, 0) if token.kind == "mark" else 0
    return depths
