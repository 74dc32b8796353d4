"""A small world with markup in every field of text, and no address that is one of the web."""

import json
from typing import Any

from foedus.model import Actor, Conflict, Treaty, World

__all__ = ["poisoned"]

EVIL = '</script><img src=x onerror="window.evil=1"><b id=evil>\'`{{7*7}}&amp;<!--'
SHORT = "</script><b>evil"
TEXTS = {
    "title", "short_title", "name", "official_name", "summary", "quote", "trigger", "response", "territorial_scope",
    "note", "renewal", "depositary", "place", "body", "basis", "remark", "claimant", "occasion", "statement",
    "publisher",
}  # fmt: skip
TREATIES = ("rus-prk-2024", "nato-1949", "triple-alliance-1882", "alliance-of-sahel-states-2023")


def poisoned(world: World) -> World:
    """Four treaties of a world, every actor and conflict, with markup wherever text may stand."""
    treaties = {name: Treaty.model_validate(_poisoned(world.treaties[name])) for name in TREATIES}
    actors = {name: Actor.model_validate(_poisoned(actor)) for name, actor in world.actors.items()}
    conflicts = {
        name: Conflict.model_validate({**_poisoned(conflict), "labels": conflict.labels})
        for name, conflict in world.conflicts.items()
    }
    return World(world.edition, actors, world.places, conflicts, treaties)


def _poison(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _poison(item, name) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [EVIL if key in {"aliases", "conditions", "doubts"} else _poison(item) for item in value]
    if value is None:
        return None
    if key == "url":
        return "javascript:window.evil=1"
    return SHORT if key == "map_name" else EVIL if key in TEXTS else value


def _poisoned(record: Any) -> dict[str, Any]:
    found: dict[str, Any] = _poison(json.loads(record.model_dump_json(by_alias=True)))
    return found
