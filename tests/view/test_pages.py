"""Pages by name: what they take, what they refuse, and that the same data give the same bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from foedus.errors import BadQuery, NotFound
from foedus.knowledge_graph import KnowledgeGraph, open_graph
from foedus.view.links import NO_LINKS
from foedus.view.pages import ABOUT

AGAIN = """
import hashlib, sys
from foedus.ingest import read
from foedus.resources import folder
from foedus.status import derive
from foedus.view.pages import page
world = read([folder("data")])
derived = derive(world)
for kind, about in (
    ("network", {}), ("case", {"case": "rus-prk-2024-kursk"}), ("treaty", {"treaty": "nato-1949"}),
    ("party", {"party": "PRK"}),
):
    print(hashlib.sha256(page(kind, world, derived, **about).html.encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    """The bundled graph."""
    return open_graph()


def test_a_page_by_any_name(graph: KnowledgeGraph) -> None:
    """A thing is found by its id, its name and, of a party, its alias."""
    case = graph.view("case", case="rus-prk-2024-kursk", on="2024-10-28", known="2024-10-28")
    assert case.title == "Article 4 and the war in Ukraine (Kursk), 2024–"
    assert graph.view("case", case=case.title, on="2024-10-28", known="2024-10-28") == case
    assert graph.view("treaty", treaty="Triple Alliance (1882)").title == "Triple Alliance (1882)"
    assert "<!doctype html>" in case.html


@pytest.mark.parametrize(
    ("page", "asked", "message"),
    [
        ("globe", {}, "no page 'globe'; there are network, treaty, case, party"),
        ("case", {}, "the page 'case' is about one case: say which"),
        ("case", {"case": "rus-prk-2024-kursk", "party": "RUS"}, "the page 'case' takes no party, but case"),
        ("case", {"case": "rus-prk-2024-kursk", "on": "soon"}, "on: 'soon'"),
    ],
)
def test_what_a_page_does_not_take(graph: KnowledgeGraph, page: str, asked: dict[str, str], message: str) -> None:
    """The message says what there is."""
    with pytest.raises(BadQuery, match=message):
        graph.view(page, **asked)


def test_a_thing_that_is_not_there(graph: KnowledgeGraph) -> None:
    """The nearest is named."""
    with pytest.raises(NotFound, match="did you mean Triple Alliance"):
        graph.view("treaty", treaty="Tripel Alliance 1882")


def test_a_file_that_stands_alone_leads_nowhere() -> None:
    """Without a site no name has an address."""
    assert {NO_LINKS.href(kind, "nato-1949") for kind in ABOUT} == {None}


def test_the_same_data_give_the_same_bytes() -> None:
    """Whatever the seed by which Python hashes."""
    digests = {
        subprocess.run(
            [sys.executable, "-c", AGAIN], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_the_command_writes_a_file(tmp_path: Path) -> None:
    """It is named after the thing, and said on stdout; a thing that is not there ends with an error."""

    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        code = [sys.executable, "-c", "from foedus.cli import main; main()", "view", *arguments]
        return subprocess.run(code, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)

    done = run("treaty", "nato-1949", "--on", "2001-10-05")
    assert (done.returncode, done.stdout) == (0, "nato-1949.html\n")
    assert (tmp_path / "nato-1949.html").stat().st_size < 400_000
    failed = run("case", "no such case")
    assert failed.returncode == 1
    assert "no case is called 'no such case'" in failed.stderr
