"""Files are whole or not there, nothing is overwritten unasked, and bytes are stable."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from foedus.errors import BadQuery, FoedusError
from foedus.export import FORMATS, export
from foedus.export.place import new_file
from foedus.mapping import Graph

FOLDERS = ("csv", "neo4j-admin")


def _bytes(path: Path) -> dict[str, str]:
    files = [path] if path.is_file() else sorted(path.iterdir())
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_is_overwritten_without_force(graph: Graph, tmp_path: Path, form: str) -> None:
    """The file or folder stays as it is; with force it is written, and beside it nothing is left behind."""
    path = export(graph, form, tmp_path / "out")
    before = _bytes(path)
    with pytest.raises(FoedusError, match="--force"):
        export(Graph(graph.nodes[:1], ()), form, path)
    assert _bytes(path) == before
    export(Graph(graph.nodes[:1], ()), form, path, force=True)
    assert _bytes(path) != before
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("form", FOLDERS)
def test_force_leaves_what_else_lies_in_a_folder(graph: Graph, tmp_path: Path, form: str) -> None:
    """Only files of the same names are replaced."""
    tmp_path.joinpath("letter.txt").write_text("dear")
    with pytest.raises(FoedusError, match="there already"):
        export(graph, form, tmp_path)
    export(graph, form, tmp_path, force=True)
    assert tmp_path.joinpath("letter.txt").read_text() == "dear"


def test_an_error_leaves_the_old_file(tmp_path: Path) -> None:
    """What was half written is gone."""
    path = tmp_path / "out"
    path.write_text("old")

    def write() -> None:
        with new_file(path, force=True) as file:
            file.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_behind_a_link_it_is_the_file_that_is_written(graph: Graph, tmp_path: Path) -> None:
    """The link stays one."""
    path, link = tmp_path / "graph.nt", tmp_path / "link.nt"
    path.write_text("old")
    link.symlink_to(path)
    export(graph, "ntriples", link, force=True)
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8").startswith("<")


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
def test_what_is_no_file_is_left_alone(graph: Graph, tmp_path: Path) -> None:
    """A pipe or a device is not renamed away, by whoever may do so."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/null")):
        with pytest.raises(FoedusError, match="no regular file"):
            export(graph, "ntriples", path, force=True)
    assert pipe.is_fifo()
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("force", [True, False])
def test_a_file_is_no_place_for_a_folder(graph: Graph, tmp_path: Path, force: bool) -> None:
    """With force too: it is not a folder of an earlier time."""
    path = tmp_path / "letter.txt"
    path.write_text("dear")
    with pytest.raises(FoedusError, match="no folder"):
        export(graph, "csv", path, force=force)
    assert path.read_text() == "dear"


def test_a_name_that_no_file_can_have_is_told(graph: Graph, tmp_path: Path) -> None:
    """By what the system says of it."""
    with pytest.raises(FoedusError, match="cannot be written"):
        export(graph, "turtle", tmp_path / ("x" * 300))


def test_a_folder_that_is_not_there_is_named(graph: Graph, tmp_path: Path) -> None:
    """The message says which file cannot be written."""
    with pytest.raises(FoedusError, match="nowhere"):
        export(graph, "ntriples", tmp_path / "nowhere" / "graph.nt")


def test_an_unknown_format_names_the_known(graph: Graph, tmp_path: Path) -> None:
    """With all of them."""
    with pytest.raises(BadQuery, match="turtle, ntriples"):
        export(graph, "xlsx", tmp_path / "out")


_PROGRAM = """
import pickle, sys
from pathlib import Path
from foedus.export import FORMATS, export
graph = pickle.loads(sys.stdin.buffer.read())
for form in FORMATS:
    export(graph, form, Path(sys.argv[1]) / form)
"""


def test_bytes_are_stable(graph: Graph, tmp_path: Path) -> None:
    """Two processes with other hashes, on other days, write the same."""
    import pickle

    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        subprocess.run([sys.executable, "-c", _PROGRAM, folder], input=pickle.dumps(graph), env=environment, check=True)
    for form in FORMATS:
        assert _bytes(tmp_path / "1" / form) == _bytes(tmp_path / "2" / form), form
    assert b"lastmodifieddate" not in (tmp_path / "1" / "gexf").read_bytes()
