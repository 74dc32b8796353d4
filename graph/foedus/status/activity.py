"""When a case opens and ends, as known on a day (DESIGN §2, *Activity*)."""

from collections.abc import Sequence
from datetime import date

from foedus.model import Case, Event, PartialDate, Treaty
from foedus.model.dates import DAY
from foedus.model.vocabulary import Activity
from foedus.status.known import Known

__all__ = ["ActivityOfCase"]

OPENS_NOTHING = frozenset({"trigger", "non-invocation", "statement"})


class ActivityOfCase:
    """Whether a case is open on a day, as known on another."""

    def __init__(self, treaty: Treaty, case: Case, known: Known) -> None:
        self._case = case
        self._opened_known = known.opened(treaty, case, case.opened) if case.opened else None
        ends = {"closed": case.closed, "unclosed": case.last_evidence, "unknown": case.last_evidence}
        self._end = ends.get(case.closure)
        self._end_known = known.end_of_case(treaty, case, self._end) if self._end else None
        days = (self._opened_known, self._end_known)
        self.known_days = frozenset(day for day in days if day)

    def opened(self, known: date, events: Sequence[Event]) -> PartialDate | None:
        """The day on which the case opens: its ``opened``, if known, else the first later of the known ``events``."""
        case = self._case
        if case.opened is None or self._opened_known is None:
            return None
        if self._opened_known <= known:
            return case.opened
        later = [
            event.date for event in events if event.type not in OPENS_NOTHING and event.date.first >= case.opened.first
        ]
        return min(later, key=lambda day: day.first, default=None)

    def on(self, day: date, known: date, opened: PartialDate | None) -> Activity:
        """The activity on a day; an end that is not known yet has not come."""
        if opened is None or day < opened.first:
            return "not-opened"
        ended = self._end and self._end_known and self._end_known <= known and day > self._end.last
        return _named(self._case) if ended else "active"

    def changes(self, opened: PartialDate | None) -> frozenset[date]:
        """The days on which the activity may change."""
        return frozenset(({opened.first} if opened else set()) | ({self._end.last + DAY} if self._end else set()))


def _named(case: Case) -> Activity:
    """What a case that ended is called: by its closure."""
    match case.closure:
        case "closed" | "unclosed" | "unknown" as name:
            return name
    raise AssertionError(f"{case.id}: a case with closure {case.closure} does not end")
