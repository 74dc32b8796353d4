"""Known: the first day on which a fact is known."""

from collections.abc import Iterable
from datetime import date

from foedus.model import Act, Article, Case, Event, PartialDate, Position, Treaty, World
from status.oracle.memory import remembered

__all__ = [
    "act_known",
    "article_known",
    "bound_known",
    "case_known",
    "closed_known",
    "day_of_knowledge",
    "end_known",
    "ending_known",
    "event_known",
    "last_evidence_known",
    "opened_known",
    "participant_known",
    "position_known",
    "source_dated",
    "treaty_known",
]


def day_of_knowledge(world: World, known: date) -> date:
    """*"nothing is known later than it, and a K after it counts as it"* (the date of the data)."""
    return min(known, world.edition.date.last)


def _by_the_date_of_the_data(world: World, day: date) -> date:
    """*"Nothing is known … later than the date of the data."*"""
    return min(day, world.edition.date.last)


def _own_day(
    treaty: Treaty, when: PartialDate, public_from: PartialDate | None = None, sources: Iterable[str] = ()
) -> date:
    """The day on which a fact is known, before what it hangs under is looked at.

    *"A fact is known from its `publicFrom` if it has one (a month or year
    counts from its last day); else from its own day. A fact dated to a month
    or a year is known from the earliest of its own sources that are dated
    wholly inside it, else from its last day. … Nothing is known before it
    happens."*
    """
    if public_from is not None:
        return max(public_from.last, when.first)
    dated = [source.date for source in map(treaty.sources.__getitem__, sources) if source.date is not None]
    return min([source.last for source in dated if when.contains(source)], default=when.last)


@remembered
def treaty_known(world: World, treaty: Treaty) -> date:
    """*"nothing under a treaty before the treaty is (its `publicFrom`, its signature)"*."""
    return _by_the_date_of_the_data(world, _own_day(treaty, treaty.signed.date, treaty.public_from))


@remembered
def bound_known(world: World, treaty: Treaty, when: PartialDate) -> date:
    """*"signature, spells, clause bounds and positions go by their last day"*."""
    return _by_the_date_of_the_data(world, max(when.last, treaty_known(world, treaty)))


@remembered
def ending_known(world: World, treaty: Treaty) -> date | None:
    """The treaty's own end: it has no sources of its own, so its last day."""
    return None if treaty.ended is None else bound_known(world, treaty, treaty.ended.date)


@remembered
def act_known(world: World, treaty: Treaty, act: Act) -> date:
    """*"Only events and acts have sources of their own"*."""
    day = max(_own_day(treaty, act.date, sources=act.sources), treaty_known(world, treaty))
    return _by_the_date_of_the_data(world, day)


@remembered
def participant_known(world: World, treaty: Treaty, actor: str) -> date:
    """From which day it is known that this actor takes part at all.

    *"A participant is known from signature if its first `from` is absent or
    not later than entry into force (without one: than signature); else from
    the earlier of its own first act and its `from`."* Two dates are in order
    *"if the earliest reading of the first is not later than the latest reading
    of the second"* (FORMAT).
    """
    signature = treaty_known(world, treaty)
    starts = [spell.from_ for spell in treaty.spells_of(actor) if spell.from_ is not None]
    founding = treaty.entered_into_force or treaty.signed.date
    first = min(starts, key=lambda start: start.first, default=None)
    if first is None or first.may_precede(founding):
        return signature
    acts = [act_known(world, treaty, act) for act in treaty.lifecycle if act.party == actor]
    return min([*acts, bound_known(world, treaty, first)])


@remembered
def article_known(world: World, treaty: Treaty, article: Article) -> date:
    """*"no clause before its article is (its `publicFrom`)"*."""
    own = date.min if article.public_from is None else article.public_from.last
    return _by_the_date_of_the_data(world, max(own, treaty_known(world, treaty)))


@remembered
def _floor(world: World, treaty: Treaty, case: Case) -> date:
    """The day before which nothing of a case is known.

    *"nothing under a case before the earliest known of the articles that it
    names (`whole` means every article unless one bears that label; `[]` names
    none)"*.
    """
    articles = [article_known(world, treaty, article) for article in treaty.articles_named(case.articles)]
    return min(articles, default=treaty_known(world, treaty))


@remembered
def event_known(world: World, treaty: Treaty, case: Case, event: Event) -> date:
    """An event: its own day, not before its case's articles."""
    own = _own_day(treaty, event.date, event.public_from, event.sources)
    return _by_the_date_of_the_data(world, max(own, _floor(world, treaty, case)))


@remembered
def end_known(world: World, treaty: Treaty, case: Case, event: Event) -> date:
    """*"an event whose end lies inside them counts too, not before the last day of that end"*."""
    end = event.end or event.date
    return _by_the_date_of_the_data(world, max(event_known(world, treaty, case, event), end.last))


@remembered
def position_known(world: World, treaty: Treaty, case: Case, event: Event, position: Position) -> date:
    """*"positions go by their last day … no position before its event"*; an undated one with its event."""
    own = date.min if position.date is None else position.date.last
    return _by_the_date_of_the_data(world, max(own, event_known(world, treaty, case, event)))


@remembered
def opened_known(world: World, treaty: Treaty, case: Case) -> date | None:
    """*"`opened` is known from the earliest day on which an event is known whose date lies inside it"*.

    *"without such an event all three from their last day"*.
    """
    if case.opened is None:
        return None
    inside = [event_known(world, treaty, case, e) for e in case.events if case.opened.contains(e.date)]
    day = max(min(inside, default=case.opened.last), _floor(world, treaty, case))
    return _by_the_date_of_the_data(world, day)


@remembered
def _last_day_known(world: World, treaty: Treaty, case: Case, last: PartialDate) -> date:
    """*"`closed` and `lastEvidence` likewise (…), and never before their own last day"*."""
    dates = [event_known(world, treaty, case, e) for e in case.events if last.contains(e.date)]
    ends = [end_known(world, treaty, case, e) for e in case.events if e.end is not None and last.contains(e.end)]
    day = max(min(dates + ends, default=last.last), last.last, _floor(world, treaty, case))
    return _by_the_date_of_the_data(world, day)


def closed_known(world: World, treaty: Treaty, case: Case) -> date | None:
    """When `closed` is known."""
    return None if case.closed is None else _last_day_known(world, treaty, case, case.closed)


def last_evidence_known(world: World, treaty: Treaty, case: Case) -> date:
    """When `lastEvidence` is known."""
    return _last_day_known(world, treaty, case, case.last_evidence)


@remembered
def case_known(world: World, treaty: Treaty, case: Case) -> date:
    """*"the day on which the first of its events, or its `opened`, is known"*."""
    days = [event_known(world, treaty, case, event) for event in case.events]
    opened = opened_known(world, treaty, case)
    return min(days if opened is None else [*days, opened])


def source_dated(world: World, treaty: Treaty, key: str) -> date:
    """*"undated or dated by K"*: a month or a year is over on its last day, or on the date of the data."""
    when = treaty.sources[key].date
    return date.min if when is None else _by_the_date_of_the_data(world, when.last)
