"""The page of claims: what it shows is what ``kg.check`` finds, and each claim opens it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from foedus.analysis.claims import CheckedClaim, Fact, Finding, Word
from foedus.cli.view import view as command
from foedus.errors import BadQuery
from foedus.knowledge_graph import KnowledgeGraph
from foedus.model import Claim, ClaimSource, Derived, World
from foedus.view.atlas import atlas
from foedus.view.claims import claims
from foedus.view.part import part
from view.conftest import Open
from view.poison import EVIL
from view.test_accessible import AXE, faults

OWN = """\
source: {publisher: "The Daily", author: "A. Reader", title: "Allies", date: 1950-01, url: null}
claims:
  - id: rio-1
    kind: law
    claimant: "A. Speaker"
    text: "The American states owe each other defence."
    look_at: "a duty of defence of rio-1947"
    check:
      supported: |
        SELECT ?fact {
          ?fact fo:kind "defense" ; fo:imposedBy/fo:partOf treaty:rio-1947 .
          treaty:rio-1947 fo:knownFrom ?k . FILTER(?k <= $known)
        }
"""
SIDES = ("then", "now")


@pytest.fixture(scope="session")
def checked(kg: KnowledgeGraph) -> tuple[CheckedClaim, ...]:
    """The bundled claims, now being the day of the data."""
    return kg.check(on=kg.edition, known=kg.edition)


@pytest.fixture(scope="session")
def claims_file(world: World, checked: tuple[CheckedClaim, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their page."""
    return claims(world, checked).save(tmp_path_factory.mktemp("claims") / "claims.html")


