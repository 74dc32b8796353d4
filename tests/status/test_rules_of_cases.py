"""The rules of cases, one small world a sentence, the answer written by hand."""

from typing import Any

import pytest

from foedus.model import Case, PartialDate, World
from status.asking import Asker
from status.making import article, case, event, obligation, party, position, source, treaty, world

OPENED = "1994-01-01"


def _case(subject: Case, **more: Any) -> World:
    """A treaty of A and B, both bound from the first day of 1990, with one case."""
    parties = more.pop("parties", (party("A", "1990-01-01"), party("B", "1990-01-01")))
    return world(treaty(*parties, cases=(subject,), **more))


def _opened(*events: Any, **more: Any) -> World:
    """A case that opens with a request on the first day of 1994."""
    return _case(case(event("request", "request", OPENED), *events, opened=OPENED, **more))


# Known


def test_an_event_is_known_from_its_own_day(ask: Asker) -> None:
    """Known: a fact is known from its own day; before its first fact is known a case has no row, then one for any D."""
    example = _opened()
    assert not ask.knows_case(example, OPENED, "1993-12-31")
    assert ask.case(example, "0001-01-01", OPENED).activity == "not-opened"
    assert ask.case(example, "9000-01-01", OPENED).activity == "active"


def test_an_event_is_known_from_its_public_from(ask: Asker) -> None:
    """Known: from its `publicFrom` if it has one (a month or year counts from its last day)."""
    example = _case(case(event("e", "assistance", "1994-01-01", public_from="1995-03"), opened="1994-01-01"))
    assert not ask.knows_case(example, "1994-01-01", "1995-03-30")
    assert ask.case(example, "1994-01-01", "1995-03-31").performed_by == ("A",)


def test_a_month_is_known_from_a_source_inside_it(ask: Asker) -> None:
    """Known: from the earliest of its own sources dated wholly inside it, else from its last day."""
    sources = {"s1": source("1994-01-20"), "s2": source("1994-01-10"), "s3": source("1994"), "s4": source(None)}
    told = _case(case(event("e", "request", "1994-01", sources=("s1", "s2")), opened="1994-01"), sources=sources)
    assert not ask.knows_case(told, "1994-01-31", "1994-01-09")
    assert ask.case(told, "1994-01-31", "1994-01-10").opened == PartialDate.parse("1994-01")
    untold = _case(case(event("e", "request", "1994-01", sources=("s3", "s4")), opened="1994-01"), sources=sources)
    assert not ask.knows_case(untold, "1994-01-31", "1994-01-30")
    assert ask.knows_case(untold, "1994-01-31", "1994-01-31")


def test_nothing_is_known_before_it_happens(ask: Asker) -> None:
    """Known: not even a fact that was public, so it says, earlier."""
    example = _case(case(event("e", "request", "1994-02", public_from="1993-01-01"), opened="1994-02"))
    assert not ask.knows_case(example, "1994-02-01", "1994-01-31")
    assert ask.knows_case(example, "1994-02-01", "1994-02-01")


@pytest.mark.parametrize(
    ("articles", "day"),
    [
        (("1",), "1996-01-01"),
        (("2",), "1997-01-01"),
        (("1", "2"), "1996-01-01"),
        ((), OPENED),
        (("whole",), "1996-01-01"),
    ],
)
def test_nothing_under_a_case_before_its_articles(ask: Asker, articles: tuple[str, ...], day: str) -> None:
    """Known: nothing under a case before the earliest known of its articles; `whole` is every one, `[]` names none."""
    secret = (article("1", public_from="1996-01-01"), article("2", public_from="1997-01-01"))
    example = _case(case(event("e", "request", OPENED), opened=OPENED, articles=articles), articles=secret)
    eve = PartialDate.parse(day).first.replace(year=int(day[:4]) - 1, month=12, day=31).isoformat()
    assert not ask.knows_case(example, OPENED, eve)
    assert ask.knows_case(example, OPENED, day)


def test_whole_is_a_label_where_an_article_bears_it(ask: Asker) -> None:
    """Known: `whole` means every article unless one bears that label."""
    secret = (article("1"), article("whole", public_from="1996-01-01"))
    example = _case(case(event("e", "request", OPENED), opened=OPENED, articles=("whole",)), articles=secret)
    assert not ask.knows_case(example, OPENED, "1995-12-31")
    assert ask.knows_case(example, OPENED, "1996-01-01")


