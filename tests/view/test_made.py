"""How a page is made: its bytes, its places, its modules."""

import os
import subprocess
import sys
from html import unescape
from itertools import combinations
from math import hypot
from pathlib import Path

import pytest

from foedus.model import Derived, World
from foedus.view import Page, network
from foedus.view.drawing import HALF_WAY_ROUND, draw
from foedus.view.renderer import library
from foedus.view.scripts import joined
from view.conftest import Open


def test_the_page_is_at_most_two_megabytes(file: Path) -> None:
    """All bundled data, the renderer and the map."""
    assert file.stat().st_size <= 2_000_000


def test_a_page_is_utf8_in_any_locale(tmp_path: Path) -> None:
    """Names keep their letters where the locale knows ASCII alone."""
    code = (
        r"import sys; from foedus.view import Page; Page('a', 'T\u00fcrkiye \u2013 \u00d6sterreich').save(sys.argv[1])"
    )
    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([sys.executable, "-c", code, tmp_path / "page.html"], env=env, check=True)
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == "Türkiye – Österreich"


def test_the_library_keeps_its_licence_and_loses_its_map() -> None:
    """vis-network says what it is and asks for no further file."""
    assert "@license" in library()
    assert "@version 9.1.2" in library()
    assert "sourceMappingURL" not in library()


def test_nothing_in_the_page_names_another_place(file: Path) -> None:
    """No address of a script, style, font or picture, and no licence left out."""
    head = unescape(file.read_text(encoding="utf-8").partition("<body>")[0])
    assert "http://" not in head
    assert "https://" not in head
    assert "@import" not in head
    assert "default-src 'none'" in head
    assert "unsafe" not in head


def test_hubs_stand_apart(world: World, derived: Derived) -> None:
    """No diamond lies on another or on a seat."""
    drawing = draw(world, derived)
    hubs = [node for node in drawing.nodes if node.kind == "hub"]
    seats = [node for node in drawing.nodes if node.kind == "actor"]
    assert hubs
    for one, other in combinations(hubs, 2):
        assert hypot(one.on_map.x - other.on_map.x, one.on_map.y - other.on_map.y) > 60, (one.of, other.of)
    for hub in hubs:
        assert all(hypot(hub.on_map.x - seat.on_map.x, hub.on_map.y - seat.on_map.y) > 25 for seat in seats), hub.of


def test_no_line_crosses_the_map_backwards(world: World, derived: Derived) -> None:
    """Washington and Tokyo are tied across the Pacific: twice, by a ghost on each side."""
    drawing = draw(world, derived)
    for line in drawing.lines:
        west, east = (drawing.nodes[end].on_map.x for end in (line.source, line.target))
        assert 0 <= east - west <= HALF_WAY_ROUND
    twins = [line for line in drawing.lines if line.twin]
    assert twins
    assert any(set(line.ends) == {"JPN", "USA"} for line in twins)


def test_places_by_ties_leave_room(world: World, derived: Derived) -> None:
    """In the second layout no two actors or alliances stand on one point."""
    places = [node.by_ties for node in draw(world, derived).nodes if node.kind != "ghost"]
    assert len(set(places)) == len(places)


def test_modules_become_one_script(tmp_path: Path) -> None:
    """Imports come first, each once, under the names that the importer gives them."""
    (tmp_path / "one.js").write_text(
        "export const a = 1;\nfunction hidden() {}\nexport function b() { return hidden; }\n"
    )
    (tmp_path / "two.js").write_text('import { a as first, b } from "./one.js";\nexport const c = [first, b];\n')
    (tmp_path / "entry.js").write_text('import { a } from "./one.js";\nimport { c } from "./two.js";\nvoid [a, c];\n')
    script = joined(tmp_path, "entry")
    assert script.count("const _one = ") == 1
    assert "const { a: first, b } = _one;" in script
    assert script.index("_one = ") < script.index("_two = ") < script.index("_entry = ")


def test_modules_that_import_each_other_are_refused(tmp_path: Path) -> None:
    """A circle has no order; the error names it."""
    (tmp_path / "one.js").write_text('import { b } from "./two.js";\nexport const a = 1;\n')
    (tmp_path / "two.js").write_text('import { a } from "./one.js";\nexport const b = 1;\n')
    with pytest.raises(ValueError, match="one -> two -> one"):
        joined(tmp_path, "one")


def test_a_notebook_shows_the_page_in_a_frame(opened: Open, file: Path, tmp_path: Path) -> None:
    """The frame runs the page's script, apart from the document around it."""
    framed = Page("Alliances", file.read_text(encoding="utf-8"))
    outer = tmp_path / "notebook.html"
    outer.write_text(f"<!doctype html><html data-evidence=ready><body>{framed._repr_html_()}", encoding="utf-8")
    page = opened(page_file=outer)
    frame = page.frame_locator("iframe")
    frame.locator("#sentence").get_by_text("active").wait_for()
    assert page.locator("iframe").get_attribute("sandbox") == "allow-scripts allow-popups"
    frame.locator("#active .entry").first.click()
    frame.locator("#detail-title").wait_for()


def test_what_is_shown_first_is_asked_for(opened: Open, world: World, derived: Derived, tmp_path: Path) -> None:
    """Day, knowledge, party and duty are set when the page is made."""
    from datetime import date

    day = date(1914, 8, 5)
    page = network(world, derived, on=day, known=day, party="ITA", duty="any").save(tmp_path / "first.html")
    shown = opened(page_file=page)
    assert "On 5 August 1914 one clause of Italy was active, as far as was known that day." in (
        shown.locator("#sentence").text_content() or ""
    )
