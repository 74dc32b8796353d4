"""Claims of one's own: what is taken, and every fault with file and line."""

from pathlib import Path

import pytest

import foedus
from foedus.errors import BadData
from ingest.sheets import cut_out

SOUND = """\
      supported: |
        SELECT ?fact {
          ?fact fo:kind "defense" ; fo:imposedBy/fo:partOf treaty:rio-1947 .
          treaty:rio-1947 fo:knownFrom ?k . FILTER(?k <= $known)
        }
"""
ENDLESS = "SELECT ?fact { ?fact ?p ?o . ?a ?b ?c . ?d ?e ?f FILTER(?p = ?e && ?b = ?o) }"
FIRST = 9
"""The line on which the first query of the file begins."""


def add(file: Path, check: str) -> Path:
    """Give the claim of a file its check."""
    file.write_text(file.read_text(encoding="utf-8") + check, encoding="utf-8")
    return file


def fault(kg: foedus.KnowledgeGraph, file: Path) -> str:
    """The one fault of a file, without its path."""
    with pytest.raises(BadData) as caught:
        kg.check(file)
    [problem] = caught.value.problems
    assert problem.file == str(file)
    return str(problem).removeprefix(f"{file}:")


def test_claims_from_anywhere(kg: foedus.KnowledgeGraph, own: Path) -> None:
    """A file outside of all data is checked; a date of a month counts as its last day."""
    [one] = kg.check(add(own, SOUND))
    assert (one.then.verdict, one.now.verdict) == ("supported", "supported")
    assert (one.then.on.isoformat(), one.then.known.isoformat()) == ("1950-01-31", "1950-01-31")
    assert one.claimant == "A. Reader"
    assert [fact.label for fact in one.now.facts] == ["Obligation"] * len(one.now.facts)
    assert one.now.known <= kg.edition


def test_prefixes_of_its_own(kg: foedus.KnowledgeGraph, own: Path) -> None:
    """A query may declare prefixes, those of the form among them."""
    declared = SOUND.replace("        SELECT", "        PREFIX fo: <https://w3id.org/foedus/ontology#>\n        SELECT")
    assert kg.check(add(own, declared))[0].now.verdict == "supported"


@pytest.mark.parametrize(
    ("check", "line", "said"),
    [
        ("      verdict: supported\n", 8, "unknown key `verdict`: known keys are supported, parts, "),
        ("      missing: \"\"\n", 8, "an empty text"),
        ("      evidence: |\n        SELECT ?fact {}\n", 8, "say in `missing` what is missing"),
        (SOUND + "      parts: {a: x, b: y}\n", 8, "not both"),
        ("      parts: {a: \"SELECT ?fact {}\"}\n", 8, "one alone is `supported`"),
        (SOUND + "      missing: x\n      contested: |\n        SELECT ?fact {}\n", 15, "the order of the form is"),
        (SOUND.replace("FILTER", "FILTR"), FIRST + 2, "claims[0].check.supported: SPARQL: expected"),
        (SOUND.replace("FILTER", "SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } FILTER"), FIRST + 2, "SERVICE is refused"),
        (SOUND.replace("SELECT", "INSERT DATA { fo:a fo:b fo:c } ; SELECT"), FIRST, "INSERT is refused"),
        (SOUND.replace("SELECT ?fact {", "SELECT ?fact FROM <x:y> {"), FIRST, "FROM is refused"),
        (SOUND.replace("SELECT ?fact", "ASK"), FIRST, "this is no SELECT"),
        (SOUND.replace("SELECT ?fact", "SELECT ?k"), FIRST, "?k: a query of a check selects ?fact"),
        (SOUND.replace("?fact fo:kind", "?node fo:kind ?fact ; fo:kind"), FIRST, "'defense': it is a node"),
        ("      supported: \"SELECT ?fact { BIND(event:none AS ?fact) }\"\n", 8, "event/none is no node of the graph"),
        ("      supported: \"SELECT ?fact { ?fact a fo:Event }\"\n", 8, "facts: at most 500"),
        (SOUND.replace("treaty:", "pact:"), FIRST + 1, "a prefix is not declared"),
        ("      counts: \"SELECT * { ?s ?p }\"\n      missing: a threshold\n", 8, "check.counts: SPARQL: expected"),
    ],
)  # fmt: skip
def test_a_fault_has_its_line(kg: foedus.KnowledgeGraph, own: Path, check: str, line: int, said: str) -> None:
    """What is wrong with the form, or with a query, is told with the line of the file."""
    told = fault(kg, add(own, check))
    assert told.startswith(f"{line}: claims[0].check")
    assert said in told


def test_two_claims_of_one_id(kg: foedus.KnowledgeGraph, own: Path) -> None:
    """An id stands once in a file."""
    add(own, SOUND)
    claim = own.read_text(encoding="utf-8").partition("claims:\n")[2]
    assert "claim 'rio-1' stands twice" in fault(kg, add(own, claim))


def test_a_query_that_takes_too_long(kg: foedus.KnowledgeGraph, own: Path) -> None:
    """With a time limit a query is stopped, and the check that it belongs to is named."""
    add(
        own,
        "      supported: |\n        SELECT ?fact { ?fact ?p ?o . ?a ?b ?c . ?d ?e ?f FILTER(?p = ?e && ?b = ?o) }\n",
    )
    with pytest.raises(
        BadData, match=r"mine\.yaml:9: claims\[0\]\.check\.supported: the query was stopped after 0\.5 s"
    ):
        kg.check(own, timeout=0.5)


def test_a_folder_of_ones_own_has_its_claims(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a file, the claims of the data are checked: every file of each folder."""
    data = cut_out(tmp_path / "data")
    add(own, SOUND).rename(data / "claims" / "mine.yaml")
    monkeypatch.setenv("FOEDUS_CACHE", str(tmp_path / "cache"))
    with foedus.open(data) as kg:
        assert kg.check(claim="rio-1")[0].now.verdict == "not-covered"
        assert kg.check(claim="fwm-04")[0].now.verdict == "supported"