def test_no_position_before_its_event(ask: Asker) -> None:
    """Known: positions go by their last day, and none is known before its event."""
    words = (position("Early", date="1993"), position("With"), position("Late", date="1996"))
    example = _opened(event("e", "invocation", "1994-06-01", *words, public_from="1995-01-01"))
    assert ask.case(example, "1999-01-01", "1994-12-31").asserted_by == ()
    assert ask.case(example, "1999-01-01", "1995-01-01").asserted_by == ("Early (1993)", "With (1994-06-01)")
    assert ask.case(example, "1999-01-01", "1996-12-30").asserted_by[2:] == ()
    assert ask.case(example, "1999-01-01", "1996-12-31").asserted_by[2:] == ("Late (1996)",)


# Activity


def test_opened_is_known_from_an_event_inside_it(ask: Asker) -> None:
    """Known: `opened` from the earliest day on which an event is known whose date lies inside it, else its last day."""
    inside = _case(case(event("e", "trigger", "1994-03-05"), opened="1994"))
    assert ask.case(inside, "1994-01-01", "1994-03-05").opened == PartialDate.parse("1994")
    assert ask.case(inside, "1994-01-01", "1994-03-05").activity == "active"
    without = _case(case(event("e", "trigger", "1993-03-05"), opened="1994"))
    assert ask.case(without, "1994-06-01", "1994-12-30").activity == "not-opened"
    assert ask.case(without, "1994-06-01", "1994-12-31").activity == "active"


def test_while_opened_is_not_known_the_first_later_event_opens(ask: Asker) -> None:
    """Activity: a case opens with the first later event that is known while its `opened` is secret."""
    secret = event("secret", "request", OPENED, public_from="1996-01-01")
    example = _case(
        case(secret, event("e", "consultation", "1994-05"), event("f", "request", "1994-07-01"), opened=OPENED)
    )
    assert ask.case(example, "1994-05-01", "1994-05-31").opened == PartialDate.parse("1994-05")
    assert ask.case(example, "1994-04-30", "1994-05-31").activity == "not-opened"
    assert ask.case(example, "1994-05-01", "1994-05-31").activity == "active"
    assert ask.case(example, "1994-05-01", "1995-12-31").opened == PartialDate.parse("1994-05")
    assert ask.case(example, "1994-04-30", "1996-01-01").activity == "active"


def test_what_opens_nothing(ask: Asker) -> None:
    """Activity: triggers, non-invocations and statements open nothing, nor does an earlier event."""
    secret = event("secret", "request", OPENED, public_from="1996-01-01")
    aside = [event(kind, kind, "1994-05-01") for kind in ("trigger", "non-invocation", "statement")]
    example = _case(case(event("early", "refusal", "1993-05-01"), secret, *aside, opened=OPENED))
    state = ask.case(example, "1995-06-01", "1995-12-31")
    assert (state.opened, state.activity) == (None, "not-opened")


def test_opened_is_by_knowledge_alone(ask: Asker) -> None:
    """Activity: `opened` is the day on which it opens as known at K, whatever D."""
    assert ask.case(_opened(), "1950-01-01").opened == PartialDate.parse(OPENED)


def test_without_opened_a_case_is_never_opened(ask: Asker) -> None:
    """Activity: without `opened` it is always `not-opened`."""
    example = _case(case(event("e", "request", "1994-01-01"), opened=None))
    assert ask.case(example, "1999-01-01").activity == "not-opened"


def test_active_through_closed(ask: Asker) -> None:
    """Activity: then `active` through `closed`, its last possible day, then `closed`; unknown, it has not come."""
    example = _opened(closure="closed", closed="1996-02", last_evidence="1996-02")
    assert ask.case(example, "1996-02-29").activity == "active"
    assert ask.case(example, "1996-03-01").activity == "closed"
    assert ask.case(example, "1999-01-01", "1996-02-28").activity == "active"
    assert ask.case(example, "1999-01-01", "1996-02-29").activity == "closed"


