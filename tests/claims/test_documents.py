"""What the documents say of claims is so."""

import re
from pathlib import Path

import foedus
from claims.conftest import NOW
from conftest import Command
from foedus.analysis.claims.queries import PREFIXES
from foedus.model import Check

ROOT = Path(__file__).parents[2]
GUIDE = ROOT.joinpath("docs", "claims.md").read_text(encoding="utf-8")


def test_the_file_of_the_guide(kg: foedus.KnowledgeGraph, tmp_path: Path) -> None:
    """It can be checked as it stands, and comes out as the guide says."""
    [example] = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    file = tmp_path / "mine.yaml"
    file.write_text(example, encoding="utf-8")
    law, statistic = kg.check(file, on=NOW, known=NOW)
    assert (law.then.verdict, law.now.verdict) == ("supported", "partly-supported")
    assert [fact.name for fact in law.gained] == ["Article secret protocol 1(b) of Anglo-Polish agreement (1939)"]
    assert statistic.then.verdict == statistic.now.verdict == "not-decidable"
    assert statistic.then.counts[0]["treaties"] < statistic.now.counts[0]["treaties"]


def test_the_guide_has_every_key_and_prefix() -> None:
    """Its table lists the keys of a check in their order, and its list the prefixes that need no declaration."""
    assert re.findall(r"^\| `(\w+)` \|", GUIDE, re.MULTILINE) == list(Check.model_fields)
    assert all(f"`{prefix}:`" in GUIDE for prefix in PREFIXES)


def test_the_output_in_the_readme(command: Command) -> None:
    """The README shows what the command prints."""
    readme = ROOT.joinpath("README.md").read_text(encoding="utf-8")
    shown = readme.partition("$ foedus check\n")[2].partition("```")[0].splitlines()
    printed = command("check", "--on", NOW, "--known", NOW, COLUMNS="100").stdout.splitlines()
    assert [line for line in shown if line != "…" and line not in printed] == []
