"""Small random worlds in which everything collides: half a dozen years, few actors, dates of three precisions.

They keep the rules of FORMAT on which status relies (dates in order, obligors
that are parties) and break others freely (events after the last evidence).
"""

from collections.abc import Sequence

from hypothesis import strategies as st

from foedus.model import (
    Act,
    Article,
    Case,
    Event,
    Obligation,
    PartialDate,
    Party,
    Position,
    Treaty,
    World,
)
from status import making

__all__ = ["worlds"]

YEARS = range(1990, 1996)
DATES = tuple(
    PartialDate.parse(f"{year}{rest}")
    for year in YEARS
    for rest in ("", "-01", "-06", "-12", "-01-01", "-06-01", "-06-15", "-06-30", "-12-30", "-12-31")
)
LISTED = ("A", "B", "C")
DUTIES = ("defense", "defense", "consultation", "right-of-self-defence")
NUMBERS = ("1", "2", "whole")
SOURCES = ("s1", "s2", "s3", "s10")
EVENT_KINDS = (
    "trigger", "request", "invocation", "acknowledgement", "consultation", "assistance", "refusal",
    "non-invocation", "statement", "cessation",
)  # fmt: skip

dates = st.sampled_from(DATES)
maybe = st.none() | dates
rarely = st.sampled_from([None] * 20 + [*DATES[::2]])
sometimes = st.sampled_from([None] * 8 + [*DATES])


