"""Rules of a case, its events and positions."""

from collections.abc import Callable, Iterator

from foedus.errors import Problem
from foedus.ingest.document import Path_
from foedus.ingest.rules.order import in_order, later_before
from foedus.ingest.sheets import Entry, Sheets
from foedus.model import Case
from foedus.nearest import nearest

__all__ = ["RULES"]

Rule = Callable[[Entry, Path_, Case, Sheets], Iterator[Problem]]


def case_is_named_after_its_sheet(entry: Entry, path: Path_, case: Case, sheets: Sheets) -> Iterator[Problem]:
    """The id of a case starts with the id of the sheet."""
    if not case.id.startswith(f"{entry.record.id}-"):
        yield entry.fault((*path, "id"), f"{case.id!r} does not start with {entry.record.id}-")


def articles_exist(entry: Entry, path: Path_, case: Case, sheets: Sheets) -> Iterator[Problem]:
    """A case and its events name articles of the sheet, or ``whole``, or none."""
    known = [article.number for article in entry.record.articles]
    lists = [((*path, "articles"), case.articles)]
    lists += [((*path, "events", place, "articles"), event.articles) for place, event in enumerate(case.events)]
    for where, numbers in lists:
        for place, number in enumerate(numbers):
            if number != "whole" and number not in known:
                hint = nearest(number, known)
                yield entry.fault((*where, place), f"{number!r} is no article of this sheet, nor whole{hint}")


def closure_fits_its_dates(entry: Entry, path: Path_, case: Case, sheets: Sheets) -> Iterator[Problem]:
    """``closed`` has a date and no other closure has; ``none`` is never opened, every other is."""
    if (case.closure == "closed") != (case.closed is not None):
        said = "needs a date in `closed`" if case.closure == "closed" else "has no date in `closed`"
        yield entry.fault((*path, "closure"), f"{case.closure!r} {said}")
    if (case.closure == "none") != (case.opened is None):
        said = "is for a case that was never opened" if case.opened else "is expected where `opened` is null"
        yield entry.fault((*path, "closure"), f"'none' {said}")
    yield from in_order(entry, (*path, "closed"), case.opened, case.closed, ("opened", "closed"))


def events_are_in_order(entry: Entry, path: Path_, case: Case, sheets: Sheets) -> Iterator[Problem]:
    """At least one event, in order of date, each with its end, and the day on which it came out, after its start."""
    if not case.events:
        yield entry.fault((*path, "events"), "a case has at least one event")
    for place, before in later_before([event.date for event in case.events]):
        said = f"{case.events[place].date} stands after {before}: events are in order of date"
        yield entry.fault((*path, "events", place, "date"), said)
    for place, event in enumerate(case.events):
        where = (*path, "events", place)
        yield from in_order(entry, (*where, "end"), event.date, event.end, ("date", "end"))
        yield from in_order(entry, (*where, "public_from"), event.date, event.public_from, ("date", "public_from"))


def evidence_reaches_the_last_event(entry: Entry, path: Path_, case: Case, sheets: Sheets) -> Iterator[Problem]:
    """``last_evidence`` is never before the last event, nor before the last day of one that lasts."""
    for event in case.events:
        names = (f"the event {event.id}", "last_evidence")
        yield from in_order(entry, (*path, "last_evidence"), event.end or event.date, case.last_evidence, names)


def somebody_says_so(entry: Entry, path: Path_, case: Case, sheets: Sheets) -> Iterator[Problem]:
    """An event that nobody asserts needs a remark, or a source that speaks for itself."""
    for place, event in enumerate(case.events):
        asserted = any(position.stance == "asserts" for position in event.positions)
        if not (asserted or event.remark or event.sources):
            yield entry.fault((*path, "events", place, "positions"), "nobody asserts it: it needs a remark or a source")


def events_call_the_conflict_by_a_label(entry: Entry, path: Path_, case: Case, sheets: Sheets) -> Iterator[Problem]:
    """An event calls the conflict by one of the labels of its case's conflict, and by none where the case has none."""
    conflict = sheets.records("conflicts").get(case.conflict or "")
    if case.conflict and conflict is None:
        return
    labels = conflict.labels if conflict else ()
    for place, event in enumerate(case.events):
        if event.conflict and event.conflict not in labels:
            said = f"is no label of {case.conflict}" if conflict else "stands in a case without a conflict"
            where = (*path, "events", place, "conflict")
            yield entry.fault(where, f"{event.conflict!r} {said}{nearest(event.conflict, labels)}")


RULES: tuple[Rule, ...] = (
    case_is_named_after_its_sheet,
    articles_exist,
    closure_fits_its_dates,
    events_are_in_order,
    evidence_reaches_the_last_event,
    somebody_says_so,
    events_call_the_conflict_by_a_label,
)
