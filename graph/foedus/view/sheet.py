"""A page about one thing, with the two clocks: what the pages of a treaty, a party and a case share.

Its script is ``js/KIND.js`` and begins with a ``Sheet``; its template
``html/KIND.html`` extends ``sheet.html``; its layout is ``css/KIND.css``.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from foedus.model import Derived, World
from foedus.view.document import FOLDER, json_block, render
from foedus.view.drawing import Drawing, drawn
from foedus.view.evidence import deflated, evidence
from foedus.view.links import Links, hrefs, navigation
from foedus.view.page import Page
from foedus.view.payload import payload
from foedus.view.renderer import library
from foedus.view.renderer import render as with_network
from foedus.view.scripts import joined

__all__ = ["sheet"]


def sheet(
    kind: str,
    title: str,
    world: World,
    derived: Derived,
    *,
    on: date | None,
    known: date | None,
    links: Links,
    about: Mapping[str, Any],
    drawing: Drawing | None = None,
) -> Page:
    """The page of one thing.

    Args:
        kind: names template, script and style.
        title: of the document.
        world: the part of the records that the page needs (:func:`foedus.view.part.part`).
        derived: their rectangles.
        on: the day shown first; the date of the data if absent.
        known: the day of knowledge shown first; likewise.
        links: where names lead.
        about: what the script finds in ``data.about``.
        drawing: the network of the page, if it has one; vis-network is then its first script.
    """
    data = payload(world, derived) | {
        "first": {"on": on and on.toordinal(), "known": known and known.toordinal()},
        "links": hrefs(world, links),
        "about": dict(about),
    }
    if drawing:
        data |= drawn(drawing, world)
    page = {
        "title": title,
        "styles": ("tokens", "page", "search", "time", "sheet", "graph" if drawing else "lanes", kind),
        "scripts": (links.names, library() if drawing else "", joined(FOLDER / "js", kind)),
        "blocks": {"data": json_block(data), "evidence": deflated(evidence(world))},
        "nav": navigation(links),
    }
    template = f"{kind}.html"
    return Page(title, with_network(drawing, template, page) if drawing else render(template, page))
