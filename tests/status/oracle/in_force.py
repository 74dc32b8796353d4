"""The force of a treaty for a participant, and of a clause between actors."""

from collections.abc import Callable, Iterable
from datetime import date

from foedus.model import OPEN_START, Article, Force, Obligation, PartialDate, Party, Treaty, World
from foedus.model.dates import DAY
from foedus.model.vocabulary import ForceStatus
from status.oracle.known import (
    article_known,
    bound_known,
    day_of_knowledge,
    participant_known,
)
from status.oracle.memory import remembered

__all__ = ["GROUPS", "best", "clause", "force", "may_owe", "pair_force", "standing", "worse"]

ORDER: tuple[ForceStatus, ...] = ("in-force", "provisional", "unknown", "suspended", "not-yet", "ended", "never")
"""*"the worse of the two, in the order in-force, provisional, unknown, suspended, not-yet, ended, never"*."""

GROUPS = ("un-members", "league-members")


def worse(*statuses: ForceStatus) -> ForceStatus:
    """The worst of some statuses."""
    return max(statuses, key=ORDER.index)


def best(statuses: Iterable[ForceStatus | None]) -> ForceStatus | None:
    """The best of some statuses, those left out that have no value."""
    return min((status for status in statuses if status is not None), key=ORDER.index, default=None)


# Force of a treaty for a participant


@remembered
def standing(world: World, treaty: Treaty, actor: str, on: date, known: date) -> ForceStatus | None:
    """The status of a treaty for one actor, party or protected third state."""
    known = day_of_knowledge(world, known)
    if actor in treaty.party_ids:
        return _status_of_party(world, treaty, actor, on, known)
    if actor in treaty.third_states:
        # "a beneficiary that is no party has one `ForceSpell`, `in-force` and open on all sides"
        return "in-force"
    return None


def _status_of_party(world: World, treaty: Treaty, actor: str, on: date, known: date) -> ForceStatus | None:
    """*Force of a treaty for a participant … is one history over all its spells.*"""
    if known < participant_known(world, treaty, actor):
        return None
    begun = [spell for spell in _known_spells(world, treaty, actor, known) if _start(spell).first <= on]
    running = [spell for spell in begun if not _over(world, treaty, spell.to, on, known)]
    if running:
        # "the status of the running spell that began last"; of two that began together, the later in the sheet
        return max(enumerate(running), key=lambda placed: (_start(placed[1]).first, placed[0]))[1].status
    if on < treaty.signed.date.first and not begun:
        # "No row before signature or the first spell, whichever is earlier."
        return None
    if _over(world, treaty, treaty.ended.date if treaty.ended else None, on, known):
        # "after the treaty's end, for whoever has no running spell, `ended`, or `never` if it did not enter into
        # force and nobody has a `from`"
        nobody = treaty.entered_into_force is None and all(spell.from_ is None for spell in treaty.parties)
        return "never" if nobody else "ended"
    if begun:
        # "`ended` after a spell, also between two"
        return "ended"
    # "`not-yet` from signature until its first `from`; `unknown` from signature where it has no `from`"
    return "not-yet" if any(spell.from_ is not None for spell in treaty.spells_of(actor)) else "unknown"


def _known_spells(world: World, treaty: Treaty, actor: str, known: date) -> list[Party]:
    """The spells whose start is known; one without a `from` is no start."""
    return [
        spell
        for spell in treaty.spells_of(actor)
        if spell.from_ is not None and bound_known(world, treaty, spell.from_) <= known
    ]


def _start(spell: Party) -> PartialDate:
    """A spell's `from`: *"A start counts from its first possible day."*"""
    if spell.from_ is None:
        raise TypeError("a spell without a `from` has no start")
    return spell.from_


def _over(world: World, treaty: Treaty, end: PartialDate | None, on: date, known: date) -> bool:
    """Whether an end has come, as known.

    *"The `to` of a spell or clause takes effect on its last possible day (on
    it, no longer bound)."* Spells and clause bounds are known from their last
    day; *"An end that K does not know yet has not come."*
    """
    return end is not None and bound_known(world, treaty, end) <= known and end.last <= on


# Force of a clause


def may_owe(duty: str | None, obligor: str, beneficiary: str) -> bool:
    """*"Nobody owes itself, save under a right of self-defence or in a group."*

    A group is one of those that stand for members who are not listed by name
    (FORMAT, *Groups*); other actors of that kind are single ones.
    """
    return obligor != beneficiary or duty == "right-of-self-defence" or obligor in GROUPS


