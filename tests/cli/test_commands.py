"""The command line as a person uses it."""

import csv
import io
import json
from pathlib import Path

import pytest

from conftest import Command
from foedus.cli import _COMMANDS
from foedus.mapping.ontology import NAMESPACE as FO
from foedus.resources import folder

README = Path(__file__).parent.parent.parent.joinpath("README.md").read_text(encoding="utf-8")
LATEST = ("ask", "last-ratified", "--party", "Russia", "--before", "2024-10-24")


@pytest.mark.parametrize("name", _COMMANDS)
def test_every_command_is_explained(command: Command, name: str) -> None:
    """Each command has help, and stands in the README."""
    done = command(name, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: foedus")
    assert f"foedus {name}" in README


def test_formats_hold_the_same_rows(command: Command) -> None:
    """JSON, CSV, Markdown and table show the same rows."""
    rows = json.loads(command(*LATEST, "--format", "json").stdout)
    assert [row["treaty"] for row in rows] == ["rus-dnr-2022", "rus-dnr-2022", "rus-lnr-2022", "rus-lnr-2022"]
    assert rows[0]["votesFor"] is None
    read = list(csv.DictReader(io.StringIO(command(*LATEST, "--format", "csv").stdout)))
    assert [row["treaty"] for row in read] == [row["treaty"] for row in rows]
    assert command(*LATEST, "--format", "md").stdout.count("rus-dnr-2022") == 2
    table = command(*LATEST).stdout
    assert table.count("rus-dnr-2022") == 2
    assert "4 rows · party RUS · before 2024-10-24 · duty defense · via sparql · data of 2026-11-25" in table


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("ask", "active-claus"), 1, "did you mean active-clauses?"),
        (("ask", "allies", "--party", "Jappan"), 1, "did you mean Japan"),
        (("ask", "active-clauses", "--on", "2024-13-01"), 1, "'2024-13-01' is not a day: write YYYY-MM-DD or today"),
        (("ask", "allies"), 2, "--party"),
        (("sparql", "SELEC * {"), 1, "SPARQL"),
        (("sparql", "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"), 1, "SERVICE is refused"),
        (("cypher", "CREATE (n)"), 1, "CREATE"),
        (("nonsense",), 2, "No such command"),
    ],
)
def test_a_mistake_is_told_without_a_traceback(
    command: Command, arguments: tuple[str, ...], status: int, said: str
) -> None:
    """A mistake goes to standard error in one message, with status 1, or 2 for a wrong use."""
    done = command(*arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_own_queries_from_everywhere(command: Command, tmp_path: Path) -> None:
    """A query comes as an argument, from standard input or from a file, with parameters and a limit."""
    query = "SELECT ?id WHERE { ?t a <https://w3id.org/foedus/ontology#Treaty> ; ?any ?id . FILTER(?id = $id) }"
    file = tmp_path / "query.rq"
    file.write_text(query, encoding="utf-8")
    given = ("--param", "id=nato-1949", "--format", "csv")
    for argument, stdin in ((query, ""), ("-", query), (f"@{file}", "")):
        assert command("sparql", argument, *given, stdin=stdin).stdout == "id\nnato-1949\n"
    capped = command("cypher", "MATCH (t:Treaty) RETURN t.id AS id", "--limit", "2", "--format", "csv")
    assert len(capped.stdout.splitlines()) == 3
    assert "the first 2 are shown" in capped.stderr


def test_a_question_is_shown_as_it_runs(command: Command) -> None:
    """The text that ``questions --show`` prints runs when it is pasted, without its ``:param`` lines."""
    shown = command("questions", "--show", "active-clauses", "--language", "cypher").stdout.splitlines()
    params = [line.split(" => ") for line in shown if line.startswith(":param")]
    given = [f"{name.split()[1]}={value.strip(chr(39) + ';')}" for name, value in params]
    text = "\n".join(line for line in shown if not line.startswith(":param"))
    arguments = [part for pair in given for part in ("--param", pair)]
    rows = json.loads(command("cypher", text, *arguments, "--format", "json").stdout)
    assert "rus-prk-2024-kursk" in {row["case"] for row in rows}


def test_every_command_takes_data_of_ones_own(command: Command, tmp_path: Path) -> None:
    """On top of the bundled data; a folder that is not there is told."""
    sheet = folder("data").joinpath("treaties", "cub-prk-1986.yaml").read_text(encoding="utf-8")
    own = tmp_path / "mine" / "treaties" / "mine-1986.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(
        sheet.replace("cub-prk-1986", "mine-1986").replace("atop_id: 3975", "atop_id: null"), encoding="utf-8"
    )
    query = f"SELECT ?id {{ ?t a <{FO}Treaty> ; <{FO}id> ?id FILTER(?id IN ('mine-1986', 'nato-1949')) }} ORDER BY ?id"
    done = command("--data", str(tmp_path / "mine"), "sparql", query, "--format", "csv")
    assert done.stdout.splitlines() == ["id", "mine-1986", "nato-1949"], done.stderr
    assert command("--data", str(tmp_path / "nowhere"), "questions").returncode == 2
