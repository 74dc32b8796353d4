"""What can go wrong, and whose fault it is.

Every error that Foedus raises on purpose is a :class:`FoedusError`, and its
text is written for the person who can mend it: the contributor (bad data), the
analyst (bad query), or whoever set up the machine (engine unavailable).
"""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = [
    "BadData",
    "BadQuery",
    "EngineUnavailable",
    "FoedusError",
    "NotFound",
    "Problem",
    "QueryTimeout",
    "ReadOnlyViolation",
]


class FoedusError(Exception):
    """The root of the tree: catch this to catch all that Foedus raises on purpose."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in one file, in words that say what would be right.

    ``path`` is where in the document the value stands, as in ``parties[2].from``;
    it is empty where the file as a whole is at fault. Lines count from 1.

    >>> print(Problem("data/treaties/x.yaml", 41, "parties[2].from", "'2024-13-01' is not a date"))
    data/treaties/x.yaml:41: parties[2].from: '2024-13-01' is not a date
    """

    file: str
    line: int
    path: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}"
        return ": ".join(part for part in (place, self.path, self.message) if part)


class BadData(FoedusError):
    """Data that break the rules of ``data/README.md``: every fault of every file, in one error.

    Attributes:
        problems: the faults, sorted by file and line.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class BadQuery(FoedusError):
    """A query that cannot run: its syntax, a parameter, or a question that does not exist."""


class ReadOnlyViolation(BadQuery):
    """A query that would write, read a file or contact an address, refused before it runs."""


class QueryTimeout(BadQuery):
    """A query that was stopped because it ran longer than its limit."""


class NotFound(BadQuery, KeyError):
    """An identifier that the graph does not hold; the text names the nearest that it does."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class EngineUnavailable(FoedusError):
    """An engine or server that cannot be reached or is not installed; the text says what is missing."""
