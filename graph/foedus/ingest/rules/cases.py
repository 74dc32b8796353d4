"""Rules of a case, its events and positions."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from foedus.errors import Problem
from foedus.ingest.document import Path_
from foedus.ingest.rules.order import in_order
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
    """At least one event, in order of date, each with its end after its start, none after ``last_evidence``."""
    if not case.events:
        yield entry.fault((*path, "events"), "a case has at least one event")
    for place, (before, after) in enumerate(pairwise(case.events), 1):
        if not before.date.may_precede(after.date):
            where = (*path, "events", place, "date")
            yield entry.fault(where, f"{after.date} stands after {before.date}: events are in order of date")
    for place, event in enumerate(case.events):
        where = (*path, "events", place)
        yield from in_order(entry, (*where, "end"), event.date, event.end, ("date", "end"))
        yield from in_order(
            entry, (*path, "last_evidence"), event.date, case.last_evidence, (f"the event {event.id}", "last_evidence")
        )


def conflict_exists_and_is_so_called(entry: Entry, path: Path_, case: Case, sheets: Sheets) -> Iterator[Problem]:
    """The conflict stands in conflicts.yaml, and its events call it by one of its labels."""
    conflicts = sheets.records("conflicts")
    if case.conflict and case.conflict not in conflicts:
        hint = nearest(case.conflict, conflicts)
        yield entry.fault((*path, "conflict"), f"{case.conflict!r} is no conflict of conflicts.yaml{hint}")
    labels = conflicts[case.conflict].labels if case.conflict in conflicts else None
    for place, event in enumerate(case.events):
        if labels is not None and event.conflict and event.conflict not in labels:
            hint = nearest(event.conflict, labels)
            where = (*path, "events", place, "conflict")
            yield entry.fault(where, f"{event.conflict!r} is no label of {case.conflict}{hint}")


RULES: tuple[Rule, ...] = (
    case_is_named_after_its_sheet,
    articles_exist,
    closure_fits_its_dates,
    events_are_in_order,
    conflict_exists_and_is_so_called,
)
