"""The command line among other processes: pipes that close, time limits, terminals without colour."""

import os
import re
import subprocess
import sys

import pytest

from conftest import Command

FOEDUS = [sys.executable, "-c", "from foedus.cli import main; main()"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "clauses-in-force"),
        ("ask", "clauses-in-force", "--format", "json"),
        ("ask", "clauses-in-force", "--format", "csv"),
        ("ask", "clauses-in-force", "--format", "md"),
        ("schema",),
        ("questions",),
        ("sparql", "SELECT * { ?s ?p ?o }", "--limit", "20000", "--format", "csv"),
        ("sparql", "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 5000"),
    ],
)
def test_a_reader_may_leave(command: Command, arguments: tuple[str, ...]) -> None:
    """``foedus … | head -1`` ends without a traceback."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [*FOEDUS, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode()
    assert said == ""
    assert process.returncode in {0, 1}


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("sparql", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"),
        ("cypher", "MATCH (a), (b), (c) WHERE a.id + b.id = c.id + 'x' RETURN count(*) AS n"),
    ],
)
def test_a_time_limit(command: Command, language: str, query: str) -> None:
    """A query that would run for minutes ends the command with status 1 and a message."""
    done = command(language, query, "--timeout", "1")
    assert (done.returncode, done.stdout) == (1, "")
    assert re.match(r"foedus: the query was (stopped|ended) after ", done.stderr)


def test_a_pipe_is_without_styles(command: Command) -> None:
    """Escape sequences are for terminals alone."""
    assert "\x1b" not in command("questions").stdout + command("ask", "active-clauses").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_no_color_on_a_terminal(command: Command) -> None:
    """``NO_COLOR`` leaves weight at most, no colour (https://no-color.org)."""
    import pty

    main_end, other_end = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "NO_COLOR": "1", "TERM": "xterm-256color"}
    arguments = [*FOEDUS, "ask", "allies", "--party", "Poland", "--on", "1939-09-03"]
    with subprocess.Popen(arguments, stdout=other_end, stderr=other_end, env=environment) as process:
        os.close(other_end)
        written = b""
        while block := _read(main_end):
            written += block
    os.close(main_end)
    assert process.returncode == 0
    assert "France" in written.decode()
    codes = {code for codes in re.findall(rb"\x1b\[([\d;]*)m", written) for code in codes.split(b";")}
    assert codes <= {b"", b"0", b"1", b"2", b"3"}


def _read(terminal: int) -> bytes:
    """What stands there; nothing once the other end is closed, which Linux says by an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
