"""A reader at the page: every control, by mouse and by keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect

from view.conftest import Open


def _fragment(page: Page) -> str:
    page.wait_for_timeout(250)
    return str(page.evaluate("location.hash"))


def _place(page: Page, kind: str, name: str) -> tuple[float, float]:
    """Where a dot or a badge stands on the screen."""
    box = page.locator("#map").bounding_box()
    spot = page.evaluate(
        """([kind, name]) => {
          const { painter, data } = window.foedus;
          const named = { actor: data.actors, treaty: data.treaties, case: data.cases }[kind];
          const found = painter.targets.find(
            (one) => one.kind === kind && one.left === undefined && named[one.of].id === name);
          return [found.x, found.y];
        }""",
        [kind, name],
    )
    assert box
    return box["x"] + spot[0], box["y"] + spot[1]


def test_the_sentence_splits_what_is_active(opened: Open) -> None:
    """Nine clauses of August 1914, of which four were refused, and a link to what was known then."""
    page = opened("#on=1914-08-05")
    expect(page.locator("#sentence")).to_have_text("On 5 August 1914 nine defence clauses were active.")
    expect(page.locator("#split")).to_contain_text("4 refused. 17 were in force, among 14 states.")
    page.get_by_role("button", name="The public of that day knew of four").click()
    expect(page.locator("#sentence")).to_contain_text("four defence clauses were active, as far as was known that day")
    page.get_by_role("button", name="Today we know of nine").click()
    expect(page.locator("#sentence")).to_contain_text("nine")


def test_zero_and_the_present_tense(opened: Open) -> None:
    """No clause reads as 'no'; the present tense is for the day of the data alone."""
    page = opened("#on=1860-01-01")
    expect(page.locator("#sentence")).to_have_text("On 1 January 1860 no defence clause was active.")
    expect(opened().locator("#sentence")).to_contain_text("are active.")


def test_a_typed_date_and_the_events(opened: Open) -> None:
    """A date in words or ISO goes to that day; what is no date is marked; the event buttons go on from there."""
    page = opened()
    date = page.get_by_label("Day shown").first
    for typed, shown in (("5 August 1914", "On 5 August 1914"), ("1939-09-03", "On 3 September 1939")):
        date.fill(typed)
        date.press("Enter")
        expect(page.locator("#sentence")).to_contain_text(shown)
    date.fill("no day")
    date.press("Enter")
    expect(date).to_have_attribute("aria-invalid", "true")
    before = page.locator("#sentence").text_content()
    page.get_by_role("button", name="Next event").click()
    expect(page.locator("#sentence")).not_to_have_text(before or "")


def test_the_slider_by_keyboard_and_mouse(opened: Open) -> None:
    """Arrows move a day, Shift a month, Page a year; a press on the strip goes there."""
    page = opened("#on=2000-01-15")
    handle = page.get_by_role("slider", name="Day shown")
    handle.focus()
    for key, shown in (
        ("ArrowRight", "16 January 2000"), ("Shift+ArrowRight", "16 February 2000"), ("PageUp", "16 February 2001"),
        ("PageDown", "16 February 2000"), ("Shift+ArrowLeft", "16 January 2000"),
    ):  # fmt: skip
        page.keyboard.press(key)
        expect(handle).to_have_attribute("aria-valuetext", shown)
    box = page.locator("#strip").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 0.17, box["y"] + 15)
    assert re.search(r"On .* (1899|1900) ", page.locator("#sentence").text_content() or "")


def test_playing_moves_time_and_stops(opened: Open) -> None:
    """Play goes on by itself from the day shown; pause stays."""
    page = opened("#on=1914-08-05")
    page.get_by_role("button", name="Play").click()
    page.wait_for_timeout(600)
    page.get_by_role("button", name="Pause").click()
    stopped = page.locator("#sentence").text_content()
    assert "5 August 1914" not in (stopped or "")
    page.wait_for_timeout(200)
    expect(page.locator("#sentence")).to_have_text(stopped or "")


def test_search_over_names_and_aliases(opened: Open) -> None:
    """An alias finds the party, arrows and Enter choose, and the panel shows it."""
    page = opened()
    search = page.get_by_role("combobox", name="Search parties, treaties, cases")
    search.fill("dprk")
    expect(page.get_by_role("option").first).to_contain_text("North Korea")
    search.press("Enter")
    expect(page.locator("#detail-title")).to_have_text("North Korea")
    search.fill("turkiye")
    expect(page.get_by_role("option").first).to_contain_text("Türkiye")
    search.fill("zzzz")
    expect(page.get_by_role("option")).to_have_text("nothing of that name")
    search.fill("italy")
    page.get_by_role("option").first.click()
    expect(page.locator("#detail-title")).to_have_text("Italy")


def test_search_that_is_come_back_to_at_once_stays_open(opened: Open) -> None:
    """Leaving the search closes what it found then, not what is typed a moment later."""
    page = opened()
    search = page.get_by_role("combobox", name="Search parties, treaties, cases")
    found = page.locator("#found").get_by_role("option")
    search.fill("italy")
    expect(found.first).to_contain_text("Italy")
    search.blur()
    search.fill("dprk")
    page.wait_for_timeout(300)
    expect(found.first).to_contain_text("North Korea")
    search.blur()
    expect(found).to_have_count(0)


def test_filters_by_party_and_outcome(opened: Open) -> None:
    """Each filter leaves the cases that it names; clearing brings all back."""
    page = opened("#on=1914-08-05")
    page.locator("#party").select_option("ITA")
    expect(page.locator("#active > li")).to_have_count(1)
    expect(page.locator("#sentence")).to_contain_text("one defence clause of Italy was active")
    page.get_by_role("button", name="clear").click()
    page.locator("#outcome").select_option("refused")
    assert page.locator("#active > li").count() < 9
    page.get_by_role("button", name="clear").click()
    expect(page.locator("#active > li")).to_have_count(9)


def test_chips_add_families(opened: Open) -> None:
    """Defence alone at first; another chip adds its clauses to the second line."""
    page = opened()
    before = len(page.evaluate("window.foedus.stage.drawn"))
    page.get_by_role("button", name=re.compile("^Consult")).click()
    assert len(page.evaluate("window.foedus.stage.drawn")) > before
    expect(page.get_by_role("button", name=re.compile("^Consult"))).to_have_attribute("aria-pressed", "true")


def test_a_badge_opens_its_evidence(opened: Open) -> None:
    """A click on the number of Kursk shows the clause, its events, who asserts and who disputes, and sources."""
    page = opened("#on=2024-10-28&known=then")
    page.mouse.click(*_place(page, "case", "rus-prk-2024-kursk"))
    panel = page.locator("#detail")
    expect(panel).to_contain_text("Article 4 and the war in Ukraine (Kursk)")
    expect(panel).to_contain_text("not in force yet")
    expect(panel.locator(".asserts").first).to_be_visible()
    expect(panel.locator(".disputes").first).to_be_visible()
    assert all(
        re.match("https?://", url) for url in panel.locator(".sources a").evaluate_all("all => all.map(a => a.href)")
    )
    assert "2025" not in (panel.locator(".event-head").all_text_contents() or [])
    page.get_by_role("button", name="All active clauses").click()
    expect(page.locator("#overview")).to_be_visible()


def test_evidence_that_was_not_known_is_left_out(opened: Open) -> None:
    """The admissions of April 2025 are there today and not there as known in October 2024."""
    link = "#on=2024-10-28&see=case.rus-prk-2024-kursk"
    then, today = opened(link + "&known=then"), opened(link)
    assert today.locator(".chain > li").count() > then.locator(".chain > li").count()
    assert "2025" in (today.locator("#detail").text_content() or "")
    events = then.locator(".chain .event-head").all_text_contents()
    assert events
    assert not any("2025" in event or "2026" in event for event in events)


def test_entry_into_force_is_not_foretold(opened: Open) -> None:
    """The treaty panel says when a treaty entered into force only where that was known."""
    link = "#on=2022-02-24&see=treaty.rus-dnr-2022"
    assert "in force 25 February 2022" in (opened(link).locator("#detail").text_content() or "")
    then = opened(link + "&known=then").locator("#detail").text_content() or ""
    assert "No parties bound on this day" in then
    assert "25 February 2022" not in then


def test_a_source_dated_after_k_is_marked(opened: Open) -> None:
    """A report dated two days later stays, and says 'published later'."""
    page = opened("#on=2024-10-28&known=then&see=case.rus-prk-2024-kursk")
    expect(page.locator(".later").first).to_have_text("published later")


def test_old_evidence_says_its_age(opened: Open) -> None:
    """Evidence two years old or older on the day must not look like news."""
    page = opened("#on=2001-10-05")
    expect(page.locator("#active")).to_contain_text("31 December 1992, 8 years before")


def test_the_secret_treaty_of_london(opened: Open) -> None:
    """It is not known in May 1915, and known from 1918 on."""
    lines = """() => window.foedus.stage.drawn
      .some((id) => window.foedus.data.lines[id].treaty.id === "treaty-of-london-1915")"""
    assert not opened("#on=1915-05-01&known=then&duty=defend.attack.help.consult.out").evaluate(lines)
    assert opened("#on=1915-05-01&known=1918-01-01&duty=defend.attack.help.consult.out").evaluate(lines)


def test_the_second_clock_appears_only_when_asked(opened: Open) -> None:
    """'on…' brings a second handle with a veil; 'today' takes them away."""
    page = opened("#on=1915-05-01")
    second = page.get_by_role("slider", name="Day of knowledge")
    expect(second).to_be_hidden()
    page.get_by_role("button", name="on…").click()
    expect(second).to_be_visible()
    page.locator("#known-date").fill("1917-12-01")
    page.locator("#known-date").press("Enter")
    expect(page.locator("#veil-words")).to_have_text("known by 1 December 1917; later facts left out")
    page.get_by_role("button", name="today", exact=True).click()
    expect(second).to_be_hidden()


def test_double_click_shows_own_ties(opened: Open) -> None:
    """A double click on a dot leaves its treaties alone; a second one brings everybody back."""
    page = opened("#on=1914-08-05&frame=europe")
    everything = len(page.evaluate("window.foedus.stage.drawn"))
    page.mouse.dblclick(*_place(page, "actor", "ITA"))
    own = page.evaluate(
        """() => window.foedus.stage.drawn.map((id) => window.foedus.data.lines[id])
          .map(({ one, other }) => [one, other].map((actor) => window.foedus.data.actors[actor]?.id))"""
    )
    assert 0 < len(own) < everything
    assert all("ITA" in ends for ends in own)
    page.mouse.dblclick(*_place(page, "actor", "ITA"))
    assert len(page.evaluate("window.foedus.stage.drawn")) == everything


def test_a_link_reproduces_the_view(opened: Open) -> None:
    """What the address says after some choices gives the same page when it is opened."""
    page = opened()
    page.locator("#date").fill("1939-09-03")
    page.locator("#date").press("Enter")
    page.get_by_role("button", name="on that day").click()
    page.get_by_role("button", name=re.compile("^Keep out")).click()
    page.get_by_role("button", name="Network").click()
    page.locator("#active .entry").first.click()
    fragment = _fragment(page)
    again = opened(fragment)
    for part in ("#sentence", "#split", "#detail-title", "#chips"):
        assert again.locator(part).text_content() == page.locator(part).text_content()
    assert sorted(again.evaluate("window.foedus.stage.drawn")) == sorted(page.evaluate("window.foedus.stage.drawn"))
    assert _fragment(again) == fragment


def test_the_way_back_leads_to_what_was_seen_before(opened: Open) -> None:
    """A choice and another layout are steps of the browser's history; a step in time is none."""
    page = opened("#on=1914-08-05")
    page.locator("#active .entry").first.click()
    expect(page.locator("#detail")).to_be_visible()
    _fragment(page)
    page.get_by_role("button", name="Network").click()
    _fragment(page)
    page.get_by_role("button", name="Next event").click()
    _fragment(page)
    page.go_back()
    expect(page.get_by_role("button", name="Map", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#detail")).to_be_visible()
    page.go_back()
    expect(page.locator("#overview")).to_be_visible()
    expect(page.locator("#sentence")).to_contain_text("On 5 August 1914")


def test_a_date_that_cannot_be_shown_is_told(opened: Open) -> None:
    """What is no date, and what lies after the data."""
    page = opened()
    field = page.locator("#date")
    complaint = "document.getElementById('date').validationMessage"
    field.fill("yesterday")
    field.press("Enter")
    assert "1914-08-05" in page.evaluate(complaint)
    assert field.get_attribute("aria-invalid") == "true"
    field.fill("2999")
    field.press("Enter")
    assert page.evaluate(complaint) == "The nearest day that can be shown is 25 November 2026"
    field.fill("1914-08-05")
    assert page.evaluate(complaint) == ""
    field.press("Enter")
    assert page.evaluate(complaint) == ""


def test_a_word_of_a_name_finds_the_party_first(opened: Open) -> None:
    """Parties before cases, wherever in the name the word stands."""
    page = opened()
    page.get_by_role("combobox", name="Search parties, treaties, cases").fill("korea")
    found = page.locator("#found").get_by_role("option")
    assert [each.split("party")[0].strip() for each in found.all_text_contents()[:2]] == ["North Korea", "South Korea"]


def test_every_kind_of_duty_by_one_word(opened: Open) -> None:
    """The address takes ``any`` as the command line does."""
    expect(opened("#duty=any").locator("#chips [aria-pressed=false]")).to_have_count(0)


def test_what_was_known_later_is_not_passed_over(opened: Open) -> None:
    """Summaries are told with what is known today: said where the day of knowledge is an earlier one."""
    then = opened("#on=2024-10-28&known=then&see=case.rus-prk-2024-kursk")
    expect(then.locator("#detail .hindsight")).to_have_count(1)
    today = opened("#on=2024-10-28&see=case.rus-prk-2024-kursk")
    expect(today.locator("#detail .chain").first).to_be_visible()
    expect(today.locator("#detail .hindsight")).to_have_count(0)


@pytest.mark.parametrize(
    "fragment", ["#on=banana&see=case.nothing&party=nobody&frame=x&layout=y&duty=zz", "#%%%", "#see=__proto__.x"]
)
def test_a_broken_link_opens_the_page(opened: Open, fragment: str) -> None:
    """What a fragment says wrongly is as at first view."""
    expect(opened(fragment).locator("#sentence")).to_contain_text("active.")


def test_both_layouts_draw_the_same_lines(opened: Open) -> None:
    """The network has the lines of the map, its nodes elsewhere; nothing moves by itself."""
    page = opened()
    treaties = """() => [...new Set(window.foedus.stage.drawn.map((id) => window.foedus.data.lines[id])
      .map(({ treaty, one, other }) => `${treaty.id} ${one} ${other}`))].sort()"""
    place = "() => [window.foedus.stage.node(0), window.foedus.stage.node(50)].map(({ x, y }) => [x, y])"
    on_map, at = page.evaluate(treaties), page.evaluate(place)
    page.get_by_role("button", name="Network").click()
    assert page.evaluate(treaties) == on_map
    moved = page.evaluate(place)
    assert moved != at
    page.wait_for_timeout(300)
    assert page.evaluate(place) == moved


def test_the_map_by_keyboard(opened: Open) -> None:
    """The map takes the focus; plus and arrows zoom and pan; Escape closes what was chosen."""
    page = opened("#see=treaty.nato-1949")
    page.locator("#map").focus()
    scale = page.evaluate("window.foedus.stage.scale")
    page.keyboard.press("+")
    assert page.evaluate("window.foedus.stage.scale") > scale
    page.keyboard.press("Escape")
    expect(page.locator("#overview")).to_be_visible()


def test_alliances_as_bars_choose_their_members(opened: Open) -> None:
    """The bar of NATO opens its treaty, and only its members are named on the map."""
    page = opened()
    page.locator("#alliances").get_by_role("button", name=re.compile("^NATO")).click()
    expect(page.locator("#detail-title")).to_have_text("The North Atlantic Treaty")
    expect(page.locator("#detail")).to_contain_text("32 parties bound on this day")
    names = page.evaluate("window.foedus.painter.lettering.report.names.map(({ text }) => text)")
    assert "Canada" in names
    assert "Japan" not in names


def test_what_is_printed(opened: Open) -> None:
    """On paper: the sentence, the map and the list; no chips, no strip; light colours."""
    page = opened(color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    for seen in ("#sentence", "#map", "#active"):
        expect(page.locator(seen)).to_be_visible()
    for unseen in ("#chips", "#strip", "#layouts"):
        expect(page.locator(unseen)).to_be_hidden()
    assert page.evaluate("window.foedus.painter.colours.paper") == "#ffffff"
