"""YAML that means harm, or is broken, gets one clear error."""

import contextlib
import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.errors import BadData
from foedus.ingest.document import MAX_BYTES, MAX_VALUES, load
from foedus.ingest.folder import take_file, take_folder
from foedus.ingest.parts import part_of
from foedus.ingest.rules import problems_of
from foedus.ingest.sheets import Sheets
from ingest.sheets import KURSK, cut_out

LAUGHS = "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(9))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (LAUGHS.encode(), ":1: anchors and aliases are not used"),
        (b"a: *nowhere\n", "anchors and aliases are not used"),
        (b"id: !!python/object/apply:os.system ['true']\n", "tags are not used"),
        (b"id: !!binary aGk=\n", "tags are not used"),
        (b"id: ! x\n", "tags are not used"),
        (b"id: x\nid: y\n", ":2: key `id` stands twice: first on line 1"),
        (b"a: 1\n---\nb: 2\n", "a second document begins here"),
        (b"a: " + b"[" * 100_000, "nest"),
        (b"{b: " * 100_000, "nest"),
        (b"- " * 100_000, "nest"),
        ("id: x\nb: Köln".encode("latin-1"), ":2: byte 0xf6 is no UTF-8"),
        ("id: x".encode("utf-16"), "is no UTF-8"),
        (b"a: \xed\xa0\x80", "is no UTF-8"),
        (b'a: "\\uD800"', "this is no YAML"),
        (b"", "the file is empty"),
        (b"# nothing\n", "the file is empty"),
        (b"id: [x\n", "this is no YAML"),
        (b"\n\nid: \x01\n", ":3: this is no YAML: character U+0001"),
        (b"id: \x00\n", "this is no YAML: character U+0000"),
        (b'\nid: "\\0"\n', ":2: character U+0000 stands in a text"),
        (b"%YAML 3.0\n---\na: 1\n", "this is no YAML"),
        (b"? [a, b]\n: c\n", "a key is a word"),
        (b"[" + b"a," * MAX_VALUES + b"a]", f"more than {MAX_VALUES:,} values"),
    ],
)
def test_harm_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    """Aliases, tags, depth, wrong encodings and broken YAML are refused with file and line."""
    path = tmp_path / "x.yaml"
    path.write_bytes(content)
    with pytest.raises(BadData, match=r"x\.yaml:[0-9]+") as error:
        load(path)
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("content", "value"),
    [
        (b"\xef\xbb\xbfa: x\r\nb: null\r\n", {"a": "x", "b": None}),
        (b"a: 2024-10-24\nb: 2024-10\nc: 2024\n", {"a": "2024-10-24", "b": "2024-10", "c": 2024}),
        (b"a: " + b"1" * 5000, {"a": "1" * 5000}),
        (b"[0912, 0x1f, 1:20, 1e400, .inf, 1_0]", ["0912", "0x1f", "1:20", "1e400", ".inf", "1_0"]),
        (b"<<: {a: 1}\n", {"<<": {"a": 1}}),
        (b"a: true\nb: 'true'\nc: ~\nd: 41.5\n", {"a": True, "b": "true", "c": None, "d": 41.5}),
    ],
)  # fmt: skip
def test_scalars_are_plain(tmp_path: Path, content: bytes, value: object) -> None:
    """Null, booleans, numbers and text are told apart as in YAML; dates stay as written, and no number can do harm."""
    path = tmp_path / "x.yaml"
    path.write_bytes(content)
    assert load(path).value == value


def test_every_value_has_its_line(tmp_path: Path) -> None:
    """A value is found on its line, and one that is missing on that of what it is missing in."""
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: 1\nb:\n  - c: 2\n  - {d: 3}\n")
    document = load(path)
    places = [("a",), ("b", 0, "c"), ("b", 1, "d"), ("b", 1, "missing"), ("missing",)]
    assert [document.line(place) for place in places] == [1, 3, 4, 4, 1]


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """A file of 100 MB is refused by its size."""
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(BadData, match=f"at most {MAX_BYTES:,}"):
        load(path)


def test_what_is_no_file_is_said_to_be_none(tmp_path: Path) -> None:
    """A folder that is called x.yaml, and a file that is not there, are said to be so."""
    tmp_path.joinpath("x.yaml").mkdir()
    with pytest.raises(BadData, match="this is no file"):
        load(tmp_path / "x.yaml")
    with pytest.raises(BadData, match="no such file"):
        load(tmp_path / "y.yaml")


@pytest.mark.skipif(os.name == "nt", reason="links, pipes and modes as POSIX has them")
def test_what_cannot_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    """A link that leads round in a circle, a named pipe and a file without permission do no harm."""
    loop, pipe, shut = tmp_path / "loop.yaml", tmp_path / "pipe.yaml", tmp_path / "shut.yaml"
    loop.symlink_to(loop)
    with pytest.raises(BadData, match="a link that leads to no file"):
        load(loop)
    os.mkfifo(pipe)
    with pytest.raises(BadData, match="this is no file"):
        load(pipe)
    shut.write_text("a: b")
    shut.chmod(0)
    if not os.access(shut, os.R_OK):
        with pytest.raises(BadData, match="cannot be read"):
            load(shut)


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore"))))
@settings(max_examples=300, deadline=None)
def test_no_content_crashes(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Whatever a file holds, reading it gives a value or problems, and no other exception."""
    path = tmp_path_factory.mktemp("any") / "x.yaml"
    path.write_bytes(content)
    with contextlib.suppress(BadData):
        assert load(path).line(()) >= 1


def test_no_edit_of_a_sheet_crashes(tmp_path: Path) -> None:
    """A sheet with lines lost, moved or given other values has faults or none, and no rule stumbles over it."""
    dataset = cut_out(tmp_path / "data")
    around = Sheets()
    take_folder(dataset, around)
    del around.parts["treaties"]["rus-prk-2024"]
    path, draw = dataset / KURSK, random.Random(3)
    lines = path.read_text(encoding="utf-8").splitlines()
    sound = 0
    for _ in range(150):
        path.write_text("\n".join(_edited(lines, draw)), encoding="utf-8")
        sheets = Sheets({name: dict(entries) for name, entries in around.parts.items()})
        take_file(path, part_of(path), sheets)
        faults = [*sheets.problems, *problems_of(sheets)]
        sound += "rus-prk-2024" in sheets.parts["treaties"]
        assert all(str(fault).startswith(str(dataset)) for fault in faults)
    assert 5 < sound < 145, "some edits reach the rules, and some do not"


def _edited(lines: list[str], draw: random.Random) -> list[str]:
    """The lines with one of them lost, doubled elsewhere, or with the value of another."""
    edited, place, other = list(lines), draw.randrange(1, len(lines)), draw.choice(lines)
    key, colon, _ = edited[place].partition(":")
    match draw.randrange(4):
        case 0:
            del edited[place]
        case 1:
            edited.insert(place, other)
        case _:
            values = ["null", "[]", "2024", "1800-01", "true", "[RUS]", "{}", other.partition(": ")[2]]
            edited[place] = f"{key}{colon} {draw.choice(values)}"
    return edited
