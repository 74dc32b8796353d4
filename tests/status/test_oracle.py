"""What ``foedus.status`` derives is what the oracle says: in random worlds, and for all the bundled data."""

import random
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice, pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from foedus.ingest import read
from foedus.model import OPEN_END, PartialDate, World
from foedus.model.dates import DAY
from foedus.resources import folder
from foedus.status import derive
from status.answers import AnswersOfOracle, AnswersOfRectangles, Spells, Thing, things
from status.worlds import worlds

Pair = tuple[date, date]

SHARDS = range(6)
WORLDS_A_SHARD = 90
RANDOM_PAIRS = 25
"""Pairs of days asked about each thing of a random world, beside the corners of its rectangles."""

CORNERS = 60
"""At most so many pairs at corners of its rectangles."""

PAIRS_OF_REAL_DATES = {"case": 100, "clause": 40, "force": 100}
"""A clause asks the oracle for the force of each of its parties: fewer pairs of it are asked about."""

steady = settings(
    max_examples=WORLDS_A_SHARD,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate, Phase.shrink],
)


def _dates(record: object) -> Iterator[PartialDate]:
    """Every date that stands anywhere in a record."""
    if isinstance(record, PartialDate):
        yield record
    elif isinstance(record, dict):
        yield from _dates(tuple(record.values()))
    elif isinstance(record, tuple):
        for part in record:
            yield from _dates(part)
    elif hasattr(record, "model_fields_set"):
        yield from _dates(tuple(vars(record).values()))


def _days(record: object) -> list[date]:
    """The first and the last day of every date of a record, the days before and the days after."""
    bounds = {bound for when in _dates(record) for bound in (when.first, when.last)}
    return sorted({day for bound in bounds for day in (bound - DAY, bound, bound + DAY)})


def _pairs(seed_text: str, days: list[date], count: int) -> list[Pair]:
    """Pairs of these days, drawn by a fixed seed."""
    rng = random.Random(seed_text)
    return [(rng.choice(days), rng.choice(days)) for _ in range(count)]


def _corners(spells: Spells) -> Iterator[Pair]:
    """The days inside and outside each corner of each rectangle."""
    for rectangle, _ in spells:
        for on in (rectangle.from_, rectangle.until):
            for known in (rectangle.known_from, rectangle.known_until):
                for day, day_known in ((on, known), (_before(on), known), (on, _before(known))):
                    if day < OPEN_END and day_known < OPEN_END:
                        yield day, day_known


def _before(day: date) -> date:
    return day if day == date.min else day - DAY


def _differences(
    thing: Thing, pairs: Iterable[Pair], derived: AnswersOfRectangles, oracle: AnswersOfOracle
) -> list[str]:
    """Where the two disagree about a thing, in words."""
    return [
        f"{thing} on {on} as known on {known}:\n  derived {told}\n  oracle  {right}"
        for on, known in pairs
        if (told := derived.of(thing, on, known)) != (right := oracle.of(thing, on, known))
    ]


def _holes(spells: Spells) -> list[str]:
    """Where rectangles overlap, leave a gap, or could be joined: over D for each K, then over K."""
    found = []
    for known in sorted({rectangle.known_from for rectangle, _ in spells}):
        row = sorted(
            (
                (rectangle, value)
                for rectangle, value in spells
                if rectangle.known_from <= known < rectangle.known_until
            ),
            key=lambda spell: spell[0].from_,
        )
        for (left, value), (right, next_value) in pairwise(row):
            if left.until != right.from_ or value == next_value:
                found.append(f"{left} then {right} at {known}")
        if row[-1][0].until != OPEN_END:
            found.append(f"{row[-1]} is the last at {known}")
    for left, value in spells:
        for right, other in spells:
            same = value == other and (left.from_, left.until) == (right.from_, right.until)
            if same and left.known_until == right.known_from:
                found.append(f"{left} and {right} are one")
    return found + _lapses(spells)


def _lapses(spells: Spells) -> list[str]:
    """Days of knowledge after the first on which nothing is known any more."""
    ends = {rectangle.known_until for rectangle, _ in spells} - {OPEN_END}
    return [
        f"nothing is known on {day}" for day in ends if not any(r.known_from <= day < r.known_until for r, _ in spells)
    ]


@pytest.mark.parametrize("shard", SHARDS)
def test_random_worlds(shard: int) -> None:
    """In hundreds of small random worlds, every rectangle says what the oracle says, at its corners and between."""
    asked = 0

    @steady
    @seed(shard)
    @given(worlds())
    def check(world: World) -> None:
        nonlocal asked
        asked += 1
        derived, oracle = AnswersOfRectangles(derive(world)), AnswersOfOracle(world)
        assert set(derived.things()) <= set(things(world))
        for thing in things(world):
            spells = derived.spells(thing)
            assert _holes(spells) == []
            pairs = _pairs(f"{shard} {thing}", _days(world.treaties[str(thing[1])]), RANDOM_PAIRS)
            assert _differences(thing, [*pairs, *islice(_corners(spells), CORNERS)], derived, oracle) == []

    check()
    assert asked >= WORLDS_A_SHARD


@pytest.fixture(scope="module")
def data() -> World:
    """The bundled data."""
    return read([folder("data")])


@pytest.fixture(scope="module")
def derived(data: World) -> AnswersOfRectangles:
    """What status derives of the bundled data."""
    return AnswersOfRectangles(derive(data))


def _own_record(world: World, thing: Thing) -> object:
    """What a thing's own dates stand in: a case with its treaty's signature, else the whole treaty."""
    treaty = world.treaties[str(thing[1])]
    subject = [case for case in treaty.cases if thing == ("case", treaty.id, case.id)]
    return (subject[0], treaty.signed, treaty.parties[:4]) if subject else treaty.model_copy(update={"cases": ()})


@pytest.mark.parametrize("kind", ["force", "clause", "case"])
def test_real_data(data: World, derived: AnswersOfRectangles, kind: str) -> None:
    """For every participation, clause and case of the data, at many pairs of dates near its own."""
    asked = [thing for thing in things(data) if thing[0] == kind]
    found = []
    for thing in asked:
        key = thing[1] if kind == "force" else str(thing)
        pairs = _pairs(str(key), _days(_own_record(data, thing)), PAIRS_OF_REAL_DATES[kind])
        found += _differences(thing, pairs, derived, AnswersOfOracle(data))
    assert len(asked) > 500
    assert found == []


def test_no_real_rectangles_overlap_or_could_be_joined(data: World, derived: AnswersOfRectangles) -> None:
    """For one thing the rectangles leave no gap from the first day that has a value, and are as large as can be."""
    assert {str(thing): holes for thing in things(data) if (holes := _holes(derived.spells(thing)))} == {}
