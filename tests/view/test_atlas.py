"""A whole site: its links, its search, its bytes; from disk and from a web server."""

import functools
import http.server
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from foedus.cli.atlas import atlas as command
from foedus.errors import FoedusError
from foedus.knowledge_graph import KnowledgeGraph
from foedus.model import Actor, Derived, World
from foedus.view.atlas import atlas
from foedus.view.part import part
from foedus.view.site import Site
from view.conftest import is_fault
from view.test_accessible import AXE, faults

FEW = ("rus-prk-2024", "anzus-1951", "alliance-of-sahel-states-2023", "triple-alliance-1882")
PAGES = {
    "front": "index.html",
    "index": "all.html",
    "map": "map.html",
    "party": "party/PRK.html",
    "treaty": "treaty/rus-prk-2024.html",
    "case": "case/rus-prk-2024-kursk.html",
}
ADDRESS = re.compile(r'(?:href|src)="([^"]*)"')
DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
NAMES = re.compile(r"window\.foedusNames = (.*);")
AGAIN = """
import hashlib, sys
from pathlib import Path
from foedus.ingest import read
from foedus.resources import folder
from foedus.status import derive
from foedus.view.atlas import atlas
from foedus.view.part import part
world = read([folder("data")])
made = atlas(*part(world, derive(world), sys.argv[2:]), sys.argv[1])
for file in sorted(made.rglob("*")):
    if file.is_file():
        print(file.relative_to(made), hashlib.sha256(file.read_bytes()).hexdigest())
"""


@pytest.fixture(scope="module")
def whole(world: World, derived: Derived, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of all bundled data."""
    return atlas(world, derived, tmp_path_factory.mktemp("whole") / "atlas")


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab whose pages fail in nothing and ask for nothing outside the site."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(10_000)
    failed: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("console", lambda message: failed.append(message.text) if is_fault(message) else None)
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert failed == []
    homes = ("file:///", "http://127.0.0.1:", "blob:", "data:")
    assert [url for url in asked if not url.startswith(homes)] == []


@pytest.fixture
def served(whole: Path) -> Iterator[str]:
    """The site at a port of its own, as any web server gives it."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(whole))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def _ready(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("html[data-ready=yes]", state="attached")


def _links(html: str) -> set[str]:
    """Addresses in markup, and those that scripts make links of."""
    found = {unescape(address) for address in ADDRESS.findall(html)}
    for data in DATA.findall(html):
        for of_kind in json.loads(data).get("links", {}).values():
            found |= set(of_kind.values())
    return found


def test_every_address_leads_to_a_file(whole: Path) -> None:
    """In markup, in data and in the names of the search; all relative, save sources on the web."""
    seen = 0
    for file in whole.rglob("*.html"):
        for address in _links(file.read_text(encoding="utf-8")):
            if address.startswith(("#", "http://", "https://")):
                continue
            assert not address.startswith("/")
            target = file.parent / address.partition("#")[0]
            assert target.resolve().is_file(), (file, address)
            seen += 1
    assert seen > 5000
    for script in (whole / "assets").glob("*.js"):
        for names in NAMES.findall(script.read_text(encoding="utf-8")):
            assert all((whole / href).is_file() for *_, href in json.loads(names))


def test_there_is_a_page_for_everything(whole: Path, world: World) -> None:
    """Each party, treaty and case, and three of the whole."""
    cases = sum(len(treaty.cases) for treaty in world.treaties.values())
    pages = len(list(whole.rglob("*.html")))
    assert pages == len(world.actors) + len(world.treaties) + cases + 3


def test_what_pages_share_stands_once(whole: Path) -> None:
    """The renderer in one file; no page carries a script or a style; sizes that a reader can wait for."""
    assets = [file.read_text(encoding="utf-8") for file in (whole / "assets").iterdir()]
    assert sum("@version 9.1.2" in text for text in assets) == 1
    assert len(set(assets)) == len(assets) <= 20
    for file in whole.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert "<style" not in html
        assert not re.search(r"<script>", html)
        assert "script-src &#39;self&#39;" in html or "script-src 'self'" in html
        assert file.stat().st_size < 1_500_000, file
    assert sum(file.stat().st_size for file in whole.rglob("*") if file.is_file()) < 40_000_000


@pytest.mark.parametrize("name", PAGES)
def test_it_opens_from_disk(tab: Page, whole: Path, name: str) -> None:
    """Scripts and styles of the site run under the policy 'self', from disk too."""
    _ready(tab, (whole / PAGES[name]).as_uri())
    assert tab.evaluate("getComputedStyle(document.body).margin") == "0px"
    expect(tab.locator("h1")).not_to_be_empty()
    expect(tab.locator(".site-nav a")).to_have_count(3)


@pytest.mark.parametrize("name", PAGES)
def test_it_opens_from_a_web_server(tab: Page, served: str, name: str) -> None:
    """The same pages at an address of the web."""
    _ready(tab, urljoin(served, PAGES[name]))
    expect(tab.locator("h1")).not_to_be_empty()


def test_the_policy_of_a_page_stops_what_is_not_of_the_site(tab: Page, whole: Path) -> None:
    """A script in the page does not run."""
    _ready(tab, (whole / PAGES["party"]).as_uri())
    ran = tab.evaluate(
        """() => new Promise((done) => {
          document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
          const script = document.createElement("script");
          script.src = "data:text/javascript,window.evil=1";
          document.body.append(script);
          setTimeout(() => done("ran"), 800);
        })"""
    )
    assert ran.startswith("script-src")


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("DPRK", "party/PRK.html"),
        ("state of alania", "party/south-ossetia.html"),
        ("Hellenic", "party/GRC.html"),
        ("NATO", "treaty/nato-1949.html"),
        ("Kursk", "case/rus-prk-2024-kursk.html"),
    ],
)
@pytest.mark.parametrize("start", [page for page in PAGES.values() if page != "map.html"])
def test_the_search_finds_by_any_name(tab: Page, whole: Path, start: str, typed: str, page: str) -> None:
    """Names, aliases, ids; Enter goes to the page."""
    _ready(tab, (whole / start).as_uri())
    tab.get_by_role("combobox").fill(typed)
    tab.get_by_role("combobox").press("Enter")
    tab.wait_for_url(re.compile(re.escape(page)))


