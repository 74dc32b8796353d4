"""Nothing is dropped on the way from files to records."""

import pytest
import yaml

from foedus.ingest import read
from foedus.model import World
from foedus.resources import folder
from ingest.counts import counts_in_yaml

DATA = folder("data")


@pytest.fixture(scope="module")
def world() -> World:
    """The bundled data as records."""
    return read([DATA])


def test_records_are_as_many_as_the_files_list(world: World) -> None:
    """Treaties, spells, clauses, acts, cases, events, positions, doubts, sources, recognitions, claims: all there."""
    treaties = world.treaties.values()
    articles = [article for treaty in treaties for article in treaty.articles]
    cases = [case for treaty in treaties for case in treaty.cases]
    events = [event for case in cases for event in case.events]
    assert counts_in_yaml(DATA) == {
        "treaties": len(treaties),
        "party spells": sum(len(treaty.parties) for treaty in treaties),
        "acts": sum(len(treaty.lifecycle) for treaty in treaties),
        "articles": len(articles),
        "obligations": sum(len(article.obligations) for article in articles),
        "cases": len(cases),
        "events": len(events),
        "positions": sum(len(event.positions) for event in events),
        "doubts": sum(len(treaty.doubts) for treaty in treaties),
        "sources": sum(len(treaty.sources) for treaty in treaties),
        "actors": len(world.actors),
        "recognitions": sum(len(actor.recognition) for actor in world.actors.values()),
        "actor spells": sum(len(actor.exists) for actor in world.actors.values()),
        "conflicts": len(world.conflicts),
        "claims": sum(len(file.claims) for file in world.claims.values()),
    }


def test_records_say_what_the_files_say(world: World) -> None:
    """Written back as plain values, every sheet is what PyYAML itself reads from its file, dates as text."""
    for name, treaty in world.treaties.items():
        text = DATA.joinpath("treaties", f"{name}.yaml").read_text(encoding="utf-8")
        loaded = _as_text(yaml.load(text, Loader=yaml.CSafeLoader))
        written = treaty.model_dump(mode="json", by_alias=True, exclude_unset=True)
        assert _as_text(written) == loaded, name


def _as_text(value: object) -> object:
    """The value with every scalar as text: a year is an integer to YAML and a date to us."""
    if isinstance(value, dict):
        return {key: _as_text(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_as_text(part) for part in value]
    return str(value)
