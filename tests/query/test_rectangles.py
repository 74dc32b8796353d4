"""What the questions say against the rectangles themselves, looked up in Python pair by pair."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from foedus import KnowledgeGraph, Row
from foedus.model import Derived, Obligation, Treaty
from foedus.model.vocabulary import GROUPS_OF_THE_UNLISTED

NAMED = [
    ("1914-08-05", "1914-08-05"), ("1915-05-01", "1915-05-01"), ("1915-05-01", "1918-01-01"),
    ("1939-09-03", "1939-09-03"), ("1968-08-21", "2020-01-01"), ("2001-10-05", "2001-10-05"),
    ("2022-02-24", "2022-02-24"), ("2024-10-28", "2024-10-28"), ("2024-10-28", "2026-01-01"),
    ("2026-11-25", "2026-11-25"),
]  # fmt: skip


@pytest.fixture(scope="module")
def pairs_of_days(derived: Derived) -> list[tuple[date, date]]:
    """Pairs of a day and a day of knowledge: the named ones, and days on which something begins or ends."""
    chance = random.Random("foedus rectangles")
    days = sorted({spell.rectangle.from_ for spell in derived.clauses} - {date.min})
    near = [day + timedelta(days) for day in chance.sample(days, 60) for days in (0, -1)]
    drawn = zip(chance.sample(near, 40), chance.sample(near, 40), strict=True)
    named = [(date.fromisoformat(on), date.fromisoformat(known)) for on, known in NAMED]
    return [*named, *((on, known if place % 2 else on) for place, (on, known) in enumerate(drawn))]


@dataclass(frozen=True, slots=True)
class Bond:
    """One obligation that binds one actor to another, and since when clause and actors are bound."""

    key: tuple[str, str, int]
    duty: str
    obligor: str
    beneficiary: str
    since: date
    obligor_since: date
    beneficiary_since: date


def bonds(kg: KnowledgeGraph, derived: Derived, on: date, known: date) -> list[Bond]:
    """Who owes what to whom: the clause, the obligor and the beneficiary are each in a binding rectangle."""
    bound = {
        (spell.treaty, spell.actor): spell.value.binding_since
        for spell in derived.force
        if spell.value.binding_since and spell.rectangle.covers(on, known)
    }
    found = []
    for clause in derived.clauses:
        if clause.value.binding_since and clause.rectangle.covers(on, known):
            treaty = kg.world.treaties[clause.treaty]
            obligation = obligation_of(treaty, clause.article, clause.position)
            key = (clause.treaty, clause.article, clause.position)
            found += [
                Bond(key, obligation.type, obligor, beneficiary, clause.value.binding_since, since, its)
                for obligor, beneficiary in pairs(treaty, obligation)
                if (since := bound.get((treaty.id, obligor))) and (its := bound.get((treaty.id, beneficiary)))
            ]
    return found


def obligation_of(treaty: Treaty, number: str, position: int) -> Obligation:
    """The record of an obligation."""
    return next(article for article in treaty.articles if article.number == number).obligations[position - 1]


def pairs(treaty: Treaty, obligation: Obligation) -> Iterator[tuple[str, str]]:
    """Obligor and beneficiary; nobody owes itself, save under a right of self-defence or in a group."""
    for obligor, beneficiary in product(treaty.obligors_of(obligation), treaty.beneficiaries_of(obligation)):
        itself = obligation.type == "right-of-self-defence" or obligor in GROUPS_OF_THE_UNLISTED
        if obligor != beneficiary or itself:
            yield obligor, beneficiary


def key(row: Row) -> tuple[str, str, int]:
    """The obligation that a row is of."""
    return row.treaty, row.article, row.obligation


def test_clauses_in_force(kg: KnowledgeGraph, derived: Derived, pairs_of_days: list[tuple[date, date]]) -> None:
    """Rows are the obligations with a pair that is bound, with everybody in such a pair."""
    for on, known in pairs_of_days:
        expected: dict[tuple[str, str, int], tuple[set[str], set[str], date]] = {}
        for bond in bonds(kg, derived, on, known):
            owed_by, owed_to, _ = expected.setdefault(bond.key, (set(), set(), bond.since))
            owed_by.add(bond.obligor)
            owed_to.add(bond.beneficiary)
        rows = kg.ask("clauses-in-force", on=on, known=known, duty="any")
        assert {key(row): (set(row.owedBy), set(row.owedTo), row.since) for row in rows} == expected, (on, known)


@pytest.mark.parametrize("party", ["RUS", "USA", "ITA", "FRA", "GBR"])
def test_questions_of_a_party(
    kg: KnowledgeGraph, derived: Derived, pairs_of_days: list[tuple[date, date]], party: str
) -> None:
    """What it owes, what it is owed, and its allies are the other sides of its pairs."""
    for on, known in pairs_of_days[::2]:
        of_all = bonds(kg, derived, on, known)
        owes: dict[Any, Any] = {}
        owed: dict[Any, Any] = {}
        for bond in of_all:
            if bond.obligor == party:
                owes.setdefault((bond.key, max(bond.since, bond.obligor_since)), set()).add(bond.beneficiary)
            if bond.beneficiary == party:
                owed.setdefault((bond.key, max(bond.since, bond.beneficiary_since)), set()).add(bond.obligor)
        allies = {
            bond.obligor if bond.beneficiary == party else bond.beneficiary
            for bond in of_all
            if bond.duty == "defense" and party in (bond.obligor, bond.beneficiary)
        }
        when = {"on": on, "known": known, "party": party}
        assert {(key(row), row.since): set(row.owedTo) for row in kg.ask("obligations-of", **when)} == owes, when
        assert {(key(row), row.since): set(row.owedBy) for row in kg.ask("protections-of", **when)} == owed, when
        assert {row.ally for row in kg.ask("allies", **when)} == allies, when


@pytest.mark.parametrize("party", ["RUS", "USA", "ITA"])
def test_clauses_in_force_of_a_party(
    kg: KnowledgeGraph, derived: Derived, pairs_of_days: list[tuple[date, date]], party: str
) -> None:
    """Its rows are those that bind it or are owed to it, since the later of the clause's and its own first day."""
    for on, known in pairs_of_days[::2]:
        expected = {
            (bond.key, max(bond.since, bond.obligor_since if bond.obligor == party else bond.beneficiary_since))
            for bond in bonds(kg, derived, on, known)
            if party in (bond.obligor, bond.beneficiary)
        }
        rows = kg.ask("clauses-in-force", on=on, known=known, duty="any", party=party)
        assert {(key(row), row.since) for row in rows} == expected, (on, known)