def test_closed_is_known_with_the_event_that_ends_it(ask: Asker) -> None:
    """Known: `closed` likewise, an event whose end lies inside it counts too; never before its own last day."""
    late = event("e", "assistance", "1994-02-01", end="1996-02-10", public_from="1997-01-01")
    example = _opened(late, closure="closed", closed="1996-02", last_evidence="1996-02")
    assert ask.case(example, "1999-01-01", "1996-12-31").activity == "active"
    assert ask.case(example, "1999-01-01", "1997-01-01").activity == "closed"
    early = event("e", "assistance", "1994-02-01", end="1996-02-10")
    soon = _opened(early, closure="closed", closed="1996-02", last_evidence="1996-02")
    assert ask.case(soon, "1999-01-01", "1996-02-28").activity == "active"
    assert ask.case(soon, "1999-01-01", "1996-02-29").activity == "closed"


@pytest.mark.parametrize("closure", ["unclosed", "unknown"])
def test_active_through_the_last_evidence(ask: Asker, closure: str) -> None:
    """Activity: with closure `unclosed` or `unknown` it is active through `lastEvidence`, then so named."""
    example = _opened(closure=closure, last_evidence="1996")
    assert ask.case(example, "1996-12-31").activity == "active"
    assert ask.case(example, "1997-01-01").activity == closure
    assert ask.case(example, "1997-01-01", "1996-12-30").activity == "active"


def test_an_open_case_stays_active(ask: Asker) -> None:
    """Activity: with closure `open` it stays active."""
    assert ask.case(_opened(), "9000-01-01").activity == "active"


# Invocation


@pytest.mark.parametrize(
    ("kinds", "invocation"),
    [
        (("statement",), "none"),
        (("consultation", "trigger"), "consulted"),
        (("consultation", "request"), "requested"),
        (("request", "invocation"), "invoked"),
        (("request", "acknowledgement"), "invoked"),
        (("refusal", "invocation"), "refused"),
        (("assistance", "refusal"), "performed"),
        (("assistance", "cessation"), "ceased"),
        (("cessation", "assistance"), "performed"),
        (("assistance", "cessation", "statement"), "performed"),
    ],
)
def test_invocation(ask: Asker, kinds: tuple[str, ...], invocation: str) -> None:
    """Invocation: the ladder from `none` to `ceased`, for which a cessation begins last, or is last of a tie."""
    events = [event(kind, kind, OPENED) for kind in kinds]
    assert ask.case(_case(case(*events, opened=OPENED)), "1999-01-01").invocation == invocation


def test_invocation_on_a_day_as_known_on_a_day(ask: Asker) -> None:
    """Invocation: from the events begun by D and known at K."""
    example = _opened(event("e", "assistance", "1995-01-01", public_from="1996-01-01"))
    assert ask.case(example, "1994-12-31", "1996-01-01").invocation == "requested"
    assert ask.case(example, "1995-01-01", "1995-12-31").invocation == "requested"
    assert ask.case(example, "1995-01-01", "1996-01-01").invocation == "performed"


def test_before_it_opens_only_refusals_count(ask: Asker) -> None:
    """Invocation: while a case is not opened only refusals count; who performed is not named yet, who refused is."""
    before = [event(kind, kind, "1993-01-01") for kind in ("assistance", "refusal", "cessation")]
    example = _case(case(*before, event("request", "request", OPENED), opened=OPENED))
    early, late = ask.case(example, "1993-12-31"), ask.case(example, OPENED)
    assert (early.invocation, early.performed_by, early.refused_by) == ("refused", (), ("A",))
    assert (late.invocation, late.performed_by, late.refused_by) == ("performed", ("A",), ("A",))


# Force


def test_force_of_a_case_by_its_clause(ask: Asker) -> None:
    """Force of a case: the best over the pairs that a clause of its articles and duty covers."""
    articles = (article("1", obligation("defense", ["A"], ["B"], to="1995-01-01"), obligation("consultation")),)
    example = _case(case(event("request", "request", OPENED), opened=OPENED), articles=articles)
    assert ask.case(example, "1994-06-01").force == "in-force"
    assert ask.case(example, "1995-01-01").force == "ended"


def test_force_of_a_case_that_no_clause_covers(ask: Asker) -> None:
    """Force of a case: if none is covered, over the pairs of its actors under the treaty, the clause aside."""
    articles = (article("1", obligation("defense", ["B"], ["A"], to="1991-01-01")),)
    example = _case(case(event("request", "request", OPENED), opened=OPENED), articles=articles)
    assert ask.case(example, "1994-06-01").force == "in-force"


