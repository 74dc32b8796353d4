"""From what a person writes to the typed values that a query is bound with."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from foedus.errors import BadQuery
from foedus.nearest import nearest
from foedus.query.catalogue import Parameter, Question
from foedus.query.names import Names

__all__ = ["ANY", "LONGEST", "day", "seconds", "typed", "values"]

ANY = "any"
"""The choice that leaves a parameter out."""

LONGEST = 86_400
"""The longest time limit: a day, in seconds."""

_WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def day(word: object, name: str = "a date") -> date:
    """A day as ``YYYY-MM-DD`` or ``today``.

    Raises:
        BadQuery: it is none.
    """
    if isinstance(word, date) and not isinstance(word, datetime):
        return word
    if word == "today":
        return date.today()
    try:
        return _day(str(word))
    except ValueError:
        raise BadQuery(f"{name}: {str(word)!r} is not a day: write YYYY-MM-DD or today") from None


def seconds(timeout: float | None) -> float | None:
    """A time limit in seconds, or none.

    Raises:
        BadQuery: it is no number above 0, or longer than a day.
    """
    if timeout is not None and not (isinstance(timeout, int | float) and 0 < timeout <= LONGEST):
        raise BadQuery(f"timeout: {timeout!r} is not a number of seconds above 0 and at most {LONGEST}")
    return timeout


def values(question: Question, given: Mapping[str, Any], names: Mapping[str, Names], edition: date) -> dict[str, Any]:
    """The values that the question is bound with; optional parameters that are not given are absent.

    A day of knowledge after the date of the data counts as it.

    Raises:
        BadQuery: an unknown or missing parameter, or a value that it cannot have.
        NotFound: an actor, treaty or case that is not in the graph.
    """
    known = {parameter.name for parameter in question.parameters}
    if unknown := sorted(set(given) - known):
        has = ", ".join(sorted(known))
        raise BadQuery(f"{question.id} has no parameter {unknown[0]!r}{nearest(unknown[0], known)}; it has {has}")
    found = {}
    for parameter in question.parameters:
        word = given.get(parameter.name)
        word = parameter.default if word is None else word
        if word is None and parameter.required:
            raise BadQuery(f"{question.id} needs {parameter.name}: {parameter.about}")
        if word is not None and (value := _value(parameter, word, names)) is not None:
            found[parameter.name] = min(value, edition) if parameter.name == "known" else value
    return found


def _value(parameter: Parameter, word: Any, names: Mapping[str, Names]) -> Any:
    if parameter.type == "day":
        return day(word, parameter.name)
    if parameter.type == "choice":
        if word not in parameter.choices:
            hint = nearest(str(word), parameter.choices)
            raise BadQuery(f"{parameter.name}: {word!r} is none of {', '.join(parameter.choices)}{hint}")
        return None if word == ANY else word
    return names[parameter.type].find(str(word))


def _day(word: str) -> date:
    """One form alone: Python would read ``20241028``, a number perhaps, and ``2024-W44-1`` as well."""
    if not _WRITTEN.fullmatch(word):
        raise ValueError(word)
    return date.fromisoformat(word)


def typed(word: str) -> Any:
    """A value of an analyst's own parameter: a day, a number, true or false, else text.

    >>> typed("2024-10-28"), typed("7"), typed("RUS")
    (datetime.date(2024, 10, 28), 7, 'RUS')
    """
    if word in {"true", "false"}:
        return word == "true"
    for kind in (_day, int, float):
        try:
            return kind(word)
        except ValueError:
            continue
    return word
