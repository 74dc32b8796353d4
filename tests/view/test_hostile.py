"""Text from data is text: a name that is markup, a source whose address is a script."""

from pathlib import Path

import pytest

from foedus.model import Derived, World
from foedus.view import network
from foedus.view.pages import page as page_of
from view.conftest import Open


@pytest.fixture(scope="module")
def hostile_file(hostile: World, hostile_derived: Derived, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its page."""
    return network(hostile, hostile_derived).save(tmp_path_factory.mktemp("hostile") / "hostile.html")


@pytest.mark.parametrize(
    "fragment",
    [
        "#on=2024-10-28",
        "#on=2024-10-28&see=case.rus-prk-2024-kursk",
        "#on=2024-10-28&see=treaty.nato-1949",
        "#on=2024-10-28&see=actor.RUS",
        "#on=2024-10-28&table=1&duty=defend.attack.help.consult.out",
    ],
)
def test_markup_in_names_is_shown_as_text(opened: Open, hostile_file: Path, fragment: str) -> None:
    """In every panel the name stands as it is written, no element and no script comes of it."""
    page = opened(fragment, page_file=hostile_file)
    page.get_by_role("combobox").first.fill("</scr")
    assert "</script><img" in (page.locator("body").inner_text() or "")
    assert page.evaluate("window.evil") is None
    assert page.locator("#evil, .network img, .network b").count() == 0


SHEETS = [
    ("case", "rus-prk-2024-kursk", "#on=2024-10-28"),
    ("case", "nato-1949-2001-september-11", "#on=2003-01-01&known=2010-01-01"),
    ("treaty", "rus-prk-2024", ""),
    ("treaty", "nato-1949", "#on=2001-10-05&known=then"),
    ("treaty", "triple-alliance-1882", ""),
]


@pytest.mark.parametrize(("kind", "name", "fragment"), SHEETS)
def test_markup_on_a_page_of_its_own(
    opened: Open, hostile: World, hostile_derived: Derived, tmp_path: Path, kind: str, name: str, fragment: str
) -> None:
    """On the page of a case or a treaty too every field is text, and no address that is a script is a link."""
    file = page_of(kind, hostile, hostile_derived, **{kind: name}).save(tmp_path / "sheet.html")
    page = opened(fragment, page_file=file)
    for part in ("h1", "#story", "#facts", "#texts", "#kicker"):
        assert page.locator(f"{part} img, {part} b, #evil").count() == 0, part
    for part in ("h1", "#story", "#facts", "#texts"):
        assert "<img src=x" in (page.locator(part).text_content() or ""), part
    assert page.title().startswith("</script><img")
    assert page.evaluate("window.evil") is None
    assert page.locator(".source").count() > 0
    assert page.locator("main a").count() == 0
    assert "javascript:" not in page.locator(".sheet").inner_html()


def test_only_addresses_of_the_web_are_links(opened: Open, hostile_file: Path) -> None:
    """A source whose address is a script is its publisher's name and no link."""
    page = opened("#on=2024-10-28&see=case.rus-prk-2024-kursk", page_file=hostile_file)
    assert page.locator(".sources .source").count() > 0
    assert page.locator(".sources a").count() == 0
    assert "javascript:" not in page.locator(".network").inner_html()


def test_the_policy_stops_a_script_that_is_not_ours(opened: Open) -> None:
    """Even if markup came in, the browser would not run it."""
    page = opened()
    blocked = page.evaluate(
        """() => new Promise((done) => {
          document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
          const script = document.createElement("script");
          script.textContent = "window.evil = 1";
          document.body.append(script);
          setTimeout(() => done("ran"), 500);
        })"""
    )
    assert blocked.startswith("script-src")
    assert page.evaluate("window.evil") is None