def test_a_clause_that_is_not_known_covers_nobody(ask: Asker) -> None:
    """Force of a case: while the article of the clause is secret, the treaty's force between its actors."""
    articles = (article("1"), article("2", obligation(from_="1999-01-01"), public_from="1997-01-01"))
    subject = case(event("request", "request", OPENED), opened=OPENED, articles=("1", "2"))
    example = _case(subject, articles=articles)
    assert ask.case(example, "1995-01-01", "1996-12-31").force == "in-force"
    assert ask.case(example, "1995-01-01", "1997-01-01").force == "not-yet"


def test_force_of_one_actor_on_both_sides(ask: Asker) -> None:
    """Force of a case: a single actor on both sides has its own force, several do not owe themselves."""
    parties = (party("A", "1990-01-01"), party("B", "1990-01-01", None, "provisional"))
    request = event("request", "request", OPENED)
    alone = case(request, opened=OPENED, beneficiary=("A",), duty=None)
    together = case(request, opened=OPENED, obligors=("A", "B"), beneficiary=("A", "B"), duty=None)
    assert ask.case(_case(alone, parties=parties), "1995-01-01").force == "in-force"
    assert ask.case(_case(together, parties=parties), "1995-01-01").force == "provisional"


def test_an_empty_list_stands_for_every_party(ask: Asker) -> None:
    """Force of a case: an empty list of obligors or beneficiaries stands for every party."""
    parties = (party("A", "1990-01-01"), party("B", None), party("C", None))
    request = event("request", "request", OPENED)
    example = _case(case(request, opened=OPENED, obligors=("B",), beneficiary=()), parties=parties)
    assert ask.case(example, "1995-01-01").force == "unknown"
    assert ask.case(_case(case(request, opened=OPENED, obligors=(), beneficiary=())), "1995-01-01").force == "in-force"


def test_an_obligor_that_is_no_party_is_left_out(ask: Asker) -> None:
    """Force of a case: an obligor that is no party is left out; no pair with a force, no value."""
    request = event("request", "request", OPENED)
    outside = case(request, opened=OPENED, obligors=("D",))
    beside = case(request, opened=OPENED, obligors=("D", "A"), beneficiary=("D",))
    assert ask.case(_case(outside), "1995-01-01").force is None
    assert ask.case(_case(beside), "1995-01-01").force == "in-force"


def test_a_state_that_is_not_listed_stands_in_its_group(ask: Asker) -> None:
    """Force of a clause: for cases a state that is not listed stands in `un-members` or `league-members`."""
    parties = (party("A", "1990-01-01"), party("league-members", "1990-01-01", None, "provisional"))
    subject = case(event("request", "request", OPENED), opened=OPENED, obligors=("C",), beneficiary=("D",))
    assert ask.case(_case(subject, parties=parties), "1995-01-01").force == "provisional"


# Beside it


def test_acknowledged(ask: Asker) -> None:
    """Beside it: those of the case or event for whom a known position asserts its use, assistance once opened."""
    invoked = event(
        "i", "invocation", "1993-02-01", position("Minister", "B", "D"), position("Envoy", "C", stance="disputes")
    )
    helped = event("a", "assistance", "1993-03-01", position("Embassy", "C"), obligor=("C",))
    asked = event("r", "request", OPENED, position("President", "A"))
    example = _case(case(invoked, helped, asked, opened=OPENED))
    assert ask.case(example, "1993-06-01").acknowledged_by == ("B",)
    assert ask.case(example, "1994-06-01").acknowledged_by == ("B", "C")


def test_an_empty_list_acknowledges_for_nobody(ask: Asker) -> None:
    """Beside it: an empty list of the case or event names nobody there."""
    word = event("i", "invocation", OPENED, position("Minister", "A", "B"), obligor=(), beneficiary=("B",))
    example = _case(case(word, opened=OPENED, obligors=(), beneficiary=()))
    assert ask.case(example, "1995-01-01").acknowledged_by == ("B",)


