"""YAML that means harm, or is broken, gets one clear error."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.errors import BadData
from foedus.ingest.document import MAX_BYTES, load

LAUGHS = "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(9))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (LAUGHS.encode(), "anchors and aliases are not used"),
        (b"id: !!python/object/apply:os.system ['true']\n", "tags are not used"),
        (b"id: x\nid: y\n", "key `id` stands twice: first on line 1"),
        (b"a: 1\n---\nb: 2\n", "a second document begins here"),
        (b"a: " + b"[" * 100_000, "nest"),
        (b"{b: " * 100_000, "nest"),
        ("id: Köln".encode("latin-1"), "is no UTF-8"),
        ("id: x".encode("utf-16"), "is no UTF-8"),
        (b"", "the file is empty"),
        (b"# nothing\n", "the file is empty"),
        (b"id: [x\n", "this is no YAML"),
        (b"id: \x00\n", "this is no YAML"),
        (b"? [a, b]\n: c\n", "a key is a word"),
    ],
)
def test_harm_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    """Aliases, tags, depth, wrong encodings and broken YAML are refused with file and line."""
    path = tmp_path / "x.yaml"
    path.write_bytes(content)
    with pytest.raises(BadData, match=r"x\.yaml:[0-9]+") as error:
        load(path)
    assert said in str(error.value)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """A file of 100 MB is refused by its size."""
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(BadData, match=f"at most {MAX_BYTES:,}"):
        load(path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder that is called x.yaml, and a file that is not there, are said to be so."""
    tmp_path.joinpath("x.yaml").mkdir()
    with pytest.raises(BadData, match="this is no file"):
        load(tmp_path / "x.yaml")
    with pytest.raises(BadData, match="no such file"):
        load(tmp_path / "y.yaml")


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore"))))
@settings(max_examples=300, deadline=None)
def test_no_content_crashes(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Whatever a file holds, validating it gives problems or none, and no exception."""
    path = tmp_path_factory.mktemp("any") / "x.yaml"
    path.write_bytes(content)
    with contextlib.suppress(BadData):
        assert load(path).lines
