"""Each claim comes out as its ``look_at`` says, and no longer when the facts that decide it are gone."""

from datetime import date
from typing import get_args

import pytest

from claims.conftest import FILE, again
from claims.graphs import Memory
from foedus.analysis.claims import Bearing, CheckedClaim, Fact, Finding, Found, Verdict, check
from foedus.analysis.claims.results import verdict_of

VERDICTS: dict[str, tuple[Verdict, Verdict]] = {
    "fwm-01": ("supported", "supported"),
    "fwm-02": ("supported", "supported"),
    "fwm-03": ("supported", "supported"),
    "fwm-04": ("supported", "supported"),
    "fwm-05": ("contested", "contested"),
    "fwm-06": ("supported", "supported"),
    "fwm-07": ("not-decidable", "not-decidable"),
    "fwm-08": ("not-decidable", "not-decidable"),
    "fwm-09": ("not-decidable", "not-decidable"),
    "fwm-10": ("contested", "contested"),
    "fwm-11": ("contested", "supported"),
    "fwm-12": ("not-covered", "supported"),
    "fwm-13": ("partly-supported", "supported"),
    "fwm-14": ("supported", "supported"),
    "fwm-15": ("supported", "supported"),
    "fwm-16": ("supported", "supported"),
    "fwm-17": ("supported", "supported"),
    "fwm-18": ("partly-supported", "partly-supported"),
    "fwm-19": ("not-covered", "not-covered"),
    "fwm-20": ("supported", "supported"),
    "fwm-21": ("supported", "supported"),
    "fwm-22": ("not-covered", "not-covered"),
    "fwm-23": ("contested", "contested"),
    "fwm-24": ("contested", "contested"),
    "fwm-25": ("not-covered", "contested"),
    "fwm-26": ("partly-supported", "partly-supported"),
    "fwm-27": ("not-covered", "not-covered"),
    "fwm-28": ("supported", "supported"),
    "fwm-29": ("partly-supported", "partly-supported"),
    "fwm-30": ("partly-supported", "supported"),
    "fwm-31": ("contradicted", "contradicted"),
    "fwm-32": ("contested", "contested"),
    "fwm-33": ("not-covered", "not-covered"),
    "fwm-34": ("partly-supported", "partly-supported"),
    "fwm-35": ("not-covered", "not-covered"),
    "fwm-36": ("not-covered", "contested"),
    "fwm-37": ("not-covered", "not-covered"),
    "fwm-38": ("not-covered", "not-covered"),
    "fwm-c1": ("contested", "contested"),
}
"""What ``look_at`` expects, then and now."""

DECIDED = [
    (claim, day)
    for claim, verdicts in VERDICTS.items()
    for day, verdict in zip(("then", "now"), verdicts, strict=True)
    if not verdict.startswith("not-")
]

FACT = Fact("Event", "x", "invocation", None, None, (), ())


def test_every_claim_comes_out_as_expected(checked: dict[str, CheckedClaim]) -> None:
    """Both verdicts of every claim of the file."""
    assert {name: (one.then.verdict, one.now.verdict) for name, one in checked.items()} == VERDICTS


@pytest.mark.parametrize(("claim", "day"), DECIDED)
def test_a_verdict_falls_with_its_facts(checked: dict[str, CheckedClaim], memory: Memory, claim: str, day: str) -> None:
    """Without the nodes on which it rests, the verdict is another."""
    before: Finding = getattr(checked[claim], day)
    with memory.without({fact.key for fact in _deciding(before)}):
        after: Finding = getattr(again(memory, claim=claim)[claim], day)
    assert after.verdict != before.verdict


def _deciding(finding: Finding) -> list[Fact]:
    """The facts on which a verdict rests: those that contest it first, then those against it, then those for it."""
    by_bearing = {bearing: [] for bearing in get_args(Bearing)}
    for found in finding.found:
        by_bearing[found.bearing] += found.facts
    return by_bearing["contests"] or by_bearing["contradicts"] or by_bearing["supports"]


