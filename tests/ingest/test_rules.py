"""Every rule of ``data/README.md``: real sheets pass, the same sheets with one change do not."""
# ruff: noqa: E501  # a row a breach

from pathlib import Path

import pytest

from foedus.ingest import validate
from foedus.ingest.rules import ACROSS_RULES, ACTOR_RULES, CASE_RULES, DATE_RULES, SHEET_RULES
from ingest.sheets import DATA, JEF, KURSK, QATAR, broken, cut_out

ACTORS, CONFLICTS, CROSSWALK = "actors.yaml", "conflicts.yaml", "atop-crosswalk.yaml"
CLAIMS = "claims/free-west-media-2024.yaml"

BREACHES = [
    ("file_is_named_by_id", KURSK, "id: rus-prk-2024\n", "id: rus-prk-2025\n", "is not the name of the file"),
    ("actors_exist", KURSK, "{party: RUS, from", "{party: RSU, from", "'RSU' is no actor of actors.yaml; did you mean"),
    ("actors_exist", KURSK, "speaks_for: [KOR]", "speaks_for: [XOR]", "'XOR' is no actor"),
    ("actors_exist", QATAR, "owed_to: [QAT]", "owed_to: [QUAT]", "'QUAT' is no actor"),
    ("texts_are_short", KURSK, 'short_title: "', f'short_title: "{"very " * 200}', "at most 600"),
    ("supersession_is_said_by_both", KURSK, "[rus-prk-2000]", "[rus-prk-2001]", "did you mean rus-prk-2000"),
    ("supersession_is_said_by_both", KURSK, "[rus-prk-2000]", "[jef-2014]", "add rus-prk-2024 to its superseded_by"),
    ("supersession_is_said_by_both", KURSK, "supersedes: [rus-prk-2000]", "supersedes: []", "to its supersedes"),
    ("many_parties_have_a_map_name", JEF, 'map_name: "JEF"\n', "", "needs a name on the map"),
    ("somebody_is_party", QATAR, "parties:\n  - {party: USA, from: 2025-09-29, to: null}", "parties: []", "one party"),
    ("spells_are_in_order", KURSK, "{party: RUS, from: 2024-12-04", "{party: RUS, from: 2024-11", "before entry into"),
    ("spells_are_in_order", KURSK, "to: null}", "to: 2023-01-01}", "to 2023-01-01 lies before from 2024-12-04"),
    ("spells_are_in_order", KURSK, "ended: null", "ended: {date: 2025, how: lapsed, note: null}", None),
    ("declarations_bind_from_their_date", JEF, "signed: {date: 2014-09", "signed: {date: 2014-08", "first `from`"),
    ("force_follows_signature", KURSK, "signed: {date: 2024-06-19", "signed: {date: 2024-12-05", None),
    ("force_follows_signature", KURSK, "ended: null", "ended: {date: 2024, how: lapsed, note: null}", None),
    ("force_follows_signature", KURSK, "ended: null", "ended: {date: 2024-11, how: lapsed, note: null}", "the end 2024"),
    ("force_follows_signature", JEF, "entered_into_force: null", "entered_into_force: 2014-08", "no act or doubt says so"),
    ("secrets_come_out_after_signature", QATAR, "public_from: 2025-10", "public_from: 2025-08", "before signature"),
    ("secrets_come_out_after_signature", KURSK, "    obligations:", "    public_from: 2020\n    obligations:", "before"),
    ("acts_are_in_order", KURSK, "date: 2024-06-19, note", "date: 2025-06-19, note", "oldest first"),
    ("atop_id_is_that_of_the_crosswalk", KURSK, "atop_id: null", "atop_id: 17", "has no exact match"),
    ("atop_id_is_that_of_the_crosswalk", "treaties/rus-prk-2000.yaml", "atop_id: 4940", "atop_id: null", "has 4940"),
    ("articles_are_told_apart", KURSK, 'number: "5"', 'number: "4"', "stands 2 times"),
    ("quotes_are_short", KURSK, 'quote: "shall', f'quote: "{"very " * 16}shall', "a quote has at most 15"),
    ("articles_are_summarised", JEF, 'summary: "Ten', 'summary: null  # "Ten', "only a case names"),
    ("only_parties_owe", KURSK, "owed_by: parties", "owed_by: [RUS, CHN]", "CHN is no party"),
    ("lists_leave_somebody_out", KURSK, "owed_by: parties", "owed_by: [RUS, PRK]", "names every party"),
    ("lists_leave_somebody_out", KURSK, "owed_by: parties", "owed_by: []", "names nobody"),
    ("mutual_clauses_have_one_list", KURSK, "owed_by: parties", "owed_by: [RUS]", "same actors on both sides"),
    ("mutual_clauses_have_one_list", KURSK, "mutual: true", "mutual: false", "such a clause is mutual"),
    ("a_right_is_permitted", KURSK, "response_kind: mandatory-military", "response_kind: permitted", "permitted with"),
    ("clauses_begin_before_they_end", KURSK, "trigger:", "from: 2025\n        to: 2024\n        trigger:", "before from"),
    ("clauses_begin_before_they_end", KURSK, "conditions: []", "conditions: []\n        then: suspended", "no `to`"),
    ("sources_are_defined", KURSK, "sources: [s1, s4]}", "sources: [s1, s444]}", "'s444' is no key of `sources`"),
    ("keys_of_sources_are_numbered", KURSK, "  s1: {", "  one: {", "'one' is none of s1, s2"),
    ("pages_have_one_key", KURSK, "https://tass.com/world/1882445", "https://tass.com/politics/1882599", "one url, one"),
    ("pages_have_one_key", KURSK, '"https://tass.com/world/1882445', '"ftp://tass.com/', "does not begin with http"),
    ("case_is_named_after_its_sheet", KURSK, "id: rus-prk-2024-kursk\n", "id: kursk\n", "not start with rus-prk-2024-"),
    ("articles_exist", KURSK, '    articles: ["4"]', '    articles: ["44"]', "'44' is no article of this sheet"),
    ("closure_fits_its_dates", KURSK, "closure: open", "closure: closed", "needs a date in `closed`"),
    ("closure_fits_its_dates", KURSK, "closure: open", "closure: none", "is for a case that was never opened"),
    ("closure_fits_its_dates", KURSK, "opened: 2024-10\n", "opened: null\n", "expected where `opened` is null"),
    ("closure_fits_its_dates", KURSK, "closed: null\n    closure: open", "closed: 2023\n    closure: closed", "opened"),
    ("events_are_in_order", KURSK, "date: 2024-06-20\n", "date: 2025-06-20\n", "events are in order of date"),
    ("events_are_in_order", KURSK, "end: null\n", "end: 2024-01-01\n", "end 2024-01-01 lies before date"),
    ("events_are_in_order", KURSK, "public_from: 2024-10-18", "public_from: 2024-09-30", "public_from 2024-09-30 lies"),
    ("evidence_reaches_the_last_event", KURSK, "last_evidence: 2026-04-27", "last_evidence: 2024", "last_evidence 2024"),
    ("conflict_exists", KURSK, "conflict: russo-ukrainian-war", "conflict: russo-ukranian-war", "did you mean russo-uk"),
    ("events_call_the_conflict_by_a_label", KURSK, '"Russo-Ukrainian war"', '"another war"', "is no label of russo-"),
    ("events_call_the_conflict_by_a_label", KURSK, "conflict: russo-ukrainian-war", "conflict: null", "without a confl"),
    ("named_actors_exist", ACTORS, "succeeds: [trucial-states]", "succeeds: [trucial-state]", "did you mean trucial-"),
    ("spells_are_in_order", ACTORS, "{from: 1975-11-11, to: null}", "{from: 1975-11-11, to: 1975-10}", "lies before"),
    ("nothing_is_later_than_the_data", KURSK, "date: 2024-06-19, place", "date: 2027-06-19, place", "date of the data"),
    ("nothing_is_later_than_the_data", KURSK, "opened: 2024-10\n", "opened: 2030\n", "2030 lies after the date of the"),
    ("nothing_is_later_than_the_data", CONFLICTS, "to: 1990\n", "to: 2090\n", "2090 lies after the date of the data"),
    ("the_edition_bears_a_day", "dataset.yaml", "date: 2026-11-25", "date: 2026-12", "bear the date of a day"),
    ("ids_are_unique", KURSK, "- id: rus-prk-2024-10-24-kazan", "- id: rus-prk-2024-10-25-rossiya1", "stands twice"),
    ("ids_are_unique", CLAIMS, "id: fwm-02", "id: fwm-01", "claim 'fwm-01' stands twice"),
    ("names_are_unique", ACTORS, 'aliases: ["British Honduras"]', "aliases: [belgium]", "'belgium' already means BEL"),
    ("names_are_unique", ACTORS, "id: AGO, name: Angola", "id: AGO, name: Afghanistan", "already means AFG"),
    ("every_actor_has_a_place", ACTORS, "{id: AGO,", "{id: AGX,", "'AGX' is missing in places.yaml"),
    ("every_actor_has_a_place", "places.yaml", "AGO:", "AGX:", "'AGX' is no actor of actors.yaml"),
    ("conflicts_are_in_order", CONFLICTS, "from: 1990\n", "from: 1991\n", "to 1990 lies before from 1991"),
    ("crosswalk_has_a_row_a_sheet", CROSSWALK, "jef-2014:", "jef-2015:", "'jef-2015' is no sheet; did you mean jef-2014"),
    ("crosswalk_has_a_row_a_sheet", CROSSWALK, "jef-2014:", "jef-2015:", "has no row in atop-crosswalk.yaml"),
    ("crosswalk_has_a_row_a_sheet", CROSSWALK, "{atop_id: 4940,", "{atop_id: null,", "an exact match has an id"),
]  # fmt: skip


