"""All that the renderer is given: nodes with their places in both layouts, and lines."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from foedus.model import Derived, Treaty, World
from foedus.view.hubs import Hub, place
from foedus.view.projection import Point, east_of_middle, project
from foedus.view.spread import spread
from foedus.view.ties import Ties, ties

__all__ = ["Drawing", "Line", "Node", "draw", "drawn", "seat"]

HALF_WAY_ROUND: Final = 3134
"""Half of the equator in units of the plane: a longer line would cross the map backwards."""

_FIRST_BEND, _NEXT_BEND = 0.16, 0.08


@dataclass(frozen=True, slots=True)
class Node:
    """A dot (``kind`` actor), a diamond (hub), or the ghost of either across the Pacific.

    ``of`` is the id of the actor or treaty.
    """

    kind: str
    of: str
    on_map: Point
    by_ties: Point


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a treaty between two nodes (by index), west to east; ``bend`` 0 is straight.

    ``twin`` marks the second drawing of a line that leaves the map in the west.
    """

    treaty: str
    ends: tuple[str, str]
    source: int
    target: int
    bend: float
    twin: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """Nodes and lines, in a fixed order; hubs by treaty."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    ties: tuple[Ties, ...]


def draw(world: World, derived: Derived) -> Drawing:
    """Place everything that a day can ever need."""
    every = ties(world, derived)
    actors = sorted({actor for tie in every for actor in _actors(tie)})
    seats = {actor: home for actor in actors if (home := seat(world, actor))}
    hubs = [Hub(tie.treaty, _name(world.treaties[tie.treaty]), _seats(tie.members, seats)) for tie in every if tie.hub]
    at = place(hubs, list(seats.values()))
    homeless = [
        Hub(actor, world.actors[actor].name, _seats(_company(actor, every), seats))
        for actor in actors
        if actor not in seats
    ]
    open_water = place(homeless, [*seats.values(), *at.values()])
    on_map = {("actor", actor): seats.get(actor) or open_water[actor] for actor in actors}
    on_map |= {("hub", tie.treaty): at[tie.treaty] for tie in every if tie.hub}
    named = {f"{kind}/{of}": point for (kind, of), point in on_map.items()}
    tied = [(f"{one[0]}/{one[1]}", f"{two[0]}/{two[1]}") for tie in every for one, two, _ in _ends(tie)]
    spread_out = spread(named, tied)
    nodes = [Node(kind, of, point, spread_out[f"{kind}/{of}"]) for (kind, of), point in on_map.items()]
    return _with_lines(nodes, every, world)


def drawn(drawing: Drawing, world: World) -> dict[str, Any]:
    """What the script needs beside the renderer's nodes and lines: of whom each is, in numbers of the payload."""
    treaty = {treaty: number for number, treaty in enumerate(world.treaties)}
    actor = {actor: number for number, actor in enumerate(world.actors)}

    def of(node: Node) -> int:
        return {"actor": actor, "hub": treaty}[node.kind][node.of] if node.kind != "ghost" else int(node.of)

    return {
        "hubs": [treaty[tie.treaty] for tie in drawing.ties if tie.hub],
        "nodes": [[node.kind, of(node), *node.by_ties] for node in drawing.nodes],
        "lines": [
            [
                treaty[line.treaty],
                *(actor[end] for end in line.ends if end),
                *([-1] if "" in line.ends else []),
                int(line.twin),
            ]
            for line in drawing.lines
        ],
    }


def _with_lines(nodes: list[Node], every: Sequence[Ties], world: World) -> Drawing:
    index = {(node.kind, node.of): number for number, node in enumerate(nodes)}
    bends = _Bends()
    lines: list[Line] = []
    for tie in every:
        for one, two, ends in _ends(tie):
            source, target = sorted((index[one], index[two]), key=lambda number: (nodes[number].on_map.x, number))
            bend = 0.0 if tie.hub else bends.take(world.treaties[tie.treaty], (source, target))
            if nodes[target].on_map.x - nodes[source].on_map.x <= HALF_WAY_ROUND:
                lines.append(Line(tie.treaty, ends, source, target, bend, twin=False))
                continue
            east = _ghost(nodes, index, source, 1, world)
            west = _ghost(nodes, index, target, -1, world)
            lines.append(Line(tie.treaty, ends, target, east, bend, twin=False))
            lines.append(Line(tie.treaty, ends, west, source, bend, twin=True))
    return Drawing(tuple(nodes), tuple(lines), tuple(every))


class _Bends:
    """Lines between the same two bow apart where their treaties overlap in time."""

    def __init__(self) -> None:
        self._taken: defaultdict[tuple[int, int], list[tuple[int, date, date]]] = defaultdict(list)

    def take(self, treaty: Treaty, ends: tuple[int, int]) -> float:
        start, end = treaty.signed.date.first, treaty.ended.date.last if treaty.ended else date.max
        clash = {slot for slot, begun, ended in self._taken[ends] if begun <= end and start <= ended}
        slot = next(number for number in range(len(clash) + 1) if number not in clash)
        self._taken[ends].append((slot, start, end))
        return round(_FIRST_BEND + _NEXT_BEND * slot, 2)


def _ends(tie: Ties) -> Iterator[tuple[tuple[str, str], tuple[str, str], tuple[str, str]]]:
    """The two nodes of each line and the two names by which rows find it."""
    if tie.hub:
        for member in tie.members:
            yield ("hub", tie.treaty), ("actor", member), (member, "")
    for one, two in tie.pairs:
        yield ("actor", one), ("actor", two), (one, two)


def _ghost(nodes: list[Node], index: dict[tuple[str, str], int], of: int, turn: int, world: World) -> int:
    """The same node a whole turn to the east (1) or to the west (-1), made once."""
    real = nodes[of]
    kind = f"{real.kind}{turn:+d}"
    if (kind, real.of) not in index:
        home = world.places.get(real.of) if real.kind == "actor" else None
        point = (
            project(east_of_middle(home.lon) + turn * 360, home.lat)
            if home
            else Point(real.on_map.x + 2 * turn * HALF_WAY_ROUND, real.on_map.y)
        )
        index[kind, real.of] = len(nodes)
        nodes.append(Node("ghost", str(of), point, real.by_ties))
    return index[kind, real.of]


def seat(world: World, actor: str) -> Point | None:
    """Where an actor stands on the map; ``None`` for one without a seat."""
    found = world.places.get(actor)
    return project(east_of_middle(found.lon), found.lat) if found else None


def _seats(actors: Sequence[str], seats: Mapping[str, Point]) -> tuple[Point, ...]:
    return tuple(seats[actor] for actor in actors if actor in seats)


def _company(actor: str, every: Sequence[Ties]) -> tuple[str, ...]:
    """Whom an actor without a place has ties with: it is drawn in open water near them."""
    of_treaties = {name for tie in every if tie.hub and actor in tie.members for name in tie.members}
    of_pairs = {name for tie in every for pair in tie.pairs if actor in pair for name in pair}
    return tuple(sorted((of_treaties | of_pairs) - {actor}))


def _actors(tie: Ties) -> set[str]:
    return {*tie.members, *(actor for pair in tie.pairs for actor in pair)}


def _name(treaty: Treaty) -> str:
    return treaty.map_name or treaty.short_title[:18]