def test_memory_answers_as_the_graph_does(checked: dict[str, CheckedClaim], memory: Memory) -> None:
    """What the mutations are measured against is the same graph."""
    assert again(memory, claim="fwm-05")["fwm-05"] == checked["fwm-05"]


def test_every_query_asks_what_was_known(checked: dict[str, CheckedClaim]) -> None:
    """A query that forgot ``$known`` would know on the claim's date what came later; who claims what is undated."""
    for one in checked.values():
        of = one.claim.check
        queries = [of.supported, of.contradicted, of.contested, of.evidence, of.counts, *(of.parts or {}).values()]
        assert all("$known" in query or "fo:claimedBy" in query for query in queries if query), one.claim.id


def test_nothing_that_bears_on_a_claim_came_later(checked: dict[str, CheckedClaim]) -> None:
    """Every fact found was known on the day of knowledge."""
    for one in checked.values():
        for finding in (one.then, one.now):
            assert all(fact.known_from is None or fact.known_from <= finding.known for fact in finding.facts)


def test_words_and_sources_of_a_fact_are_those_known(checked: dict[str, CheckedClaim], memory: Memory) -> None:
    """A source of 2025 is none of the ratification as known in 2024; a dispute is none the day before it."""
    then, now = ({fact.id: set(fact.sources) for fact in finding.facts} for finding in
                 (checked["fwm-30"].then, checked["fwm-30"].now))  # fmt: skip
    assert then["rus-prk-2024/2"] < now["rus-prk-2024/2"]
    for known, disputing in (("2024-10-27", ()), ("2024-10-28", ("Marko Marjanović (2024-10-28)",))):
        [one] = check(memory.ask, date(2026, 11, 25), [FILE], claim="fwm-31", on=known, known=known)
        assert [fact.disputed_by for fact in one.now.facts] == [disputing]


def test_undecided_claims_say_what_is_missing(checked: dict[str, CheckedClaim]) -> None:
    """A claim that nothing decides says so; vague words are given as numbers."""
    for one in checked.values():
        for finding in (one.then, one.now):
            undecided = finding.verdict in {"not-covered", "not-decidable"}
            assert bool(finding.missing) or not undecided
            assert (finding.verdict == "not-decidable") == bool(finding.counts)
    assert dict(checked["fwm-07"].now.counts[0])["of_them_bilateral"] > 0


@pytest.mark.parametrize(
    ("holding", "counts", "verdict"),
    [
        ({"supports": [True]}, [], "supported"),
        ({"supports": [True, True]}, [], "supported"),
        ({"supports": [True, False]}, [], "partly-supported"),
        ({"supports": [False, False]}, [], "not-covered"),
        ({"contradicts": [True]}, [], "contradicted"),
        ({"supports": [False], "contradicts": [True]}, [], "contradicted"),
        ({"supports": [True], "contradicts": [True]}, [], "contested"),
        ({"supports": [True, True], "contests": [True]}, [], "contested"),
        ({"supports": [True], "contests": [False], "beside": [True]}, [], "supported"),
        ({"beside": [True]}, [], "not-covered"),
        ({}, [{"treaties": 3}], "not-decidable"),
        ({}, [{"treaties": 0}], "not-covered"),
        ({"supports": [True]}, [{"treaties": 3}], "supported"),
    ],
)
def test_the_verdict_follows_from_what_is_found(
    holding: dict[Bearing, list[bool]], counts: list[dict[str, int]], verdict: Verdict
) -> None:
    """The whole rule, case by case."""
    found = [Found(bearing, bearing, (FACT,) if held else ()) for bearing, many in holding.items() for held in many]
    assert verdict_of(found, counts) == verdict


def test_no_verdict_stands_in_the_file() -> None:
    """Verdicts are computed: no key of a check is one."""
    lines = [line.strip() for line in FILE.read_text(encoding="utf-8").splitlines()]
    assert not [line for line in lines if line.startswith("verdict")]
