"""JSON Schemas of the data, for editors, made from the records themselves.

``python -m foedus.ingest.schemas`` writes them to ``data/schema/``.
"""

import json
from typing import Any

from pydantic import TypeAdapter

from foedus.ingest.parts import PARTS, Part
from foedus.resources import folder

__all__ = ["schema", "write"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NAMES = {"edition": "dataset", "treaties": "treaty", "crosswalk": "atop-crosswalk"}


def name(part: Part) -> str:
    """The name of the schema of a part, as the first line of its files has it."""
    return _NAMES.get(part.name, part.name)


def schema(part: Part) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of file."""
    kind: Any = part.kind
    if part.holds == "list":
        kind = list[part.kind]  # type: ignore[name-defined]  # a kind that is known when it runs
    elif part.holds == "mapping":
        kind = dict[str, part.kind | None] if part.name == "places" else dict[str, part.kind]  # type: ignore[name-defined]
    return {"$schema": _DIALECT, "title": f"Foedus: {name(part)}", **TypeAdapter(kind).json_schema(by_alias=True)}


def text(part: Part) -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema(part), indent=1, sort_keys=True) + "\n"


def write() -> None:
    """Write every schema to ``data/schema/``."""
    target = folder("data") / "schema"
    target.mkdir(exist_ok=True)
    for part in PARTS:
        target.joinpath(f"{name(part)}.json").write_text(text(part), encoding="utf-8")


if __name__ == "__main__":
    write()
