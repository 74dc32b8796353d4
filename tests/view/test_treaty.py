"""The page of a treaty: bars of parties and clauses, the headline, what is known, links between pages."""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import expect

from foedus.model import Derived, Treaty, World
from foedus.status import Known
from foedus.view.case import case as case_page
from foedus.view.moments import lifetime
from foedus.view.treaty import treaty as treaty_page
from view.conftest import Open
from view.spans import bands

TREATIES = ("rus-prk-2024", "nato-1949", "anzus-1951", "triple-alliance-1882")
SHOW = "([on, known]) => window.foedus.sheet.update({ on, asOf: known, clock: 'on' })"
LANES = """() => [...document.querySelectorAll("#lanes .lane")].map((lane) => [...lane.querySelectorAll(".span")]
  .map(({ dataset }) => [Number(dataset.from), Number(dataset.until), dataset.key]))"""

Made = Callable[[str], Path]


@pytest.fixture(scope="module")
def made(world: World, derived: Derived, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Pages of treaties, each made once."""
    folder = tmp_path_factory.mktemp("treaties")

    def make(name: str) -> Path:
        file = folder / f"{name}.html"
        return file if file.exists() else treaty_page(world, derived, treaty=name).save(file)

    return make


def _days(treaty: Treaty, last: date) -> Iterator[tuple[date, date]]:
    first = treaty.signed.date.first
    chance = random.Random(treaty.id)
    for _ in range(7):
        on = first + timedelta(days=chance.randrange((last - first).days))
        yield on, min(max(first, on + timedelta(days=chance.choice([-400, 0, 400, 99999]))), last)
    yield last, last


@pytest.mark.parametrize("name", TREATIES)
def test_bars_are_the_rectangles(opened: Open, made: Made, world: World, derived: Derived, name: str) -> None:
    """Every clause, party and case with a span has its lane, and no other; as known on eight days."""
    treaty, last = world.treaties[name], world.edition.date.last
    page = opened(page_file=made(name))
    first = date.fromordinal(page.evaluate("window.foedus.bounds.first"))
    for on, known in _days(treaty, last):
        page.evaluate(SHOW, [on.toordinal(), known.toordinal()])
        lanes = page.evaluate(LANES)
        drawn = sorted([tuple(span) for span in spans] for spans in lanes)
        assert drawn == sorted(filter(None, _expected(treaty, derived, known, first, last))), (on, known)


def _expected(
    treaty: Treaty, derived: Derived, known: date, first: date, last: date
) -> Iterator[list[tuple[int, int, str]]]:
    for actor in treaty.party_ids:
        spells = [spell for spell in derived.force if (spell.treaty, spell.actor) == (treaty.id, actor)]
        yield bands(spells, lambda force: str(force.status), known, first, last)
    for article in treaty.articles:
        for position in range(1, len(article.obligations) + 1):
            key = (treaty.id, article.number, position)
            clause = [spell for spell in derived.clauses if (spell.treaty, spell.article, spell.position) == key]
            yield bands(clause, lambda force: str(force.status), known, first, last)
    for case in treaty.cases:
        states = [state for state in derived.cases if state.case == case.id]
        yield bands(states, lambda value: "active" if value.activity == "active" else None, known, first, last)


@pytest.mark.parametrize("name", TREATIES)
def test_the_headline_counts_the_bound(opened: Open, made: Made, world: World, derived: Derived, name: str) -> None:
    """Whom it binds on the day, as known: the binding rectangles, third states aside."""
    treaty, last = world.treaties[name], world.edition.date.last
    page = opened(page_file=made(name))
    for on, known in _days(treaty, last):
        page.evaluate(SHOW, [on.toordinal(), known.toordinal()])
        bound = {
            spell.actor
            for spell in derived.force
            if spell.treaty == name and spell.rectangle.covers(on, known) and spell.value.binding
        } & set(treaty.party_ids)
        found = page.evaluate(
            """() => window.foedus.ofWhom(window.foedus.view.on, window.foedus.known)
              .filter(({ force }) => force.since !== null).map(({ actor }) => actor.id)"""
        )
        assert set(found) == bound, (on, known)


def test_the_headline_in_words(opened: Open, made: Made) -> None:
    """Names up to three, numbers above; what is not bound is said too."""
    words = {
        "rus-prk-2024#on=2024-10-28&known=then": "On 28 October 2024, as far as was known that day, this treaty bound "
        "nobody: not yet in force for North Korea and Russia.",
        "nato-1949": "this treaty binds 32 parties.",
        "nato-1949#on=2001-10-05": "this treaty bound nineteen parties: not yet in force for thirteen.",
        "triple-alliance-1882#on=1882-06-15&known=then": "nothing was publicly known of this treaty.",
    }
    for place, sentence in words.items():
        name, _, fragment = place.partition("#")
        page = opened(f"#{fragment}" if fragment else "", page_file=made(name))
        expect(page.locator("#sentence")).to_contain_text(sentence)
    expect(opened(page_file=made("anzus-1951")).locator("#split")).to_contain_text("4 of 6 clauses are in force.")


def test_a_secret_treaty_says_nothing(opened: Open, made: Made) -> None:
    """Before it was public no article, act, case, note or source of it is shown, nor its lanes."""
    page = opened("#on=1882-06-15&known=then", page_file=made("triple-alliance-1882"))
    assert page.locator("#lanes .lane, .article, .acts li, .cases li, .sources, #facts dt").count() == 0


@pytest.mark.parametrize("name", TREATIES)
def test_acts_and_articles_as_known(opened: Open, made: Made, world: World, name: str) -> None:
    """Those that K knows, and sources of the list that were there; doubts and duration only as known today."""
    treaty, last = world.treaties[name], world.edition.date.last
    day = Known(world)
    page = opened(page_file=made(name))
    for on, known in _days(treaty, last):
        page.evaluate(SHOW, [on.toordinal(), known.toordinal()])
        public = day.treaty(treaty) <= known
        acts = [act for act in treaty.lifecycle if public and day.act(treaty, act) <= known]
        articles = [one for one in treaty.articles if public and day.article(treaty, one) <= known]
        there = [s for s in treaty.sources.values() if public and (s.date is None or s.date.last <= known)]
        assert page.locator(".acts li").count() == len(acts)
        assert page.locator(".story .article").count() == len(articles)
        assert page.locator("#texts .source").count() == len(there)
        assert (page.locator(".doubts li").count() > 0) == (bool(treaty.doubts) and known == last)


def test_clauses_between_some_say_between_whom(opened: Open, made: Made) -> None:
    """ANZUS is owed pair by pair, so that each bar names its pair."""
    page = opened(page_file=made("anzus-1951"))
    labels = page.locator("#lanes .between").all_text_contents()
    assert "New Zealand – United States" in labels
    assert len(set(labels)) == 3


def test_the_address_reproduces_the_view(opened: Open, made: Made) -> None:
    """Both days come back from the fragment."""
    page = opened("#on=1990-01-01&known=1995-06-01", page_file=made("nato-1949"))
    page.get_by_role("button", name="Next event").click()
    page.wait_for_timeout(250)
    again = opened(page.evaluate("location.hash"), page_file=made("nato-1949"))
    for part in ("#sentence", "#split", "#lanes", "#story", "#facts", "#texts"):
        assert again.locator(part).inner_html() == page.locator(part).inner_html()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", TREATIES)
def test_no_label_touches_another(opened: Open, made: Made, name: str, width: int) -> None:
    """Years on both axes stand apart, labels of lanes stay in their rows, nothing is wider than the page."""
    page = opened(page_file=made(name), viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for axis in ("#axis", "#axis-top"):
        boxes = page.locator(f"{axis} span").evaluate_all(
            "all => all.map((each) => each.getBoundingClientRect()).map(({ left, right }) => [left, right])"
        )
        assert all(one[1] <= other[0] for one, other in pairwise(sorted(boxes)))
    rows = page.locator("#lanes .lane-label").evaluate_all(
        "all => all.map((each) => each.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom])"
    )
    assert all(one[1] <= other[0] + 0.5 for one, other in pairwise(rows))


def test_a_beginning_of_which_the_year_is_known_is_a_year(opened: Open, made: Made, world: World) -> None:
    """No day is shown that nobody gave; where a treaty has a day of its own, it is that day."""
    treaty = world.treaties["cub-prk-1986"]
    assert {str(party.from_) for party in treaty.parties} == {"1986"}
    page = opened("#on=2000-01-01", page_file=made(treaty.id))
    notes = page.locator("#lanes .lane-note").all_text_contents()
    assert set(notes) - {""} == {"since 1986"}
    page = opened("#on=2000-01-01", page_file=made("nato-1949"))
    assert "since 24 August 1949" in page.locator("#lanes .lane-note").all_text_contents()


class _Site:
    """A site that has a page for everything, and no search."""

    names = ""

    def href(self, kind: str, id: str) -> str | None:
        return f"../{kind}/{id}.html"


def test_links_lead_to_the_same_days(opened: Open, world: World, derived: Derived, tmp_path: Path) -> None:
    """In a site names are links that keep both days; in a file that stands alone they are text."""
    fragment = "#on=2024-10-28&known=then"
    site = {
        "treaty": treaty_page(world, derived, treaty="rus-prk-2024", links=_Site()).save(tmp_path / "treaty.html"),
        "case": case_page(world, derived, case="rus-prk-2024-kursk", links=_Site()).save(tmp_path / "case.html"),
    }
    page = opened(fragment, page_file=site["treaty"])
    case = page.locator(".cases").get_by_role("link", name="Article 4 and the war in Ukraine (Kursk), 2024–")
    assert case.get_attribute("href") == f"../case/rus-prk-2024-kursk.html{fragment}"
    assert page.locator("#lanes a[href^='../party/RUS.html']").count() == 1
    assert page.locator(f"#facts a[href='../treaty/rus-prk-2000.html{fragment}']").count() == 1
    page = opened(fragment, page_file=site["case"])
    assert page.locator("#kicker a").get_attribute("href") == f"../treaty/rus-prk-2024.html{fragment}"
    alone = treaty_page(world, derived, treaty="rus-prk-2024").save(tmp_path / "alone.html")
    assert opened(page_file=alone).locator("a:not([href^='http'])").count() == 0


def test_every_treaty_has_an_axis(world: World, derived: Derived) -> None:
    """It rises from 0 to 1."""
    for treaty in world.treaties.values():
        bends = lifetime(treaty, derived, world.edition.date.last)
        assert (bends[0][1], bends[-1][1]) == (0, 1), treaty.id
        assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(bends)), treaty.id
