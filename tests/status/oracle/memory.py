"""Remembering answers, for the one world that is being asked about."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from foedus.model import World
from foedus.model.record import Record

__all__ = ["remembered"]

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

MOST = 300_000
"""How many answers are kept before all are forgotten, so that memory stays small."""


class _Memory:
    """Answers about one world; it holds that world, so that the identity of its records is a safe key."""

    def __init__(self) -> None:
        self.world: World | None = None
        self.answers: dict[tuple[Any, ...], Any] = {}

    def of(self, world: World) -> dict[tuple[Any, ...], Any]:
        if world is not self.world or len(self.answers) > MOST:
            self.world, self.answers = world, {}
        return self.answers


_MEMORY = _Memory()


def remembered(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Work out the answer to the same question about the same world once.

    The first argument is the world; records are told apart by identity
    (their content can hold mappings, which have no hash).
    """

    @wraps(function)
    def asked(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        answers = _MEMORY.of(args[0])  # type: ignore[arg-type]  # the world, by the contract above
        key = (function.__name__, *[id(a) if isinstance(a, Record) else a for a in args[1:]])
        if key not in answers:
            answers[key] = function(*args, **kwargs)
        answer: Answer = answers[key]
        return answer

    return asked
