"""Where a place stands on the map: Natural Earth, and a lens that gives Europe room.

Units of the plane are twentieths of a projected degree, x to the right and y
downwards, the middle at 11° E on the equator.
"""

from math import exp, hypot, radians
from typing import Final, NamedTuple

__all__ = ["MIDDLE", "Point", "east_of_middle", "project"]

MIDDLE: Final = 11.0
"""Central meridian in degrees east: the cut then runs through the Bering Strait (169° W)."""

_UNITS = 20
_STRETCH = 1.2
_LENS = (14.0, 47.0)
_PUSH, _REACH = 15.0, 13.0


class Point(NamedTuple):
    """A point of the plane, in whole units."""

    x: int
    y: int


def east_of_middle(longitude: float) -> float:
    """Degrees east of the middle of the map, from -180 on, below 180.

    >>> east_of_middle(-170)
    179.0
    """
    return (longitude - MIDDLE + 180) % 360 - 180


def project(east: float, latitude: float) -> Point:
    """The point for degrees east of the middle (beyond 180 for a ghost across the Pacific) and a latitude.

    >>> project(0, 0).x < 0 < project(3, 0).y
    True
    """
    x, y = _through_lens(*_natural_earth(east, latitude))
    return Point(round(x * _UNITS), round(-y * _STRETCH * _UNITS))


def _natural_earth(east: float, latitude: float) -> tuple[float, float]:
    """Tom Patterson's Natural Earth, by the polynomial of Šavrič et al. (2011), in degrees."""
    phi = radians(latitude)
    p2 = phi * phi
    p4 = p2 * p2
    width = 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))
    height = 1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))
    return east * width, latitude * height


def _through_lens(x: float, y: float) -> tuple[float, float]:
    """Push a point away from the middle of Europe: the near world grows, the far world moves outwards."""
    centre_x, centre_y = _natural_earth(east_of_middle(_LENS[0]), _LENS[1])
    away_x, away_y = x - centre_x, y - centre_y
    distance = hypot(away_x, away_y)
    if distance == 0:
        return x, y
    push = _PUSH * (1 - exp(-distance / _REACH)) / distance
    return x + away_x * push, y + away_y * push
