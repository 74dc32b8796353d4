"""The JSON Schemas that editors use."""

import json

import jsonschema
import pytest
import yaml

from foedus.ingest.parts import PARTS, Part
from foedus.ingest.schemas import name, schema, text
from foedus.resources import folder

DATA = folder("data")


@pytest.mark.parametrize("part", PARTS, ids=name)
def test_schema_is_up_to_date(part: Part) -> None:
    """The file is what ``python -m foedus.ingest.schemas`` writes."""
    assert DATA.joinpath("schema", f"{name(part)}.json").read_text(encoding="utf-8") == text(part)


@pytest.mark.parametrize("part", PARTS, ids=name)
def test_files_name_their_schema_and_fit_it(part: Part) -> None:
    """Each file names its schema in the first line and fits it."""
    validator = jsonschema.Draft202012Validator(schema(part))
    for path in sorted(DATA.glob(part.files)):
        content = path.read_text(encoding="utf-8")
        assert content.splitlines()[0].endswith(f"schema/{name(part)}.json")
        plain = json.loads(json.dumps(yaml.load(content, Loader=yaml.CSafeLoader), default=str))
        assert not [error.message for error in validator.iter_errors(plain)]


@pytest.mark.parametrize("change", [{"kind": "treety"}, {"colour": "red"}, {"signed": None}, {"articles": {}}])
def test_a_sheet_with_a_fault_does_not_fit(change: dict[str, object]) -> None:
    """The schema refuses what the records refuse, so that an editor underlines it."""
    part = next(part for part in PARTS if part.name == "treaties")
    text = DATA.joinpath("treaties", "rus-prk-2024.yaml").read_text(encoding="utf-8")
    plain = json.loads(json.dumps(yaml.load(text, Loader=yaml.CSafeLoader), default=str))
    assert jsonschema.Draft202012Validator(schema(part)).is_valid(plain)
    assert not jsonschema.Draft202012Validator(schema(part)).is_valid(plain | change)
