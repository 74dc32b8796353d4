"""From histories, one for each day of knowledge, to rectangles in the two times."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from foedus.model import OPEN_END, Rectangle

__all__ = ["History", "Run", "history", "rectangles"]

T = TypeVar("T")


class Run(NamedTuple, Generic[T]):
    """A value that holds from a day until (not on) another."""

    from_: date
    until: date
    value: T


class History(tuple[Run[T], ...], Generic[T]):
    """The runs of one thing in valid time, in order, neighbours with different values."""

    __slots__ = ()

    def on(self, day: date) -> T | None:
        """The value on a day; ``None`` before the first."""
        index = bisect_right(self, day, key=lambda run: run.from_) - 1
        return self[index].value if index >= 0 and day < self[index].until else None

    @property
    def changes(self) -> frozenset[date]:
        """The days on which a run begins."""
        return frozenset(run.from_ for run in self)


def history(changes: Iterable[date], value_on: Callable[[date], T | None]) -> History[T]:
    """The history of a value that may change on the days of ``changes`` alone.

    >>> from datetime import date
    >>> history([date(1914, 8, 1), date(1914, 8, 5)], lambda day: "war" if day.day == 5 else None)
    (Run(from_=datetime.date(1914, 8, 5), until=datetime.date(9999, 12, 31), value='war'),)
    """
    runs: list[Run[T]] = []
    for day, until in pairwise([*sorted(set(changes)), OPEN_END]):
        value = value_on(day)
        if value is None or day == until:
            continue
        if runs and runs[-1].until == day and runs[-1].value == value:
            runs[-1] = runs[-1]._replace(until=until)
        else:
            runs.append(Run(day, until, value))
    return History(runs)


def rectangles(
    known_days: Iterable[date], history_as_known: Callable[[date], History[T]]
) -> Iterator[tuple[Rectangle, T]]:
    """Join equal runs over the days of knowledge: for each K the longest runs over D, then joined over K.

    ``known_days`` are the days on which a fact becomes known; the history is
    asked for once at each. Rectangles come out in the order of ``known_until``,
    then ``from``.
    """
    open_runs: dict[Run[T], date] = {}
    for known in sorted(set(known_days)):
        runs = dict.fromkeys(history_as_known(known))
        for run in [run for run in open_runs if run not in runs]:
            yield _rectangle(run, open_runs.pop(run), known)
        for run in runs:
            open_runs.setdefault(run, known)
    for run, since in open_runs.items():
        yield _rectangle(run, since, OPEN_END)


def _rectangle(run: Run[T], known_from: date, known_until: date) -> tuple[Rectangle, T]:
    return Rectangle(run.from_, run.until, known_from, known_until), run.value
