"""Where each page of a site stands, and how one leads to another: relative addresses alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from foedus.model import World
from foedus.view.document import json_block
from foedus.view.links import Links

__all__ = ["WHOLE_PAGES", "Address", "Site"]

Address = tuple[str, str]
"""Kind and id of a page, as :class:`foedus.view.links.Links` takes them."""

WHOLE_PAGES: Final[dict[str, str]] = {
    "front": "index.html", "map": "map.html", "claims": "claims.html", "index": "all.html",
}  # fmt: skip
"""The files of the pages of the whole site."""


class Site:
    """The pages of a world: those of the whole site, then one a party, a treaty and a case.

    Without ``claims`` there is no page of claims.

    A page is named by the id of what it is about. Ids that differ in capitals
    alone get a number, since some file systems hold them for the same.
    """

    def __init__(self, world: World, claims: bool = False) -> None:
        whole = {name: file for name, file in WHOLE_PAGES.items() if claims or name != "claims"}
        self.paths: dict[Address, str] = {("page", name): file for name, file in whole.items()}
        taken: set[str] = set()
        for kind, ids in {
            "party": tuple(world.actors),
            "treaty": tuple(world.treaties),
            "case": tuple(case.id for treaty in world.treaties.values() for case in treaty.cases),
        }.items():
            for name in ids:
                self.paths[kind, name] = _free(f"{kind}/{name}", taken)
        self._names = _script(world, self.paths)

    def links(self, path: str) -> Links:
        """What a page at a path may link to."""
        return _From(self._names, "../" * path.count("/"), self.paths)


@dataclass(frozen=True, slots=True)
class _From:
    names: str
    up: str
    paths: dict[Address, str]

    def href(self, kind: str, id: str) -> str | None:
        path = self.paths.get((kind, id))
        return path and self.up + path


def _script(world: World, paths: dict[Address, str]) -> str:
    """All that the search can find, with paths from the root; a script, which pages share as they could no block."""
    found = [[*address, name, others, paths[address]] for address, name, others in _named(world)]
    return f'"use strict";\nwindow.foedusNames = {json_block(found)};\n'


def _named(world: World) -> Iterator[tuple[Address, str, list[str]]]:
    """Address, name and other names of what has a page of its own."""
    for actor in world.actors.values():
        yield ("party", actor.id), actor.name, list(actor.aliases)
    for treaty in world.treaties.values():
        yield ("treaty", treaty.id), treaty.short_title, [treaty.title, *([treaty.map_name] if treaty.map_name else [])]
    for treaty in world.treaties.values():
        for case in treaty.cases:
            yield ("case", case.id), case.name, []


def _free(stem: str, taken: set[str]) -> str:
    """A file of that stem, whose name no other has in whatever capitals."""
    tries = (stem if not number else f"{stem}~{number}" for number in range(len(taken) + 1))
    found = next(name for name in tries if name.lower() not in taken)
    taken.add(found.lower())
    return f"{found}.html"
