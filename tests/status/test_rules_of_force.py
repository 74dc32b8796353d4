"""The rules of force, one small world a sentence, the answer written by hand."""

from foedus.model import World
from status.asking import Asker
from status.making import act, article, obligation, party, treaty, world


def _pair(*parties: object, **more: object) -> World:
    """A treaty of A and B in which B is bound from the first day of 1990."""
    return world(treaty(*parties, party("B", "1990-01-01"), **more))  # type: ignore[arg-type]


def test_a_start_counts_from_its_first_possible_day(ask: Asker) -> None:
    """Start and end: a `from` of 1994 binds on 1 January 1994."""
    example = _pair(party("A", "1994"))
    assert ask.force(example, "A", "1993-12-31") == "not-yet"
    assert ask.force(example, "A", "1994-01-01") == "in-force"


def test_an_end_takes_effect_on_its_last_possible_day(ask: Asker) -> None:
    """Start and end: on its `to` a party is no longer bound; a `to` of 1996-02 is 29 February."""
    example = _pair(party("A", "1990-01-01", "1996-02"))
    assert ask.force(example, "A", "1996-02-28") == "in-force"
    assert ask.force(example, "A", "1996-02-29") == "ended"


def test_the_running_spell_that_began_last(ask: Asker) -> None:
    """Force of a treaty: of overlapping spells the one that began last speaks, whatever the order of the sheet."""
    example = _pair(party("A", "1993-01-01", "1994-01-01", "suspended"), party("A", "1990-01-01"))
    assert ask.force(example, "A", "1992-12-31") == "in-force"
    assert ask.force(example, "A", "1993-06-01") == "suspended"
    assert ask.force(example, "A", "1994-01-01") == "in-force"


def test_ended_between_two_spells(ask: Asker) -> None:
    """Force of a treaty: `ended` after a spell, also between two."""
    example = _pair(party("A", "1990-01-01", "1992-01-01"), party("A", "1995-01-01"))
    assert ask.force(example, "A", "1993-01-01") == "ended"
    assert ask.force(example, "A", "1995-01-01") == "in-force"


def test_not_yet_from_signature(ask: Asker) -> None:
    """Force of a treaty: `not-yet` from signature until its first `from`, and no row before signature."""
    example = _pair(party("A", "1995-01-01"), party("A", "1992-01-01"))
    assert ask.force(example, "A", "1989-12-31") is None
    assert ask.force(example, "A", "1990-01-01") == "not-yet"
    assert ask.force(example, "A", "1991-12-31") == "not-yet"


def test_unknown_without_a_from(ask: Asker) -> None:
    """Force of a treaty: `unknown` from signature where it has no `from`."""
    example = _pair(party("A", None))
    assert ask.force(example, "A", "1989-12-31") is None
    assert ask.force(example, "A", "1990-01-01") == "unknown"


def test_a_from_makes_one_without_it_no_start(ask: Asker) -> None:
    """Force of a treaty: one history over all spells, so that a `from` anywhere means `not-yet` until then."""
    example = _pair(party("A", None), party("A", "1992-01-01"))
    assert ask.force(example, "A", "1991-01-01") == "not-yet"


def test_after_the_end_of_the_treaty(ask: Asker) -> None:
    """Force of a treaty: after its end `ended` for whoever has no running spell."""
    example = _pair(party("A", None), party("C", "1992-01-01", "1999-01-01"), ended="1996-01-01")
    assert ask.force(example, "A", "1995-12-31") == "unknown"
    assert ask.force(example, "A", "1996-01-01") == "ended"
    assert ask.force(example, "C", "1996-01-01") == "in-force"


def test_never_in_force(ask: Asker) -> None:
    """Force of a treaty: after its end `never` if it did not enter into force and nobody has a `from`."""
    example = world(treaty(party("A", None), party("B", None), entered_into_force=None, ended="1996"))
    assert ask.force(example, "A", "1996-12-30") == "unknown"
    assert ask.force(example, "A", "1996-12-31") == "never"


def test_a_from_before_signature(ask: Asker) -> None:
    """Force of a treaty: no row before signature or the first spell, whichever is earlier; none known before it."""
    example = _pair(party("A", "1989-06-01"), entered_into_force="1989-06-01")
    assert ask.force(example, "A", "1989-05-31") is None
    assert ask.force(example, "A", "1989-06-01") == "in-force"
    assert ask.force(example, "A", "1989-06-01", "1989-12-31") is None