def test_the_bundled_data_pass() -> None:
    """The bundled data break no rule."""
    assert validate(DATA) == ()


def test_the_unbroken_sheets_pass(tmp_path: Path) -> None:
    """What is broken below is sound before: no fault is there already."""
    assert validate(cut_out(tmp_path / "data")) == ()


@pytest.mark.parametrize(("rule", "file", "old", "new", "said"), [row for row in BREACHES if row[4]])
def test_a_breach_is_named(tmp_path: Path, rule: str, file: str, old: str, new: str, said: str) -> None:
    """The fault is named with its file, or that of the other sheet concerned, and says what would be right."""
    problems = broken(cut_out(tmp_path / "data"), file, old, new)
    assert [problem for problem in problems if said in str(problem)], (rule, *map(str, problems))


@pytest.mark.parametrize(("rule", "file", "old", "new"), [row[:4] for row in BREACHES if not row[4]])
def test_what_may_be_passes(tmp_path: Path, rule: str, file: str, old: str, new: str) -> None:
    """A change that looks like a breach and is none, as dates that can be read in order, is no fault."""
    assert broken(cut_out(tmp_path / "data"), file, old, new) == (), rule


def test_an_event_that_nobody_asserts_needs_ground(tmp_path: Path) -> None:
    """Without an asserting position, a remark or a source, an event hangs in the air."""
    dataset = cut_out(tmp_path / "data")
    asserted = '- {stance: asserts, claimant: "Vladimir Putin", occasion: "press conference, Hanoi", speaks_for: [RUS]}'
    assert not [
        fault
        for fault in broken(dataset, KURSK, asserted, "- {stance: disputes, claimant: x, speaks_for: []}")
        if "nobody asserts" in str(fault)
    ]
    faults = broken(dataset, KURSK, "sources: [s10, s11]\n", "sources: []\n")
    assert [fault for fault in faults if "nobody asserts it" in str(fault)], faults


