"""The bundled claims, checked once, and the graph in memory."""

from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

import foedus
from claims.graphs import Memory
from foedus.analysis.claims import CheckedClaim, check
from foedus.resources import folder

FILE = folder("data") / "claims" / "free-west-media-2024.yaml"
NOW = "2026-11-25"


@pytest.fixture(scope="session")
def checked(kg: foedus.KnowledgeGraph) -> dict[str, CheckedClaim]:
    """The bundled claims by id, checked against the whole graph."""
    return {one.claim.id: one for one in kg.check(FILE, on=NOW, known=NOW)}


@pytest.fixture(scope="session")
def memory(kg: foedus.KnowledgeGraph) -> Memory:
    """The whole graph in memory."""
    return Memory(ox.Store.read_only(str(kg.snapshot.sparql)))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A file of one claim, far from the checkout, whose check is yet to be written."""
    path = tmp_path / "mine.yaml"
    path.write_text(
        'source: {publisher: "Letters", author: "A. Reader", title: "On Rio", date: 1950-01, url: null}\n'
        "claims:\n"
        "  - id: rio-1\n"
        "    kind: law\n"
        '    text: "The Rio Treaty obliges its parties to help each other."\n'
        '    look_at: "a mutual duty of defence in rio-1947"\n'
        "    check:\n",
        encoding="utf-8",
    )
    return path


def again(memory: Memory, claim: str | None = None) -> dict[str, CheckedClaim]:
    """The bundled claims, or one of them, checked against a graph in memory."""
    found = check(memory.ask, date.fromisoformat(NOW), [FILE], claim=claim, on=NOW, known=NOW)
    return {one.claim.id: one for one in found}
