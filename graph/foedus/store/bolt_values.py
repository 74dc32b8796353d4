"""What the `neo4j` driver returns, as values that need no driver."""

from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

__all__ = ["plain"]


def plain(value: Any) -> Any:
    """A value of a result as plain Python.

    Dates and times become those of :mod:`datetime`, durations ISO 8601 text,
    points lists of coordinates. A node is its properties and ``labels``, a
    relationship its properties and ``type``, a path ``nodes`` and
    ``relationships``.

    >>> plain([Date(2024, 10, 28), "RUS", None])
    [datetime.date(2024, 10, 28), 'RUS', None]
    """
    match value:
        case Date() | DateTime() | Time():
            return value.to_native()
        case Duration():
            return value.iso_format()
        case Point():
            return list(value)
        case Node():
            return {"labels": sorted(value.labels), **_map(value)}
        case Relationship():
            return {"type": value.type, **_map(value)}
        case Path():
            return {"nodes": plain(list(value.nodes)), "relationships": plain(list(value.relationships))}
        case dict():
            return _map(value)
        case list():
            return [plain(item) for item in value]
    return value


def _map(value: Any) -> dict[str, Any]:
    return {key: plain(item) for key, item in value.items()}
