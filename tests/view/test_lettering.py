"""No label touches another, a dot, a badge or a control, and all stand inside the map."""

import pytest
from playwright.sync_api import Page

from view.conftest import Open

DAYS = ("1914-08-05", "1915-05-01", "1939-09-03", "1955-06-01", "2001-10-05", "2024-10-28", "2026-11-25")
VIEWS = {
    "desk": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
}

REPORT = """() => {
  const { painter, stage } = window.foedus;
  const { names, badges, dots } = painter.lettering.report;
  return {
    names: names.map(({ text, left, top, width }) => [text, left, top, left + width, top + 15]),
    badges: badges.map(({ x, y, radius }) => [x, y, radius]), active: window.foedus.picture.active.length,
    dots: dots.map(({ x, y, radius }) => [x, y, radius]),
    controls: painter.lettering.controls, size: [stage.width, stage.height],
  };
}"""


def _apart(one: list[float], other: list[float]) -> bool:
    return one[0] >= other[2] or one[2] <= other[0] or one[1] >= other[3] or one[3] <= other[1]


def _around(spot: list[float]) -> list[float]:
    x, y, radius = spot
    return [x - radius, y - radius, x + radius, y + radius]


def _check(page: Page, where: str) -> None:
    report = page.evaluate(REPORT)
    names = [name[1:] for name in report["names"]]
    width, height = report["size"]
    fixed = [*map(_around, report["badges"]), *map(_around, report["dots"]), *report["controls"]]
    assert names, where
    for place, name in enumerate(names):
        assert 0 <= name[0] < name[2] <= width, (where, report["names"][place])
        assert 0 <= name[1] < name[3] <= height, (where, report["names"][place])
        for other in names[place + 1 :]:
            assert _apart(name, other), (where, report["names"][place])
        for other in fixed:
            assert _apart(name, other), (where, report["names"][place], other)
    for place, badge in enumerate(map(_around, report["badges"])):
        for other in [*map(_around, report["badges"][place + 1 :]), *report["controls"]]:
            assert _apart(badge, other), (where, badge, other)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("frame", ["frame=world", "frame=europe", "layout=network"])
def test_nothing_collides(opened: Open, view: str, frame: str) -> None:
    """In both frames and the second layout, on the days that a reader tries first, with and without a choice."""
    page = opened(f"#{frame}", **VIEWS[view])
    for day in DAYS:
        for chosen in ("", "&see=actor.FRA"):
            page.evaluate("fragment => { location.hash = fragment; }", f"#on={day}&{frame}{chosen}")
            page.wait_for_timeout(60)
            _check(page, f"{view} {frame} {day}{chosen}")


@pytest.mark.parametrize("day", DAYS)
def test_every_active_case_has_its_badge(opened: Open, day: str) -> None:
    """In the world frame each number of the list stands on the map."""
    report = opened(f"#on={day}").evaluate(REPORT)
    assert len(report["badges"]) == report["active"]
