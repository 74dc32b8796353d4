"""The graph of one party: itself in the middle, its treaties around it, beyond them those with whom it is bound.

Two columns that bow outwards, so that names stand one above the other and no
two touch; members of one alliance stand together, in the order of their names.
Everything that a day can ever need has its place from the start.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, sqrt
from typing import Final

from foedus.model import Treaty, World
from foedus.view.drawing import Drawing, Line, Node
from foedus.view.projection import Point
from foedus.view.ties import Ties, owe_themselves

__all__ = ["Room", "Wheel", "partners", "wheel"]

_SHARED: Final = 0.25
"""A treaty with at least this share of its members on each side stands in the middle column."""


@dataclass(frozen=True, slots=True)
class Room:
    """A frame in pixels and how far from the middle the columns of treaties and of partners stand."""

    width: int
    treaties: int
    partners: int
    step: float
    tallest: int
    least: int

    def step_for(self, rows: int) -> float:
        """Between two names of a column of so many."""
        return min(self.step, (self.tallest - 40) / max(1, rows - 1))

    def height(self, rows: int) -> int:
        """Of the frame, for so many names in the longer column."""
        return min(self.tallest, max(self.least, round(self.step_for(rows) * max(0, rows - 1)) + 90))


WIDE: Final = Room(width=900, treaties=128, partners=262, step=46, tallest=600, least=230)
"""On a desk."""
TALL: Final = Room(width=366, treaties=42, partners=84, step=40, tallest=620, least=220)
"""On a phone."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A drawing with the frames (width and height) of its two layouts, desk and phone."""

    drawing: Drawing
    frames: tuple[tuple[int, int], tuple[int, int]]


def partners(world: World, party: str) -> Mapping[str, tuple[str, ...]]:
    """Each treaty with all to whom the party can ever owe by it, or who can ever owe the party; sorted.

    A treaty by which an actor owes itself alone (a right of self-defence) has none.
    """
    found = {treaty.id: set(_with(treaty, party)) for treaty in world.treaties.values()}
    return {treaty: tuple(sorted(others - {party})) for treaty, others in found.items() if others}


