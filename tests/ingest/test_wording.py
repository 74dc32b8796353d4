"""A fault of the form is told in the words of the form, and no value whatever gets past it or breaks it."""

import copy
import random
from pathlib import Path

import pytest

from foedus.ingest.document import load, parts
from foedus.ingest.records import record
from foedus.model import Treaty
from ingest.sheets import DATA, KURSK

SHEET = DATA / KURSK


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: treaty", "kind: treety", ":5: kind: 'treety' is none of treaty, protocol, "),
        ("kind: treaty", "kind: treety", "; did you mean treaty?"),
        ("kind: treaty", "kind: treaty\ncolour: red", ":6: colour: unknown key `colour`: known keys are id, title, "),
        ("kind: treaty", "kind: treaty\nwiki_data: red", "did you mean wikidata?"),
        ("{date: 2024-06-19, place: Pyongyang}", "{date: 2024-06-19, plaice: x}", ": known keys are date, place; did"),
        ("wikidata: null\n", "", ":2: wikidata: missing key: every key of the form is there"),
        ("wikidata: null\natop_id: null\n", "atop_id: null\nwikidata: null\n", "stands after `atop_id`; the order"),
        ("mutual: true\n        owed_by: parties", "owed_by: parties\n        mutual: true", "stands after `owed_by`"),
        ("entered_into_force: 2024-12-04", "entered_into_force: 2024-13-01", ":12: entered_into_force: '2024-13-01'"),
        ("entered_into_force: 2024-12-04", "entered_into_force: 2024-02-30", "no such day in the calendar"),
        ("entered_into_force: 2024-12-04", "entered_into_force: [2024]", "is not a date"),
        ("votes: {for: 397,", "votes: {for: many,", "lifecycle[1].votes.for: 'many': a whole number is expected"),
        ("votes: {for: 397,", "votes: {for: -397,", "-397 is less than 0"),
        ("verified: true", "verified: 1", "verified: 1: true or false is expected"),
        ("conditions: []", "conditions: none", "conditions: 'none': a list is expected"),
        ("owed_by: parties", "owed_by: partys", "'partys' is neither the word parties nor a list of ids"),
        ("owed_by: parties", "owed_by: [RUS, 3]", 'owed_by[1]: a text is expected: put it in quotes, "3"'),
        ('number: "4"', "number: 4", 'articles[1].number: a text is expected: put it in quotes, "4"'),
        ('title: "', 'title: true # "', 'title: a text is expected: put it in quotes, "true"'),
        ("signed: {date: 2024-06-19, place: Pyongyang}", "signed: null", "signed: null: a mapping of keys and values"),
        ("renewal: ", 'renewal: "" # ', "renewal: an empty text: write null if there is nothing to say"),
        ("id: rus-prk-2024\n", "id: Rus Prk\n", "id: 'Rus Prk' does not have the form"),
        ("stance: asserts", "stance: claims", "stance: 'claims' is none of asserts, disputes"),
    ],
)  # fmt: skip
def test_a_fault_is_told_in_plain_words(tmp_path: Path, old: str, new: str, said: str) -> None:
    """The fault stands on its line, under the key as the file writes it, once, and says what would be right."""
    text = SHEET.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "rus-prk-2024.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    document = load(path)
    faults = [str(fault) for fault in record(Treaty, document, (), document.value)[1]]
    assert [said in fault for fault in faults].count(True) == 1, faults


def test_any_value_at_any_place_is_sound_or_a_fault() -> None:
    """A sheet with a wrong kind of value at a place is a record or has faults that name the place or one around it."""
    document = load(SHEET)
    draw = random.Random(7)
    for path, _ in draw.sample(list(parts(document.value)), 400):
        sheet = copy.deepcopy(document.value)
        value: object = draw.choice([None, True, 5, -1.5, "", "x" * 700, [], {}, [[]], {"a": 1}, [None], {"from": {}}])
        if path:
            _put(sheet, path, value)
        found, faults = record(Treaty, document, (), sheet if path else value)
        assert found or faults
        for fault in faults:
            assert len(str(fault)) < 1000
            assert "pydantic" not in str(fault)
            assert "nput should" not in str(fault), fault


def _put(sheet: object, path: tuple[str | int, ...], value: object) -> None:
    for part in path[:-1]:
        sheet = sheet[part]  # type: ignore[index]  # a path of this very sheet
    sheet[path[-1]] = value  # type: ignore[index]
