"""JSON-LD 1.1, with the terms of ``ontology/context.jsonld``."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from foedus.export.place import new_file
from foedus.mapping import Graph
from foedus.mapping.elements import iri
from foedus.resources import folder

__all__ = ["write"]


def write(graph: Graph, path: Path, force: bool) -> None:
    """Write the graph, a node a line; the context stands in the file, so that it is read without a network."""
    with new_file(path, force) as file, file.open("w", encoding="utf-8", newline="\n") as out:
        context = json.loads((folder("ontology") / "context.jsonld").read_text(encoding="utf-8"))["@context"]
        out.write(f'{{"@context": {_json(context)},\n"@graph": [\n')
        for place, node in enumerate(_nodes(graph)):
            out.write(f"{',' if place else ''}{_json(node)}\n")
        out.write("]}\n")


def _nodes(graph: Graph) -> Iterator[dict[str, Any]]:
    targets: dict[tuple[str, str], dict[str, list[str]]] = {}
    for edge in graph.edges:
        targets.setdefault(edge.source, {}).setdefault(edge.predicate, []).append(iri(edge.target))
    for node in graph.nodes:
        values = {name: _value(value) for name, value in node.values.items()}
        yield {"iri": node.iri, "label": node.label, **values, **targets.get(node.key, {})}


def _value(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False)