def _some(among: Sequence[str], most: int = 3, least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    """A few of these, each once."""
    return st.lists(st.sampled_from(among), unique=True, min_size=least, max_size=most).map(tuple)


def _in_order(start: PartialDate | None, end: PartialDate | None) -> tuple[PartialDate | None, PartialDate | None]:
    """Two dates, swapped if they cannot be in order."""
    return (end, start) if start and end and not start.may_precede(end) else (start, end)


def _ordered(start: PartialDate, end: PartialDate | None) -> tuple[PartialDate, PartialDate | None]:
    """A start that stays, and an end if it can be in order."""
    return start, end if end and start.may_precede(end) else None


@st.composite
def _spells(draw: st.DrawFn, actor: str) -> list[Party]:
    """One to three spells of one party; they may overlap, one may have no start.

    No two begin on the same day: no rule says which of them would count.
    """
    found = []
    starts = st.lists(dates, unique_by=lambda start: start.first, min_size=1, max_size=3)
    for begun in draw(starts):
        start, end = _ordered(begun, draw(maybe))
        status = draw(st.sampled_from(["in-force", "in-force", "provisional", "suspended"]))
        found.append(Party(party=actor, from_=start, to=end, status=status))
    if draw(st.integers(0, 5)) == 0:
        found[0] = Party(party=actor, from_=None, to=draw(rarely))
    return found


@st.composite
def _obligations(draw: st.DrawFn, parties: tuple[str, ...]) -> Obligation:
    """A clause among some of the parties, perhaps for a third state, perhaps with a life of its own."""
    start, end = _in_order(draw(rarely), draw(rarely))
    owed_by = draw(st.just("parties") | _some(parties))
    owed_to = draw(st.just("parties") | _some((*parties, "D")))
    then = draw(st.sampled_from([None, "suspended"])) if end else None
    return making.obligation(draw(st.sampled_from(DUTIES)), owed_by, owed_to, from_=start, to=end, then=then)


@st.composite
def _articles(draw: st.DrawFn, parties: tuple[str, ...]) -> tuple[Article, ...]:
    numbers = draw(_some(NUMBERS, least=1))
    return tuple(
        making.article(number, *draw(st.lists(_obligations(parties), max_size=2)), public_from=draw(rarely))
        for number in numbers
    )


@st.composite
def _acts(draw: st.DrawFn, parties: tuple[str, ...]) -> tuple[Act, ...]:
    kinds = st.sampled_from(["signature", "ratification", "accession", "withdrawal"])
    party = st.sampled_from([None, *parties])
    return tuple(
        making.act(draw(kinds), draw(party), draw(dates), *draw(_some(SOURCES, 2)))
        for _ in range(draw(st.integers(0, 3)))
    )


@st.composite
def _positions(draw: st.DrawFn) -> Position:
    stance = draw(st.sampled_from(["asserts", "asserts", "disputes"]))
    claimant = draw(st.sampled_from(["Minister", "Scholar"]))
    return making.position(claimant, *draw(_some((*LISTED, "D"), 2)), stance=stance, date=draw(rarely))


@st.composite
def _events(draw: st.DrawFn, place: int, sides: tuple[str, ...]) -> Event:
    start, end = _ordered(draw(dates), draw(rarely))
    return making.event(
        f"e{place}",
        draw(st.sampled_from(EVENT_KINDS)),
        start,
        *draw(st.lists(_positions(), max_size=2)),
        end=end,
        obligor=draw(_some(sides, 2)),
        beneficiary=draw(_some(sides, 2)),
        public_from=draw(rarely),
        sources=draw(_some(SOURCES, 3)),
    )


def _kept_secret(events: Sequence[Event], opened: PartialDate | None, until: PartialDate | None) -> Sequence[Event]:
    """The events, those that tell of the opening public from a date if one is drawn."""
    if opened is None or until is None:
        return events
    secret = {"public_from": until}
    return [event.model_copy(update=secret if opened.contains(event.date) else {}) for event in events]


@st.composite
def _cases(draw: st.DrawFn, id: str, sides: tuple[str, ...]) -> Case:
    """A case with one to five events; its closure fits its dates, its last evidence need not fit its events."""
    drawn = draw(st.integers(1, 5).flatmap(lambda size: st.tuples(*(_events(n, sides) for n in range(size)))))
    opened = draw(st.sampled_from([event.date for event in drawn]) | dates | rarely)
    events = _kept_secret(drawn, opened, draw(sometimes))
    opened, closed = _in_order(opened, draw(dates))
    opened, last_evidence = _in_order(opened, draw(st.sampled_from([e.end or e.date for e in events]) | dates))
    closure = draw(st.sampled_from(["open", "closed", "closed", "unclosed", "unknown"])) if opened else "none"
    return making.case(
        *sorted(events, key=lambda event: event.date.first),
        id=id,
        articles=draw(st.sampled_from([("1",), ("2",), ("1", "2"), ("whole",), ("whole",), ()])),
        duty=draw(st.sampled_from([None, *DUTIES])),
        obligors=draw(_some(sides)),
        beneficiary=draw(_some(sides)),
        opened=opened,
        closed=closed if closure == "closed" else None,
        closure=closure,
        last_evidence=last_evidence,
    )


def _may_end(ended: PartialDate | None, starts: Sequence[PartialDate | None]) -> bool:
    """Whether a treaty may end on a date: nothing of it starts later."""
    return ended is not None and all(start is None or start.may_precede(ended) for start in starts)


@st.composite
def _treaties(draw: st.DrawFn, id: str) -> Treaty:
    """A treaty of one to three states, sometimes with a group for the unlisted or another group as a party."""
    parties = draw(_some(LISTED, least=1))
    parties += draw(st.sampled_from([(), (), (), ("un-members",), ("league-members",), ("G",)]))
    spells = [spell for actor in parties for spell in draw(_spells(actor))]
    signed, in_force = draw(dates), draw(maybe)
    ended = draw(rarely)
    starts = [signed, in_force, *(spell.from_ for spell in spells)]
    sides = tuple(dict.fromkeys((*parties, *LISTED, "D", "O")))
    return making.treaty(
        *draw(st.permutations(spells)),
        id=id,
        signed=signed,
        entered_into_force=in_force,
        ended=ended if _may_end(ended, starts) else None,
        public_from=draw(rarely),
        lifecycle=draw(_acts(parties)),
        articles=draw(_articles(parties)),
        cases=tuple(draw(_cases(f"{id}-{n}", sides)) for n in range(draw(st.sampled_from([1, 0, 2, 2])))),
        sources={key: making.source(draw(sometimes)) for key in SOURCES},
    )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A world of one or two treaties; its data may be dated before some of what they tell."""
    treaties = [draw(_treaties(id)) for id in ("t", "u")[: draw(st.sampled_from([1, 1, 1, 2]))]]
    return making.world(
        *treaties, edition=draw(st.sampled_from(["2005-12-31", "2005-12-31", "1995-06-10", "1994-06-01"]))
    )
