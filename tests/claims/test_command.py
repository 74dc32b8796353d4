"""``foedus check`` as a person uses it."""

import csv
import io
import json
from pathlib import Path

import pytest

from claims.conftest import NOW
from claims.test_files import ENDLESS, SOUND, add
from conftest import Command

DAYS = ("--on", NOW, "--known", NOW)


def test_formats_hold_the_same_verdicts(command: Command, own: Path) -> None:
    """Table, JSON, CSV and Markdown show the same claim with both verdicts."""
    add(own, SOUND)
    [row] = json.loads(command("check", str(own), *DAYS, "--format", "json").stdout)
    assert (row["claim"], row["then"], row["now"]) == ("rio-1", "supported", "supported")
    [read] = csv.DictReader(io.StringIO(command("check", str(own), *DAYS, "--format", "csv").stdout))
    assert read == {**row, "sources": "; ".join(row["sources"])}
    heading, _, line = command("check", str(own), *DAYS, "--format", "md").stdout.splitlines()
    assert heading == f"| {' | '.join(row)} |"
    assert line.startswith(f"| rio-1 | {row['text']} | A. Reader | 1950-01 | supported | supported |")
    table = command("check", str(own), *DAYS).stdout.splitlines()
    assert table[:2] == ["claim     rio-1", f"text      {row['text']}"]
    assert table[4:6] == ["then      supported", "now       supported"]
    assert table[-4:] == ["1 claim", "then  1 supported", "now   1 supported",
                          f"then: on the claim's date, as known on it · now: on {NOW}, as known on {NOW}"]  # fmt: skip


def test_the_bundled_claims(command: Command) -> None:
    """Without a file, every claim of the bundled data; the status is 0, whatever the verdicts."""
    done = command("check", *DAYS, "--format", "json")
    verdicts = {row["claim"]: (row["then"], row["now"]) for row in json.loads(done.stdout)}
    assert (done.returncode, len(verdicts)) == (0, 39)
    assert verdicts["fwm-31"] == ("contradicted", "contradicted")


def test_as_known_on_another_day(command: Command) -> None:
    """Before April 2025 neither party had named the article; a treaty in force from December was not so in November."""
    explained = command("check", "--on", "2025-01-01", "--known", "2025-01-01", "--explain", "fwm-11").stdout
    assert "now   contested, on 2025-01-01 as known on 2025-01-01" in explained
    explained = command("check", "--on", "2024-11-30", "--explain", "fwm-30").stdout
    assert "now   partly-supported, on 2024-11-30 as known on " in explained


def test_a_claim_is_explained(command: Command) -> None:
    """Rows, who asserts, who disputes, and what changed between the two days of knowledge."""
    done = command("check", *DAYS, "--explain", "fwm-05")
    assert (done.returncode, done.stderr) == (0, "")
    for said in (
        "then  contested, on 2024-10-28 as known on 2024-10-28",
        f"now   contested, on {NOW} as known on {NOW}",
        "the obligor names Article 4: now",
        "+ invocation, 2025-04-28 (Event rus-prk-2025-04-28-kcna, known from 2025-04-28)",
        "    asserted by Vladimir Putin (RUS, 2025-04-28)",
        "    disputed by Republic of Korea (KOR, 2025-04-28)",
        "    source      https://tass.com/world/1950153",
        "contested: then and now",
        f"what changed between 2024-10-28 and {NOW}",
        "  the verdict is the same",
    ):
        assert f"{said}\n" in done.stdout
    facts = json.loads(command("check", *DAYS, "--explain", "fwm-05", "--format", "json").stdout)
    came = [fact for fact in facts if fact["now"] and not fact["then"]]
    assert f"+ {len(came)} facts came: " in done.stdout
    assert "the verdict was partly-supported and is supported" in command("check", *DAYS, "--explain", "fwm-30").stdout


def test_a_file_of_ones_own(command: Command, own: Path) -> None:
    """A file from anywhere is checked, whatever comes out."""
    done = command("check", str(add(own, SOUND)), "--format", "csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        "rio-1,The Rio Treaty obliges its parties to help each other.,A. Reader,1950-01,supported,supported"
        in done.stdout
    )


@pytest.mark.parametrize(
    ("check", "arguments", "status", "said"),
    [
        ("      contradicted: SELECT\n", (), 2, ":8: claims[0].check.contradicted: SPARQL: "),
        ("      verdict: supported\n", (), 2, ":8: claims[0].check.verdict: unknown key"),
        ("      supported: \"ASK { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }\"\n", (), 2, "SERVICE is refused"),
        (f"      supported: \"{ENDLESS}\"\n", ("--timeout", "0.5"), 2,
         ":8: claims[0].check of rio-1 stopped after 0.5 s; --timeout lets it run longer"),
        (SOUND, ("--explain", "rio-2"), 1, "no claim has the id 'rio-2'; did you mean rio-1?"),
        (SOUND, ("--known", "2024-13-01"), 1, "known: '2024-13-01' is not a day"),
        (SOUND, ("--format", "xml"), 2, "--format"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_without_a_traceback(
    command: Command, own: Path, check: str, arguments: tuple[str, ...], status: int, said: str
) -> None:
    """A check that fails has status 2, a wrong word 1; standard error says what, in one message."""
    done = command("check", str(add(own, check)), *arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_file(command: Command, tmp_path: Path) -> None:
    """A file that is not there is named."""
    done = command("check", str(tmp_path / "none.yaml"))
    assert (done.returncode, done.stderr) == (2, f"foedus: {tmp_path / 'none.yaml'}:1: no such file\n")
