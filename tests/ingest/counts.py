"""How much the data say, counted straight from the YAML and not from our records."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml


def counts_in_yaml(data: Path) -> dict[str, int]:
    """Numbers of all that the sheets list, and of actors, recognitions, conflicts and claims."""
    found: Counter[str] = Counter()
    for path in data.glob("treaties/*.yaml"):
        found.update(_in_sheet(_load(path)))
    actors = _load(data / "actors.yaml")
    found["actors"] = len(actors)
    found["recognitions"] = sum(len(actor.get("recognition", [])) for actor in actors)
    found["actor spells"] = sum(len(actor["exists"]) for actor in actors)
    found["conflicts"] = len(_load(data / "conflicts.yaml"))
    found["claims"] = sum(len(_load(path)["claims"]) for path in data.glob("claims/*.yaml"))
    return dict(found)


def _in_sheet(sheet: dict[str, Any]) -> Iterator[str]:
    yield "treaties"
    for words, key in (
        ("party spells", "parties"),
        ("acts", "lifecycle"),
        ("articles", "articles"),
        ("cases", "cases"),
        ("doubts", "doubts"),
        ("sources", "sources"),
    ):
        yield from [words] * len(sheet[key])
    for article in sheet["articles"]:
        yield from ["obligations"] * len(article["obligations"])
    for case in sheet["cases"]:
        yield from ["events"] * len(case["events"])
        for event in case["events"]:
            yield from ["positions"] * len(event["positions"])


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
