"""The graph of one party: itself in the middle, its treaties around it, beyond them those with whom it is bound.

Two columns that bow outwards, so that names stand one above the other and no
two touch; members of one alliance stand together, in the order of their names.
Everything that a day can ever need has its place from the start; partners of
today have more room than those of the past.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import Final

from foedus.model import Derived, Treaty, World
from foedus.view.drawing import Drawing, Line, Node
from foedus.view.projection import Point
from foedus.view.ties import Ties, owe_themselves

__all__ = ["Room", "Wheel", "partners", "wheel"]

_PAST: Final = 0.4
"""The room of a partner of the past, as a share of that of one of today."""
_MARGIN: Final = 30
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

    def step_for(self, rows: float) -> float:
        """Between two names of a column of so many."""
        return min(self.step, (self.tallest - 2 * _MARGIN) / max(1, rows - 1))

    def height(self, rows: float) -> int:
        """Of the frame, for so many names in the longer column."""
        return min(self.tallest, max(self.least, round(self.step_for(rows) * max(0, rows - 1)) + 100))


WIDE: Final = Room(width=900, treaties=150, partners=290, step=58, tallest=820, least=290)
"""On a desk."""
TALL: Final = Room(width=366, treaties=42, partners=84, step=48, tallest=620, least=240)
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


def wheel(world: World, derived: Derived, party: str) -> Wheel:
    """Place a party, its treaties and its partners, for a desk and for a phone."""
    ties = partners(world, party)
    sides = _Sides(world, party, ties, _of_today(world, derived, party, ties))
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
    frames = tuple((room.width, room.height(sides.rows)) for room in (WIDE, TALL))
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


def _of_today(world: World, derived: Derived, party: str, ties: Mapping[str, tuple[str, ...]]) -> set[tuple[str, str]]:
    """Who is bound by each of the treaties on the day of the data, where the party is; nobody for one of the past."""
    day = world.edition.date.last
    bound = {
        (each.treaty, each.actor) for each in derived.force if each.value.binding and each.rectangle.covers(day, day)
    }
    return {
        (treaty, other)
        for treaty, others in ties.items()
        for other in others
        if {(treaty, party), (treaty, other)} <= bound
    }


class _Sides:
    """Who stands left and who right, from the top down."""

    def __init__(
        self, world: World, party: str, ties: Mapping[str, tuple[str, ...]], today: set[tuple[str, str]]
    ) -> None:
        self._world = world
        self._today = today
        self._middle = _longitude(world, party)
        self.left: list[str] = []
        self.right: list[str] = []
        clusters = self._clusters(ties)
        bound = {other for _, other in today}
        every = [other for cluster in clusters for other in cluster]
        self.weight = {other: _PAST if bound and other not in bound else 1.0 for other in every}
        self._half = self._rows(every) / 2
        for cluster in clusters:
            self._take(cluster)
        self.order = (*self.left, *self.right)
        self.rows = max(self._rows(self.left), self._rows(self.right))

    def _rows(self, others: Iterable[str]) -> float:
        return sum(self.weight[other] for other in others)

    def _clusters(self, ties: Mapping[str, tuple[str, ...]]) -> list[list[str]]:
        """Partners by the largest treaty that binds both today, else that ever did; the largest cluster first."""
        largest: dict[str, str] = {}
        for now in (True, False):
            for treaty in sorted(ties, key=lambda name: (-len(ties[name]), name)):
                for other in ties[treaty]:
                    if not now or (treaty, other) in self._today:
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
        needed = self._rows(cluster)
        if self._rows(first) + needed <= self._half + 1:
            first.extend(cluster)
        elif self._rows(other) + needed <= self._half + 1:
            other.extend(cluster)
        else:
            ordered = cluster if west else cluster[::-1]
            fits = [
                one
                for place, one in enumerate(ordered)
                if self._rows(first) + self._rows(ordered[: place + 1]) <= self._half + 0.5
            ]
            first.extend(one for one in cluster if one in fits)
            other.extend(one for one in cluster if one not in fits)

    def _east_of(self, other: str) -> float:
        return (_longitude(self._world, other) - self._middle + 180) % 360 - 180

    def _name(self, actor: str) -> tuple[str, str]:
        return self._world.actors[actor].name, actor


def _longitude(world: World, actor: str) -> float:
    place = world.places.get(actor)
    return place.lon if place else 0.0


def _places(room: Room, sides: _Sides, ties: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, str], Point]:
    heights = _heights(room, sides.left, sides.weight) | _heights(room, sides.right, sides.weight)
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


def _heights(room: Room, column: Sequence[str], weight: Mapping[str, float]) -> dict[str, float]:
    rows = sum(weight[actor] for actor in column)
    step, down, found = room.step_for(rows), 0.0, {}
    for actor in column:
        found[actor] = (down + weight[actor] / 2 - rows / 2) * step
        down += weight[actor]
    return found


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
    most = room.tallest / 2 - _MARGIN
    gap = min(28.0, 2 * min(most, max(reach, room.least / 3)) / max(1, len(order) - 1))
    down, up = dict(wanted), dict(wanted)
    for before, after in pairwise(order):
        down[after] = max(wanted[after], down[before] + gap)
    for after, before in pairwise(reversed(order)):
        up[before] = min(wanted[before], up[after] - gap)
    middle = {treaty: (down[treaty] + up[treaty]) / 2 for treaty in order}
    return _within(middle, most)


def _within(heights: Mapping[str, float], most: float) -> dict[str, float]:
    """Moved, then squeezed, so that none stands outside."""
    low, high = min(heights.values(), default=0.0), max(heights.values(), default=0.0)
    shift = max(0.0, -most - low) - max(0.0, high - most)
    if high - low <= 2 * most:
        return {treaty: y + shift for treaty, y in heights.items()}
    return {treaty: ((y - low) / (high - low) * 2 - 1) * most for treaty, y in heights.items()}
