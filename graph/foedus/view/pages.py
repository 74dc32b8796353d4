"""The pages by name: what ``foedus view NAME`` and ``kg.view("NAME")`` make."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final

from foedus.model import Derived, World
from foedus.view.page import Page

__all__ = ["ABOUT", "page"]

ABOUT: Final[Mapping[str, str | None]] = MappingProxyType(
    {"network": None, "treaty": "treaty", "case": "case", "party": "party"}
)
"""Each page, and the kind of the one thing that it is about: its parameter of that name."""


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
