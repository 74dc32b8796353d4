"""The page for those who do not use a mouse or do not see the graph."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from foedus.model import Derived, World
from foedus.view.pages import page as page_of
from view.conftest import Open

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
VIEWS = {
    "first view": ("", "light"),
    "evidence": ("#on=2024-10-28&see=case.rus-prk-2024-kursk", "dark"),
    "treaty": ("#see=treaty.nato-1949", "light"),
    "party": ("#see=actor.RUS", "dark"),
    "table": ("#table=1", "light"),
    "second clock": ("#on=1915-05-01&known=1917-12-01", "dark"),
    "network": ("#layout=network", "light"),
}

SHEETS = {
    "case as known then": ("case", "rus-prk-2024-kursk", "#on=2024-10-28&known=then", "dark"),
    "case as known on": ("case", "triple-alliance-1882-july-crisis-1914", "#on=1914-08-05&known=1915-05-04", "light"),
    "case that lapsed": ("case", "nato-1949-2001-september-11", "", "light"),
    "treaty suspended in part": ("treaty", "anzus-1951", "", "light"),
    "treaty of many": ("treaty", "nato-1949", "#on=2001-10-05", "dark"),
    "treaty as known on": ("treaty", "rus-prk-2024", "#on=2024-10-28&known=2024-11-30", "light"),
}


def faults(page: Page) -> list[str]:
    """What axe-core finds that is serious or critical."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{fault['id']} ({fault['impact']}): {fault['nodes'][0]['html'][:160]}"
        for fault in found
        if fault["impact"] in {"serious", "critical"}
    ]


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: npm install")
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["desk", "phone"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious(opened: Open, view: str, size: tuple[int, int]) -> None:
    """Contrast, names, roles and order, in both themes and sizes."""
    fragment, scheme = VIEWS[view]
    page = opened(fragment, color_scheme=scheme, viewport={"width": size[0], "height": size[1]}, bypass_csp=True)
    assert faults(page) == []


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: npm install")
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["desk", "phone"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_axe_finds_nothing_serious_in_a_sheet(
    opened: Open, world: World, derived: Derived, tmp_path: Path, sheet: str, size: tuple[int, int]
) -> None:
    """The pages of a case and of a treaty likewise."""
    kind, name, fragment, scheme = SHEETS[sheet]
    file = page_of(kind, world, derived, **{kind: name}).save(tmp_path / "sheet.html")
    viewport = {"width": size[0], "height": size[1]}
    page = opened(fragment, page_file=file, color_scheme=scheme, viewport=viewport, bypass_csp=True)
    assert faults(page) == []
    if size[0] == 390:
        controls = page.locator(".plain:visible, .segments:visible, .date:visible, .handle:visible")
        assert min(controls.evaluate_all("all => all.map((each) => each.getBoundingClientRect().height)")) >= 44


def test_every_control_is_reached_by_tab(opened: Open) -> None:
    """From the search to the last alliance, each control takes the focus in turn."""
    page = opened()
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert {
        "search",
        "theme",
        "map",
        "play",
        "earlier",
        "date",
        "later",
        "handle",
        "party",
        "outcome",
        "entry",
    } <= reached


def test_the_map_says_its_sentence(opened: Open) -> None:
    """The canvas has a text alternative, which is the sentence and what splits it."""
    page = opened("#on=1914-08-05")
    label = page.locator("#map").get_attribute("aria-label") or ""
    assert "nine defence clauses were active" in label
    assert "4 refused" in label


def test_targets_on_a_phone(opened: Open) -> None:
    """Buttons, fields and chips are at least 44 px high where a thumb is the pointer."""
    page = opened(viewport={"width": 390, "height": 844}, has_touch=True)
    heights = page.locator(
        ".chip:visible, .segments:visible, .plain:visible, .date:visible, select:visible, #search, .entry:visible, "
        ".alliance:visible"
    ).evaluate_all("all => all.map((each) => each.getBoundingClientRect().height)")
    assert len(heights) > 15
    assert min(heights) >= 44


def test_a_phone_scrolls_one_way(opened: Open) -> None:
    """The page is as wide as the phone, and evidence takes the list's place in its flow."""
    page = opened(viewport={"width": 390, "height": 844}, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#active .entry").first.click()
    expect(page.locator("#detail-title")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_of_lines_and_figures(opened: Open, scheme: str) -> None:
    """Lines have 3:1 on land and sea, text 7:1 on paper, figures in badges 4.5:1 at least."""
    colours = opened(color_scheme=scheme).evaluate("window.foedus.painter.colours")
    for duty in ("defend", "attack", "help", "consult", "out", "other"):
        for ground in ("land", "sea"):
            assert _contrast(colours[duty], colours[ground]) >= 3, (duty, ground)
    assert _contrast(colours["ink-2"], colours["paper"]) >= 7
    assert _contrast(colours["badge-ink"], colours["badge"]) >= 4.5


def _contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
