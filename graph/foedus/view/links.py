"""Where a name on a page leads: to another page of a site, or nowhere in a file that stands alone."""

from typing import Final, Protocol

from foedus.model import World

__all__ = ["NO_LINKS", "Links", "hrefs", "navigation"]


class Links(Protocol):
    """The pages of a site, by what they are about."""

    @property
    def names(self) -> str:
        """The script with the names of all pages, for the search; empty in a file that stands alone."""

    def href(self, kind: str, id: str) -> str | None:
        """The address of a page, relative to the one that links to it; ``None`` leaves the name as text.

        Args:
            kind: ``treaty``, ``case`` or ``party``; ``page`` for a page of the whole site.
            id: of the treaty, the case or the actor; a name of :data:`WHOLE`.
        """


class _NoLinks:
    names = ""

    def href(self, kind: str, id: str) -> str | None:
        return None


NO_LINKS: Final[Links] = _NoLinks()
"""A file that stands alone: names stay plain text."""


WHOLE: Final = {"front": "Today", "map": "Map", "claims": "Claims", "index": "Index"}
"""The pages of a whole site, each with what the others call it; of them the map alone shows any two days."""


def navigation(links: Links) -> tuple[tuple[str, str, bool], ...]:
    """The way to the pages of the whole site: words, address, whether to the two days shown; empty in a file alone."""
    found = ((words, links.href("page", name), name == "map") for name, words in WHOLE.items())
    return tuple((words, href, dated) for words, href, dated in found if href is not None)


def hrefs(world: World, links: Links) -> dict[str, dict[str, str]]:
    """The addresses of all that a world names, by kind and id; what has no page is left out.

    >>> from foedus.model import Edition, World
    >>> edition = Edition(name="Facts", version="2026.11.1", date="2026-11-25", licence="CC0", covers="nothing")
    >>> hrefs(World(edition, {}, {}, {}, {}), NO_LINKS)
    {'party': {}, 'treaty': {}, 'case': {}}
    """
    ids = {
        "party": tuple(world.actors),
        "treaty": tuple(world.treaties),
        "case": tuple(case.id for treaty in world.treaties.values() for case in treaty.cases),
    }
    return {kind: {one: href for one in of if (href := links.href(kind, one)) is not None} for kind, of in ids.items()}