def test_claimants(ask: Asker) -> None:
    """Beside it: each claimant once, with all actors spoken for and the first date as written, by date."""
    first = event(
        "e",
        "request",
        OPENED,
        position("Zoe", "B", date="1994-03"),
        position("Ann"),
        position("Abe", date="1994-03-01"),
    )
    second = event("f", "invocation", "1994-02-01", position("Zoe", "A"))
    example = _case(case(first, second, opened=OPENED))
    assert ask.case(example, "1995-01-01").asserted_by == (
        "Ann (1994-01-01)",
        "Zoe (A, B, 1994-02-01)",
        "Abe (1994-03-01)",
    )
    assert ask.case(example, "1994-01-31").asserted_by == ("Ann (1994-01-01)", "Abe (1994-03-01)", "Zoe (B, 1994-03)")


def test_disputed(ask: Asker) -> None:
    """Beside it: disputed if a known position disputes an event, triggers, non-invocations and statements aside."""
    denial = position("Embassy", "A", stance="disputes", date="1995-05")
    aside = [event(kind, kind, OPENED, denial) for kind in ("trigger", "non-invocation", "statement")]
    assert not ask.case(_opened(*aside), "1999-01-01").disputed
    example = _opened(event("e", "assistance", "1994-02-01", denial))
    assert not ask.case(example, "1994-02-01", "1995-05-30").disputed
    state = ask.case(example, "1994-02-01", "1995-05-31")
    assert (state.disputed, state.disputed_by) == (True, ("Embassy (A, 1995-05)",))


def test_sources(ask: Asker) -> None:
    """Beside it: the sources of the events begun by D and known at K, undated or dated by K."""
    sources = {"s1": source(None), "s2": source("1995"), "s3": source("1993-01-01"), "s9": source(None)}
    later = event("f", "assistance", "1996-01-01", sources=("s9",))
    first = event("e", "request", OPENED, sources=("s1", "s2", "s3"))
    example = _case(case(first, later, opened=OPENED), sources=sources)
    assert ask.case(example, "1995-01-01", "1995-12-30").sources == ("s1", "s3")
    assert ask.case(example, "1995-01-01", "1995-12-31").sources == ("s1", "s2", "s3")
    assert ask.case(example, "1996-01-01").sources == ("s1", "s2", "s3", "s9")


def test_a_source_of_the_unfinished_year(ask: Asker) -> None:
    """Nothing is later than the date of the data: what they cite was there by then."""
    subject = case(event("e", "request", OPENED, sources=("s1",)), opened=OPENED)
    told = treaty(party("A", "1990-01-01"), party("B", "1990-01-01"), cases=(subject,), sources={"s1": source("1995")})
    example = world(told, edition="1995-06-01")
    assert ask.case(example, OPENED, "1995-05-31").sources == ()
    assert ask.case(example, OPENED, "1995-06-01").sources == ("s1",)


def test_last_evidence(ask: Asker) -> None:
    """Beside it, by K alone: an event's last day or the day it is known; a known end; `lastEvidence` once known."""
    told = {"s1": source("1994-06-10")}
    lasting = event("e", "assistance", "1994-06", end="1995-03", sources=("s1",))
    subject = case(event("request", "request", OPENED), lasting, opened=OPENED, last_evidence="1996")
    example = _case(subject, sources=told)
    seen = {known: ask.case(example, "1990-01-01", known).last_evidence for known in (
        "1994-06-09", "1994-06-10", "1995-03-30", "1995-03-31", "1996-12-30", "1996-12-31",
    )}  # fmt: skip
    assert [str(day) for day in seen.values()] == [
        "1994-01-01", "1994-06-10", "1994-06-10", "1995-03-31", "1995-03-31", "1996-12-31",
    ]  # fmt: skip


def test_last_evidence_and_the_date_of_the_data(ask: Asker) -> None:
    """Beside it: none later than the date of the data."""
    parties = (party("A", "1990-01-01"), party("B", "1990-01-01"))
    subject = case(event("request", "request", OPENED), opened=OPENED, last_evidence="1995")
    example = world(treaty(*parties, cases=(subject,)), edition="1995-06-01")
    assert str(ask.case(example, OPENED).last_evidence) == "1995-06-01"


def test_outcome(ask: Asker) -> None:
    """Beside it: the outcome is `pending` until that `lastEvidence` is known."""
    example = _opened(last_evidence="1996-03-01")
    assert ask.case(example, "1999-01-01", "1996-02-29").outcome == "pending"
    assert ask.case(example, "1990-01-01", "1996-03-01").outcome == "honoured"
