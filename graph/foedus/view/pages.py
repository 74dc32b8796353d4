"""The pages by name: what ``foedus view NAME`` and ``kg.view("NAME")`` make."""

from collections.abc import Callable, Mapping
from datetime import date
from importlib import import_module
from types import MappingProxyType
from typing import Final

from foedus.errors import BadQuery
from foedus.model import Derived, World
from foedus.query.names import Names
from foedus.query.parameters import day
from foedus.view.page import Page

__all__ = ["ABOUT", "page", "view"]

ABOUT: Final[Mapping[str, str | None]] = MappingProxyType(
    {"network": None, "treaty": "treaty", "case": "case", "party": "party"}
)
"""Each page, and the kind of the one thing that it is about: its parameter of that name."""

_FILTERS: Final[Mapping[str, frozenset[str]]] = MappingProxyType({"network": frozenset({"party", "duty"})})
_KINDS: Final[Mapping[str, str]] = MappingProxyType({"treaty": "treaty", "case": "case", "party": "actor"})


def page(name: str, world: World, derived: Derived, **parameters: object) -> Page:
    """Make a page.

    Args:
        name: a key of :data:`ABOUT`.
        world: the records.
        derived: their rectangles.
        parameters: those of the function of that name in the module of that name.
    """
    made: Page = getattr(import_module(f"foedus.view.{name}"), name)(world, derived, **parameters)
    return made


def view(
    world: World,
    names: Callable[[str], Names],
    name: str,
    *,
    on: date | str = "today",
    known: date | str = "today",
    **about: str | None,
) -> Page:
    """Make a page from what a person typed.

    Args:
        world: the records.
        names: the names of actors, treaties or cases, by kind.
        name: a key of :data:`ABOUT`.
        on: the day shown first.
        known: the day of knowledge shown first.
        about: what the page is about, by id, name or alias; of ``network`` a ``party`` and a ``duty``.

    Raises:
        BadQuery: no such page, or a parameter that it does not take, or not what it is about.
        NotFound: nothing is called so; the nearest is named.
    """
    from foedus.status import derive

    given = {key: value for key, value in about.items() if value is not None}
    _check(name, set(given))
    days = {"on": day(on, "on"), "known": day(known, "known")}
    found = {key: names(_KINDS[key]).find(value) if key in _KINDS else value for key, value in given.items()}
    return page(name, world, derive(world), **days, **found)


def _check(name: str, given: set[str]) -> None:
    if name not in ABOUT:
        raise BadQuery(f"no page {name!r}; there are {', '.join(ABOUT)}")
    about = ABOUT[name]
    taken = _FILTERS.get(name, frozenset()) | ({about} if about else set())
    if extra := sorted(given - taken):
        raise BadQuery(f"the page {name!r} takes no {extra[0]}, but {', '.join(sorted(taken))}")
    if about and about not in given:
        raise BadQuery(f"the page {name!r} is about one {about}: say which")
