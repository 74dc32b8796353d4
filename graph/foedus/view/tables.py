"""Interning: a page names each day, actor and value once and refers to it by number."""

from collections.abc import Hashable, Iterable
from datetime import date
from typing import Generic, TypeVar

from foedus.model import Rectangle

__all__ = ["Days", "Table"]

T = TypeVar("T", bound=Hashable)


class Table(Generic[T]):
    """Values in the order in which they first came.

    >>> table = Table(["ended"])
    >>> table.index("in-force"), table.index("ended"), table.values
    (1, 0, ['ended', 'in-force'])
    """

    def __init__(self, values: Iterable[T] = ()) -> None:
        self._index: dict[T, int] = {}
        for value in values:
            self.index(value)

    def index(self, value: T) -> int:
        """The number of a value, a new one if it is new."""
        return self._index.setdefault(value, len(self._index))

    @property
    def values(self) -> list[T]:
        """All values, each at its number."""
        return list(self._index)


class Days(Table[int]):
    """Days as ordinals of the proleptic Gregorian calendar (1 is 0001-01-01)."""

    def of(self, day: date | None) -> int:
        """The number of a day; -1 for none."""
        return -1 if day is None else self.index(day.toordinal())

    def bounds(self, rectangle: Rectangle) -> tuple[int, int, int, int]:
        """The four sides of a rectangle."""
        return (
            self.of(rectangle.from_),
            self.of(rectangle.until),
            self.of(rectangle.known_from),
            self.of(rectangle.known_until),
        )
