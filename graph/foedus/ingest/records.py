"""Plain values to records, with every fault in the words of the YAML form."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from foedus.errors import Problem
from foedus.ingest.document import Document, Path_
from foedus.nearest import nearest

__all__ = ["problem", "record", "written"]

R = TypeVar("R", bound=BaseModel)


def written(path: Path_) -> str:
    """A path as one writes it: ``parties[2].from``.

    >>> written(("parties", 2, "from"))
    'parties[2].from'
    """
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


def problem(document: Document, path: Path_, message: str) -> Problem:
    """A fault at a place in a document."""
    return Problem(document.file, document.line(path), written(path), message)


def record(kind: type[R], document: Document, path: Path_ = (), value: object = None) -> tuple[R | None, list[Problem]]:
    """The record at a place in a document, or every fault that its form has."""
    here = document.value if value is None and not path else value
    order = list(_order(kind, here, document, path))
    try:
        return kind.model_validate(here), order
    except ValidationError as error:
        faults = [_fault(document, path, dict(detail), kind) for detail in error.errors(include_url=False)]
        return None, [*faults, *order]


def _fault(document: Document, start: Path_, detail: dict[str, Any], kind: type[BaseModel]) -> Problem:
    path = (*start, *_in_document(detail["loc"], document, start))
    return problem(document, path, _said(detail, path))


def _in_document(loc: tuple[str | int, ...], document: Document, start: Path_) -> Path_:
    """The part of pydantic's location that stands in the document: the names of alternatives do not."""
    path: Path_ = ()
    for part in loc:
        if (*start, *path, part) in document.lines or (
            part is loc[-1] and isinstance(part, str) and part.isidentifier()
        ):
            path = (*path, part)
    return path


def _said(detail: dict[str, Any], path: Path_) -> str:
    value, context = detail.get("input"), detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return "this key is missing: every key of the form is there, with null or [] where there is nothing to say"
        case "extra_forbidden":
            return "no such key in the form"
        case "literal_error":
            allowed = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            return f"{value!r} is none of {', '.join(allowed)}{nearest(str(value), allowed)}"
        case "value_error":
            return str(context["error"])
        case "string_pattern_mismatch":
            return f"{value!r} does not have the form {context['pattern']}"
        case "string_too_long":
            return f"{len(str(value))} characters: at most {context['max_length']}"
        case "string_too_short":
            return "an empty text: write null if there is nothing to say"
    return f"{_short(value)}: {detail['msg'][0].lower()}{detail['msg'][1:]}"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _order(kind: type[BaseModel], value: object, document: Document, path: Path_) -> Iterator[Problem]:
    """The keys that stand before one that the form has earlier."""
    if not isinstance(value, dict):
        return
    form = {field.alias or name: place for place, (name, field) in enumerate(kind.model_fields.items())}
    keys = [key for key in value if key in form]
    for before, after in pairwise(keys):
        if form[before] > form[after]:
            yield problem(
                document, (*path, after), f"stands after `{before}`; the order of the form is {', '.join(form)}"
            )
            return
    for name, field in kind.model_fields.items():
        inner = _record_in(field.annotation)
        part = value.get(field.alias or name)
        if inner and isinstance(part, dict):
            nested = [((), part)] if set(part) & _keys(inner) else [((key,), one) for key, one in part.items()]
        elif inner and isinstance(part, list):
            nested = [((place,), one) for place, one in enumerate(part)]
        else:
            continue
        for step, one in nested:
            yield from _order(inner, one, document, (*path, field.alias or name, *step))


def _keys(kind: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in kind.model_fields.items()}


def _record_in(annotation: Any) -> type[BaseModel] | None:
    """The record that a field holds, alone, in a list or in a mapping."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in getattr(annotation, "__args__", ()) if (found := _record_in(inner))), None)
