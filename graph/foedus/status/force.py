"""The force of a treaty for each participant (DESIGN §2, *Force of a treaty for a participant*)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from foedus.model import OPEN_END, OPEN_START, Force, ForceSpell, PartialDate, Party, Treaty
from foedus.model.vocabulary import BINDING, ForceStatus
from foedus.status.bitemporal import History, Run, history, rectangles
from foedus.status.known import Known

__all__ = ["ForceOfTreaty", "since"]

ALWAYS: History[ForceStatus] = History([Run(OPEN_START, OPEN_END, "in-force")])
"""The force for a beneficiary that is no party: open on all sides, so that three look-ups serve for everybody."""


class ForceOfTreaty:
    """The force of one treaty for its participants, as known on any day."""

    def __init__(self, treaty: Treaty, known: Known) -> None:
        self.treaty = treaty
        self._known = known
        self._bounds = {
            bound: known.bound(treaty, bound)
            for spell in treaty.parties
            for bound in (spell.from_, spell.to)
            if bound is not None
        }
        self._participants = {actor: known.participant(treaty, actor) for actor in treaty.party_ids}
        end = treaty.ended.date if treaty.ended else None
        self._end = end and end.last
        self._end_known = known.bound(treaty, end) if end else OPEN_END
        self.known_days = frozenset(
            {*self._bounds.values(), *self._participants.values(), self._end_known} - {OPEN_END}
        )
        self.as_known = lru_cache(maxsize=None)(self._as_known)

    def spells(self) -> Iterator[ForceSpell]:
        """The rectangles of every participant, third-state beneficiaries included."""
        for actor in self.treaty.party_ids:
            yield from self._spells_of(actor, self.known_days)
        for actor in self.treaty.third_states:
            yield from self._spells_of(actor, {OPEN_START})

    def _spells_of(self, actor: str, known_days: Iterable[date]) -> Iterator[ForceSpell]:
        for rectangle, force in rectangles(known_days, lambda known: since(self.as_known(actor, known))):
            yield ForceSpell(self.treaty.id, actor, rectangle, force)

    def _as_known(self, actor: str, known: date) -> History[ForceStatus]:
        """The history for one actor as known on a day: empty if it was not known as a participant then."""
        if actor not in self._participants:
            return ALWAYS
        if known < self._participants[actor]:
            return History()
        recorded = self.treaty.spells_of(actor)
        spells = [(spell, self._until(spell, known)) for spell in recorded if self._is_known(spell.from_, known)]
        end = self._end if self._end and self._end_known <= known else OPEN_END
        changes = {self.treaty.signed.date.first, end}
        changes |= {day for spell, until in spells for day in (_begin(spell), until)}
        has_from = any(spell.from_ for spell in recorded)
        return history(changes - {OPEN_END}, lambda day: self._status_on(day, spells, end, has_from))

    def _status_on(
        self, day: date, spells: Sequence[tuple[Party, date]], end: date, has_from: bool
    ) -> ForceStatus | None:
        running = [spell for spell, until in spells if _begin(spell) <= day < until]
        if running:
            return max(running, key=_begin).status
        if day >= end:
            return "never" if self._never_bound_anybody else "ended"
        if any(_begin(spell) <= day for spell, _ in spells):
            return "ended"
        if day < self.treaty.signed.date.first:
            return None
        return "not-yet" if has_from else "unknown"

    @property
    def _never_bound_anybody(self) -> bool:
        return self.treaty.entered_into_force is None and not any(spell.from_ for spell in self.treaty.parties)

    def _until(self, spell: Party, known: date) -> date:
        return spell.to.last if spell.to and self._is_known(spell.to, known) else OPEN_END

    def _is_known(self, bound: PartialDate | None, known: date) -> bool:
        return bound is not None and self._bounds[bound] <= known


def since(statuses: History[ForceStatus]) -> History[Force]:
    """Add to each run the first day of the unbroken binding time that it belongs to."""
    runs: list[Run[Force]] = []
    for run in statuses:
        start: date | None = None
        if run.value in BINDING:
            unbroken = bool(runs) and runs[-1].until == run.from_ and runs[-1].value.binding
            start = runs[-1].value.binding_since if unbroken else run.from_
        runs.append(Run(run.from_, run.until, Force(run.value, start)))
    return History(runs)


def _begin(spell: Party) -> date:
    assert spell.from_ is not None
    return spell.from_.first
