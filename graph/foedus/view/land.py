"""The land as one SVG path in the units of the plane."""

import json
from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from pathlib import Path

from foedus.view.projection import Point, project

__all__ = ["path"]

_FILE = Path(__file__).parent / "map" / "land.json"
_STEP = 2.0


def path() -> str:
    """Fill and shore of all land, ready for ``Path2D``: moves are relative, so that it is short."""
    rings: list[list[int]] = json.loads(_FILE.read_text(encoding="utf-8"))
    return "".join(_ring(list(_projected(ring))) for ring in rings)


def _projected(ring: list[int]) -> Iterator[Point]:
    """The ring, densified to two degrees so that its sides bend as the map does."""
    corners = [(east / 100, north / 100) for east, north in zip(ring[::2], ring[1::2], strict=True)]
    for (east, north), (next_east, next_north) in pairwise(corners):
        parts = max(1, ceil(max(abs(next_east - east), abs(next_north - north)) / _STEP))
        for part in range(parts):
            share = part / parts
            yield project(east + (next_east - east) * share, north + (next_north - north) * share)


def _ring(points: list[Point]) -> str:
    moves = [(after.x - before.x, after.y - before.y) for before, after in pairwise(points)]
    steps = " ".join(f"{x} {y}" for x, y in moves if x or y)
    return f"M{points[0].x} {points[0].y}l{steps}z"
