"""What is drawn is what is in force and active: the renderer's own list of lines against the rectangles."""

import random
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page

from foedus.model import Derived, World
from view.conftest import Open
from view.expected import FAMILIES, Expected

NAMED = (
    ("1914-08-05", "1914-08-05"), ("1914-08-05", "2026-11-25"), ("1915-05-01", "1915-05-01"),
    ("1915-05-01", "1917-12-01"), ("1915-05-01", "2026-11-25"), ("1939-09-03", "1939-09-03"),
    ("1939-09-03", "2026-11-25"), ("1955-06-01", "2026-11-25"), ("2001-10-05", "2001-10-05"),
    ("2024-10-28", "2024-10-28"), ("2024-10-28", "2026-11-25"), ("2026-11-25", "2026-11-25"),
)  # fmt: skip

DRAWN = """() => {
  const { data, stage } = window.foedus;
  return stage.drawn.map((id) => data.lines[id]).map(({ treaty, one, other }) =>
    [treaty.id, [one, other].filter((actor) => actor >= 0).map((actor) => data.actors[actor].id)]);
}"""
TABLE = """() => window.foedus.picture.rows.map(({ clause }) => [clause.treaty.id, clause.article, clause.position])"""


def _drawn(page: Page) -> set[tuple[str, frozenset[str]]]:
    return {(treaty, frozenset(actors)) for treaty, actors in page.evaluate(DRAWN)}


def _show(page: Page, on: date, known: date, families: list[str]) -> None:
    page.evaluate(
        """([on, known, duties]) => window.foedus.update({ on, asOf: known, clock: "on", duties: new Set(duties) })""",
        [on.toordinal(), known.toordinal(), families],
    )


@pytest.fixture(scope="module")
def expected(world: World, derived: Derived) -> Expected:
    """The independent answers."""
    return Expected(world, derived)


def _pairs(world: World) -> list[tuple[date, date]]:
    chance = random.Random(4)
    edition = world.edition.date.last
    found = [(date.fromisoformat(on), min(date.fromisoformat(known), edition)) for on, known in NAMED]
    while len(found) < 45:
        on = date(1815, 1, 1) + timedelta(days=chance.randrange((edition - date(1815, 1, 1)).days))
        known = min(on + timedelta(days=chance.choice([0, 0, 30, 900, 9000, -400, 90000])), edition)
        found.append((on, known))
    return found


def test_all_duties_on_45_pairs_of_dates(opened: Open, world: World, expected: Expected) -> None:
    """With every chip on, lines, clauses and numbered cases are those of the rectangles, hollow ones included."""
    page = opened()
    for on, known in _pairs(world):
        _show(page, on, known, list(FAMILIES))
        wanted = expected.shown(on, known, FAMILIES)
        assert _drawn(page) == wanted.lines, (on, known)
        assert {tuple(row) for row in page.evaluate(TABLE)} == wanted.clauses, (on, known)
        listed = page.locator("#active [data-case]").evaluate_all("all => all.map((each) => each.dataset.case)")
        assert sorted(listed) == sorted(wanted.cases), (on, known)


@pytest.mark.parametrize("family", FAMILIES)
def test_each_chip_alone(opened: Open, expected: Expected, world: World, family: str) -> None:
    """One chip shows the lines of its duties and no other."""
    page = opened()
    for on, known in _pairs(world)[:12]:
        _show(page, on, known, [family])
        assert _drawn(page) == expected.shown(on, known, [family]).lines, (on, known)


def test_the_table_has_the_same_rows(opened: Open, expected: Expected) -> None:
    """The two tables count what the sentence counts, at first view: defence alone."""
    page = opened("#on=1914-08-05")
    page.get_by_role("button", name="Table").click()
    wanted = expected.shown(date(1914, 8, 5), date(2026, 11, 25), ["defend"])
    bodies = page.locator("#tables tbody")
    assert bodies.nth(0).locator("tr").count() == len(wanted.cases)
    assert bodies.nth(1).locator("tr").count() == len(wanted.clauses)


def test_a_line_is_ink_on_the_canvas(opened: Open) -> None:
    """The line between Moscow and Pyongyang is there in pixels on its day, and gone before the treaty."""
    page = opened("#on=2024-12-31&duty=defend")
    middle = page.evaluate(
        """() => {
          const { data, stage } = window.foedus;
          const line = data.lines.find(({ treaty }) => treaty.id === "rus-prk-2024");
          return stage.points(line.id, 10)[8];
        }"""
    )
    colour = """({ x, y }) => {
      const { canvas } = window.foedus.stage;
      return Array.from(canvas.getContext("2d").getImageData(x, y, 1, 1).data.slice(0, 3));
    }"""
    red, _, blue = page.evaluate(colour, middle)
    assert blue - red > 60
    page.evaluate("on => window.foedus.update({ on })", date(1990, 1, 1).toordinal())
    red, green, blue = page.evaluate(colour, middle)
    assert max(red, green, blue) - min(red, green, blue) < 30
