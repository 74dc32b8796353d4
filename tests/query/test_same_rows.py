"""Every question gives the same rows in SPARQL and in Cypher."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from foedus import KnowledgeGraph
from foedus.query.catalogue import Parameter, Question
from foedus.query.rows import Rows
from foedus.resources import folder

SEED = "foedus"
QUESTIONS = sorted(path.parent.name for path in folder("queries").glob("*/question.yaml"))
COMBINATIONS = 200
NAMED = [
    "1914-07-28", "1914-08-05", "1915-05-01", "1918-01-01", "1939-09-03", "1955-05-14", "2001-09-12", "2001-10-05",
    "2022-02-22", "2022-02-24", "2022-03-28", "2024-06-19", "2024-10-24", "2024-10-28", "2024-12-04", "2025-04-28",
    "today",
]  # fmt: skip
"""Days of which the project has something to say; each is asked about, and each is a day of knowledge."""


PLURAL = {"actor": "actors", "treaty": "treaties", "case": "cases"}


def days_of(kg: KnowledgeGraph) -> list[str]:
    """The days on which something in the graph begins, ends or becomes known, and the days around them."""
    found = kg.sparql(
        "SELECT DISTINCT ?day { ?s ?p ?day FILTER(DATATYPE(?day) = <http://www.w3.org/2001/XMLSchema#date>) }"
    )
    assert isinstance(found, Rows)
    recorded = sorted(row.day for row in found if date(1300, 1, 1) < row.day < date(2100, 1, 1))
    return [str(day + timedelta(days)) for day in recorded for days in (-1, 0, 1)]


def combinations(kg: KnowledgeGraph, question: Question) -> Iterator[dict[str, Any]]:
    """Values for its parameters, by a fixed seed: first the named days, then days of the data."""
    chance = random.Random(f"{SEED} {question.id}")
    days = days_of(kg)
    for place in range(COMBINATIONS):
        day = NAMED[place % len(NAMED)] if place < 3 * len(NAMED) else chance.choice(days)
        known = [day, "today", chance.choice(days)][place % 3]
        given = {one.name: value_of(one, kg, chance) for one in question.parameters}
        given |= {name: value for name, value in {"on": day, "known": known, "before": day}.items() if name in given}
        yield {name: value for name, value in given.items() if value is not None}


def value_of(parameter: Parameter, kg: KnowledgeGraph, chance: random.Random) -> str | None:
    """A value of its type; the actors that are in many treaties half of the time, none where it may be left out."""
    if parameter.optional and chance.random() < 0.5:
        return None
    match parameter.type:
        case "choice":
            return (
                parameter.default if parameter.default and chance.random() < 0.4 else chance.choice(parameter.choices)
            )
        case "actor" if chance.random() < 0.5:
            return chance.choice(
                ["RUS", "USA", "FRA", "GBR", "ITA", "PRK", "Soviet Union", "DEU", "Austria-Hungary", "JPN"]
            )
        case "actor" | "treaty" | "case":
            return chance.choice(sorted(kg.summary[PLURAL[parameter.type]]))
    return None


@pytest.mark.parametrize("question", QUESTIONS)
def test_both_languages_give_the_same_rows(kg: KnowledgeGraph, question: str) -> None:
    """The same columns, values and order, whatever is asked; and something is answered."""
    answered = 0
    for given in combinations(kg, kg.questions[question]):
        sparql = kg.ask(question, via="sparql", **given)
        assert list(kg.ask(question, via="cypher", **given)) == list(sparql), f"{question} {given}"
        answered += bool(sparql)
    assert answered >= COMBINATIONS / 8


def test_there_are_enough_combinations() -> None:
    """The project promises at least 1,500."""
    assert len(QUESTIONS) * COMBINATIONS >= 1500
