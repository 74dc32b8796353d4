"""CSV, as pandas and duckdb read it."""

import json
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from export.conftest import AWKWARD
from foedus.export import export
from foedus.mapping import Graph


@pytest.fixture(scope="module")
def folder(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of tables."""
    return export(graph, "csv", tmp_path_factory.mktemp("csv") / "tables")


def test_a_table_for_each_kind_of_node(graph: Graph, folder: Path) -> None:
    """And one of edges."""
    assert {path.stem for path in folder.iterdir()} == {node.label for node in graph.nodes} | {"edges"}


def test_pandas_reads_them(folder: Path) -> None:
    """A row a node, awkward text as it was, lists as JSON, what is absent as missing."""
    actors = pd.read_csv(folder / "Actor.csv").set_index("id")
    assert list(actors.index) == ["PRK", "RUS"]
    assert json.loads(actors.aliases["PRK"]) == ["DPRK", AWKWARD]
    assert pd.isna(actors.aliases["RUS"])
    assert pd.read_csv(folder / "Treaty.csv").name[0] == AWKWARD


def test_duckdb_reads_them_with_their_types(folder: Path) -> None:
    """Dates are dates and truth is truth, without being told."""
    found = duckdb.sql(f"SELECT signedOn, verified FROM read_csv('{folder / 'Treaty.csv'}') WHERE id = 'a-2024'")
    assert found.types == ["DATE", "BOOLEAN"]
    joined = duckdb.sql(
        f"SELECT count(*) FROM read_csv('{folder / 'edges.csv'}') e JOIN read_csv('{folder / 'Obligation.csv'}') o "
        "ON e.source = 'Obligation' AND e.sourceId = o.id WHERE e.type = 'OWED_TO'"
    )
    assert joined.fetchall() == [(2,)]
