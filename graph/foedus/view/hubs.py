"""Where the diamond of a large alliance stands: among its members, on nobody's seat.

Placed once, largest first, so that nothing moves while time does. Lengths are
pixels of the world frame at its usual size (940 px wide).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from statistics import median_low
from typing import Final

from foedus.view.projection import Point

__all__ = ["WORLD", "Hub", "place", "radius"]

WORLD: Final = (-2950, -2290, 2980, 1290)
"""The world frame: left, top, right, bottom in units of the plane."""

_PIXEL: Final = (WORLD[2] - WORLD[0]) / 940
_GRID, _REACH = 8, 14
_MANY, _FAINT = 9, 0.3
_LETTER, _LINE = 6.6, 15
_MARGIN = 30


@dataclass(frozen=True, slots=True)
class Hub:
    """An alliance to place: its name on the map and the seats of its members."""

    treaty: str
    name: str
    seats: tuple[Point, ...]


def radius(members: int) -> float:
    """Half the diagonal of a diamond, in pixels of the screen.

    >>> radius(16)
    8.1
    """
    return 3.5 + 1.15 * sqrt(members)


def place(hubs: Sequence[Hub], seats: Sequence[Point]) -> Mapping[str, Point]:
    """The point of every hub, none on another or on a seat, each with room for its name."""
    taken = [_pixels(seat) for seat in seats]
    placed: dict[str, Point] = {}
    for hub in sorted(hubs, key=lambda hub: (-len(hub.seats), hub.treaty)):
        spot = min(_candidates(hub), key=lambda spot: (_cost(spot, hub, taken), spot))
        taken.append(spot)
        placed[hub.treaty] = Point(round(spot[0] * _PIXEL), round(spot[1] * _PIXEL))
    return placed


def _candidates(hub: Hub) -> Iterator[tuple[float, float]]:
    seats = [_pixels(seat) for seat in hub.seats] or [(-150.0, 60.0)]
    middle_x, middle_y = median_low(x for x, _ in seats), median_low(y for _, y in seats)
    left, top, right, bottom = (edge / _PIXEL for edge in WORLD)
    for across in range(-_REACH, _REACH + 1):
        for down in range(-_REACH, _REACH + 1):
            x, y = middle_x + across * _GRID, middle_y + down * _GRID
            if left + _MARGIN < x < right - _MARGIN and top + _MARGIN < y < bottom - _MARGIN:
                yield x, y


def _cost(spot: tuple[float, float], hub: Hub, taken: Sequence[tuple[float, float]]) -> float:
    x, y = spot
    size = radius(len(hub.seats))
    seats = [_pixels(seat) for seat in hub.seats] or [(-150.0, 60.0)]
    far = sum(hypot(x - seat_x, y - seat_y) for seat_x, seat_y in seats) / len(seats)
    weight = _FAINT if len(hub.seats) >= _MANY else 1.0
    close = [
        (other_x - x, other_y - y) for other_x, other_y in taken if abs(other_x - x) < 140 and abs(other_y - y) < 30
    ]
    near = sum(max(0.0, size + 14 - hypot(dx, dy)) for dx, dy in close)
    width = len(hub.name) * _LETTER + 6
    beside = min(
        sum(1 for dx, dy in close if size < side * dx < size + width and abs(dy) < _LINE / 2 + 5) for side in (1, -1)
    )
    return weight * far + 4 * near + 22 * beside


def _pixels(point: Point) -> tuple[float, float]:
    return point.x / _PIXEL, point.y / _PIXEL