def pair_force(
    world: World, treaty: Treaty, obligor: str, beneficiary: str, on: date, known: date
) -> ForceStatus | None:
    """*"the worse of the two, …; the obligor's alone where the beneficiary is no party"*."""
    first = standing(world, treaty, obligor, on, known)
    if beneficiary not in treaty.party_ids:
        return first
    second = standing(world, treaty, beneficiary, on, known)
    return None if first is None or second is None else worse(first, second)


def clause_limit(world: World, treaty: Treaty, obligation: Obligation, on: date, known: date) -> ForceStatus:
    """What a clause's own life allows at best.

    *"never better than `not-yet` before the clause's own `from`, nor than
    `ended` (or what its `then` says) from its `to` on"*. A start that K does
    not know yet has not come, and what has not begun cannot have ended.
    """
    start = obligation.from_
    if start is not None and not (bound_known(world, treaty, start) <= known and start.first <= on):
        return "not-yet"
    return (obligation.then or "ended") if _over(world, treaty, obligation.to, on, known) else "in-force"


def clause_pair(
    world: World, treaty: Treaty, article: Article, obligation: Obligation, pair: tuple[str, str], on: date, known: date
) -> ForceStatus | None:
    """*"Force of a clause from one actor to another"*."""
    known = day_of_knowledge(world, known)
    if known < article_known(world, treaty, article):
        return None
    status = pair_force(world, treaty, *pair, on, known)
    return None if status is None else worse(status, clause_limit(world, treaty, obligation, on, known))


def _clause_status(
    world: World, treaty: Treaty, article: Article, obligation: Obligation, on: date, known: date
) -> ForceStatus | None:
    """*"the force of a clause: the best between any obligor and any beneficiary"*."""
    best_so_far: ForceStatus | None = None
    for obligor in treaty.obligors_of(obligation):
        for beneficiary in treaty.beneficiaries_of(obligation):
            if best_so_far == "in-force":
                return best_so_far
            if may_owe(obligation.type, obligor, beneficiary):
                pair = clause_pair(world, treaty, article, obligation, (obligor, beneficiary), on, known)
                best_so_far = best([best_so_far, pair])
    return best_so_far


# Since


def _since(days: list[date], on: date, status: Callable[[date], ForceStatus | None]) -> date | None:
    """Walk back from a day for as long as it binds.

    *"a binding rectangle carries `bindingSince`, the first day of the unbroken
    binding time that it belongs to, as known at its K (a step from provisional
    to in-force does not break it)"*; *"A clause binds when in-force or
    provisional"*. Between two of ``days`` nothing changes, so the others need
    not be visited.
    """
    since = None
    for day in [on, *(day for day in reversed(days) if day <= on)]:
        if status(day) not in ("in-force", "provisional"):
            break
        since = day
    return since


@remembered
def _change_days(world: World, treaty: Treaty) -> list[date]:
    """Every day on which a force can change: the bounds of all dates in question and the days after."""
    bounds: list[PartialDate | None] = [treaty.signed.date, treaty.ended.date if treaty.ended else None]
    bounds += [bound for spell in treaty.parties for bound in (spell.from_, spell.to)]
    bounds += [bound for article in treaty.articles for duty in article.obligations for bound in (duty.from_, duty.to)]
    days = {day for bound in bounds if bound is not None for day in (bound.first, bound.last, bound.last + DAY)}
    return sorted({OPEN_START, *days})


# The two questions


def force(world: World, treaty_id: str, actor: str, on: date, known: date) -> Force | None:
    """The force of a treaty for a participant; nothing is known of it before the treaty is."""
    treaty = world.treaties[treaty_id]
    status = standing(world, treaty, actor, on, known)
    if status is None:
        return None
    days = _change_days(world, treaty)
    return Force(status, _since(days, on, lambda day: standing(world, treaty, actor, day, known)))


def clause(world: World, treaty_id: str, article: str, position: int, on: date, known: date) -> Force | None:
    """The force of the clause that stands at a position, from 1, of an article."""
    treaty = world.treaties[treaty_id]
    place = next(a for a in treaty.articles if a.number == article)
    obligation = place.obligations[position - 1]
    status = _clause_status(world, treaty, place, obligation, on, known)
    if status is None:
        return None
    days = _change_days(world, treaty)
    since = _since(days, on, lambda day: _clause_status(world, treaty, place, obligation, day, known))
    return Force(status, since)
