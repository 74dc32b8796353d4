"""The page of a case: bands, claims, the state on a day, the address."""

import random
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from foedus.model import Case, Derived, Treaty, World
from foedus.status import Known
from foedus.view.case import case as case_page
from view.conftest import Open
from view.spans import bands

KURSK = "rus-prk-2024-kursk"
CASES = (KURSK, "nato-1949-2001-september-11", "triple-alliance-1882-july-crisis-1914", "us-jpn-1960-senkaku")
SHOW = "([on, known]) => window.foedus.sheet.update({ on, asOf: known, clock: 'on' })"
SPANS = """(kind) => [...document.querySelectorAll(`#lanes .span.${kind}`)]
  .map(({ dataset }) => [Number(dataset.from), Number(dataset.until), dataset.key])"""
STATE = """() => {
  const { state, data, view } = window.foedus;
  if (!state) return null;
  const ids = (list) => list.map((actor) => data.actors[actor].id);
  const heard = window.foedus.voices(view.on, view.asOf);
  return [state.activity, state.invocation, state.force, state.disputed, state.outcome, state.opened,
    state.lastEvidence, ids(state.performedBy), ids(state.refusedBy), ids(state.acknowledgedBy),
    heard.asserted, heard.disputed, heard.sources];
}"""

Made = Callable[[str], Path]


