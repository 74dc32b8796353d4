"""What is said beside an answer."""

import pytest

from foedus.errors import NotFound
from foedus.knowledge_graph import KnowledgeGraph
from foedus.query.names import Names


@pytest.mark.parametrize(
    ("party", "on", "said"),
    [
        ("RUS", "1914-07-28", ["RUS did not exist on 1914-07-28; on that day there was russian-empire"]),
        ("RUS", "1950-01-01", ["RUS did not exist on 1950-01-01; on that day there was ussr"]),
        ("RUS", "2020-01-01", []),
    ],
)
def test_a_party_outside_its_existence_is_said_with_its_kin(
    kg: KnowledgeGraph, party: str, on: str, said: list[str]
) -> None:
    """An empty answer would look like a state without allies."""
    assert kg.ask("allies", party=party, on=on).about["notes"] == said


def test_a_day_to_come_is_said(kg: KnowledgeGraph) -> None:
    """Unknown is not no (DESIGN §2)."""
    (note,) = kg.ask("allies", party="RUS", on="2999-01-01").about["notes"]
    assert note.startswith(f"2999-01-01 lies ahead: unknown, last evidence of {kg.edition}")


@pytest.mark.parametrize(
    ("kind", "word", "found"),
    [
        ("actor", "Cote d'Ivoire", "CIV"),
        ("actor", "turkiye", "TUR"),
        ("actor", "Serbia", "SRB"),
        ("treaty", "NATO", "nato-1949"),
        ("treaty", "north atlantic treaty", "nato-1949"),
    ],
)
def test_names_are_found_without_accents_and_by_their_short_forms(
    kg: KnowledgeGraph, kind: str, word: str, found: str
) -> None:
    """As people write them."""
    assert Names(kind, kg.summary[{"actor": "actors", "treaty": "treaties"}[kind]]).find(word) == found


def test_a_name_of_several_is_not_guessed(kg: KnowledgeGraph) -> None:
    """The message names them."""
    with pytest.raises(NotFound, match="may be the treaty london-1839 or treaty-of-london-1915"):
        kg.ask("treaty-timeline", treaty="Treaty of London")
