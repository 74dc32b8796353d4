"""A page of the bundled data, and a browser to open it in."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from foedus.ingest import read
from foedus.knowledge_graph import KnowledgeGraph, open_graph
from foedus.model import Derived, World
from foedus.resources import folder
from foedus.status import derive
from foedus.view import network
from view.poison import poisoned

CHROMIUM = os.environ.get("FOEDUS_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def world() -> World:
    """The bundled data."""
    return read([folder("data")])


@pytest.fixture(scope="session")
def derived(world: World) -> Derived:
    """Their rectangles."""
    return derive(world)


@pytest.fixture(scope="session")
def kg() -> Iterator[KnowledgeGraph]:
    """The compiled graph of the bundled data."""
    with open_graph() as opened_graph:
        yield opened_graph


@pytest.fixture(scope="session")
def hostile(world: World) -> World:
    """Four treaties with markup in every field of text, and no address that is one of the web."""
    return poisoned(world)


@pytest.fixture(scope="session")
def hostile_derived(hostile: World) -> Derived:
    """Its rectangles."""
    return derive(hostile)


@pytest.fixture(scope="session")
def file(world: World, derived: Derived, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The alliance map of the bundled data."""
    return network(world, derived).save(tmp_path_factory.mktemp("pages") / "network.html")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, with a profile that lives as long as the test run."""
    if not CHROMIUM:
        pytest.skip("no chromium: apt-get install chromium, or name one in FOEDUS_CHROMIUM")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Open]:
    """Opens a page offline; at the end no script has failed and no request has left it."""
    contexts, faults, requests, pages = [], [], [], []

    def open_page(fragment: str = "", *, page_file: Path = file, **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        contexts.append(context)
        pages.append(page_file.as_uri())
        context.set_offline(True)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if is_fault(message) else None)
        page.on("request", lambda request: requests.append(request.url))
        page.goto(page_file.as_uri() + fragment)
        page.wait_for_selector("html[data-evidence=ready]", state="attached")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []
    inner = ("blob:", "data:", "about:")
    assert {url.partition("#")[0] for url in requests if not url.startswith(inner)} == set(pages)


def is_fault(message: ConsoleMessage) -> bool:
    """An error on the console, save the one that a test of the policy provokes."""
    return message.type == "error" and "Content Security Policy" not in message.text
