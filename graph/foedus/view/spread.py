"""The second layout: actors and alliances arranged by their ties alone.

Fruchterman and Reingold's forces (1991), from the places on the map on, for a
fixed number of steps: the same data give the same picture on every machine, and
no physics runs in the page.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Final

from foedus.view.hubs import WORLD
from foedus.view.projection import Point

__all__ = ["spread"]

_STEPS: Final = 140
_APART: Final = 235.0
_ROOM: Final = 150.0
_PULL_TO_MIDDLE: Final = 0.02
_ASPECT: Final = 1.6
_MARGIN: Final = 170

Plane = dict[str, tuple[float, float]]


def spread(start: Mapping[str, Point], lines: Sequence[tuple[str, str]]) -> Mapping[str, Point]:
    """Positions by ties, within the world frame and no two closer than a label's height.

    Args:
        start: where each node stands on the map.
        lines: pairs of nodes that are tied, one for each treaty.
    """
    place: Plane = {
        node: (point.x * 0.5 + (index % 7) * 9, point.y * 0.5 + (index % 5) * 9)
        for index, (node, point) in enumerate(sorted(start.items()))
    }
    strength: defaultdict[tuple[str, str], int] = defaultdict(int)
    for one, other in lines:
        strength[min(one, other), max(one, other)] += 1
    for step in range(_STEPS):
        _move(place, strength, limit=170.0 * (1 - step / _STEPS) + 4)
    place = _framed(place)
    for _ in range(60):
        _make_room(place)
    return {node: Point(round(x), round(y)) for node, (x, y) in place.items()}


def _move(place: Plane, strength: Mapping[tuple[str, str], int], limit: float) -> None:
    force = {node: (-x * _PULL_TO_MIDDLE, -y * _PULL_TO_MIDDLE * _ASPECT) for node, (x, y) in place.items()}
    for one, other, dx, dy, square in _neighbours(place, 2.6 * _APART):
        push = _APART * _APART / square
        _add(force, one, dx * push, dy * push)
        _add(force, other, -dx * push, -dy * push)
    for (one, other), ties in strength.items():
        dx, dy = place[one][0] - place[other][0], place[one][1] - place[other][1]
        pull = sqrt(dx * dx + dy * dy) / _APART * min(0.12 * sqrt(ties), 0.3)
        _add(force, one, -dx * pull, -dy * pull)
        _add(force, other, dx * pull, dy * pull)
    for node, (fx, fy) in force.items():
        length = sqrt(fx * fx + fy * fy) or 1.0
        share = min(length, limit) / length
        place[node] = (place[node][0] + fx * share, place[node][1] + fy * share)


def _make_room(place: Plane) -> None:
    for one, other, dx, dy, square in _neighbours(place, _ROOM):
        length = sqrt(square)
        share = (_ROOM - length) / length * 0.4
        place[one] = (place[one][0] + dx * share, place[one][1] + dy * share)
        place[other] = (place[other][0] - dx * share, place[other][1] - dy * share)


def _neighbours(place: Plane, reach: float) -> list[tuple[str, str, float, float, float]]:
    """Pairs closer than ``reach``, with what parts them: found by cells of that size."""
    cells: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for node, (x, y) in place.items():
        cells[int(x // reach), int(y // reach)].append(node)
    found = []
    for (column, row), nodes in cells.items():
        for near in ((0, 0), (1, 0), (-1, 1), (0, 1), (1, 1)):
            others = cells.get((column + near[0], row + near[1]), ())
            for index, one in enumerate(nodes):
                x, y = place[one]
                for other in others[index + 1 :] if near == (0, 0) else others:
                    dx, dy = x - place[other][0], y - place[other][1]
                    square = dx * dx + dy * dy or 1.0
                    if square < reach * reach:
                        found.append((one, other, dx, dy, square))
    return found


def _add(force: Plane, node: str, x: float, y: float) -> None:
    old_x, old_y = force[node]
    force[node] = (old_x + x, old_y + y)


def _framed(place: Plane) -> Plane:
    """The plane in the world frame: half by distance, half by order, so that outliers leave no empty sea."""
    left, top, right, bottom = WORLD
    xs = _even({node: x for node, (x, _) in place.items()}, left + _MARGIN, right - _MARGIN)
    ys = _even({node: y for node, (_, y) in place.items()}, top + 2 * _MARGIN, bottom - _MARGIN)
    return {node: (xs[node], ys[node]) for node in place}


def _even(values: Mapping[str, float], start: float, end: float) -> Mapping[str, float]:
    low, high = min(values.values()), max(values.values())
    order = sorted(values, key=lambda node: (values[node], node))
    by_distance = {node: (value - low) / ((high - low) or 1.0) for node, value in values.items()}
    by_order = {node: rank / max(1, len(order) - 1) for rank, node in enumerate(order)}
    return {node: start + (by_distance[node] + by_order[node]) / 2 * (end - start) for node in values}