@pytest.fixture(scope="module")
def made(world: World, derived: Derived, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Pages of cases, each made once."""
    folder = tmp_path_factory.mktemp("cases")

    def make(name: str) -> Path:
        file = folder / f"{name}.html"
        return file if file.exists() else case_page(world, derived, case=name).save(file)

    return make


def _case(world: World, name: str) -> tuple[Treaty, Case]:
    return next((treaty, case) for treaty in world.treaties.values() for case in treaty.cases if case.id == name)


def _days(world: World, name: str) -> Iterator[tuple[date, date]]:
    """Pairs of days in the life of a case, some of them before anything was known."""
    treaty, case = _case(world, name)
    first, last = treaty.signed.date.first, world.edition.date.last
    start = min(event.date.first for event in case.events)
    chance = random.Random(name)
    for _ in range(9):
        on = max(first, start + timedelta(days=chance.randrange(-200, 1500)))
        yield min(on, last), min(max(first, on + timedelta(days=chance.choice([-90, 0, 30, 9999]))), last)
    yield last, last


@pytest.mark.parametrize("name", CASES)
def test_bands_are_the_rectangles(opened: Open, made: Made, world: World, derived: Derived, name: str) -> None:
    """Force, activity and invocation, each span with its days, as known on ten days."""
    page = opened(page_file=made(name))
    first = date.fromordinal(page.evaluate("window.foedus.bounds.first"))
    states = [state for state in derived.cases if state.case == name]
    sides = {
        "force": lambda value: value.force,
        "activity": lambda value: value.activity,
        "invocation": lambda value: None if value.invocation == "none" else value.invocation,
    }
    for on, known in _days(world, name):
        page.evaluate(SHOW, [on.toordinal(), known.toordinal()])
        for kind, side in sides.items():
            drawn = [tuple(span) for span in page.evaluate(SPANS, kind)]
            assert drawn == bands(states, side, known, first, world.edition.date.last), (kind, on, known)


@pytest.mark.parametrize("name", CASES)
def test_state_of_any_two_days(opened: Open, made: Made, world: World, derived: Derived, name: str) -> None:
    """The headline is made of the rectangle that covers both days, who is heard included."""
    page = opened(page_file=made(name))
    for on, known in _days(world, name):
        page.evaluate(SHOW, [on.toordinal(), known.toordinal()])
        values = [s.value for s in derived.cases if s.case == name and s.rectangle.covers(on, known)]
        assert page.evaluate(STATE) == (_as_shown(values[0]) if values else None), (on, known)


def _as_shown(value: Any) -> list[Any]:
    return [
        *(value.activity, value.invocation, value.force, value.disputed, value.outcome),
        value.opened and str(value.opened),
        value.last_evidence and value.last_evidence.toordinal(),
        *(list(value.performed_by), list(value.refused_by), list(value.acknowledged_by)),
        *(list(value.asserted_by), list(value.disputed_by), list(value.sources)),
    ]


def test_the_six_weeks_are_seen_at_a_glance(opened: Open, made: Made) -> None:
    """On the first screen a bracket spans the days on which the case was active and its clause not in force."""
    page = opened(page_file=made(KURSK))
    gap = page.locator(".gap")
    expect(gap).to_have_text("active and not yet in force for up to nine weeks, spoken of for six weeks")
    assert gap.get_attribute("data-from") == str(date(2024, 10, 1).toordinal())
    assert gap.get_attribute("data-until") == str(date(2024, 12, 4).toordinal())
    expect(gap).to_be_in_viewport()
    box = gap.bounding_box()
    hollow = page.locator(".force.is-not-yet").bounding_box()
    active = page.locator(".activity.is-active").bounding_box()
    assert box
    assert hollow
    assert active
    assert box["width"] > 90
    assert hollow["x"] + hollow["width"] == pytest.approx(box["x"] + box["width"], abs=1)
    assert active["x"] == pytest.approx(box["x"], abs=1)


def test_who_acknowledged_it_is_said(opened: Open, made: Made) -> None:
    """From the day on which both sides had; of an earlier day it is not said, whatever is known today."""
    then = opened("#on=2025-04-28&known=then", page_file=made(KURSK))
    expect(then.locator("#sentence")).to_have_text(
        "On 28 April 2025, as far as was known that day, this case was active, its clause in force: "
        "performed by North Korea, acknowledged by North Korea and Russia, and disputed."
    )
    before = opened("#on=2024-11-15", page_file=made(KURSK))
    expect(before.locator("#facts")).to_contain_text("Acknowledged by")
    expect(before.locator("#sentence")).not_to_contain_text("acknowledged")


def test_a_bracket_ends_with_what_is_known(opened: Open, made: Made) -> None:
    """Before the entry into force nobody knew how long the clause would not be in force."""
    page = opened("#on=2024-10-28&known=then", page_file=made(KURSK))
    expect(page.locator(".gap")).to_have_text(
        "active and not yet in force for up to four weeks, spoken of for five days, as far as known"
    )
    expect(page.locator("#sentence")).to_have_text(
        "On 28 October 2024, as far as was known that day, this case was active before its clause was in force: "
        "performed by North Korea, and disputed."
    )


@pytest.mark.parametrize("name", CASES)
def test_what_k_does_not_know_is_left_out(opened: Open, made: Made, world: World, name: str) -> None:
    """Events and positions of the page are those that are known, begun ones first."""
    treaty, case = _case(world, name)
    day = Known(world)
    page = opened(page_file=made(name))
    for on, known in _days(world, name):
        page.evaluate(SHOW, [on.toordinal(), known.toordinal()])
        events = [event for event in case.events if day.event(treaty, case, event) <= known]
        begun = [event.date.first.toordinal() for event in events if event.date.first <= on]
        later = [event.date.first.toordinal() for event in events if event.date.first > on]
        shown = page.locator(".facing > li").evaluate_all("all => all.map(({ dataset }) => Number(dataset.first))")
        assert shown == begun + later
        words = [
            word for event in events for word in event.positions if day.position(treaty, case, event, word) <= known
        ]
        assert page.locator(".side .positions li").count() == len(words)
        assert page.locator(".column i").count() == len(words)


def test_claim_and_counter_claim_face_each_other(opened: Open, made: Made) -> None:
    """Side by side at a desk and on a phone, the claim at the left."""
    for width in (1280, 390):
        page = opened(page_file=made(KURSK), viewport={"width": width, "height": 800})
        row = page.locator(".facing > li").nth(1)
        claim, counter = row.locator(".side.asserts").bounding_box(), row.locator(".side.disputes").bounding_box()
        assert claim
        assert counter
        assert claim["y"] == pytest.approx(counter["y"], abs=1)
        assert claim["x"] + claim["width"] <= counter["x"]


def test_sources_and_their_age(opened: Open, made: Made) -> None:
    """A source dated after the day of knowledge is marked; evidence two years old says its age."""
    page = opened("#on=2024-10-28&known=then", page_file=made(KURSK))
    expect(page.locator(".later").first).to_have_text("published later")
    expect(page.get_by_text("What is in doubt")).to_have_count(0)
    expect(opened(page_file=made(KURSK)).get_by_text("What is in doubt")).to_have_count(1)
    old = opened(page_file=made("nato-1949-2001-september-11"))
    expect(old.locator("#split")).to_contain_text("last evidence 4 July 2023, 3 years before")


def test_the_address_reproduces_the_view(opened: Open, made: Made) -> None:
    """Day and day of knowledge, chosen by hand, come back from the fragment."""
    page = opened(page_file=made(KURSK))
    page.get_by_label("Day shown").first.fill("28 October 2024")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="on…").click()
    page.get_by_label("Day of knowledge").first.fill("2025-05-01")
    page.keyboard.press("Enter")
    page.wait_for_timeout(250)
    fragment = page.evaluate("location.hash")
    assert fragment == "#on=2024-10-28&known=2025-05-01"
    again = opened(fragment, page_file=made(KURSK))
    for part in ("#sentence", "#split", "#lanes", "#story", "#facts", "#texts"):
        assert again.locator(part).inner_html() == page.locator(part).inner_html()


def test_voices_by_name_and_dates_as_written(opened: Open, made: Made) -> None:
    """No codes and no day that nobody gave; the questions' own captions hold both."""
    page = opened(page_file=made(KURSK))
    facts = page.locator("#facts")
    expect(facts).to_contain_text("Vladimir Putin (Russia, 24 October 2024)")
    expect(facts).to_contain_text("since October 2024")
    assert not re.search(r"\d{4}-\d{2}|\b(RUS|PRK)\b", facts.inner_text())


def test_the_other_clock_and_the_events(opened: Open, made: Made) -> None:
    """The second line turns to what the public knew; event buttons and arrows move the day."""
    page = opened("#on=2024-10-10", page_file=made(KURSK))
    page.get_by_role("button", name="The public of that day knew: not opened").click()
    expect(page.locator("#sentence")).to_have_text(
        "On 10 October 2024, as far as was known that day, this case had not been opened."
    )
    page.get_by_role("button", name="Event before").click()
    expect(page.locator("#sentence")).to_contain_text("On 20 June 2024")
    page.get_by_role("slider", name="Day shown").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#sentence")).to_contain_text("On 21 June 2024")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", CASES)
def test_no_label_touches_another(opened: Open, made: Made, name: str, width: int) -> None:
    """Years and months of the axis stand apart; words of bands lie inside them."""
    page = opened(page_file=made(name), viewport={"width": width, "height": 800})
    assert_apart(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def assert_apart(page: Page) -> None:
    """No two labels of an axis overlap, no word leaves its band."""
    boxes = page.locator("#axis span").evaluate_all(
        "all => all.map((each) => each.getBoundingClientRect()).map(({ left, right }) => [left, right])"
    )
    assert len(boxes) >= 2
    assert all(one[1] <= other[0] for one, other in pairwise(sorted(boxes)))
    right = "(each) => each.getBoundingClientRect().right"
    assert page.locator(".span-text:visible").evaluate_all(
        f"all => all.map({right}).every((end, i) => end <= ({right})(all[i].parentElement))"
    )


def test_printed_without_controls(opened: Open, made: Made) -> None:
    """On paper the clocks are gone, the theme is light, the bands stay."""
    page = opened(page_file=made(KURSK), color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".sheet-time")).to_be_hidden()
    expect(page.locator(".force.is-not-yet")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".sheet-time")).to_be_visible()


def test_every_case_can_be_drawn(world: World, derived: Derived) -> None:
    """The axis of each case rises from 0 to 1, whatever its days."""
    for treaty in world.treaties.values():
        for case in treaty.cases:
            from foedus.view.moments import bent, moments

            states = [state for state in derived.cases if state.case == case.id]
            days = set(moments(treaty, case, states))
            bends = bent(days, min({treaty.signed.date.first, *days}), world.edition.date.last)
            assert bends[0][1] == 0, case.id
            assert bends[-1][1] == 1, case.id
            assert all(one[0] < other[0] and one[1] <= other[1] for one, other in pairwise(bends)), case.id
