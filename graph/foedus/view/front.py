"""The two pages of a site that only it has: what is active today, and the index of everything."""

from collections.abc import Iterator

from foedus.model import Derived, World
from foedus.view.document import FOLDER, json_block, render
from foedus.view.drawing import seat
from foedus.view.hubs import WORLD
from foedus.view.land import path
from foedus.view.links import Links, hrefs, navigation
from foedus.view.page import Page
from foedus.view.part import part
from foedus.view.payload import payload
from foedus.view.scripts import joined

__all__ = ["front", "index"]


def front(world: World, derived: Derived, *, links: Links) -> Page:
    """The page that a reader opens first: the clauses that are active on the day of the data, and the search."""
    day = world.edition.date.last
    active = {
        state.treaty for state in derived.cases if state.value.activity == "active" and state.rectangle.covers(day, day)
    }
    own, rectangles = part(world, derived, active)
    data = payload(own, rectangles) | {
        "first": {"on": None, "known": None},
        "links": hrefs(own, links),
        "land": path(),
        "about": {"frame": WORLD, "seats": [seat(world, actor) for actor in own.actors]},
    }
    title = "Treaties and alliances: active today"
    return Page(title, _rendered("front", title, world, links, {"data": json_block(data)}))


def index(world: World, derived: Derived, *, links: Links) -> Page:
    """Every party, treaty and case by name."""
    return Page(title := "Index", _rendered("index", title, world, links, {}))


def _rendered(name: str, title: str, world: World, links: Links, blocks: dict[str, str]) -> str:
    page = {
        "title": title,
        "styles": ("tokens", "page", "search", "site"),
        "scripts": (links.names, joined(FOLDER / "js", name)),
        "blocks": blocks,
        "nav": navigation(links),
    }
    lists = {
        "parties": sorted(_parties(world, links), key=_by_name),
        "treaties": sorted(_treaties(world, links), key=_by_name),
        "cases": sorted(_cases(world, links), key=_by_name),
    }
    whole = {"index": links.href("page", "index"), "claims": links.href("page", "claims")}
    return render(f"{name}.html", page, edition=world.edition, day=world.edition.date.last, **whole, **lists)


def _by_name(row: tuple[str, str, str | None]) -> tuple[str, str]:
    return row[0].casefold(), row[1]


def _parties(world: World, links: Links) -> Iterator[tuple[str, str, str | None]]:
    for actor in world.actors.values():
        yield actor.name, "" if actor.kind == "state" else actor.kind.replace("-", " "), links.href("party", actor.id)


def _treaties(world: World, links: Links) -> Iterator[tuple[str, str, str | None]]:
    for treaty in world.treaties.values():
        years = treaty.signed.date.text[:4] + (f"–{treaty.ended.date.text[:4]}" if treaty.ended else "")
        yield treaty.short_title, years, links.href("treaty", treaty.id)


def _cases(world: World, links: Links) -> Iterator[tuple[str, str, str | None]]:
    for treaty in world.treaties.values():
        for case in treaty.cases:
            yield case.name, treaty.map_name or treaty.short_title, links.href("case", case.id)
