"""The alliance map: who is bound to whom on any day, as known on any other."""

from datetime import date

from foedus.model import Derived, World
from foedus.view.document import FOLDER, json_block
from foedus.view.drawing import draw, drawn
from foedus.view.evidence import deflated, evidence
from foedus.view.land import path
from foedus.view.links import NO_LINKS, Links, hrefs, navigation
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
    links: Links = NO_LINKS,
) -> Page:
    """The page of all treaties; what it shows first is set here, what it can show is not.

    Args:
        world: the records.
        derived: their rectangles.
        on: the day shown first; the date of the data if absent.
        known: the day of knowledge shown first; likewise.
        party: the id of an actor whose ties alone are shown first.
        duty: the kind of obligation shown first, or ``any``.
        links: where the names of what is chosen lead.
    """
    drawing = draw(world, derived)
    data = payload(world, derived) | {"land": path()} | drawn(drawing, world)
    data["first"] = {
        "on": on and on.toordinal(),
        "known": known and known.toordinal(),
        "party": party,
        "duty": duty,
    }
    data["links"] = hrefs(world, links)
    html = render(
        drawing,
        "network.html",
        {
            "title": TITLE,
            "styles": ("tokens", "page", "time", "graph", "search", "network"),
            "scripts": (library(), joined(FOLDER / "js", "network")),
            "blocks": {"data": json_block(data), "evidence": deflated(evidence(world))},
            "nav": navigation(links),
        },
    )
    return Page(TITLE, html)
