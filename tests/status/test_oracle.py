"""What ``foedus.status`` derives is what the oracle says: in random worlds, and for all the bundled data."""

import random
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from foedus.model import OPEN_END, PartialDate, World
from foedus.model.dates import DAY
from foedus.status import derive
from status.answers import AnswersOfOracle, AnswersOfRectangles, Spells, Thing, things
from status.worlds import worlds

Pair = tuple[date, date]

SHARDS = range(6)
WORLDS_A_SHARD = 100
RANDOM_PAIRS = 25
"""Pairs of days asked about each thing of a random world, beside the corners of its rectangles."""

PAIRS_OF_REAL_DATES = 100

steady = settings(
    max_examples=WORLDS_A_SHARD,
    derandomize=True,
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
    @given(worlds())
    def check(world: World) -> None:
        nonlocal asked
        asked += 1
        derived, oracle = AnswersOfRectangles(derive(world)), AnswersOfOracle(world)
        rng = random.Random(shard)
        assert set(derived.things()) <= set(things(world))
        for thing in things(world):
            days = _days(world.treaties[str(thing[1])])
            pairs = [(rng.choice(days), rng.choice(days)) for _ in range(RANDOM_PAIRS)]
            spells = derived.spells(thing)
            assert _holes(spells) == []
            pairs += [*_corners(spells)][:60]
            assert _differences(thing, pairs, derived, oracle) == []

    check()
    assert asked >= WORLDS_A_SHARD
