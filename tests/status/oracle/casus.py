"""The state of a case."""

from collections.abc import Iterable, Iterator
from datetime import date

from foedus.model import Article, Case, Event, Obligation, PartialDate, Position, StateOfCase, Treaty, World
from foedus.model.vocabulary import Activity, ForceStatus, Invocation, Stance
from status.oracle.in_force import GROUPS, best, clause_pair, may_owe, pair_force, standing
from status.oracle.known import (
    article_known,
    case_known,
    closed_known,
    day_of_knowledge,
    end_known,
    event_known,
    last_evidence_known,
    opened_known,
    position_known,
    source_dated,
)
from status.oracle.memory import remembered

__all__ = ["case"]

SOURCES_OF_EVERY_EVENT = True
"""Whether triggers, non-invocations and statements count for `sources` (they do not for claimants)."""

A_STATE_FOR_EVERY_DAY = True
"""Whether a case that is known has a state for every D at all, or only for D from that day on."""

ASIDE = ("trigger", "non-invocation", "statement")
STATES = ("state", "historical-state", "de-facto-state")


def case(world: World, treaty_id: str, case_id: str, on: date, known: date) -> StateOfCase | None:
    """The state of a case on a day, as known on a day.

    *"A case has a state for every D from the day on which the first of its
    events, or its `opened`, is known, and no row before."*
    """
    treaty = world.treaties[treaty_id]
    subject = next(c for c in treaty.cases if c.id == case_id)
    known = day_of_knowledge(world, known)
    first = case_known(world, treaty, subject)
    if known < first or (on < first and not A_STATE_FOR_EVERY_DAY):
        return None
    activity = _activity(world, treaty, subject, on, known)
    opening = _opening(world, treaty, subject, known)
    events = _events(world, treaty, subject, on, known)
    open_already = activity != "not-opened"
    asserting = _claims(world, treaty, subject, events, known, "asserts")
    disputing = _claims(world, treaty, subject, events, known, "disputes")
    return StateOfCase(
        opened=opening,
        activity=activity,
        invocation=_invocation(events, open_already),
        force=_force(world, treaty, subject, on, known),
        disputed=bool(disputing),
        outcome=subject.outcome if last_evidence_known(world, treaty, subject) <= known else "pending",
        last_evidence=_last_evidence(world, treaty, subject, known),
        performed_by=_obligors(events, "assistance") if open_already else (),
        refused_by=_obligors(events, "refusal"),
        acknowledged_by=_acknowledged_by(world, treaty, subject, events, known, open_already),
        asserted_by=_captions(asserting),
        disputed_by=_captions(disputing),
        sources=_sources(world, treaty, events, known),
    )


@remembered
def _known_events(world: World, treaty: Treaty, subject: Case, known: date) -> tuple[Event, ...]:
    """The events known at K, in the order of the sheet."""
    return tuple(event for event in subject.events if event_known(world, treaty, subject, event) <= known)


def _events(world: World, treaty: Treaty, subject: Case, on: date, known: date) -> tuple[Event, ...]:
    """*"the events begun by D and known at K"*, in the order of the sheet."""
    return tuple(event for event in _known_events(world, treaty, subject, known) if event.date.first <= on)


# Activity


def _opening(world: World, treaty: Treaty, subject: Case, known: date) -> PartialDate | None:
    """When a case opens, as known at K.

    *"A case opens on `opened` (by K alone: the day on which it opens as known
    at K, whatever D); while that is not known, with the first later event that
    is known (triggers, non-invocations and statements open nothing). Without
    `opened` it is always `not-opened`."*
    """
    opened_on = opened_known(world, treaty, subject)
    if subject.opened is None or opened_on is None:
        return None
    if opened_on <= known:
        return subject.opened
    later = [
        event.date
        for event in _known_events(world, treaty, subject, known)
        if event.type not in ASIDE and event.date.first >= subject.opened.first
    ]
    return min(later, key=lambda when: when.first, default=None)


