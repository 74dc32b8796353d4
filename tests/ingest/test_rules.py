"""Every rule of ``data/README.md``: a real sheet passes, the same sheet with one change does not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from foedus.errors import BadData
from foedus.ingest import read, validate
from foedus.resources import folder

DATA = folder("data")
KURSK = DATA / "treaties" / "rus-prk-2024.yaml"
NATO = DATA / "treaties" / "nato-1949.yaml"


def broken(sheet: Path, tmp_path: Path, old: str, new: str, name: str = "") -> list[str]:
    """The problems of a sheet in which the first ``old`` stands as ``new``."""
    text = sheet.read_text(encoding="utf-8")
    assert old in text
    target = tmp_path / "treaties" / (name or sheet.name)
    target.parent.mkdir(exist_ok=True)
    target.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [str(problem) for problem in validate(target)]


def test_the_bundled_data_pass() -> None:
    """The bundled data break no rule."""
    assert validate(DATA) == ()


@pytest.mark.parametrize(
    ("sheet", "old", "new", "said"),
    [
        (KURSK, "kind: treaty", "kind: treety", "did you mean treaty?"),
        (KURSK, "kind: treaty", "kind: treaty\ncolour: red", "no such key"),
        (KURSK, "wikidata: null\n", "", "wikidata: this key is missing"),
        (KURSK, "wikidata: null\natop_id: null\n", "atop_id: null\nwikidata: null\n", "the order of the form"),
        (KURSK, "entered_into_force: 2024-12-04", "entered_into_force: 2024-13-01", "'2024-13-01' is not a date"),
        (KURSK, "entered_into_force: 2024-12-04", "entered_into_force: 2024-02-30", "no such day in the calendar"),
        (KURSK, "{party: RUS, from: 2024-12-04", "{party: RSU, from: 2024-12-04", "RUS?"),
        (KURSK, "{party: RUS, from: 2024-12-04", "{party: RUS, from: 2024-11-04", "lies before entry into force"),
        (KURSK, "to: null}", "to: 2023-01-01}", "to 2023-01-01 lies before from"),
        (KURSK, "supersedes: [rus-prk-2000]", "supersedes: [rus-prk-2001]", "rus-prk-2000"),
        (KURSK, "supersedes: [rus-prk-2000]", "supersedes: [nato-1949]", "add rus-prk-2024 to its superseded_by"),
        (KURSK, "atop_id: null", "atop_id: 17", "atop-crosswalk.yaml has no exact match"),
        (KURSK, "votes: {for: 397, against: 0}", "votes: {for: many, against: 0}", "votes.for"),
        (KURSK, "date: 2024-10-24, votes", "date: 2027-10-24, votes", "lies after the date of the data"),
        (KURSK, "sources: [s1, s4]}", "sources: [s1, s444]}", "no key of `sources`"),
        (KURSK, 'number: "5"', 'number: "4"', "stands 2 times"),
        (KURSK, "owed_by: parties", "owed_by: [RUS, CHN]", "CHN is no party"),
        (KURSK, "owed_by: parties", "owed_by: [RUS]", "same actors on both sides"),
        (KURSK, "id: rus-prk-2024-kursk", "id: kursk", "does not start with rus-prk-2024-"),
        (KURSK, '    articles: ["4"]', '    articles: ["44"]', "no article of this sheet"),
        (KURSK, "conflict: russo-ukrainian-war", "conflict: russo-ukranian-war", "did you mean russo-ukrainian-war"),
        (KURSK, 'conflict: "Russo-Ukrainian war"', 'conflict: "another war"', "no label of russo-ukrainian-war"),
        (KURSK, "closure: open", "closure: closed", "needs a date in `closed`"),
        (KURSK, "closure: open", "closure: none", "never opened"),
        (KURSK, "last_evidence: 2026-04-27", "last_evidence: 2024-04-27", "last_evidence 2024-04-27 lies before"),
        (KURSK, "date: 2024-06-20\n", "date: 2025-06-20\n", "events are in order of date"),
        (KURSK, "stance: asserts", "stance: claims", "is none of asserts, disputes"),
        (KURSK, "https://tass.com/world/1950153", "ftp://tass.com/world/1950153", "does not begin with http"),
        (NATO, "map_name:", "# map_name:", "map_name"),
        (NATO, "id: nato-1949", "id: nato-1950", "not the name of the file"),
    ],
)
def test_a_breach_is_named(tmp_path: Path, sheet: Path, old: str, new: str, said: str) -> None:
    """The fault is named with file and line and says what would be right."""
    problems = broken(sheet, tmp_path, old, new)
    assert any(said in problem for problem in problems), problems
    assert all(problem.startswith(str(tmp_path)) for problem in problems)


def test_a_quote_is_short(tmp_path: Path) -> None:
    """A quote of more than 15 words is too long."""
    problems = broken(KURSK, tmp_path, 'quote: "shall', 'quote: "' + "very " * 16 + "shall")
    assert any("a quote has at most 15" in problem for problem in problems)


def test_one_page_is_dated_alike(tmp_path: Path) -> None:
    """The same url with another date in another sheet is found."""
    page = 'publisher: "a paper", title: "t", date: 2024-01-0{}, url: "https://example.org/page"}}'
    first = KURSK.read_text(encoding="utf-8").replace(
        "sources:\n  s1:", f"sources:\n  s0: {{{page.format(1)}\n  s1:", 1
    )
    tmp_path.joinpath("treaties").mkdir()
    tmp_path.joinpath("treaties", KURSK.name).write_text(first, encoding="utf-8")
    second = NATO.read_text(encoding="utf-8").replace(
        "sources:\n  s1:", f"sources:\n  s0: {{{page.format(2)}\n  s1:", 1
    )
    tmp_path.joinpath("treaties", NATO.name).write_text(second, encoding="utf-8")
    with pytest.raises(BadData) as error:
        read([DATA, tmp_path])
    assert any("this page is a paper, 2024-01-0" in str(problem) for problem in error.value.problems)


def test_every_fault_of_every_file_is_reported(tmp_path: Path) -> None:
    """Two files with several faults each are reported in one error, sorted by file and line."""
    for sheet in (KURSK, NATO):
        broken(sheet, tmp_path, "kind: treaty", "kind: treety\ncolour: red")
    with pytest.raises(BadData) as error:
        read([DATA, tmp_path])
    problems = error.value.problems
    assert {Path(problem.file).name for problem in problems} >= {KURSK.name, NATO.name}
    assert len(problems) >= 4
    assert list(problems) == sorted(problems)


def test_a_folder_lies_on_top_of_the_bundled_data(tmp_path: Path) -> None:
    """A folder with a treaty and an actor of its own adds to the bundled data and needs nothing else."""
    text = KURSK.read_text(encoding="utf-8").replace("supersedes: [rus-prk-2000]", "supersedes: []")
    text = text.replace("rus-prk-2024", "my-treaty-2024")
    for event in {line.split()[-1] for line in text.splitlines() if line.strip().startswith("- id: rus-prk-")}:
        text = text.replace(event, f"my-{event}")
    tmp_path.joinpath("treaties").mkdir()
    tmp_path.joinpath("treaties", "my-treaty-2024.yaml").write_text(text, encoding="utf-8")
    world = read([DATA, tmp_path])
    assert world.treaties["my-treaty-2024"].parties
    assert "nato-1949" in world.treaties


def test_no_dataset_is_no_world(tmp_path: Path) -> None:
    """A folder alone needs a dataset.yaml, and one that is not there is said to be so."""
    with pytest.raises(BadData, match=r"no dataset\.yaml"):
        read([tmp_path])
    with pytest.raises(BadData, match="no such folder"):
        read([tmp_path / "nowhere"])


def test_rules_are_all_tried() -> None:
    """Every rule is documented by the sentence that it holds."""
    from foedus.ingest.rules import ACTOR_RULES, CASE_RULES, RULES_ACROSS, TREATY_RULES

    rules: list[Callable[..., object]] = [*ACTOR_RULES, *CASE_RULES, *RULES_ACROSS, *TREATY_RULES]
    assert all(rule.__doc__ for rule in rules)
