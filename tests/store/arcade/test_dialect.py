"""The forms that `docs/cypher.md` recommends, where another form gives wrong rows on the embedded engine."""

import pytest

from foedus.store.arcade import Embedded

NOBODY = "OPTIONAL MATCH (a:Actor {id: 'nobody'})\n"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (NOBODY + "RETURN COLLECT { MATCH (a)<-[:OF_ACTOR]-(p) RETURN p.id } AS l", [([],)]),
        (NOBODY + "OPTIONAL MATCH (a)<-[:OF_ACTOR]-(p) RETURN collect(p.id) AS l", [([],)]),
        (NOBODY + "RETURN EXISTS { (a)<-[:OF_ACTOR]-() } AS l, COUNT { (a)<-[:OF_ACTOR]-() } AS n", [(False, 0)]),
        ("MATCH (p:Participation) WITH p.role AS role, max(p.x) AS last RETURN role, last IS NULL", [("party", True)]),
        ("MATCH (p:Participation) RETURN p.role AS role, count(*) > 1 AS many", [("party", True)]),
        ("WITH date($on) AS on MATCH (s:ForceSpell) WHERE on < s.until AND s.from <= on RETURN s.id", [("a",)]),
    ],
)
def test_the_portable_form_is_right(engine: Embedded, text: str, rows: list[tuple[object, ...]]) -> None:
    """What may be null, what is aggregated, and dates made once."""
    assert engine.rows(text, {"on": "2024-10-28"})[1] == rows


def test_a_missing_row_leaves_no_columns(engine: Embedded) -> None:
    """Whoever needs the names of columns must have them from elsewhere; when this fails the engine has learnt it."""
    assert engine.rows("MATCH (a:Actor {id: 'nobody'}) RETURN a.id AS id") == ((), [])