def test_the_front_page_is_what_is_active_today(tab: Page, whole: Path, kg: KnowledgeGraph) -> None:
    """The rows of ``active-clauses --duty any`` on the day of the data, which is said; each leads to its case."""
    _ready(tab, (whole / "index.html").as_uri())
    rows = kg.ask("active-clauses", on=kg.edition, known=kg.edition, duty="any")
    shown = tab.locator("#active .entry").evaluate_all("all => all.map((each) => each.dataset.case)")
    assert sorted(shown) == sorted(row.case for row in rows)
    day = f"{kg.edition.day} {kg.edition:%B} {kg.edition.year}"
    expect(tab.locator("h1")).to_contain_text(f"On {day}")
    expect(tab.locator(".sheet-foot")).to_contain_text(f"Facts as of {day}")
    assert tab.locator("#map .number").count() == len(shown)
    tab.locator("#active .entry").first.click()
    tab.wait_for_url(re.compile(rf"case/{shown[0]}\.html"))


def test_pages_lead_to_each_other_on_the_same_two_days(tab: Page, whole: Path) -> None:
    """From a party to a treaty and from the map to a party, as known on the day."""
    _ready(tab, (whole / "party/PRK.html").as_uri() + "#on=2024-12-10&known=then")
    tab.wait_for_selector("html[data-evidence=ready]", state="attached")
    tab.locator("#duties a", has_text="Russia-DPRK").first.click()
    tab.wait_for_url(re.compile(r"treaty/rus-prk-2024\.html#on=2024-12-10&known=then"))
    tab.locator(".site-nav").get_by_role("link", name="Map").click()
    tab.wait_for_url(re.compile(r"map\.html#on=2024-12-10&known=then"))
    _ready(tab, (whole / "map.html").as_uri() + "#on=2024-12-10&see=actor.PRK")
    tab.get_by_role("link", name="The whole page of this party").click()
    tab.wait_for_url(re.compile(r"party/PRK\.html#on=2024-12-10"))


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: npm install")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["desk", "phone"])
@pytest.mark.parametrize("page", ["index.html", "all.html"])
def test_axe_finds_nothing_serious(
    browser: Browser, whole: Path, page: str, size: tuple[int, int], scheme: str
) -> None:
    """The pages that only a site has, in both themes and sizes; a phone scrolls one way."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, bypass_csp=True)
    tab = context.new_page()
    _ready(tab, (whole / page).as_uri())
    assert faults(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= size[0]
    context.close()


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    """Every file, whatever the seed by which Python hashes."""
    found = [
        subprocess.run(
            [sys.executable, "-c", AGAIN, tmp_path / seed, *FEW],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert found[0] == found[1]
    assert found[0].count("\n") > 40


def test_hostile_names_stay_text(tab: Page, hostile: World, hostile_derived: Derived, tmp_path: Path) -> None:
    """On the front page, in the index and in what the search finds."""
    site = atlas(hostile, hostile_derived, tmp_path / "atlas")
    for start in ("index.html", "all.html"):
        _ready(tab, (site / start).as_uri())
        tab.get_by_role("combobox").fill("</scr")
        assert "</script><img" in tab.locator("body").inner_text()
        assert tab.locator("#evil, .site img, .site b").count() == 0
        assert tab.evaluate("window.evil") is None


def test_a_folder_that_is_there_is_kept(world: World, derived: Derived, tmp_path: Path) -> None:
    """Without --force nothing in it changes; with it the pages take their places, and the rest stays."""
    few = part(world, derived, FEW[:1])
    there = tmp_path / "atlas"
    there.mkdir()
    (there / "index.html").write_text("mine")
    (there / "notes.txt").write_text("mine too")
    with pytest.raises(FoedusError, match="--force"):
        atlas(*few, there)
    assert (there / "index.html").read_text() == "mine"
    told: list[tuple[int, int]] = []
    atlas(*few, there, force=True, progress=lambda done, total: told.append((done, total)))
    assert "<!doctype html>" in (there / "index.html").read_text(encoding="utf-8")
    assert (there / "party" / "PRK.html").exists()
    assert (there / "notes.txt").read_text() == "mine too"
    assert told[-1][0] == told[-1][1] == len(list(there.rglob("*.html")))
    assert [path.name for path in tmp_path.iterdir()] == ["atlas"]


def test_a_newer_site_takes_the_place_of_an_older(world: World, derived: Derived, tmp_path: Path) -> None:
    """No page stays that the newer has not; what is not of the site stays, whatever its list may say."""
    there, outside = tmp_path / "atlas", tmp_path / "outside.html"
    atlas(*part(world, derived, FEW[:1]), there)
    mine = there / "party" / "mine.html"
    mine.write_text("mine")
    outside.write_text("mine too")
    with (there / "assets" / "files.txt").open("a") as files:
        files.write("../outside.html\nparty\n")
    atlas(*part(world, derived, FEW[1:2]), there, force=True)
    fresh = atlas(*part(world, derived, FEW[1:2]), tmp_path / "fresh")
    assert {*_files(there)} - {*_files(fresh)} == {"party/mine.html"}
    assert (mine.read_text(), outside.read_text()) == ("mine", "mine too")


def _files(site: Path) -> list[str]:
    return [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]


def test_ids_that_differ_in_capitals_alone_have_files_of_their_own(world: World) -> None:
    """Some file systems take 'PRK.html' and 'prk.html' for one file."""
    small = Actor.model_validate({**world.actors["PRK"].model_dump(by_alias=True), "id": "prk"})
    site = Site(World(world.edition, {**world.actors, "prk": small}, {}, {}, {}))
    paths = [path.lower() for path in site.paths.values()]
    assert len(set(paths)) == len(paths)
    assert site.paths["party", "prk"] == "party/prk~1.html"
    assert site.links("party/PRK.html").href("party", "prk") == "../party/prk~1.html"


def test_the_command_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kg: KnowledgeGraph) -> None:
    """It prints the page to open, on stdout, and no bar where nobody looks on."""
    made: list[Path] = []
    monkeypatch.setattr(KnowledgeGraph, "atlas", lambda _, folder, **how: made.append(folder))
    answer = CliRunner().invoke(command, [str(tmp_path / "site")])
    assert answer.exit_code == 0, answer.output
    assert answer.stdout.strip() == str(tmp_path / "site" / "index.html")
    assert made == [tmp_path / "site"]
