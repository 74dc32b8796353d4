"""Asking both who answer, in the words of the examples."""

from collections.abc import Callable
from datetime import date

from foedus.model import Force, StateOfCase, World
from status.answers import Answers, Thing

__all__ = ["TODAY", "Asker"]

TODAY = "2005-12-31"
"""The date of the data of every example: by then all is known."""


class Asker:
    """Asks of the one treaty of an example (``t``) and its one case (``t-case``)."""

    def __init__(self, answers: Callable[[World], Answers]) -> None:
        self._answers = answers

    def _of(self, world: World, thing: Thing, on: str, known: str) -> Force | StateOfCase | None:
        return self._answers(world).of(thing, date.fromisoformat(on), date.fromisoformat(known))

    def _force(self, world: World, thing: Thing, on: str, known: str) -> tuple[str, str | None] | None:
        value = self._of(world, thing, on, known)
        if value is None:
            return None
        assert isinstance(value, Force)
        since = value.binding_since
        return value.status, None if since is None else since.isoformat()

    def force(self, world: World, actor: str, on: str, known: str = TODAY) -> str | None:
        """The status of the treaty for an actor."""
        value = self._force(world, ("force", "t", actor), on, known)
        return value and value[0]

    def since(self, world: World, actor: str, on: str, known: str = TODAY) -> str | None:
        """Since when the treaty binds an actor."""
        value = self._force(world, ("force", "t", actor), on, known)
        return value and value[1]

    def clause(self, world: World, on: str, known: str = TODAY, place: tuple[str, int] = ("1", 1)) -> str | None:
        """The status of a clause, the first of Article 1 unless another is named."""
        value = self._force(world, ("clause", "t", *place), on, known)
        return value and value[0]

    def clause_since(self, world: World, on: str, known: str = TODAY) -> str | None:
        """Since when the first clause of Article 1 binds."""
        value = self._force(world, ("clause", "t", "1", 1), on, known)
        return value and value[1]

    def knows_case(self, world: World, on: str, known: str) -> bool:
        """Whether the case has a state."""
        return self._of(world, ("case", "t", "t-case"), on, known) is not None

    def case(self, world: World, on: str, known: str = TODAY) -> StateOfCase:
        """The state of the case."""
        value = self._of(world, ("case", "t", "t-case"), on, known)
        assert isinstance(value, StateOfCase)
        return value
