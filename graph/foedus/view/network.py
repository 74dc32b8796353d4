"""The alliance map: who is bound to whom on any day, as known on any other."""

from datetime import date
from typing import Any

from foedus.model import Derived, World
from foedus.view.document import FOLDER, json_block
from foedus.view.drawing import Drawing, Node, draw
from foedus.view.evidence import deflated, evidence
from foedus.view.land import path
from foedus.view.page import Page
from foedus.view.payload import payload
from foedus.view.renderer import library, render
from foedus.view.scripts import joined

__all__ = ["network"]

TITLE = "Treaties and alliances"


def network(
    world: World,
    derived: Derived,
    *,
    on: date | None = None,
    known: date | None = None,
    party: str | None = None,
    duty: str = "defense",
) -> Page:
    """The page of all treaties; what it shows first is set here, what it can show is not.

    Args:
        world: the records.
        derived: their rectangles.
        on: the day shown first; the date of the data if absent.
        known: the day of knowledge shown first; likewise.
        party: the id of an actor whose ties alone are shown first.
        duty: the kind of obligation shown first, or ``any``.
    """
    drawing = draw(world, derived)
    data = payload(world, derived) | _drawn(drawing, world)
    data["first"] = {
        "on": on and on.toordinal(),
        "known": known and known.toordinal(),
        "party": party,
        "duty": duty,
    }
    html = render(
        drawing,
        "network.html",
        {
            "title": TITLE,
            "styles": ("tokens", "page", "time", "network"),
            "scripts": (library(), joined(FOLDER / "js", "network")),
            "blocks": {"data": json_block(data), "evidence": deflated(evidence(world))},
        },
    )
    return Page(TITLE, html)


def _drawn(drawing: Drawing, world: World) -> dict[str, Any]:
    treaty = {treaty: number for number, treaty in enumerate(world.treaties)}
    actor = {actor: number for number, actor in enumerate(world.actors)}

    def of(node: Node) -> int:
        return {"actor": actor, "hub": treaty}[node.kind][node.of] if node.kind != "ghost" else int(node.of)

    return {
        "land": path(),
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
