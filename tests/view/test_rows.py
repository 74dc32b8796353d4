"""The rows behind the page are the rows of ``foedus ask``, for the same two dates."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from foedus.knowledge_graph import KnowledgeGraph
from view.conftest import Open

CLAUSES = """() => window.foedus.picture.rows.map(({ clause, owedBy, owedTo, since }) => {
  const ids = (list) => list.map((actor) => window.foedus.data.actors[actor].id).sort();
  return [clause.treaty.id, clause.article, clause.position, clause.duty, clause.mutual,
    ids(owedBy), ids(owedTo), since];
})"""
CASES = """() => window.foedus.picture.active.map(({ case: each, state }) => {
  const ids = (list) => list.map((actor) => window.foedus.data.actors[actor].id).sort();
  return [each.id, each.treaty.id, each.duty, ids(each.obligors), ids(each.beneficiaries), state.opened,
    state.invocation, state.force, ids(state.performedBy), ids(state.acknowledgedBy), ids(state.refusedBy),
    state.disputed, state.lastEvidence, state.outcome];
})"""
FAMILIES = ["defend", "attack", "help", "consult", "out", "other"]


def _day(word: Any) -> int | None:
    return None if word is None else (word if isinstance(word, date) else date.fromisoformat(str(word))).toordinal()


def _clauses(kg: KnowledgeGraph, **asked: Any) -> list[list[Any]]:
    return sorted(
        [
            *(row.treaty, row.article, row.obligation, row.duty, row.mutual),
            *(sorted(row.owedBy), sorted(row.owedTo), _day(row.since)),
        ]
        for row in kg.ask("clauses-in-force", **asked)
    )


def _cases(kg: KnowledgeGraph, **asked: Any) -> list[list[Any]]:
    return [
        [
            *(row.case, row.treaty, row.duty, sorted(row.obligors), sorted(row.beneficiaries)),
            *(row.opened and str(row.opened), row.invocation, row.force),
            *(sorted(row.performedBy), sorted(row.acknowledgedBy), sorted(row.refusedBy)),
            *(row.disputed, _day(row.lastEvidence), row.outcome),
        ]
        for row in kg.ask("active-clauses", **asked)
    ]


def _show(page: Page, on: date, known: date, duties: list[str], party: str | None) -> None:
    page.evaluate(
        """([on, known, duties, party]) =>
          window.foedus.update({ on, asOf: known, clock: "on", duties: new Set(duties), party })""",
        [on.toordinal(), known.toordinal(), duties, party],
    )


def _pairs(edition: date) -> Iterator[tuple[date, date]]:
    for on, known in (("1914-08-05", "1914-08-05"), ("1915-05-01", "1918-01-01"), ("2024-10-28", "2024-10-28")):
        yield date.fromisoformat(on), date.fromisoformat(known)
    chance = random.Random(11)
    for _ in range(29):
        on = date(1830, 1, 1) + timedelta(days=chance.randrange((edition - date(1830, 1, 1)).days))
        yield on, min(on + timedelta(days=chance.choice([0, 40, 2000, 99999])), edition)
    yield edition, edition


def test_rows_of_any_duty_on_33_pairs_of_dates(opened: Open, kg: KnowledgeGraph) -> None:
    """Clauses with those between whom they bind and since when; cases with all of their state."""
    page = opened()
    for on, known in _pairs(kg.edition):
        _show(page, on, known, FAMILIES, None)
        asked = {"on": on, "known": known, "duty": "any"}
        assert sorted(page.evaluate(CLAUSES)) == _clauses(kg, **asked), (on, known)
        assert sorted(page.evaluate(CASES)) == sorted(_cases(kg, **asked)), (on, known)


@pytest.mark.parametrize("party", ["RUS", "USA", "ITA", "un-members"])
def test_rows_of_a_party(opened: Open, kg: KnowledgeGraph, party: str) -> None:
    """The filter by party leaves the rows that ``--party`` leaves."""
    page = opened()
    for on, known in list(_pairs(kg.edition))[:8]:
        _show(page, on, known, FAMILIES, party)
        asked = {"on": on, "known": known, "duty": "any", "party": party}
        assert [row[:3] for row in sorted(page.evaluate(CLAUSES))] == [row[:3] for row in _clauses(kg, **asked)]
        assert sorted(page.evaluate(CASES)) == sorted(_cases(kg, **asked)), (on, known)
