"""From when to when each node is there in the world, for forms with a timeline."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from foedus.mapping import Graph, Node
from foedus.mapping.elements import Key
from foedus.model.dates import DAY, OPEN_END, OPEN_START

__all__ = ["ALWAYS", "Lifetime", "common", "lifetimes"]

Lifetime = tuple[date, date]
"""First and last day."""

ALWAYS: Final[Lifetime] = (OPEN_START, OPEN_END)

_BOUNDS: Final[Mapping[str, tuple[Sequence[str], Sequence[str]]]] = {
    "Treaty": (("signedOn", "enteredIntoForce"), ("endedLatest",)),
    "Act": (("date",), ("dateLatest",)),
    "Event": (("date",), ("endDateLatest", "dateLatest")),
    "Position": (("date",), ("dateLatest",)),
    "Claim": (("date",), ("dateLatest",)),
    "Case": (("opened",), ("closedLatest", "lastEvidenceLatest")),
    **dict.fromkeys(("Conflict", "Spell", "Recognition", "Obligation"), (("from",), ("toLatest",))),
}
"""Where a node says when it begins and ends. A source is there whenever it was printed: it speaks of another time."""

_PARTS: Final = {"Article": "partOf", "Participation": "inTreaty", "Obligation": "imposedBy", "Position": "onEvent"}
"""A bound that a node does not say is that of what it is part of; in this order."""


def lifetimes(graph: Graph) -> dict[Key, Lifetime]:
    """The lifetime of every node; an open side is that of a derived rectangle (``0001-01-01``, ``9999-12-31``)."""
    found = {node.key: _own(node) for node in graph.nodes}
    for label, predicate in _PARTS.items():
        for edge in graph.edges:
            if edge.predicate == predicate and edge.source[0] == label:
                found[edge.source] = _narrowed(found[edge.source], found[edge.target])
    existences: dict[Key, list[Lifetime]] = {}
    for edge in graph.edges:
        if edge.predicate == "spellOf" and edge.target[0] == "Actor":
            existences.setdefault(edge.target, []).append(found[edge.source])
    for actor, spells in existences.items():
        found[actor] = min(first for first, _ in spells), max(last for _, last in spells)
    return found


def common(one: Lifetime, other: Lifetime) -> Lifetime | None:
    """The days that two lifetimes share, if any.

    >>> common((date(1914, 1, 1), OPEN_END), (OPEN_START, date(1918, 11, 11)))
    (datetime.date(1914, 1, 1), datetime.date(1918, 11, 11))
    """
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else None


def _own(node: Node) -> Lifetime:
    properties = node.properties
    if "knownUntil" in properties:
        until = properties["until"]
        assert isinstance(until, date)
        return _day(properties["from"]), until if until == OPEN_END else until - DAY
    starts, ends = _BOUNDS.get(node.label, ((), ()))
    first = next((properties[name] for name in starts if name in properties), OPEN_START)
    last = next((properties[name] for name in ends if name in properties), OPEN_END)
    return _day(first), _day(last)


def _narrowed(own: Lifetime, whole: Lifetime) -> Lifetime:
    first = whole[0] if own[0] == OPEN_START else own[0]
    return first, max(first, whole[1]) if own[1] == OPEN_END else own[1]


def _day(value: object) -> date:
    assert isinstance(value, date)
    return value
