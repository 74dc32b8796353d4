"""The pages by name: what ``foedus view NAME`` and ``kg.view("NAME")`` make."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Final

from foedus.analysis.claims import CheckedClaim
from foedus.errors import BadQuery
from foedus.model import Derived, World
from foedus.query.names import Names
from foedus.query.parameters import day
from foedus.view.page import Page

__all__ = ["ABOUT", "page", "view"]

ABOUT: Final[Mapping[str, str | None]] = MappingProxyType(
    {"network": None, "treaty": "treaty", "case": "case", "party": "party", "claims": None}
)
"""Each page, and the kind of the one thing that it is about: its parameter of that name."""

_FILTERS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {"network": frozenset({"party", "duty"}), "claims": frozenset({"file"})}
)
_KINDS: Final[Mapping[str, str]] = MappingProxyType({"treaty": "treaty", "case": "case", "party": "actor"})


def page(name: str, world: World, derived: Derived, **parameters: object) -> Page:
    """Make a page.

    Args:
        name: a key of :data:`ABOUT`, save ``claims``.
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
    check: Callable[..., Sequence[CheckedClaim]],
    *,
    on: date | str = "today",
    known: date | str = "today",
    **about: str | Path | None,
) -> Page:
    """Make a page from what a person typed.

    Args:
        world: the records.
        names: the names of actors, treaties or cases, by kind.
        name: a key of :data:`ABOUT`.
        check: checks the claims of a file: ``kg.check``.
        on: the day shown first.
        known: the day of knowledge shown first.
        about: what the page is about, by id, name or alias; of ``network`` a ``party`` and a ``duty``, of
            ``claims`` a ``file``, without which they are those of the data; its verdicts of now are about the day
            ``on``, as known on ``known``.

    Raises:
        BadData: the file of claims, or a query in it, is at fault.
        BadQuery: no such page, or a parameter that it does not take, or not what it is about.
        NotFound: nothing is called so; the nearest is named.
    """
    given = {key: value for key, value in about.items() if value is not None}
    _check(name, set(given))
    days = {"on": day(on, "on"), "known": day(known, "known")}
    if name == "claims":
        from foedus.view.claims import claims

        return claims(world, check(given.get("file"), **days))
    from foedus.status import derive

    found = {key: names(_KINDS[key]).find(str(value)) if key in _KINDS else value for key, value in given.items()}
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
