"""Questions whose answers are known, each a page of history."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from foedus import BadQuery, KnowledgeGraph, NotFound, Row
from foedus.model import Event, Source

KURSK = "rus-prk-2024-kursk"
BOTH = pytest.mark.parametrize("via", ["sparql", "cypher"])


def case(kg: KnowledgeGraph, which: str, on: str, known: str, via: str = "sparql") -> Row:
    """The row of one case among all that are active."""
    rows = kg.ask("active-clauses", on=on, known=known, via=via)
    return next(row for row in rows if row.case == which)


def reference(source: Source) -> str:
    """How rows name a source."""
    return source.url or f"{source.publisher}: {source.title}"


def sourced(kg: KnowledgeGraph) -> Iterator[tuple[Event, list[Source]]]:
    """The events of the Kursk case, each with its sources as the sheet has them."""
    sheet = kg.treaty("rus-prk-2024")
    for event in kg.case(KURSK).events:
        yield event, [sheet.sources[name] for name in event.sources]


@BOTH
def test_kursk_today(kg: KnowledgeGraph, via: str) -> None:
    """Article 4 is in force and active; both have named it, and others dispute that it applies."""
    row = case(kg, KURSK, "today", "today", via)
    assert (row.treaty, row.articles, row.force, row.activity) == ("rus-prk-2024", ["4"], "in-force", "active")
    assert (row.acknowledgedBy, row.disputed) == (["PRK", "RUS"], True)


@BOTH
def test_kursk_as_known_in_october_2024(kg: KnowledgeGraph, via: str) -> None:
    """Performed by the word of Seoul and Washington, disputed, not yet in force, acknowledged by nobody."""
    row = case(kg, KURSK, "2024-10-28", "2024-10-28", via)
    assert (row.invocation, row.force, row.outcome) == ("performed", "not-yet", "pending")
    assert (row.performedBy, row.acknowledgedBy, row.disputed) == (["PRK"], [], True)
    assert "National Intelligence Service of the Republic of Korea (KOR, 2024-10-18)" in row.assertedBy
    assert "United States (USA, 2024-10-23)" in row.assertedBy
    assert "DPRK mission to the United Nations (PRK, 2024-10-21)" in row.disputedBy


def test_nothing_published_later_is_known(kg: KnowledgeGraph) -> None:
    """No source, claimant or evidence of the row and of the case's file is dated after the day of knowledge."""
    day = date(2024, 10, 28)
    later = {
        reference(source) for _, sources in sourced(kg) for source in sources if source.date and source.date.last > day
    }
    row = case(kg, KURSK, str(day), str(day))
    file = kg.ask("case-file", case=KURSK, known=day)
    assert later
    assert row.sources
    assert not later & {*row.sources, *(source for event in file for source in event.sources)}
    captions = [*row.assertedBy, *row.disputedBy, *(c for event in file for c in event.assertedBy + event.disputedBy)]
    dates = [caption.rpartition(" ")[2].rstrip(")") for caption in captions]
    assert all(written.rpartition("(")[2] <= str(day) for written in dates)
    assert row.lastEvidence <= day
    assert all(event.date <= str(day) for event in file)


def test_both_statements_of_28_april_2025(kg: KnowledgeGraph) -> None:
    """Pyongyang's invocation and Moscow's acknowledgement stand in the file of the case, each with its sources."""
    said = {row.kind: row for row in kg.ask("case-file", case=KURSK) if row.date == "2025-04-28"}
    assert said["invocation"].assertedBy == [
        "Central Military Commission of the Workers' Party of Korea (PRK, 2025-04-28)"
    ]
    assert said["acknowledgement"].assertedBy == ["Vladimir Putin (RUS, 2025-04-28)"]
    assert all(row.sources for row in said.values())


def test_every_event_has_the_sources_of_its_sheet(kg: KnowledgeGraph) -> None:
    """What the sheet names as sources of an event stands beside it."""
    rows = {(row.date, row.kind, row.summary): set(row.sources) for row in kg.ask("case-file", case=KURSK)}
    expected = {
        (event.date.text, event.type, event.summary): {reference(source) for source in sources}
        for event, sources in sourced(kg)
    }
    assert rows == expected
    assert any(expected.values())


