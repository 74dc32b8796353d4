"""``foedus validate``: what a contributor sees."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from foedus.cli.validate import validate
from ingest.sheets import JEF, KURSK, cut_out


def run(path: Path) -> Result:
    """The command on a path."""
    return CliRunner().invoke(validate, [str(path)])


def test_sound_data_are_said_to_be_so(tmp_path: Path) -> None:
    """One line on standard output says what was checked; the status is 0."""
    dataset = cut_out(tmp_path / "data")
    done = run(dataset)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{dataset}: no problems (11 files: 5 treaties, ")
    assert run(dataset / JEF).stdout == f"{dataset / JEF}: no problems (1 file: 1 treaty, 2 cases)\n"


def test_every_problem_has_its_line(tmp_path: Path) -> None:
    """Problems stand one a line on standard error, with file and line, then their number; the status is 1."""
    dataset = cut_out(tmp_path / "data")
    for file in (KURSK, JEF):
        path = dataset / file
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("wikidata: null", "wikidata: 5\ncolour: red", 1), encoding="utf-8")
    done = run(dataset)
    *problems, summary = done.stderr.splitlines()
    assert (done.exit_code, done.stdout, summary) == (1, "", f"{len(problems)} problems in 2 files")
    assert all(problem.startswith((f"{dataset / JEF}:", f"{dataset / KURSK}:")) for problem in problems)
    assert any("colour: unknown key `colour`" in problem for problem in problems)


@pytest.mark.parametrize("content", [b"", b"a: &a [*a]", b"a: !!python/none", b"\xff\xfe", b"[" * 100_000, b"a: \x00"])
def test_a_hostile_file_is_one_problem(tmp_path: Path, content: bytes) -> None:
    """What is no YAML of this form gets one line and no traceback."""
    path = tmp_path / "x.yaml"
    path.write_bytes(content)
    done = run(path)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == "1 problem in 1 file"
    assert isinstance(done.exception, SystemExit)
