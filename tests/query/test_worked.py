"""The worked queries that ``foedus schema`` prints."""

import pytest

from foedus.knowledge_graph import KnowledgeGraph
from foedus.query.rows import Rows
from foedus.resources import folder

WORKED = sorted(path.stem for path in folder("queries").joinpath("worked").glob("*.rq"))


@pytest.mark.parametrize("name", WORKED)
def test_both_languages_give_the_same_rows(kg: KnowledgeGraph, name: str) -> None:
    """Each worked query has rows, the same in SPARQL and in Cypher."""
    worked = folder("queries") / "worked"
    sparql = kg.sparql((worked / f"{name}.rq").read_text(encoding="utf-8"))
    cypher = kg.cypher((worked / f"{name}.cypher").read_text(encoding="utf-8"))
    assert isinstance(sparql, Rows)
    assert len(sparql)
    assert [dict(row) for row in sparql] == [dict(row) for row in cypher]