@pytest.mark.parametrize("which", ["rus-dnr-2022-invasion", "rus-lnr-2022-invasion"])
@BOTH
def test_donbas_on_the_day_of_the_invasion(kg: KnowledgeGraph, which: str, via: str) -> None:
    """Relied on a day before the treaties of friendship were in force."""
    row = case(kg, which, "2022-02-24", "2022-02-24", via)
    assert (row.invocation, row.force) == ("invoked", "not-yet")


@BOTH
def test_south_ossetia_in_march_2022(kg: KnowledgeGraph, via: str) -> None:
    """Its soldiers were reported to have set out that week."""
    rows = kg.ask("active-clauses", on="2022-03-28", known="2022-03-28", party="South Ossetia", via=via)
    assert [(row.treaty, row.invocation) for row in rows] == [("rus-south-ossetia-2015", "performed")]


@BOTH
def test_nato_in_october_2001(kg: KnowledgeGraph, via: str) -> None:
    """Article 5 was being performed: on 4 October the allies had agreed on eight measures."""
    row = case(kg, "nato-1949-2001-september-11", "2001-10-05", "2001-10-05", via)
    assert (row.articles, row.invocation, row.force) == (["5"], "performed", "in-force")


@BOTH
def test_four_defence_alliances_in_august_1914(kg: KnowledgeGraph, via: str) -> None:
    """Three were honoured; Italy refused the fourth on 2 August."""
    rows = kg.ask("active-clauses", on="1914-08-05", known="1914-08-05", via=via)
    assert [row.treaty for row in rows] == [
        "dual-alliance-1879", "franco-russian-1892", "london-1839", "triple-alliance-1882",
    ]  # fmt: skip
    assert [row.invocation for row in rows] == ["performed", "performed", "performed", "refused"]
    assert [row.refusedBy for row in rows] == [[], [], [], ["ITA"]]


@BOTH
@pytest.mark.parametrize(("known", "articles"), [("1915-05-01", []), ("1918-01-01", ["2", "3"])])
def test_the_secret_treaty_of_london(kg: KnowledgeGraph, known: str, articles: list[str], via: str) -> None:
    """It bound Italy from 26 April 1915; the public knew it when the Bolsheviks had printed it."""
    rows = kg.ask("clauses-in-force", on="1915-05-01", known=known, duty="any", via=via)
    assert [row.article for row in rows if row.treaty == "treaty-of-london-1915"] == articles


@BOTH
def test_anzus_today(kg: KnowledgeGraph, via: str) -> None:
    """The United States and Australia owe each other defence; towards New Zealand it is suspended (1986)."""
    rows = kg.ask("clauses-in-force", party="USA", via=via)
    pairs = [(row.owedBy, row.owedTo) for row in rows if row.treaty == "anzus-1951"]
    assert pairs == [(["AUS", "USA"], ["AUS", "USA"])]
    allies = {row.ally: row.treaties for row in kg.ask("allies", party="NZL")}
    assert "anzus-1951" in allies["AUS"]
    assert "anzus-1951" not in allies.get("USA", [])


def test_anzus_before_the_suspension(kg: KnowledgeGraph) -> None:
    """In 1985 the three owed each other defence, in three pairs of one article."""
    rows = [row for row in kg.ask("clauses-in-force", on="1985-01-01") if row.treaty == "anzus-1951"]
    assert [row.obligation for row in rows] == [1, 2, 3]
    assert {frozenset(row.owedBy) for row in rows} == {
        frozenset({"AUS", "USA"}), frozenset({"AUS", "NZL"}), frozenset({"NZL", "USA"}),
    }  # fmt: skip


@BOTH
def test_last_ratified_before_the_treaty_of_pyongyang(kg: KnowledgeGraph, via: str) -> None:
    """Russia's last defence treaties before that of 2024 were those with Donetsk and Lugansk."""
    rows = kg.ask("last-ratified", party="RUS", before="2024-10-24", via=via)
    assert {(row.treaty, row.date) for row in rows} == {("rus-dnr-2022", "2022-02-22"), ("rus-lnr-2022", "2022-02-22")}


