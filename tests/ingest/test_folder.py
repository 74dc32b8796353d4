"""Which files make a dataset, and how one folder lies on top of another."""

import shutil
from pathlib import Path

import pytest

from foedus.errors import BadData
from foedus.ingest import check, read, validate
from ingest.sheets import DATA, JEF, KURSK, SHEETS, broken, cut_out


def test_the_bundled_data_are_read_whole() -> None:
    """What is checked is counted: every file, every record."""
    checked = check(DATA)
    assert checked.problems == ()
    assert checked.files == len(list(DATA.glob("**/*.yaml")))
    assert checked.records["treaties"] == len(list(DATA.glob("treaties/*.yaml")))


@pytest.mark.parametrize("file", sorted(str(path.relative_to(DATA)) for path in DATA.glob("*.yaml")))
def test_a_file_of_the_data_alone_passes(file: str) -> None:
    """Each file beside the sheets can be checked alone, against the others."""
    assert validate(DATA / file) == ()


def test_a_sheet_alone_is_checked_against_the_bundled_data(tmp_path: Path) -> None:
    """A sheet that stands anywhere is measured by the bundled actors, in place of the bundled sheet of its name."""
    sheet = tmp_path / "rus-prk-2024.yaml"
    sheet.write_text(DATA.joinpath(KURSK).read_text(encoding="utf-8"), encoding="utf-8")
    assert validate(sheet) == ()
    text = sheet.read_text(encoding="utf-8").replace("owed_by: parties", "owed_by: [RSU, PRK]", 1)
    sheet.write_text(text, encoding="utf-8")
    assert {fault.file for fault in validate(sheet)} == {str(sheet)}
    assert any("'RSU' is no actor" in fault.message for fault in validate(sheet))


def test_faults_name_the_file_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path stays relative, so that an editor finds it."""
    monkeypatch.chdir(broken_folder(tmp_path))
    assert str(validate(Path("treaties/jef-2014.yaml"))[0]).startswith(str(Path("treaties/jef-2014.yaml:6: kind: ")))
    assert str(validate(Path())[0]).startswith(str(Path("treaties/jef-2014.yaml:6: kind: ")))


def broken_folder(tmp_path: Path) -> Path:
    """A dataset in which one sheet has a fault."""
    dataset = cut_out(tmp_path / "data")
    assert broken(dataset, JEF, "kind: declaration", "kind: deklaration")
    return dataset


def test_every_fault_of_every_file_is_reported(tmp_path: Path) -> None:
    """Two files with several faults each are reported in one error, sorted by file and line."""
    dataset = cut_out(tmp_path / "data")
    broken(dataset, KURSK, "kind: treaty", "kind: treety\ncolour: red")
    broken(dataset, JEF, "kind: declaration", "kind: deklaration\ncolour: red")
    broken(dataset, "conflicts.yaml", "from: 1990\n", "from: 199O\n")
    with pytest.raises(BadData) as error:
        read([dataset])
    problems = error.value.problems
    assert [Path(problem.file).name for problem in problems] == [
        "conflicts.yaml", "jef-2014.yaml", "jef-2014.yaml", "rus-prk-2024.yaml", "rus-prk-2024.yaml",
    ]  # fmt: skip
    assert list(problems) == sorted(problems)


def test_one_fault_does_not_make_a_hundred(tmp_path: Path) -> None:
    """A faulty actor, a sheet or a whole file that cannot be read is no fault of those that name it."""
    dataset = cut_out(tmp_path / "data")
    assert len(broken(dataset, "actors.yaml", "{id: RUS, name: Russia,", "{id: RUS, name: null,")) == 1
    assert len(broken(dataset, "treaties/rus-prk-2000.yaml", "kind: treaty", "kind: treety")) == 2
    assert len(broken(dataset, "actors.yaml", "- {id: AFG", "- {{id: AFG")) == 2
    assert len(broken(dataset, "conflicts.yaml", "labels:", "labels: [")) == 3


def test_a_folder_lies_on_top_of_the_bundled_data(tmp_path: Path) -> None:
    """A folder with a treaty, an actor and a conflict of its own adds to the bundled data and needs nothing else."""
    mine = own_folder(tmp_path)
    world = read([DATA, mine])
    assert world.treaties["my-force-2014"].parties[0].party == "atlantis"
    assert {"nato-1949", "jef-2014"} < set(world.treaties)
    assert world.places["BEL"]
    checked = check(mine)
    assert (checked.problems, checked.files, checked.records) == ((), 2, {"actors": 1, "treaties": 1})
    assert validate(mine / "actors.yaml") == ()


def own_folder(tmp_path: Path) -> Path:
    """A folder of a contributor's own: one actor, one treaty."""
    actor = (
        "- {id: atlantis, name: Atlantis, official_name: Atlantis, kind: group, iso3: null, cow: null, gw: null,"
        " wikidata: null, exists: [], succeeds: [BEL], aliases: [], note: null}\n"
    )
    sheet = DATA.joinpath(JEF).read_text(encoding="utf-8")
    sheet = sheet.replace("party: DNK", "party: atlantis").replace("jef-20", "my-force-20")
    mine = tmp_path / "mine"
    mine.joinpath("treaties").mkdir(parents=True)
    mine.joinpath("actors.yaml").write_text(actor, encoding="utf-8")
    mine.joinpath("treaties", "my-force-2014.yaml").write_text(sheet, encoding="utf-8")
    return mine


