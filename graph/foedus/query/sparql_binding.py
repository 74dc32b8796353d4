"""Parameters of a SPARQL query: typed terms in the place of ``$name``, by tokens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Final

import pyoxigraph as ox

from foedus.errors import BadQuery
from foedus.query.sparql_tokens import Token, tokens

__all__ = ["Parameter", "bind", "term"]

Parameter = str | int | float | bool | date | ox.NamedNode

_DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")

_CLAUSES: Final = {"SELECT", "DESCRIBE", "CONSTRUCT", "ASK", "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT"}


def term(value: Parameter) -> str:
    """A value as SPARQL writes it, in the library's own serialisation.

    Raises:
        BadQuery: it is none of the kinds that a parameter has. A moment is none: it would compare with no day.

    >>> from datetime import date
    >>> term(date(2024, 10, 24))
    '"2024-10-24"^^<http://www.w3.org/2001/XMLSchema#date>'
    """
    if isinstance(value, ox.NamedNode):
        return str(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return str(ox.Literal(value.isoformat(), datatype=_DATE))
    try:
        return str(ox.Literal(value))  # type: ignore[arg-type]  # it says itself what it does not take
    except (TypeError, ValueError):
        raise BadQuery(f"{value!r} is no parameter: give a text, number, truth value, day or node") from None


def bind(query: str, parameters: Mapping[str, Parameter]) -> str:
    """Put the terms in the place of their variables; ``$x`` and ``?x`` are one variable.

    In a pattern or expression the term itself stands, so that the engine plans
    with it, and an aggregate needs no group by it. Where the grammar wants a
    variable (a column of SELECT, GROUP BY, ORDER BY) it stays, and a BIND at the
    start of the group gives it its value; not where it names an expression.

    Raises:
        BadQuery: a parameter that the query does not use, or a value that is none.
    """
    terms = {name: term(value) for name, value in parameters.items()}
    every = _tokens(query)
    found = [token for token in every if token.kind not in {"space", "comment"}]
    if unused := sorted(set(terms) - {token.text[1:] for token in found if token.kind == "variable"}):
        raise BadQuery(f"the query has no ${unused[0]}")
    written = iter(_written(found, terms))
    return "".join(token.text if token.kind in {"space", "comment"} else next(written) for token in every)


@lru_cache(maxsize=64)
def _tokens(query: str) -> tuple[Token, ...]:
    """Those of a query that is asked again and again are read once."""
    return tuple(tokens(query))


def _written(found: Sequence[Token], terms: Mapping[str, str]) -> list[str]:
    """The tokens' texts with terms put in, and BINDs where a variable has to stay."""
    written = [token.text for token in found]
    stays: dict[int, dict[str, None]] = {}
    for place, group in enumerate(_columns_of(found)):
        name = found[place].text[1:]
        if found[place].kind != "variable" or name not in terms or _word(found, place - 1) == "AS":
            continue
        if group is not None:
            stays.setdefault(group, {})[name] = None
        elif _word(found, place - 2) == "BOUND":
            written[place - 2], written[place] = "", "true"
        else:
            written[place] = terms[name]
    for group, names in stays.items():
        written[group] += "".join(f" BIND({terms[name]} AS ?{name})" for name in names)
    return written


def _word(found: Sequence[Token], place: int) -> str:
    return found[place].text.upper() if place >= 0 and found[place].kind == "word" else ""


@dataclass(slots=True)
class _Open:
    """What is known of a brace or parenthesis that is open."""

    clause: str = ""  # that runs in it
    group: int | None = None  # the last that began in it
    columns: list[int] = field(default_factory=list)  # of a SELECT whose group has not begun


def _columns_of(found: Sequence[Token]) -> list[int | None]:
    """For each token that is a bare column of SELECT, GROUP BY or ORDER BY: the brace that opens its group."""
    group_of: list[int | None] = [None] * len(found)
    opened = [_Open()]
    for place, token in enumerate(found):
        here = opened[-1]
        if _word(found, place) in _CLAUSES:
            here.clause = _word(found, place)
        elif token.kind == "variable" and here.clause == "SELECT":
            here.columns.append(place)
        elif token.kind == "variable" and here.clause in {"GROUP", "ORDER"}:
            group_of[place] = here.group
        elif token.text == "{":
            for column in here.columns:
                group_of[column] = place
            opened[-1] = _Open(group=place)
            opened.append(_Open())
        elif token.text == "(":
            opened.append(_Open())
        elif token.text in {"}", ")"} and len(opened) > 1:
            opened.pop()
    return group_of
