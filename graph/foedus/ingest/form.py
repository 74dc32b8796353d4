"""The form of a record: which keys, in which order, and which record stands under which key."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from foedus.ingest.document import Path_

__all__ = ["keys_at", "out_of_order"]


@cache
def keys(kind: type[BaseModel]) -> Mapping[str, int]:
    """The keys of a record as YAML writes them, each with its place in the form."""
    return {field.alias or name: place for place, (name, field) in enumerate(kind.model_fields.items())}


@cache
def _inner(kind: type[BaseModel]) -> Mapping[str, type[BaseModel]]:
    """The record that each key holds: alone, in a list or in a mapping."""
    found = {field.alias or name: _record_in(field.annotation) for name, field in kind.model_fields.items()}
    return {key: inner for key, inner in found.items() if inner}


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in getattr(annotation, "__args__", ()) if (found := _record_in(inner))), None)


def keys_at(kind: type[BaseModel], path: Path_) -> tuple[str, ...]:
    """The keys of the form at a place.

    >>> from foedus.model import Treaty
    >>> keys_at(Treaty, ("signed",))
    ('date', 'place')
    """
    for part in path:
        kind = _inner(kind).get(str(part), kind)
    return tuple(keys(kind))


def out_of_order(kind: type[BaseModel], value: object, path: Path_ = ()) -> Iterator[tuple[Path_, str, str]]:
    """Each key that stands after one which the form has later, with its path, that other key, and the keys in order."""
    if not isinstance(value, dict):
        return
    form = keys(kind)
    for before, after in pairwise(key for key in value if key in form):
        if form[before] > form[after]:
            yield (*path, after), before, ", ".join(form)
            break
    for key, inner in _inner(kind).items():
        for step, one in _records(inner, value.get(key)):
            yield from out_of_order(inner, one, (*path, key, *step))


def _records(kind: type[BaseModel], value: object) -> Iterator[tuple[Path_, object]]:
    """The values that stand for records of a kind: the value itself, or those of its list or mapping."""
    if isinstance(value, list):
        yield from (((place,), one) for place, one in enumerate(value))
    elif isinstance(value, dict) and not set(value) & set(keys(kind)):
        yield from (((key,), one) for key, one in value.items())
    else:
        yield (), value