@BOTH
def test_before_the_first_ratification_there_is_none(kg: KnowledgeGraph, via: str) -> None:
    """The latest day of none is no day."""
    assert not kg.ask("last-ratified", before="1300-01-01", duty="any", via=via)


@pytest.mark.parametrize("name", ["PRK", "prk", "North Korea", "DPRK", "Democratic People's Republic of Korea"])
def test_a_party_by_id_name_or_alias(kg: KnowledgeGraph, name: str) -> None:
    """All names of an actor ask for the same rows."""
    rows = kg.ask("allies", party=name)
    assert rows.about["parameters"]["party"] == "PRK"
    assert list(rows) == list(kg.ask("allies", party="PRK"))
    assert rows


def test_an_unknown_party_suggests_the_nearest(kg: KnowledgeGraph) -> None:
    """A slip of the pen is answered with what may be meant."""
    with pytest.raises(NotFound, match="no actor is called 'Nort Korea'; did you mean North Korea"):
        kg.ask("allies", party="Nort Korea")


@pytest.mark.parametrize(
    ("question", "given", "message"),
    [
        ("active-clause", {}, "no question 'active-clause'; did you mean active-clauses"),
        ("active-clauses", {"on": "2024-13-01"}, "on: '2024-13-01' is not a day"),
        ("active-clauses", {"duty": "defence"}, "did you mean defense"),
        ("active-clauses", {"partie": "RUS"}, "did you mean party"),
        ("obligations-of", {}, "obligations-of needs party"),
        ("treaty-timeline", {"treaty": "natto"}, "no treaty is called 'natto'"),
        ("active-clauses", {"via": "gremlin"}, "via 'gremlin'"),
    ],
)
def test_what_cannot_be_asked_says_why(kg: KnowledgeGraph, question: str, given: dict[str, str], message: str) -> None:
    """The message names what is wrong and what would be right."""
    with pytest.raises(BadQuery, match=message):
        kg.ask(question, **given)


def test_a_day_of_knowledge_after_the_edition_counts_as_it(kg: KnowledgeGraph) -> None:
    """Nothing is known later than the date of the data."""
    later = kg.ask("active-clauses", on="2026-01-01", known="2099-12-31")
    assert later.about["parameters"]["known"] == kg.edition
    assert list(later) == list(kg.ask("active-clauses", on="2026-01-01", known=kg.edition))
    assert later


def test_a_day_after_the_edition_is_read_as_known_at_it(kg: KnowledgeGraph) -> None:
    """A treaty without an end binds tomorrow too."""
    tomorrow = kg.edition + timedelta(days=1)
    assert "nato-1949" in {row.treaty for row in kg.ask("clauses-in-force", on=tomorrow)}


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@BOTH
def test_the_ends_of_the_calendar(kg: KnowledgeGraph, day: str, via: str) -> None:
    """The first day and the last are days like others: no case, and no error."""
    assert not [
        row for row in kg.ask("active-clauses", on="0001-01-01", known=day, via=via) if row.activity == "active"
    ]


@BOTH
def test_columns_have_the_types_that_their_question_states(kg: KnowledgeGraph, via: str) -> None:
    """Days are dates, lists are sorted lists of text, numbers are numbers, and what is absent is ``None``."""
    types = {
        "text": str, "written": str, "date": date, "boolean": bool, "integer": int, "list": list, "claimants": list,
    }  # fmt: skip
    given = {"actor": "RUS", "treaty": "rus-prk-2024", "case": KURSK}
    for question in kg.questions.values():
        needed = {one.name: given[one.type] for one in question.parameters if one.required}
        rows = kg.ask(question.id, via=via, **needed)
        assert rows
        assert rows.columns == tuple(column.name for column in question.columns)
        for row, column in ((row, column) for row in rows for column in question.columns):
            assert row[column.name] is None or type(row[column.name]) is types[column.type], (question.id, column)
            if column.type == "list":
                assert row[column.name] == sorted(set(row[column.name]))
