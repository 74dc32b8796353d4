"""Plain values to records, with every fault in the words of the YAML form."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from foedus.errors import Problem
from foedus.ingest.document import Document, Path_
from foedus.ingest.form import keys_at, out_of_order
from foedus.ingest.wording import said, short

__all__ = ["problem", "record", "written"]

R = TypeVar("R", bound=BaseModel)


def written(path: Path_) -> str:
    """A path as one writes it: ``parties[2].from``.

    >>> written(("parties", 2, "from"))
    'parties[2].from'
    """
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{short(part)}" for part in path)
    return text.removeprefix(".")


def problem(document: Document, path: Path_, message: str) -> Problem:
    """A fault at a place in a document."""
    return Problem(document.file, document.line(path), written(path), message)


def record(kind: type[R], document: Document, path: Path_, value: object) -> tuple[R | None, list[Problem]]:
    """The record that a value at a place in a document is, and every fault that its form has.

    Without a record the value has faults that the rest cannot be read past; keys
    in another order than the form's are a fault of a record that can be read.
    """
    faults = [
        problem(document, where, f"stands after `{before}`; the order of the form is {form}")
        for where, before, form in out_of_order(kind, value, path)
    ]
    try:
        return kind.model_validate(value), faults
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if not _of_other_form(detail)]
        return None, [*(_fault(document, path, detail, kind) for detail in details), *faults]


def _of_other_form(detail: Mapping[str, Any]) -> bool:
    """Whether a value that may be a word or a list is measured against the one that it is not."""
    form = str(detail["loc"][-1]) if detail["loc"] else ""
    word = isinstance(detail.get("input"), str)
    return (form.startswith("tuple[") and word) or (form.startswith("literal[") and not word)


def _fault(document: Document, start: Path_, detail: Any, kind: type[BaseModel]) -> Problem:
    inside = _in_document(detail["loc"], document, start)
    missing = detail["type"] in {"missing", "extra_forbidden"}
    return problem(document, (*start, *inside), said(detail, keys_at(kind, inside[:-1] if missing else inside)))


def _in_document(loc: Path_, document: Document, start: Path_) -> Path_:
    """The part of pydantic's location that stands in the document: the names of alternatives do not."""
    path: Path_ = ()
    for place, part in enumerate(loc, 1):
        missing_key = place == len(loc) and isinstance(part, str) and part.isidentifier()
        if (*start, *path, part) in document.lines or missing_key:
            path = (*path, part)
    return path