def test_one_id_in_two_folders_is_a_fault(tmp_path: Path) -> None:
    """A folder on top adds and does not replace: the file and line of the first are named."""
    mine = own_folder(tmp_path)
    shutil.copy(DATA / KURSK, mine / "treaties")
    with pytest.raises(BadData, match=r"'rus-prk-2024' stands twice: first in .*rus-prk-2024\.yaml:2"):
        read([DATA, mine])


def test_the_edition_on_top_holds(tmp_path: Path) -> None:
    """The dataset.yaml of the last folder that has one is that of the world."""
    mine = own_folder(tmp_path)
    edition = DATA.joinpath("dataset.yaml").read_text(encoding="utf-8").replace("name: Foedus", "name: Mine")
    mine.joinpath("dataset.yaml").write_text(edition, encoding="utf-8")
    assert read([DATA, mine]).edition.name.startswith("Mine")


def test_what_is_no_dataset_is_said_to_be_none(tmp_path: Path) -> None:
    """No folder, no file in it, or a file that nothing would read: each is said, none is passed over."""
    mine = own_folder(tmp_path)
    with pytest.raises(BadData, match=r"no such folder"):
        read([tmp_path / "nowhere"])
    tmp_path.joinpath("empty").mkdir()
    with pytest.raises(BadData, match=r"no data in this folder: it may have dataset\.yaml"):
        read([tmp_path / "empty"])
    mine.joinpath("treaty.yaml").write_text("a: b", encoding="utf-8")
    mine.joinpath("treaties", "other.yml").write_text("a: b", encoding="utf-8")
    mine.joinpath("treaties", ".hidden.yaml").write_text("a: b", encoding="utf-8")
    assert [Path(fault.file).name for fault in validate(mine)] == ["other.yml", "treaty.yaml"]
    assert all("is in no place where it is read" in fault.message for fault in validate(mine))


def test_a_world_bears_a_date(tmp_path: Path) -> None:
    """A dataset that stands alone needs a dataset.yaml: nothing can be known without a day of knowledge."""
    dataset = cut_out(tmp_path / "data")
    dataset.joinpath("dataset.yaml").unlink()
    with pytest.raises(BadData, match=r"no dataset\.yaml: the data bear a date"):
        read([dataset])


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("actors.yaml", "a: b\n", "this file is a list"),
        ("actors.yaml", "- a\n", "a mapping of keys and values is expected"),
        ("actors.yaml", "- {name: x}\n", "missing key"),
        ("conflicts.yaml", "- a\n", "this file is a mapping of keys and values"),
        ("conflicts.yaml", "a: null\n", "a mapping of keys and values is expected"),
        ("dataset.yaml", "text\n", "this file is a mapping of keys and values"),
        ("treaties/x-2020.yaml", "[]\n", "this file is a mapping of keys and values"),
        ("places.yaml", "BEL: {seat: x, lat: 95, lon: true}\n", "95 is more than 90"),
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, file: str, content: str, said: str) -> None:
    """A list where a mapping is expected, text, or nothing gets a fault that says the form."""
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    assert any(said in str(fault) for fault in validate(path)), validate(path)