@pytest.fixture(scope="module")
def site(
    world: World, derived: Derived, checked: tuple[CheckedClaim, ...], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A small site with them."""
    few = part(world, derived, {"rus-prk-2024"})
    return atlas(*few, tmp_path_factory.mktemp("site") / "atlas", checked=checked)


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab that may follow links."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def test_the_verdicts_are_those_of_the_check(
    opened: Open, claims_file: Path, checked: tuple[CheckedClaim, ...]
) -> None:
    """Claim by claim, both verdicts in words, in the order of the file; where they differ it is marked."""
    page = opened(page_file=claims_file)
    rows = page.locator(".claim").evaluate_all(
        """all => all.map((row) => [
          row.dataset.claim, row.querySelector(".claim-text").textContent,
          ...["then", "now"].map((day) => row.querySelector(`.verdict.${day} .verdict-word`).textContent),
          row.classList.contains("differs")])"""
    )
    assert rows == [
        [one.claim.id, one.claim.text, *(_words(found.verdict) for found in (one.then, one.now)),
         one.then.verdict != one.now.verdict]
        for one in checked
    ]  # fmt: skip


def test_the_headline_counts_them(opened: Open, claims_file: Path, checked: tuple[CheckedClaim, ...]) -> None:
    """Supported then and now in the sentence, every verdict in the counts, and how many differ."""
    page = opened(page_file=claims_file)
    then, now = (Counter(getattr(one, day).verdict for one in checked) for day in SIDES)
    expect(page.locator("h1")).to_have_text(
        f"Of {len(checked)} claims, {then['supported']} were supported by what was known on their own date; "
        f"as known on 25 November 2026, {now['supported']} are."
    )
    differ = sum(one.then.verdict != one.now.verdict for one in checked)
    expect(page.locator("#split")).to_contain_text(f"{differ} verdicts differ")
    for day, counts in (("then", then), ("now", now)):
        for verdict, number in counts.items():
            chip = page.locator(f'.chip[data-day="{day}"][data-verdict="{verdict}"]')
            expect(chip.locator("b")).to_have_text(str(number))
    expect(page.get_by_role("link", name=checked[0].source.title)).to_have_attribute("href", checked[0].source.url)


def test_each_side_has_the_facts_of_its_day(opened: Open, claims_file: Path, checked: tuple[CheckedClaim, ...]) -> None:
    """All that was found then on one side, all that is found now on the other, with what is missing and counted."""
    page = opened(page_file=claims_file)
    for one in checked:
        row = page.locator(f'.claim[data-claim="{one.claim.id}"]')
        for day in SIDES:
            finding: Finding = getattr(one, day)
            side = row.locator(f".side.{day}")
            shown = side.locator("[data-fact]").evaluate_all("all => all.map((each) => each.dataset.fact)")
            assert shown == [" ".join(fact.key) for found in finding.found for fact in found.facts], one.claim.id
            text = side.text_content() or ""
            assert (finding.missing or "").removeprefix("not borne out: ") in text
            for value in (value for counted in finding.counts for value in counted.values()):
                assert f"{value:,}" in text


def test_nothing_later_is_among_what_was_known_then(
    opened: Open, claims_file: Path, checked: tuple[CheckedClaim, ...], world: World
) -> None:
    """No fact known later, and no source that may have been published later, is on the side of the claim's own day."""
    dates = {each.url: each.date for treaty in world.treaties.values() for each in treaty.sources.values() if each.date}
    page = opened(page_file=claims_file)
    seen = 0
    for one in checked:
        sources = page.locator(f'.claim[data-claim="{one.claim.id}"] .side.then .source')
        for address, text in sources.evaluate_all(
            "all => all.map((each) => [each.querySelector('a').getAttribute('href'), each.textContent])"
        ):
            written = dates.get(address)
            assert not written or written.last <= one.then.known, text
            seen += 1
        assert all(not fact.known_from or fact.known_from <= one.then.known for fact in one.then.facts)
    assert seen > 50


def test_a_claim_opens_its_evidence(opened: Open, claims_file: Path) -> None:
    """By pointer and by keyboard: who asserts, who disputes, since when, sources, and what changed."""
    page = opened(page_file=claims_file)
    row = page.locator('.claim[data-claim="fwm-05"]')
    expect(row.locator(".opened")).to_be_hidden()
    row.locator("summary").click()
    expect(row.locator(".opened")).to_be_visible()
    fact = row.locator('.now [data-fact="Event rus-prk-2025-04-28-kcna"]').first
    expect(fact.locator(".asserts")).to_contain_text("Korea for North Korea asserted (28 April 2025)")
    expect(fact.locator(".disputes")).to_have_count(3)
    expect(fact).to_contain_text("known since 28 April 2025")
    expect(fact.locator('.source a[href="https://tass.com/world/1950153"]')).to_have_text("TASS")
    expect(row.locator('.then [data-fact="Event rus-prk-2025-04-28-kcna"]')).to_have_count(0)
    expect(row.locator(".changed")).to_contain_text("the verdict is the same; 7 facts came: invocation, 28 April 2025")
    expect(page).to_have_url(re.compile("#claim=fwm-05$"))
    row.locator("summary").press("Enter")
    expect(row.locator(".opened")).to_be_hidden()


def test_it_opens_without_a_script(browser: Browser, claims_file: Path) -> None:
    """Everything but the choice of verdicts."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(claims_file.as_uri())
    page.locator('.claim[data-claim="fwm-11"] summary').click()
    expect(page.locator('.claim[data-claim="fwm-11"] .changed')).to_contain_text("was contested and is supported")
    context.close()


def test_verdicts_filter_and_the_address_says_so(
    opened: Open, claims_file: Path, checked: tuple[CheckedClaim, ...]
) -> None:
    """A verdict of each day may be chosen; the link reproduces it; what it says wrongly is left out."""
    page = opened(page_file=claims_file)
    page.locator('.chip[data-day="then"][data-verdict="not-covered"]').click()
    page.locator('.chip[data-day="now"][data-verdict="contested"]').click()
    expect(page).to_have_url(re.compile("#then=not-covered&now=contested$"))
    wanted = [one.claim.id for one in checked if (one.then.verdict, one.now.verdict) == ("not-covered", "contested")]
    assert wanted
    assert _shown(page) == wanted
    expect(page.locator("#shown-words")).to_have_text(f"{len(wanted)} of {len(checked)} claims shown.")
    page.get_by_role("button", name="show all").click()
    assert len(_shown(page)) == len(checked)
    again = opened("#differ=yes&claim=fwm-11&now=nonsense", page_file=claims_file)
    assert _shown(again) == [one.claim.id for one in checked if one.then.verdict != one.now.verdict]
    expect(again.locator('.claim[data-claim="fwm-11"] .opened')).to_be_in_viewport()


def _shown(page: Page) -> list[str]:
    found: list[str] = page.locator(".claim:visible").evaluate_all("all => all.map((each) => each.dataset.claim)")
    return found


def test_printed_open(opened: Open, claims_file: Path) -> None:
    """On paper every claim is open and light; afterwards they are as before."""
    page = opened("#claim=fwm-05", page_file=claims_file, color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".claim[open]").count() == page.locator(".claim").count()
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".claim[open]").evaluate_all("all => all.map((each) => each.dataset.claim)") == ["fwm-05"]


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: npm install")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["desk", "phone"])
def test_axe_finds_nothing_serious(opened: Open, claims_file: Path, size: tuple[int, int], scheme: str) -> None:
    """In both themes and sizes, with evidence open; a phone scrolls one way, and a thumb finds what it presses."""
    viewport = {"width": size[0], "height": size[1]}
    page = opened("#claim=fwm-30", page_file=claims_file, color_scheme=scheme, viewport=viewport, bypass_csp=True)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    if size[0] == 390:
        controls = page.locator(".plain:visible, .chip:visible, summary:visible")
        assert min(controls.evaluate_all("all => all.map((each) => each.getBoundingClientRect().height)")) >= 44


def test_markup_in_claims_is_shown_as_text(
    opened: Open, hostile: World, checked: tuple[CheckedClaim, ...], tmp_path: Path
) -> None:
    """In every field of a claim, its source and its evidence; no address that is a script is a link."""
    evil = [_poisoned(one) for one in checked]
    page = opened("#claim=fwm-05", page_file=claims(hostile, evil).save(tmp_path / "hostile.html"))
    for part_ in ("h2", ".claim-text", ".claim-meta", ".decided", ".fact-head", ".fact > p", ".positions", ".missing"):
        assert "</script><img" in (page.locator(part_).all_text_contents()[0]), part_
    assert page.locator("main a, main img, main b, #evil").count() == 0
    assert page.evaluate("window.evil") is None
    markup = page.content()
    assert "javascript:" not in re.sub(r">[^<]*<", "><", markup)


def _poisoned(one: CheckedClaim) -> CheckedClaim:
    """A claim with markup wherever text may stand."""
    address = "javascript:window.evil=1"
    claim = one.claim.model_dump() | {"kind": EVIL, "text": EVIL, "look_at": EVIL, "claimant": EVIL}
    source = ClaimSource(publisher=EVIL, author=EVIL, title=EVIL, date=one.source.date, url=address)

    def fact(each: Fact) -> Fact:
        words = (Word("asserts", EVIL, ("RUS",), "2024-10-24"), Word("disputes", EVIL, (EVIL,), EVIL))
        return replace(
            each, name=EVIL, said=EVIL, words=words, sources=(address, EVIL)
        )  # fmt: skip

    def finding(each: Finding) -> Finding:
        found = tuple(
            replace(query, name=EVIL, facts=tuple(map(fact, query.facts))) for query in each.found
        )  # fmt: skip
        return replace(each, found=found, missing=EVIL, counts=({EVIL: 1},))

    return CheckedClaim(Claim.model_validate(claim), source, finding(one.then), finding(one.now))


def test_a_file_of_ones_own(opened: Open, kg: KnowledgeGraph, tmp_path: Path) -> None:
    """``kg.view("claims", file=…)``; a source without an address is no link, another claimant is named."""
    own = tmp_path / "mine.yaml"
    own.write_text(OWN, encoding="utf-8")
    page = opened(page_file=kg.view("claims", file=own, on="2026-11-25").save(tmp_path / "mine.html"))
    expect(page.locator("h1")).to_contain_text("Of 1 claim, 1 was supported by what was known on its own date")
    expect(page.locator("#split")).to_contain_text("No verdict differs")
    expect(page.locator(".claim-meta")).to_contain_text("rio-1 · law · claimed by A. Speaker")
    expect(page.locator(".column-head").first).to_have_text("then: as known on 31 January 1950")
    expect(page.locator("h2 a")).to_have_count(0)
    page.locator("summary").click()
    assert page.locator(".then [data-fact]").count() == page.locator(".now .as-then").count() > 0


def test_the_command_writes_it(kg: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Into the file that is named, else ``claims.html``; a page takes no more than it knows."""
    monkeypatch.setattr("foedus.cli.graph.opened", lambda: kg)
    monkeypatch.setattr(KnowledgeGraph, "close", lambda _: None)
    monkeypatch.chdir(tmp_path)
    Path("mine.yaml").write_text(OWN, encoding="utf-8")
    done = CliRunner().invoke(command, ["claims", "mine.yaml", "--known", "1949-01-01"])
    assert (done.exit_code, done.output) == (0, "claims.html\n")
    assert "as known on 1 January 1949" in Path("claims.html").read_text(encoding="utf-8")
    with pytest.raises(BadQuery, match="takes no party, but file"):
        kg.view("claims", party="RUS")


def test_no_claims(opened: Open, world: World, tmp_path: Path) -> None:
    """A page of none says so."""
    page = opened(page_file=claims(world, ()).save(tmp_path / "none.html"))
    expect(page.locator("h1")).to_have_text("No claim is checked here.")


def test_the_atlas_has_it(tab: Page, site: Path) -> None:
    """The front page and every other lead to it, and what its facts name leads to its page."""
    tab.goto((site / "index.html").as_uri())
    tab.locator(".front-about").get_by_role("link", name="Claims").click()
    tab.wait_for_url(re.compile(r"claims\.html"))
    row = tab.locator('.claim[data-claim="fwm-05"]')
    row.locator("summary").click()
    expect(row.locator(".within a")).to_have_count(2)
    expect(row.get_by_role("link", name="North Korea").first).to_have_attribute("href", "party/PRK.html")
    for address in tab.locator("a").evaluate_all("all => all.map((each) => each.getAttribute('href'))"):
        assert address.startswith(("http://", "https://")) or (site / address).is_file(), address
    expect(row.locator('.now [data-fact="Event rus-prk-2025-04-28-kcna"] .disputes').last).to_have_text(
        "Ukraine disputed (28 April 2025)"
    )
    row.locator(".within a").first.click()
    tab.wait_for_url(re.compile(r"case/rus-prk-2024-kursk\.html"))
    expect(tab.locator(".site-nav").get_by_role("link", name="Claims")).to_have_attribute("href", "../claims.html")


def _words(verdict: str) -> str:
    return verdict.replace("-", " ")
