"""Typed rows: the answer to a question, or to an analyst's own query."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, overload

from foedus.query.catalogue import Column, Question

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["SEPARATOR", "Row", "Rows", "rows_of"]

SEPARATOR = "\x1f"
"""Between the members of a list that SPARQL joins into one text (the ASCII unit separator)."""

_CAPTION = re.compile(r"(.*) \((.*)\)")


class Row(Mapping[str, Any]):
    """One row: a mapping from column to value, its columns readable as attributes too."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = dict(values)

    def __getitem__(self, column: str) -> Any:
        return self._values[column]

    def __getattr__(self, column: str) -> Any:
        try:
            return self._values[column]
        except KeyError:
            raise AttributeError(column) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Row({self._values!r})"


class Rows(Sequence[Row]):
    """Rows with their columns; what they answer stands in ``about``.

    >>> rows = Rows(["ally"], [{"ally": "PRK"}])
    >>> rows[0].ally, len(rows[:1])
    ('PRK', 1)
    """

    def __init__(
        self, columns: Iterable[str], rows: Iterable[Mapping[str, Any]], about: Mapping[str, Any] | None = None
    ) -> None:
        self.columns = tuple(columns)
        self.about: Mapping[str, Any] = dict(about or {})
        self._rows = [row if isinstance(row, Row) else Row(row) for row in rows]

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> "Rows": ...
    def __getitem__(self, place: int | slice) -> "Row | Rows":
        if isinstance(place, slice):
            return Rows(self.columns, self._rows[place], self.about)
        return self._rows[place]

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and (self.columns, self._rows) == (other.columns, other._rows)

    __hash__ = None  # type: ignore[assignment]  # rows hold lists

    def __repr__(self) -> str:
        return f"<{len(self)} rows: {', '.join(self.columns)}>"

    def to_pandas(self) -> "pd.DataFrame":
        """The rows as a :class:`pandas.DataFrame`; pandas is not installed with Foedus.

        Raises:
            EngineUnavailable: pandas is missing.
        """
        try:
            import pandas as pd
        except ImportError:
            from foedus.errors import EngineUnavailable

            raise EngineUnavailable("pandas is not installed: pip install 'foedus[pandas]'") from None
        return pd.DataFrame([dict(row) for row in self._rows], columns=list(self.columns))

    def _repr_html_(self) -> str:
        from html import escape

        head = "".join(f"<th>{escape(column)}</th>" for column in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(_shown(row[column]))}</td>' for column in self.columns)}</tr>"
            for row in self._rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def rows_of(
    question: Question, columns: Sequence[str], found: Iterable[Sequence[Any]], about: Mapping[str, Any]
) -> Rows:
    """The rows of a question: its columns, typed, lists sorted, in its order, whatever the engine."""
    places = {name: place for place, name in enumerate(columns)}
    rows = [
        {column.name: _typed(column, row[places[column.name]] if column.name in places else None)
         for column in question.columns}
        for row in found
    ]  # fmt: skip
    rows.sort(key=lambda row: tuple(_sortable(row[name]) for name in question.order))
    return Rows((column.name for column in question.columns), rows, about)


def _typed(column: Column, value: Any) -> Any:
    if column.type in {"list", "claimants"}:
        members = value.split(SEPARATOR) if isinstance(value, str) else value or ()
        distinct = {str(member) for member in members if member not in (None, "")}
        return _by_date(distinct) if column.type == "claimants" else sorted(distinct)
    if value == "":
        return None
    if isinstance(value, str):
        match column.type:
            case "date":
                return date.fromisoformat(value)
            case "boolean":
                return value == "true"
            case "integer":
                return int(value)
    return value


def _by_date(captions: Iterable[str]) -> list[str]:
    """Captions such as ``Vladimir Putin (RUS, 2024-10-24)`` by date, the actors in each in order."""
    found = []
    for caption in captions:
        parts = _CAPTION.fullmatch(caption)
        claimant, inside = parts.groups() if parts else (caption, "")
        *spoken_for, written = inside.split(", ")
        found.append((f"{written}-01-01"[:10], f"{claimant} ({', '.join([*sorted(spoken_for), written])})"))
    return [caption for _, caption in sorted(found)]


def _sortable(value: Any) -> tuple[bool, Any]:
    """Absent values last."""
    return value is None, "" if value is None else value


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
