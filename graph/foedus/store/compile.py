"""Sources to a snapshot: read, derive, map, load."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from foedus.errors import EngineUnavailable
from foedus.ingest import read
from foedus.mapping import Graph, graph
from foedus.mapping.rdf import triples
from foedus.model import World
from foedus.model.actors import Existence
from foedus.model.dates import OPEN_END, OPEN_START
from foedus.resources import folder
from foedus.status import derive
from foedus.store import arcade, oxigraph
from foedus.store.snapshot import Snapshot

__all__ = ["STEPS", "compile_into", "world"]

STEPS = ("reading", "deriving", "mapping", "loading")
"""The steps of compiling, as they are told to ``progress``."""

_WORLD = TypeAdapter(World)


def compile_into(directory: Path, folders: Sequence[Path], progress: Callable[[str], None]) -> None:
    """Compile the data in ``folders`` into ``directory``; ``progress`` is told each step as it begins."""
    snapshot, steps = Snapshot(directory), iter(STEPS)
    progress(next(steps))
    records = read(folders)
    progress(next(steps))
    derived = derive(records)
    progress(next(steps))
    found = graph(records, derived)
    snapshot.records.write_bytes(_WORLD.dump_json(records, by_alias=True))
    _write(directory / "summary.json", _summary(records, found))
    _write(directory / "catalogue.json", _catalogue())
    progress(next(steps))
    with ThreadPoolExecutor() as pool:
        cypher = pool.submit(_load_cypher, found, snapshot.cypher)
        oxigraph.build(triples(found), snapshot.sparql)
        cypher.result()


def _load_cypher(found: Graph, directory: Path) -> None:
    """Load the Cypher database, in a process of its own, beside the SPARQL store.

    Without its engine Cypher says what is missing when it is asked; all else works.
    """
    try:
        arcade.require()
    except EngineUnavailable:
        directory.mkdir(exist_ok=True)
    else:
        arcade.build(found, directory)


def world(snapshot: Snapshot) -> World:
    """The records of a snapshot."""
    return _WORLD.validate_json(snapshot.records.read_bytes())


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _catalogue() -> list[dict[str, Any]]:
    """Every question of ``queries/``: its description, and its text in both languages."""
    return [
        {
            "id": question.parent.name,
            **yaml.load(question.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader),
            "sparql": question.with_name("query.rq").read_text(encoding="utf-8"),
            "cypher": question.with_name("query.cypher").read_text(encoding="utf-8"),
        }
        for question in sorted(folder("queries").glob("*/question.yaml"))
    ]


def _summary(records: World, found: Graph) -> dict[str, Any]:
    cases = [case for treaty in records.treaties.values() for case in treaty.cases]
    return {
        "edition": records.edition.model_dump(mode="json", by_alias=True),
        "labels": Counter(node.label for node in found.nodes),
        "relationships": Counter(edge.type for edge in found.edges),
        "obligations": Counter(node.properties["kind"] for node in found.nodes if node.label == "Obligation"),
        "outcomes": Counter(case.outcome for case in cases),
        "unsourced": _unsourced(found),
        "newestEvidence": max((case.last_evidence.text for case in cases), default=None),
        "actors": {actor.id: [actor.name, actor.official_name, *actor.aliases] for actor in records.actors.values()},
        "existence": {actor.id: [_days(spell) for spell in actor.exists] for actor in records.actors.values()},
        "succeeds": {actor.id: list(actor.succeeds) for actor in records.actors.values() if actor.succeeds},
        "treaties": {treaty.id: [treaty.short_title, treaty.title] for treaty in records.treaties.values()},
        "cases": {case.id: [case.name] for case in cases},
    }


def _days(spell: Existence) -> tuple[str, str]:
    """The first and the last day on which an actor may have existed."""
    first = spell.from_.first if spell.from_ else OPEN_START
    return first.isoformat(), (spell.to.last if spell.to else OPEN_END).isoformat()


def _unsourced(found: Graph) -> int:
    """Acts and events without a source: loaded, and counted."""
    sourced = {edge.source for edge in found.edges if edge.predicate == "supportedBy"}
    return sum(node.label in {"Act", "Event"} and node.key not in sourced for node in found.nodes)
