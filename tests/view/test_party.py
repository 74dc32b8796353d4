"""The page of a party: rows, lines, cases and recognitions, on any two days."""

import random
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from foedus.knowledge_graph import KnowledgeGraph
from foedus.model import Actor, Derived, Recognition, World
from foedus.view.party import party
from foedus.view.wheel import wheel
from view.conftest import Open
from view.test_accessible import AXE, faults

PARTIES = ("PRK", "RUS", "USA", "ITA", "south-ossetia", "roc-taiwan", "un-members", "ussr")
SHOW = "([on, known]) => window.foedus.sheet.update({ on, asOf: known, clock: 'on' })"
TABLE = """() => [...document.querySelectorAll("#duties tbody tr")].map(({ dataset: row }) => [row.treaty, row.article,
  Number(row.obligation), row.duty, row.owes.split(" ").filter(Boolean), row.owed.split(" ").filter(Boolean),
  Number(row.since)])"""
LINES = """() => {
  const { data, own, picture, wheel } = window.foedus;
  return wheel.stage.drawn.map((id) => picture.lines.get(id)).filter((line) => line.family !== null)
    .map((line) => [line.of.treaty.id, data.actors[line.of.one].id, line.way ?? "both"]);
}"""
RECORD = (
    """() => [...document.querySelectorAll("#record details[data-case]")].map((each) => each.dataset.case).sort()"""
)
RECOGNISED = """() => [...document.querySelectorAll("#recognition [data-whom]")]
  .map(({ dataset }) => [dataset.whom, dataset.value])"""

Made = Callable[[str], Path]