def test_founding_participants_are_known_from_signature(ask: Asker) -> None:
    """Force of a treaty: a first `from` not later than entry into force is known of as participation from signature."""
    example = world(treaty(party("A", "1992-01-01"), party("B", "1992-01-01"), entered_into_force="1992-01-01"))
    assert ask.force(example, "A", "1993-01-01", "1990-01-01") == "not-yet"
    assert ask.force(example, "A", "1993-01-01", "1992-01-01") == "in-force"
    assert ask.force(example, "A", "1993-01-01", "1989-12-31") is None


def test_later_participants_are_known_from_their_first_act(ask: Asker) -> None:
    """Force of a treaty: else from the earlier of its own first act and its `from`."""
    accession = act("accession", "A", "1993-06-15")
    example = _pair(party("A", "1994-01-01"), lifecycle=(act("amendment", None, "1991-01-01"), accession))
    assert ask.force(example, "A", "1994-01-01", "1993-06-14") is None
    assert ask.force(example, "A", "1994-01-01", "1993-06-15") == "not-yet"
    assert ask.force(example, "A", "1990-01-01", "1993-06-15") == "not-yet"
    without = _pair(party("A", "1994-01-01"))
    assert ask.force(without, "A", "1994-01-01", "1993-12-31") is None
    assert ask.force(without, "A", "1994-01-01", "1994-01-01") == "in-force"


def test_an_end_that_is_not_known_has_not_come(ask: Asker) -> None:
    """Known: a spell goes on, for ever as it seems, until the last day of its `to`."""
    example = _pair(party("A", "1990-01-01", "1994"))
    assert ask.force(example, "A", "2003-01-01", "1994-12-30") == "in-force"
    assert ask.force(example, "A", "2003-01-01", "1994-12-31") == "ended"


def test_since(ask: Asker) -> None:
    """Since: the first day of the unbroken binding time; a step from provisional to in-force does not break it."""
    example = _pair(
        party("A", "1990-01-01", "1991-01-01"),
        party("A", "1992-01-01", "1993-01-01", "provisional"),
        party("A", "1993-01-01"),
    )
    assert ask.since(example, "A", "1990-06-01") == "1990-01-01"
    assert ask.since(example, "A", "1991-06-01") is None
    assert ask.since(example, "A", "1995-06-01") == "1992-01-01"


def test_since_as_known(ask: Asker) -> None:
    """Since, as known at K: until the interruption of 1994 is known, the bond seems unbroken."""
    example = _pair(party("A", "1990-01-01"), party("A", "1994", "1995-06-01", "suspended"))
    assert ask.since(example, "A", "1995-12-01", "1994-12-30") == "1990-01-01"
    assert ask.since(example, "A", "1995-12-01", "1995-12-01") == "1995-06-01"


def test_a_clause_has_the_worse_of_two(ask: Asker) -> None:
    """Force of a clause: the worse of the two in the order of the rule."""
    ladder = [("1990-01-01", "in-force"), ("1991-01-01", "provisional"), ("1992-01-01", "suspended")]
    spells = [party("A", day, None, status) for day, status in ladder]
    example = world(treaty(*spells, party("B", "1990-01-01"), party("C", None), articles=(
        article("1", obligation("defense", ["A"], ["B"]), obligation("defense", ["A"], ["C"])),
    )))  # fmt: skip
    assert [ask.clause(example, day) for day, _ in ladder] == ["in-force", "provisional", "suspended"]
    assert [ask.clause(example, day, place=("1", 2)) for day, _ in ladder] == ["unknown", "unknown", "suspended"]


def test_a_clause_has_the_best_pair(ask: Asker) -> None:
    """Force of a clause: the best between any obligor and any beneficiary, and since when any pair is bound."""
    example = _pair(party("A", "1990-01-01", "1992-01-01"), party("C", "1991-01-01"))
    assert ask.clause(example, "1990-06-01") == "in-force"
    assert ask.clause(example, "1993-01-01") == "in-force"
    assert ask.clause_since(example, "1993-01-01") == "1990-01-01"


