"""Nodes as flat records of text, numbers and truth values, for forms that have no dates and no lists."""

import json
from datetime import date

from foedus.mapping import Node, Value
from foedus.mapping.elements import BASE, Key, iri

__all__ = ["Flat", "flat", "identifier", "record"]

Flat = str | int | float | bool


def flat(value: Value) -> Flat:
    """A value as one of text, number or truth: a date in ISO 8601, a list as a JSON array.

    >>> from datetime import date
    >>> flat(date(2024, 6, 19)), flat(("DPRK", "North Korea"))
    ('2024-06-19', '["DPRK", "North Korea"]')
    """
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, date) else value


def record(node: Node) -> dict[str, Flat]:
    """All that a node says of itself, flat."""
    return {"iri": node.iri, **{name: flat(value) for name, value in node.values.items()}}


def identifier(of: Key) -> str:
    """An identifier that is unique in the whole graph: the end of the IRI.

    >>> identifier(("Treaty", "rus-prk-2024"))
    'treaty/rus-prk-2024'
    """
    return iri(of).removeprefix(BASE)