@pytest.fixture(scope="module")
def made(world: World, derived: Derived, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Pages of parties, each made once."""
    folder = tmp_path_factory.mktemp("parties")

    def make(name: str) -> Path:
        file = folder / f"{name}.html"
        return file if file.exists() else party(world, derived, party=name).save(file)

    return make


def _pairs(edition: date) -> Iterator[tuple[date, date]]:
    for on, known in (("1914-08-05", "1914-08-05"), ("1915-05-01", "1918-01-01"), ("2024-10-28", "2024-10-28")):
        yield date.fromisoformat(on), date.fromisoformat(known)
    chance = random.Random(4)
    for _ in range(7):
        on = date(1870, 1, 1) + timedelta(days=chance.randrange((edition - date(1870, 1, 1)).days))
        yield on, min(on + timedelta(days=chance.choice([0, 90, 3000, 99999])), edition)
    yield edition, edition


def _show(page: Page, on: date, known: date) -> None:
    page.evaluate(SHOW, [on.toordinal(), known.toordinal()])


def _asked(kg: KnowledgeGraph, name: str, on: date, known: date) -> list[list[Any]]:
    """One row a clause, from the two questions."""
    found: dict[tuple[Any, ...], dict[str, list[str]]] = {}
    for question, column in (("obligations-of", "owedTo"), ("protections-of", "owedBy")):
        for row in kg.ask(question, party=name, on=on, known=known, duty="any"):
            key = (row.treaty, row.article, row.obligation, row.duty, _ordinal(row.since))
            found.setdefault(key, {"owedTo": [], "owedBy": []})[column] = sorted(getattr(row, column))
    return sorted([*key[:4], sides["owedTo"], sides["owedBy"], key[4]] for key, sides in found.items())


def _ordinal(day: Any) -> int:
    return 1 if day is None else (day if isinstance(day, date) else date.fromisoformat(str(day))).toordinal()


@pytest.mark.parametrize("name", PARTIES)
def test_the_table_is_what_the_questions_answer(opened: Open, made: Made, kg: KnowledgeGraph, name: str) -> None:
    """Each clause with those to whom it is owed, those who owe it, and since when, at eleven pairs of dates."""
    page = opened(page_file=made(name))
    for on, known in _pairs(kg.edition):
        _show(page, on, known)
        assert sorted(page.evaluate(TABLE)) == _asked(kg, name, on, known), (on, known)


@pytest.mark.parametrize("name", PARTIES)
def test_the_lines_are_the_table(opened: Open, made: Made, kg: KnowledgeGraph, name: str) -> None:
    """What the renderer draws: a line to each partner of each treaty, its arrow where one side alone owes."""
    page = opened(page_file=made(name))
    for on, known in _pairs(kg.edition):
        _show(page, on, known)
        owes: set[tuple[str, str]] = set()
        owed: set[tuple[str, str]] = set()
        for treaty, _, _, _, to, by, _ in page.evaluate(TABLE):
            owes |= {(treaty, other) for other in to}
            owed |= {(treaty, other) for other in by}
        ways = {
            (*pair, "both" if pair in owes & owed else "out" if pair in owes else "in")
            for pair in owes | owed
            if pair[1] != name
        }
        trunks = {(treaty, name, "both") for treaty, _ in owes | owed}
        assert {tuple(line) for line in page.evaluate(LINES)} == ways | trunks, (on, known)


@pytest.mark.parametrize("name", ["PRK", "RUS", "ITA"])
def test_the_record_is_the_cases_that_were_known(
    opened: Open, made: Made, world: World, derived: Derived, kg: KnowledgeGraph, name: str
) -> None:
    """Every case that names the party, or in which it acted, with a state on the day as known."""
    named = {
        case.id
        for treaty in world.treaties.values()
        for case in treaty.cases
        if name in (*case.obligors, *case.beneficiary)
    }
    page = opened(page_file=made(name))
    for on, known in _pairs(kg.edition):
        _show(page, on, known)
        expected = sorted(
            state.case
            for state in derived.cases
            if state.rectangle.covers(on, known)
            and (
                state.case in named
                or name in (*state.value.performed_by, *state.value.refused_by, *state.value.acknowledged_by)
            )
        )
        assert page.evaluate(RECORD) == expected, (on, known)


def _recognises(actor: Actor, each: Recognition, on: date, known: date) -> str | None:
    """By the words of the rules, without the rectangles of the page."""
    starts = [spell.from_.first for spell in actor.exists if spell.from_]
    begun = each.from_.first if each.from_ else min(starts, default=date.min)
    learnt = each.from_.last if each.from_ else begun
    if on < begun or known < learnt:
        return None
    return "ended" if each.to and each.to.last <= known and each.to.last <= on else "recognises"


@pytest.mark.parametrize("name", ["south-ossetia", "roc-taiwan", "kosovo", "slovak-republic-1939", "RUS", "PRK"])
def test_recognitions_are_those_recorded(opened: Open, made: Made, world: World, kg: KnowledgeGraph, name: str) -> None:
    """Received and given, running or ended, as known on the day."""
    page = opened(page_file=made(name))
    pairs = [*_pairs(kg.edition), (date(2014, 3, 30), kg.edition), (date(2020, 1, 1), date(2014, 3, 30))]
    for on, known in pairs:
        _show(page, on, known)
        received = [(each.by, world.actors[name], each) for each in world.actors[name].recognition]
        given = [(to.id, to, each) for to in world.actors.values() for each in to.recognition if each.by == name]
        expected = sorted(
            [whom, value] for whom, actor, each in (*received, *given) if (value := _recognises(actor, each, on, known))
        )
        assert sorted(page.evaluate(RECOGNISED)) == expected, (on, known)


def test_a_claim_has_its_claimant_and_no_date(opened: Open, made: Made) -> None:
    """Georgia's claim is said as Georgia's, and is left out where the reader asks what was known before."""
    page = opened(page_file=made("south-ossetia"))
    expect(page.locator("#recognition .claimed")).to_have_text("Claimed by Georgia")
    page.evaluate(SHOW, [date(2009, 1, 1).toordinal()] * 2)
    expect(page.locator("#recognition .claimed")).to_have_count(0)
    expect(page.locator("#recognition [data-value=recognises]").filter(has_text="Nicaragua")).to_have_count(1)
    expect(page.locator("#recognition")).to_contain_text("the list is not complete")


def test_what_was_not_known_is_left_out(opened: Open, made: Made) -> None:
    """Evidence of a case as known in October 2024; a source that came later is marked; old evidence says its age."""
    page = opened("#on=2024-10-28&known=then", page_file=made("PRK"))
    page.locator('#record details[data-case="rus-prk-2024-kursk"] summary').click()
    words = page.locator('#record details[data-case="rus-prk-2024-kursk"] .behind')
    expect(words).to_contain_text("October 2024")
    assert "2025" not in " ".join(words.locator(".event-head").all_inner_texts())
    expect(page.locator("#record")).to_contain_text("years before")


def test_a_link_says_the_view(opened: Open, made: Made) -> None:
    """Days, chips and selection stand in the address, and come back from it."""
    page = opened("#on=2024-12-10&duty=defend&see=actor.RUS", page_file=made("PRK"))
    expect(page.locator("#sentence")).to_contain_text("On 10 December 2024")
    expect(page.locator("#duties .only")).to_contain_text("Only Russia")
    assert {row[3] for row in page.evaluate(TABLE)} == {"defense"}
    page.get_by_role("button", name="show all").click()
    expect(page).to_have_url(re.compile(r"#on=2024-12-10&duty=defend$"))


def test_a_click_chooses_a_partner_and_a_badge_opens_its_case(opened: Open, made: Made) -> None:
    """On the canvas: the dot of Russia, then the number of the case."""
    page = opened(page_file=made("PRK"))
    box = page.locator("#map").bounding_box()
    assert box
    dot, badge = page.evaluate(
        """() => {
          const { painter } = window.foedus.wheel;
          const at = ({ x, y }) => [x, y];
          const russia = window.foedus.data.byId.actor.get("RUS").index;
          return [at(painter.targets.find((each) => each.kind === "actor" && each.of === russia)),
            at(painter.targets.find((each) => each.row))];
        }"""
    )
    page.mouse.click(box["x"] + dot[0], box["y"] + dot[1])
    expect(page.locator("#duties .only")).to_contain_text("Only Russia")
    page.mouse.click(box["x"] + badge[0], box["y"] + badge[1])
    expect(page.locator("#record details[open]")).to_have_count(1)


@pytest.mark.parametrize("name", ["USA", "GBR", "RUS"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_name_touches_another(opened: Open, made: Made, name: str, width: int) -> None:
    """Names, numbers and dots of the largest graphs, today and in 1914 and 1985."""
    page = opened(page_file=made(name), viewport={"width": width, "height": 844})
    for day in (None, date(1914, 8, 5), date(1985, 1, 1)):
        if day:
            _show(page, day, date(2026, 11, 25))
        names = page.evaluate(
            "() => window.foedus.wheel.painter.lettering.report.names.map(({ left, top, width }) => [left, top, width])"
        )
        for (left, top, wide), (other_left, other_top, other_wide) in combinations(names, 2):
            apart = left + wide <= other_left or other_left + other_wide <= left or abs(top - other_top) >= 15
            assert apart, (day, left, top, other_left, other_top)


def test_everybody_is_named_today(opened: Open, made: Made) -> None:
    """The graph of the actor with most partners names each of them."""
    page = opened(page_file=made("USA"))
    named = page.evaluate(
        "() => window.foedus.wheel.painter.lettering.report.names.filter(({ kind }) => kind === 'actor').length"
    )
    assert named == page.evaluate("window.foedus.picture.ties.size")


def test_places_are_apart_and_in_the_frame(world: World, derived: Derived) -> None:
    """Nothing stands on another, on a desk or a phone."""
    for name in PARTIES:
        made = wheel(world, derived, name)
        for at, (width, height) in zip(("on_map", "by_ties"), made.frames, strict=True):
            places = [getattr(node, at) for node in made.drawing.nodes]
            assert len(set(places)) == len(places), (name, at)
            assert all(abs(x) < width / 2 and abs(y) < height / 2 for x, y in places), (name, at)


def test_an_actor_without_a_treaty_has_a_page(opened: Open, made: Made, world: World, derived: Derived) -> None:
    """It says that nothing is recorded, offers nothing to choose, and fails in nothing."""
    bound = {spell.actor for spell in derived.force}
    name = next(name for name in world.actors if name not in bound)
    page = opened(page_file=made(name))
    expect(page.locator("#sentence")).to_have_text("No treaty in these data names it.")
    expect(page.locator("#identity")).to_contain_text("What it is")
    for part in (".own-graph", ".sheet-time", "#duties"):
        expect(page.locator(part)).to_be_hidden()


def test_a_day_outside_of_its_existence_is_said(opened: Open, made: Made) -> None:
    """As recorded; on a day within it nothing is said."""
    page = opened(page_file=made("austria-hungary"))
    recorded = "Recorded as existing from 8 June 1867 to 12 November 1918."
    expect(page.locator("#split")).to_contain_text(recorded)
    within = opened("#on=1914-08-05", page_file=made("austria-hungary"))
    expect(within.locator("#split")).not_to_contain_text("Recorded")


@pytest.mark.parametrize("name", ["RUS", "south-ossetia"])
def test_markup_in_names_is_shown_as_text(
    opened: Open, hostile: World, hostile_derived: Derived, tmp_path: Path, name: str
) -> None:
    """Every field of the party, its treaties, cases and recognitions; no address that is a script is a link."""
    file = party(hostile, hostile_derived, party=name).save(tmp_path / "hostile.html")
    page = opened("#on=2024-12-10", page_file=file)
    for summary in page.locator("#record details[data-case] > summary").all():
        summary.click()
    assert "</script><img" in page.locator("body").inner_text()
    assert page.evaluate("window.evil") is None
    assert page.locator("#evil, .sheet img, .sheet b").count() == 0
    assert page.locator(".sources .source").count() > 0
    assert page.locator(".sources a").count() == 0
    assert "javascript:" not in page.locator(".sheet").inner_html()


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: npm install")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["desk", "phone"])
@pytest.mark.parametrize("name", ["RUS", "south-ossetia"])
def test_axe_finds_nothing_serious(opened: Open, made: Made, name: str, size: tuple[int, int], scheme: str) -> None:
    """Contrast, names, roles and order, in both themes and sizes."""
    viewport = {"width": size[0], "height": size[1]}
    page = opened(page_file=made(name), color_scheme=scheme, viewport=viewport, bypass_csp=True)
    assert faults(page) == []


def test_the_graph_follows_the_theme_and_is_printed_light(opened: Open, made: Made) -> None:
    """The canvas is painted anew when the colours change."""
    page = opened(page_file=made("PRK"), color_scheme="light")
    corner = (
        "() => [...document.querySelector('#map canvas').getContext('2d').getImageData(3, 3, 1, 1).data.slice(0, 3)]"
    )
    light = page.evaluate(corner)
    page.locator("#theme").click()
    dark = page.evaluate(corner)
    assert sum(dark) < sum(light) / 4
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(corner) == light
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(corner) == dark


def test_a_phone_scrolls_one_way(opened: Open, made: Made) -> None:
    """The page is as wide as the phone, and its controls are 44 px high."""
    page = opened(page_file=made("USA"), viewport={"width": 390, "height": 844}, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    heights = page.locator(".chip:visible, .segments:visible, .plain:visible, .date:visible").evaluate_all(
        "all => all.map((each) => each.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44


def test_a_notebook_shows_the_page(opened: Open, kg: KnowledgeGraph, tmp_path: Path) -> None:
    """``kg.view`` in a notebook: a frame that runs the page, in words and with its graph."""
    shown = kg.view("party", party="DPRK")
    outer = tmp_path / "notebook.html"
    outer.write_text(f"<!doctype html><html data-evidence=ready><body>{shown._repr_html_()}", encoding="utf-8")
    frame = opened(page_file=outer).frame_locator("iframe")
    expect(frame.locator("h1")).to_have_text("North Korea")
    frame.locator("#duties tbody tr").first.wait_for()
    expect(frame.locator("#map canvas")).to_have_count(1)