def test_active_clauses(kg: KnowledgeGraph, derived: Derived, pairs_of_days: list[tuple[date, date]]) -> None:
    """Each case whose state covers the two days is a row, with what the state says."""
    for on, known in pairs_of_days:
        expected = {
            state.case: (
                state.value.activity, state.value.invocation, state.value.force, state.value.disputed,
                state.value.outcome, state.value.opened and state.value.opened.text, state.value.last_evidence,
                list(state.value.performed_by), list(state.value.refused_by), list(state.value.acknowledged_by),
                set(state.value.asserted_by), set(state.value.disputed_by),
            )
            for state in derived.cases
            if state.rectangle.covers(on, known)
        }  # fmt: skip
        rows = kg.ask("active-clauses", on=on, known=known, duty="any", activity="any")
        assert {
            row.case: (
                row.activity, row.invocation, row.force, row.disputed, row.outcome, row.opened, row.lastEvidence,
                row.performedBy, row.refusedBy, row.acknowledgedBy, set(row.assertedBy), set(row.disputedBy),
            )
            for row in rows
        } == expected, (on, known)  # fmt: skip


def test_a_choice_is_a_part_of_any(kg: KnowledgeGraph, pairs_of_days: list[tuple[date, date]]) -> None:
    """Each duty and each activity gives the rows of ``any`` that have it."""
    for on, known in pairs_of_days[:5]:
        everything = kg.ask("active-clauses", on=on, known=known, duty="any", activity="any")
        for duty, activity in product(("defense", "consultation"), ("active", "not-opened", "closed", "unclosed")):
            rows = kg.ask("active-clauses", on=on, known=known, duty=duty, activity=activity)
            assert list(rows) == [row for row in everything if (row.duty, row.activity) == (duty, activity)]
