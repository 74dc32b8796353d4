"""How fast the alliance map is, by the browser's own timers, on the bundled data and on a world of 1,000 treaties.

    python bench/view.py [--json]

Goals: at most 2 MB, usable within 2 s, 95 % of slider steps under 50 ms,
playing at 30 frames a second; headless Chromium, two cores.
"""

import argparse
import json
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from foedus.ingest import read
from foedus.model import World
from foedus.resources import folder
from foedus.status import derive
from foedus.view import network
from large_world import large_world

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--enable-precise-memory-info")

USABLE = "() => performance.getEntriesByName('usable')[0].startTime"
PAINT = "() => performance.getEntriesByType('paint')[0]?.startTime"
STEPS = """async () => {
  const { foedus } = window;
  const took = [];
  const first = foedus.data.firstDay;
  for (let year = 0; year < 211; year += 1) {
    const on = Math.round(foedus.data.edition - (210 - year) * 365.25);
    if (on < first) continue;
    const start = performance.now();
    foedus.update({ on });
    took.push(performance.now() - start);
    await new Promise((done) => requestAnimationFrame(done));
  }
  took.sort((one, other) => one - other);
  return { median: took[took.length >> 1], p95: took[Math.floor(took.length * 0.95)], worst: took.at(-1) };
}"""
PLAY = """async () => {
  document.getElementById("play").click();
  await new Promise((done) => setTimeout(done, 8000));
  const { frames } = window.foedus.player;
  document.getElementById("play").click();
  return 1000 * frames.length / frames.reduce((sum, each) => sum + each, 0);
}"""


def measure(world: World, browser: Browser, place: Path) -> dict[str, Any]:
    """Build the page of a world and time it; the best of three openings, the rest once."""
    derived = derive(world)
    start = time.perf_counter()
    page = network(world, derived)
    built = time.perf_counter() - start
    file = page.save(place)
    found: dict[str, Any] = {"treaties": len(world.treaties), "built_s": built, "bytes": file.stat().st_size}
    openings = [_open(browser, file) for _ in range(3)]
    found["first_paint_ms"], found["usable_ms"] = min(openings, key=lambda times: times[1])
    found["usable_worst_ms"] = max(usable for _, usable in openings)
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    tab.goto(file.as_uri())
    tab.wait_for_selector("html[data-evidence=ready]", state="attached")
    found["lines"] = tab.evaluate("window.foedus.data.lines.length")
    for name, value in tab.evaluate(STEPS).items():
        found[f"step_{name}_ms"] = value
    tab.evaluate("window.foedus.update({ duties: new Set(['defend', 'attack', 'help', 'consult', 'out', 'other']) })")
    found["step_all_duties_p95_ms"] = tab.evaluate(STEPS)["p95"]
    tab.evaluate("window.foedus.update({ duties: new Set(['defend']), on: window.foedus.data.edition })")
    found["frames_per_s"] = tab.evaluate(PLAY)
    context.close()
    return {name: round(value, 1) if isinstance(value, float) else value for name, value in found.items()}


def _open(browser: Browser, file: Path) -> tuple[float, float]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    tab.goto(file.as_uri())
    tab.wait_for_selector("html[data-evidence=ready]", state="attached")
    times = tab.evaluate(PAINT), tab.evaluate(USABLE)
    context.close()
    return times


def main() -> None:
    """Measure both worlds and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    asked = parser.parse_args()
    chromium = os.environ.get("FOEDUS_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder_name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        worlds = {"bundled": read([folder("data")]), "large": large_world(treaties=1000, states=200)}
        found = {name: measure(world, browser, Path(folder_name) / f"{name}.html") for name, world in worlds.items()}
        browser.close()
    if asked.json:
        print(json.dumps(found, indent=1))
        return
    for name in found["bundled"]:
        print(f"{name:24}" + "".join(f"{found[world][name]:>12}" for world in found))


if __name__ == "__main__":
    main()