def test_one_page_is_dated_alike(tmp_path: Path) -> None:
    """The same url with another date in another sheet is found, wherever the sheets stand."""
    dataset = cut_out(tmp_path / "data")
    page = (
        'sources:\n  s900: {{publisher: "a paper", title: "t", date: 2024-01-0{}, url: "https://example.org/page"}}\n'
    )
    assert broken(dataset, KURSK, "sources:\n", page.format(1)) == ()
    faults = broken(dataset, JEF, "sources:\n", page.format(2))
    assert ["this page is a paper, 2024-01-0" in str(fault) for fault in faults] == [True]


def test_faults_of_form_and_of_reference_are_found_at_once(tmp_path: Path) -> None:
    """A sheet is mended in one round."""
    dataset = cut_out(tmp_path / "data")
    broken(dataset, KURSK, "{party: RUS, from", "{party: RSU, from")
    broken(dataset, KURSK, "conflict: russo-ukrainian-war", "conflict: russo-ukranian-war")
    said = "\n".join(map(str, broken(dataset, KURSK, "kind: treaty", "kind: treatie")))
    assert all(value in said for value in ("'treatie'", "'RSU'", "'russo-ukranian-war'")), said


def test_every_rule_is_broken_here() -> None:
    """No rule stands without a sheet that breaks it, and each says in a sentence what it holds."""
    rules = [*SHEET_RULES, *CASE_RULES, *ACTOR_RULES, *DATE_RULES, *ACROSS_RULES]
    apart = {"somebody_says_so", "one_page_is_dated_alike"}
    assert {rule.__name__ for rule in rules} == {row[0] for row in BREACHES if row[4]} | apart
    assert all(rule.__doc__ for rule in rules)
