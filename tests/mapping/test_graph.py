"""The graph holds what the sheets say, and nothing that the ontology does not declare."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from foedus.ingest import read
from foedus.mapping import Edge, Graph, Node, graph
from foedus.mapping.ontology import UndeclaredError, ontology
from foedus.resources import folder
from foedus.status import derive

DATA = folder("data")

FOR_LATER = {"citation", "coverageFrom", "coverageFromLatest", "coverageFromText",
             "coverageTo", "coverageToLatest", "coverageToText"}  # fmt: skip
"""Properties of datasets that other sources of records will have."""


@pytest.fixture(scope="module")
def whole() -> Graph:
    """The graph of the bundled data."""
    world = read([DATA])
    return graph(world, derive(world))


def _yaml(pattern: str) -> Iterator[Any]:
    for path in sorted(DATA.glob(pattern)):
        yield yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def test_nothing_of_the_sheets_is_lost(whole: Graph) -> None:
    """Treaties, spells, articles, obligations, acts, cases, events and so on are as many as in the YAML."""
    sheets, [actors] = list(_yaml("treaties/*.yaml")), list(_yaml("actors.yaml"))
    articles = [article for sheet in sheets for article in sheet["articles"]]
    cases = [case for sheet in sheets for case in sheet["cases"]]
    events = [event for case in cases for event in case["events"]]
    recognitions = [one for actor in actors for one in actor.get("recognition", [])]
    claims = [claim for file in _yaml("claims/*.yaml") for claim in file["claims"]]
    labels = Counter(node.label for node in whole.nodes)
    in_yaml = {
        "Treaty": len(sheets),
        "Actor": len(actors),
        "Spell": sum(len(sheet["parties"]) for sheet in sheets) + sum(len(actor["exists"]) for actor in actors),
        "Article": len(articles),
        "Obligation": sum(len(article["obligations"]) for article in articles),
        "Act": sum(len(sheet["lifecycle"]) for sheet in sheets),
        "Case": len(cases),
        "Event": len(events),
        "Position": sum(len(event["positions"]) for event in events),
        "Recognition": len(recognitions),
        "Claim": len(claims),
        "Source": sum(len(sheet["sources"]) for sheet in sheets)
        + len(recognitions)
        + len(list(DATA.glob("claims/*.yaml"))),
    }
    assert {label: labels[label] for label in in_yaml} == in_yaml
    doubts = [node.properties.get("doubts", ()) for node in whole.nodes if node.label == "Treaty"]
    assert sum(map(len, doubts)) == sum(len(sheet["doubts"]) for sheet in sheets)  # type: ignore[arg-type]


def test_every_source_supports_something(whole: Graph) -> None:
    """No source hangs in the air."""
    supporting = {edge.target for edge in whole.edges if edge.predicate == "supportedBy"}
    assert {node.key for node in whole.nodes if node.label == "Source"} == supporting


def test_everything_declared_is_used(whole: Graph) -> None:
    """The ontology declares no class or property that the graph does without, save those for later."""
    used = {name for node in whole.nodes for name in node.values} | {edge.predicate for edge in whole.edges}
    assert {node.label for node in whole.nodes} == set(ontology().classes)
    assert set(ontology().properties) - used == FOR_LATER


@pytest.mark.parametrize(
    "node",
    [
        Node("Alliance", "x", "x"),
        Node("Actor", "x", "x", {"colour": "red"}),
        Node("Actor", "x", "x", {"signedOn": "2024"}),
        Node("Actor", "x", "x", {"cowCode": "365"}),
    ],
)
def test_what_is_not_declared_is_refused(node: Node) -> None:
    """An undeclared class or property, one of another class, and a value of another type are refused."""
    with pytest.raises(UndeclaredError):
        ontology().check_node(node)


@pytest.mark.parametrize(
    "edge",
    [
        Edge("likes", ("Actor", "x"), ("Actor", "y")),
        Edge("owedBy", ("Actor", "x"), ("Participation", "y")),
        Edge("owedBy", ("Obligation", "x"), ("Actor", "y")),
    ],
)
def test_an_edge_that_is_not_declared_is_refused(edge: Edge) -> None:
    """An undeclared property, and one between other classes, are refused."""
    with pytest.raises(UndeclaredError):
        ontology().check_edge(edge)


def test_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    """The same data give the same N-Triples, byte for byte, in processes with other hash seeds."""
    code = (
        "import hashlib\nfrom foedus.ingest import read\nfrom foedus.status import derive\n"
        "from foedus.mapping import graph\nfrom foedus.mapping.rdf import ntriples\n"
        "from foedus.resources import folder\n"
        "w = read([folder('data')]); print(hashlib.sha256(ntriples(graph(w, derive(w))).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True, capture_output=True, text=True, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "271828")
    }  # fmt: skip
    assert len(digests) == 1