def wheel(world: World, party: str) -> Wheel:
    """Place a party, its treaties and its partners, for a desk and for a phone."""
    ties = partners(world, party)
    sides = _Sides(world, party, ties)
    wide, tall = (_places(room, sides, ties) for room in (WIDE, TALL))
    keys = [("actor", party), *(("actor", other) for other in sides.order), *(("hub", treaty) for treaty in ties)]
    nodes = tuple(Node(kind, of, wide[kind, of], tall[kind, of]) for kind, of in keys)
    index = {key: number for number, key in enumerate(keys)}
    lines = tuple(
        Line(treaty, (actor, ""), index["actor", actor], index["hub", treaty], 0.0, twin=False)
        for treaty, others in ties.items()
        for actor in (party, *others)
    )
    drawn = tuple(Ties(treaty, True, (), (party, *others)) for treaty, others in ties.items())
    rows = max(len(sides.left), len(sides.right))
    frames = tuple((room.width, room.height(max(rows, len(ties) // 3))) for room in (WIDE, TALL))
    return Wheel(Drawing(nodes, lines, drawn), (frames[0], frames[1]))


def _with(treaty: Treaty, party: str) -> Iterator[str]:
    """The other side of each clause and case in which a party stands, itself where it owes itself."""
    for article in treaty.articles:
        for duty in article.obligations:
            by, to = treaty.obligors_of(duty), treaty.beneficiaries_of(duty)
            itself = {party} if owe_themselves(duty, party) else set()
            yield from _across(party, by, to, itself)
    for case in treaty.cases:
        yield from _across(party, case.obligors or treaty.party_ids, case.beneficiary or treaty.party_ids, {party})


def _across(party: str, by: Sequence[str], to: Sequence[str], itself: set[str]) -> Iterator[str]:
    if party in by:
        yield from (other for other in to if other != party or other in itself)
    if party in to:
        yield from (other for other in by if other != party or other in itself)


class _Sides:
    """Who stands left and who right, from the top down."""

    def __init__(self, world: World, party: str, ties: Mapping[str, tuple[str, ...]]) -> None:
        self._world = world
        self._middle = _longitude(world, party)
        self.left: list[str] = []
        self.right: list[str] = []
        clusters = self._clusters(ties)
        self._room = ceil(sum(map(len, clusters)) / 2)
        for cluster in clusters:
            self._take(cluster)
        self.order = (*self.left, *self.right)

    def _clusters(self, ties: Mapping[str, tuple[str, ...]]) -> list[list[str]]:
        """Partners by the largest treaty that they share with the party, the largest cluster first."""
        largest: dict[str, str] = {}
        for treaty in sorted(ties, key=lambda name: (-len(ties[name]), name)):
            for other in ties[treaty]:
                largest.setdefault(other, treaty)
        of: defaultdict[str, list[str]] = defaultdict(list)
        for other, treaty in largest.items():
            of[treaty].append(other)
        named = [sorted(others, key=self._name) for others in of.values()]
        return sorted(named, key=lambda others: (-len(others), self._name(others[0])))

    def _take(self, cluster: list[str]) -> None:
        """To the side on which it lies from the party, as far as there is room; the rest to the other."""
        west = sum(map(self._east_of, cluster)) < 0
        first, other = (self.left, self.right) if west else (self.right, self.left)
        share = self._room - len(first)
        if len(cluster) <= share or not share:
            (first if share else other).extend(cluster)
        elif len(cluster) <= self._room - len(other):
            other.extend(cluster)
        else:
            halves = (cluster[:share], cluster[share:]) if west else (cluster[-share:], cluster[:-share])
            first.extend(halves[0])
            other.extend(halves[1])

    def _east_of(self, other: str) -> float:
        return (_longitude(self._world, other) - self._middle + 180) % 360 - 180

    def _name(self, actor: str) -> tuple[str, str]:
        return self._world.actors[actor].name, actor


def _longitude(world: World, actor: str) -> float:
    place = world.places.get(actor)
    return place.lon if place else 0.0


def _places(room: Room, sides: _Sides, ties: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, str], Point]:
    heights = _heights(room, sides.left) | _heights(room, sides.right)
    reach = max(map(abs, heights.values()), default=0.0) or 1.0
    way = dict.fromkeys(sides.left, -1) | dict.fromkeys(sides.right, 1)
    found: dict[tuple[str, str], Point] = defaultdict(lambda: Point(0, 0))
    for actor, y in heights.items():
        found["actor", actor] = _bowed(way[actor] * room.partners, y, reach)
    columns: dict[int, dict[str, float]] = {-1: {}, 0: {}, 1: {}}
    for treaty, others in ties.items():
        side = _side_of(others, way)
        near = [heights[other] for other in others if way[other] == side or not side]
        columns[side][treaty] = sum(near) / len(near) if near else 0.0
    for side, wanted in columns.items():
        for treaty, y in (_around_middle(wanted) if not side else _apart(wanted, room, reach)).items():
            found["hub", treaty] = _bowed(side * room.treaties, y, reach)
    return found


def _heights(room: Room, column: Sequence[str]) -> dict[str, float]:
    step = room.step_for(len(column))
    return {actor: (place - (len(column) - 1) / 2) * step for place, actor in enumerate(column)}


def _bowed(x: float, y: float, reach: float) -> Point:
    """Nearer to the middle at the ends of a column, so that lines fan out."""
    return Point(round(x * (0.76 + 0.24 * sqrt(max(0.0, 1 - (y / (reach * 1.05)) ** 2)))), round(y))


def _side_of(others: Sequence[str], way: Mapping[str, int]) -> int:
    """-1 left, 1 right; 0 where the members of a treaty stand on both."""
    if not others:
        return 0
    left = sum(way[other] < 0 for other in others) / len(others)
    if _SHARED <= left <= 1 - _SHARED:
        return 0
    return -1 if left > _SHARED else 1


def _around_middle(treaties: Iterable[str]) -> dict[str, float]:
    """Above and below the party in turn."""
    return {treaty: (60 + 44 * (place // 2)) * (-1 if place % 2 == 0 else 1) for place, treaty in enumerate(treaties)}


def _apart(wanted: Mapping[str, float], room: Room, reach: float) -> dict[str, float]:
    """As near to the wanted heights as leaves each its row: the mean of the least and the greatest that do."""
    order = sorted(wanted, key=lambda treaty: (wanted[treaty], treaty))
    gap = min(28.0, 2 * max(reach, room.least / 3) / max(1, len(order) - 1))
    down, up = dict(wanted), dict(wanted)
    for before, after in pairwise(order):
        down[after] = max(wanted[after], down[before] + gap)
    for after, before in pairwise(reversed(order)):
        up[before] = min(wanted[before], up[after] - gap)
    return {treaty: (down[treaty] + up[treaty]) / 2 for treaty in order}