def _activity(world: World, treaty: Treaty, subject: Case, on: date, known: date) -> Activity:
    """*"Then `active` through `closed`, then `closed`."*

    *"With closure `unclosed` … or `unknown` it is active through
    `lastEvidence`, then so named; with closure `open` it stays active. An end
    that K does not know yet has not come."*
    """
    opening = _opening(world, treaty, subject, known)
    if opening is None or on < opening.first:
        return "not-opened"
    closed_on = closed_known(world, treaty, subject)
    if subject.closure == "closed" and subject.closed is not None and closed_on is not None:
        return "closed" if closed_on <= known and on > subject.closed.last else "active"
    if subject.closure in ("unclosed", "unknown"):
        over = last_evidence_known(world, treaty, subject) <= known and on > subject.last_evidence.last
        return subject.closure if over else "active"
    return "active"


# Invocation


def _invocation(events: tuple[Event, ...], open_already: bool) -> Invocation:
    """*"While a case is not opened only refusals count."*

    *"`ceased` if the one that begins last (the later in the sheet on a tie) is
    a cessation; else `performed` if there is assistance; else `refused`; else
    `invoked` (invocation or acknowledgement); else `requested`; else
    `consulted`; else `none`"*.
    """
    counted = [event for event in events if open_already or event.type == "refusal"]
    if not counted:
        return "none"
    last = max(enumerate(counted), key=lambda placed: (placed[1].date.first, placed[0]))[1]
    if last.type == "cessation":
        return "ceased"
    kinds = {event.type for event in counted}
    if "assistance" in kinds:
        return "performed"
    if "refusal" in kinds:
        return "refused"
    if kinds & {"invocation", "acknowledgement"}:
        return "invoked"
    if "request" in kinds:
        return "requested"
    return "consulted" if "consultation" in kinds else "none"


# Force of a case


@remembered
def _force(world: World, treaty: Treaty, subject: Case, on: date, known: date) -> ForceStatus | None:
    """The force of the clause, or the treaty, between the actors of a case.

    *"the best over the pairs of its obligors and beneficiaries that a clause
    of its articles and duty covers; if none is covered, over the pairs of its
    actors under the treaty, the clause aside"*; *"no pair with a force, no
    value"*. *"No clause [is known] before its article is"*: a clause that K
    does not know covers nobody.
    """
    covered = [found for found in _covered(world, treaty, subject) if article_known(world, treaty, found[0]) <= known]
    if covered:
        return best(clause_pair(world, treaty, place, duty, pair, on, known) for place, duty, pair in covered)
    obligors, beneficiaries = _sides(world, treaty, subject)
    if len(obligors) == 1 and obligors == beneficiaries:
        # "(a single actor on both sides: its own force)"
        return standing(world, treaty, obligors[0], on, known)
    return best(
        pair_force(world, treaty, a, b, on, known) for a in obligors for b in beneficiaries if may_owe(None, a, b)
    )


def _covered(world: World, treaty: Treaty, subject: Case) -> Iterator[tuple[Article, Obligation, tuple[str, str]]]:
    """The clauses of the case's articles and duty, each with the pairs of the case that it covers."""
    obligors, beneficiaries = _sides(world, treaty, subject)
    for article in treaty.articles_named(subject.articles):
        for obligation in article.obligations:
            if obligation.type == subject.duty:
                for a in obligors:
                    for b in beneficiaries:
                        named = a in treaty.obligors_of(obligation) and b in treaty.beneficiaries_of(obligation)
                        if named and may_owe(obligation.type, a, b):
                            yield article, obligation, (a, b)


def _sides(world: World, treaty: Treaty, subject: Case) -> tuple[list[str], list[str]]:
    """The obligors and beneficiaries that count for the force of a case.

    *"An empty list stands for every party …; an obligor that is no party is
    left out"*; *"For the force of cases a state that is not listed stands in
    `un-members` or `league-members`"*.
    """
    obligors = _resolved(world, treaty, subject.obligors)
    beneficiaries = _resolved(world, treaty, subject.beneficiary)
    return [actor for actor in obligors if actor in treaty.party_ids], beneficiaries