def test_a_third_state(ask: Asker) -> None:
    """Force of a clause: the obligor's alone where the beneficiary is no party, whose own is open on all sides."""
    example = _pair(party("A", "1992-01-01"), articles=(article("1", obligation("defense", ["A"], ["D"])),))
    assert ask.force(example, "D", "0001-01-01", "0001-01-01") == "in-force"
    assert ask.since(example, "D", "2001-01-01") == "0001-01-01"
    assert ask.clause(example, "1991-01-01") == "not-yet"
    assert ask.clause_since(example, "1994-01-01") == "1992-01-01"


def test_a_clause_with_a_life_of_its_own(ask: Asker) -> None:
    """Force of a clause: never better than `not-yet` before its own `from`, nor than `ended` from its `to` on."""
    clause = obligation(from_="1992", to="1994", then=None)
    example = _pair(party("A", "1990-01-01"), articles=(article("1", clause),))
    assert ask.clause(example, "1991-12-31") == "not-yet"
    assert ask.clause(example, "1992-01-01") == "in-force"
    assert ask.clause(example, "1994-12-31") == "ended"
    assert ask.clause(example, "1993-01-01", "1992-12-30") == "not-yet"
    assert ask.clause(example, "1998-01-01", "1994-12-30") == "in-force"


def test_a_clause_that_is_suspended_from_its_to_on(ask: Asker) -> None:
    """Force of a clause: or what its `then` says; a status that is worse still stays."""
    example = _pair(
        party("A", "1990-01-01", "1998-01-01"), articles=(article("1", obligation(to="1994-01-01", then="suspended")),)
    )
    assert ask.clause(example, "1994-01-01") == "suspended"
    assert ask.clause(example, "1998-01-01") == "ended"


def test_nobody_owes_itself(ask: Asker) -> None:
    """Force of a clause: nobody owes itself, save under a right of self-defence or in a group."""
    clauses = [obligation("defense", [who], [who]) for who in ("A", "un-members", "G")]
    right = obligation("right-of-self-defence", ["A"], ["A"])
    groups = (party("un-members", "1990-01-01"), party("G", "1990-01-01"))
    example = _pair(party("A", "1990-01-01"), *groups, articles=(article("1", *clauses, right),))
    answers = [ask.clause(example, "1995-01-01", place=("1", position)) for position in range(1, 5)]
    assert answers == [None, "in-force", None, "in-force"]


def test_no_clause_before_its_article(ask: Asker) -> None:
    """Known: no clause before its article is, whose `publicFrom` of 1994 counts from its last day."""
    example = _pair(party("A", "1990-01-01"), articles=(article("1", obligation(), public_from="1994"),))
    assert ask.clause(example, "1992-01-01", "1994-12-30") is None
    assert ask.clause(example, "1992-01-01", "1994-12-31") == "in-force"


def test_nothing_under_a_secret_treaty(ask: Asker) -> None:
    """Known: nothing under a treaty before the treaty is: its `publicFrom`, or its signature."""
    example = _pair(party("A", "1990-01-01"), public_from="1995-03-01")
    assert ask.force(example, "A", "1991-01-01", "1995-02-28") is None
    assert ask.clause(example, "1991-01-01", "1995-02-28") is None
    assert ask.force(example, "A", "1991-01-01", "1995-03-01") == "in-force"


def test_signature_goes_by_its_last_day(ask: Asker) -> None:
    """Known: a signature of 1990 is known from its last day, and counts from its first."""
    example = _pair(party("A", None), signed="1990", entered_into_force="1990")
    assert ask.force(example, "A", "1990-01-01", "1990-12-30") is None
    assert ask.force(example, "A", "1990-01-01", "1990-12-31") == "unknown"


def test_nothing_is_known_later_than_the_date_of_the_data(ask: Asker) -> None:
    """Known: nothing later than the date of the data, and a K after it counts as it."""
    parties = (party("A", "1990-01-01", "1994"), party("B", "1990-01-01"))
    example = world(treaty(*parties), edition="1994-06-01")
    assert ask.force(example, "A", "1994-12-31", "1994-05-31") == "in-force"
    assert ask.force(example, "A", "1994-12-31", "1994-06-01") == "ended"
    assert ask.force(example, "A", "1994-12-31", "9000-01-01") == "ended"


def test_d_after_k(ask: Asker) -> None:
    """D after K: the rectangles known at K, read at D; D is not cut to K."""
    example = _pair(party("A", "1990-01-01", "1996-01-01"))
    assert ask.force(example, "A", "9000-01-01", "1995-01-01") == "in-force"
    assert ask.force(example, "A", "1995-01-01", "9000-01-01") == "in-force"
