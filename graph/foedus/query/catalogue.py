"""The catalogue: the questions of ``queries/``, with their parameters and columns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from foedus.errors import NotFound
from foedus.nearest import nearest

__all__ = ["Catalogue", "Column", "LeftOut", "Parameter", "Question"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question.

    ``type`` is ``day``, ``actor``, ``treaty``, ``case`` or ``choice``; without
    a ``default`` it must be given unless it is ``optional``. The choice
    ``any`` leaves the parameter out.
    """

    name: str
    type: str
    about: str
    default: str | None = None
    optional: bool = False
    choices: tuple[str, ...] = ()

    @property
    def required(self) -> bool:
        """Whether the question cannot be asked without it."""
        return self.default is None and not self.optional


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer.

    ``type`` is ``text``, ``written`` (a recorded date as written), ``date``,
    ``boolean``, ``integer``, ``list``, or ``claimants`` (a list by date).
    """

    name: str
    type: str
    about: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What an answer leaves out when the parameter ``name`` is ``of``: the rows that it has with each of ``values``."""

    name: str
    of: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its text in both languages; rows are sorted by the columns in ``order``."""

    id: str
    title: str
    answers: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    order: tuple[str, ...]
    notes: tuple[str, ...]
    sparql: str
    cypher: str
    leaves_out: LeftOut | None = None

    @classmethod
    def stated(cls, stated: Mapping[str, Any]) -> "Question":
        """A question as ``question.yaml`` states it."""
        return cls(
            stated["id"],
            stated["title"],
            stated["answers"],
            tuple(
                Parameter(**{**one, "choices": tuple(one.get("choices", ()))}) for one in stated.get("parameters", ())
            ),
            tuple(Column(**one) for one in stated["columns"]),
            tuple(stated["order"]),
            tuple(stated.get("notes", ())),
            stated["sparql"],
            stated["cypher"],
            LeftOut(**stated["leaves_out"]) if "leaves_out" in stated else None,
        )


class Catalogue(Mapping[str, Question]):
    """All questions by id."""

    def __init__(self, stated: Iterable[Mapping[str, Any]]) -> None:
        self._stated = {str(one["id"]): one for one in stated}

    def __getitem__(self, question: str) -> Question:
        """The question of that id.

        Raises:
            NotFound: there is none; the message names the nearest.
        """
        if question not in self._stated:
            known = ", ".join(self._stated)
            raise NotFound(f"no question {question!r}{nearest(question, self._stated)}; there are {known}")
        return Question.stated(self._stated[question])

    def __iter__(self) -> Any:
        return iter(self._stated)

    def __len__(self) -> int:
        return len(self._stated)