def _resolved(world: World, treaty: Treaty, actors: tuple[str, ...]) -> list[str]:
    """Each actor once, the unlisted in their group."""
    listed = {*treaty.party_ids, *treaty.third_states}
    group = next((actor for actor in treaty.party_ids if actor in GROUPS), None)
    stands: dict[str, None] = {}
    for actor in actors or treaty.party_ids:
        unlisted = group is not None and actor not in listed and world.actors[actor].kind in STATES
        stands[group if unlisted and group is not None else actor] = None
    return list(stands)


# Beside it


def _obligors(events: tuple[Event, ...], kind: str) -> tuple[str, ...]:
    """*"performed and refused: the obligors of the events of assistance (once opened) and of refusal (always)"*."""
    return tuple(sorted({actor for event in events if event.type == kind for actor in event.obligor}))


def _acknowledged_by(
    world: World, treaty: Treaty, subject: Case, events: tuple[Event, ...], known: date, open_already: bool
) -> tuple[str, ...]:
    """Who owned up to it.

    *"obligors or beneficiaries of the case or event (an empty list there names
    nobody) for whom a known position asserts an invocation, an acknowledgement
    or (once opened) assistance"*.
    """
    found: set[str] = set()
    for event in events:
        if event.type in ("invocation", "acknowledgement") or (event.type == "assistance" and open_already):
            named = {*subject.obligors, *subject.beneficiary, *event.obligor, *event.beneficiary}
            for position in _known_positions(world, treaty, subject, event, known, "asserts"):
                found |= named & set(position.speaks_for)
    return tuple(sorted(found))


def _known_positions(
    world: World, treaty: Treaty, subject: Case, event: Event, known: date, stance: Stance
) -> Iterator[Position]:
    for position in event.positions:
        if position.stance == stance and position_known(world, treaty, subject, event, position) <= known:
            yield position


Word = tuple[PartialDate, Position]
"""A position and its date: its own, or that of its event."""


def _claims(
    world: World, treaty: Treaty, subject: Case, events: tuple[Event, ...], known: date, stance: Stance
) -> list[Word]:
    """*"claimants of known positions on the events begun by D, triggers, non-invocations and statements aside"*."""
    return [
        (position.date or event.date, position)
        for event in events
        if event.type not in ASIDE
        for position in _known_positions(world, treaty, subject, event, known, stance)
    ]


def _captions(words: list[Word]) -> tuple[str, ...]:
    """`Vladimir Putin (RUS, 2024-10-24)`: each claimant once, with all spoken for and the first date, by date."""
    captions = [_caption(claimant, words) for claimant in {position.claimant for _, position in words}]
    return tuple(caption for _, caption in sorted(captions))


def _caption(claimant: str, words: list[Word]) -> tuple[date, str]:
    """One claimant's caption after the first day of its date, by which captions are sorted."""
    own = [(when, position) for when, position in words if position.claimant == claimant]
    first = min((when for when, _ in own), key=lambda when: when.first)
    actors = sorted({actor for _, position in own for actor in position.speaks_for})
    return first.first, f"{claimant} ({', '.join([*actors, first.text])})"


def _sources(world: World, treaty: Treaty, events: Iterable[Event], known: date) -> tuple[str, ...]:
    """*"Sources: those of the same events, undated or dated by K"*."""
    keys = {key for event in events if SOURCES_OF_EVERY_EVENT or event.type not in ASIDE for key in event.sources}
    return tuple(sorted(key for key in keys if source_dated(world, treaty, key) <= known))


def _last_evidence(world: World, treaty: Treaty, subject: Case, known: date) -> date | None:
    """The newest evidence, by K alone.

    *"the latest of, for each known event, the earlier of its last day and the
    day from which it is known; the last day of each known end of an event; and
    the last day of the case's own `lastEvidence` once known; none later than
    the date of the data"*.
    """
    days = []
    for event in _known_events(world, treaty, subject, known):
        days.append(min(event.date.last, event_known(world, treaty, subject, event)))
        if event.end is not None and end_known(world, treaty, subject, event) <= known:
            days.append(event.end.last)
    if last_evidence_known(world, treaty, subject) <= known:
        days.append(subject.last_evidence.last)
    return min(max(days), world.edition.date.last) if days else None