def test_a_sheet_is_checked_with_the_folder_that_it_lies_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet in a folder of data may name the actors of that folder, from wherever it is called."""
    mine = own_folder(tmp_path)
    assert validate(mine / "treaties" / "my-force-2014.yaml") == ()
    monkeypatch.chdir(mine / "treaties")
    assert validate(Path("my-force-2014.yaml")) == ()
    mine.joinpath("actors.yaml").unlink()
    assert [fault.file for fault in validate(Path("my-force-2014.yaml"))] == ["my-force-2014.yaml"]


def test_a_folder_of_sheets_is_checked_with_its_dataset(tmp_path: Path) -> None:
    """``treaties/`` alone is what it is: the sheets of a dataset, each of which is checked, and no other file."""
    dataset = cut_out(tmp_path / "data")
    assert check(dataset / "treaties").problems == ()
    assert check(dataset / "treaties").records == {"treaties": len(SHEETS)}
    broken(dataset, KURSK, "kind: treaty", "kind: treety")
    dataset.joinpath("treaties", "other.yml").write_text("a: b", encoding="utf-8")
    broken(dataset, "actors.yaml", "{id: RUS, name: Russia,", "{id: RUS, name: null,")
    assert [Path(fault.file).name for fault in validate(dataset / "treaties")] == ["other.yml", "rus-prk-2024.yaml"]


def test_what_a_sound_file_breaks_elsewhere_is_told(tmp_path: Path) -> None:
    """A conflict that loses its label is sound by itself: the events that call it so are named."""
    dataset = cut_out(tmp_path / "data")
    broken(dataset, "conflicts.yaml", "russo-ukrainian-war:", "russo-ukrainian-war-2:")
    faults = validate(dataset / "conflicts.yaml")
    assert {Path(fault.file).name for fault in faults} == {"rus-prk-2024.yaml"}
    broken(dataset, "conflicts.yaml", "from: 1990\n", "from: 199O\n")
    assert {Path(fault.file).name for fault in validate(dataset / "conflicts.yaml")} == {"conflicts.yaml"}


def test_the_folder_on_top_is_at_fault(tmp_path: Path) -> None:
    """An actor of one's own that takes a name of the bundled data is at fault, and not the bundled actor."""
    mine = own_folder(tmp_path)
    path = mine / "actors.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: Atlantis", "name: Persia"), encoding="utf-8")
    with pytest.raises(BadData) as error:
        read([DATA, mine])
    assert {fault.file for fault in error.value.problems} == {str(path)}
    assert validate(mine) == error.value.problems


def test_a_treaty_of_ones_own_may_supersede_a_bundled_one(tmp_path: Path) -> None:
    """The sheet below cannot say it; in one folder both sheets say it."""
    mine = own_folder(tmp_path)
    path = mine / "treaties" / "my-force-2014.yaml"
    text = path.read_text(encoding="utf-8").replace("supersedes: []", "supersedes: [rus-prk-2000]", 1)
    path.write_text(text, encoding="utf-8")
    assert read([DATA, mine]).treaties["my-force-2014"].supersedes == ("rus-prk-2000",)


def test_a_name_that_no_file_can_have_is_said_to_be_none() -> None:
    """A path that is too long for the system, or that holds a NUL, is no crash."""
    assert len(validate(Path("x" * 5000))) == 1
    assert [fault.message for fault in validate(Path("a\0b"))] == ["no such file"]
