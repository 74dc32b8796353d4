"""Rules of articles and obligations: what is owed, by whom and to whom."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from foedus.errors import Problem
from foedus.ingest.document import Path_
from foedus.ingest.rules.order import in_order
from foedus.ingest.rules.treaties import Rule
from foedus.ingest.sheets import Entry, Sheets
from foedus.model import Obligation, Treaty

__all__ = ["RULES"]

_QUOTED_WORDS: Final = 15
_RIGHT: Final = "right-of-self-defence"


def articles_are_told_apart(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """A number stands for one article of the sheet."""
    numbers = Counter(article.number for article in entry.record.articles)
    for place, article in enumerate(entry.record.articles):
        if (times := numbers[article.number]) > 1:
            yield entry.fault(("articles", place, "number"), f"{article.number!r} stands {times} times: it is unique")


def quotes_are_short(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """A quote has at most 15 words of the treaty's own text."""
    for place, article in enumerate(entry.record.articles):
        words = len((article.quote or "").split())
        if words > _QUOTED_WORDS:
            yield entry.fault(("articles", place, "quote"), f"{words} words: a quote has at most {_QUOTED_WORDS}")


def articles_are_summarised(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """An article without a summary is one that a case names, and imposes nothing here."""
    record: Treaty = entry.record
    lists = [case.articles for case in record.cases]
    lists += [event.articles for case in record.cases for event in case.events]
    named = {number for numbers in lists for number in numbers}
    for place, article in enumerate(record.articles):
        if article.summary is None and (article.number not in named or article.obligations):
            yield entry.fault(("articles", place, "summary"), "null is for an article that only a case names")


def only_parties_owe(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """``owed_by`` names parties only; ``owed_to`` may name others."""
    record: Treaty = entry.record
    for path, duty in _obligations(record):
        for actor in record.obligors_of(duty):
            if actor not in record.party_ids:
                yield entry.fault((*path, "owed_by"), f"{actor} is no party: only parties owe")


def lists_leave_somebody_out(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """A list in place of the word ``parties`` names somebody, and leaves somebody out."""
    record: Treaty = entry.record
    for path, duty in _obligations(record):
        for key, actors in (("owed_by", duty.owed_by), ("owed_to", duty.owed_to)):
            if not actors:
                yield entry.fault((*path, key), "[] names nobody: write the word parties, or ids")
            elif actors != "parties" and len(record.party_ids) > 1 and set(actors) == set(record.party_ids):
                yield entry.fault((*path, key), "the list names every party: write the word parties")


def mutual_clauses_have_one_list(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """A clause is mutual if, and only if, both lists are the same."""
    record: Treaty = entry.record
    for path, duty in _obligations(record):
        same = set(record.obligors_of(duty)) == set(record.beneficiaries_of(duty))
        if duty.mutual and not same:
            yield entry.fault((*path, "mutual"), "a mutual clause has the same actors on both sides")
        if same and not duty.mutual:
            yield entry.fault((*path, "mutual"), "both lists are the same: such a clause is mutual")


def a_right_is_permitted(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """``permitted`` is the response of a right of self-defence, and of nothing else."""
    for path, duty in _obligations(entry.record):
        if (duty.type == _RIGHT) != (duty.response_kind == "permitted"):
            yield entry.fault(
                (*path, "response_kind"), f"{duty.response_kind} with {duty.type}: permitted with {_RIGHT}"
            )


def clauses_begin_before_they_end(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """A clause's ``from`` comes before its ``to``, and ``then`` says what it is after a ``to``."""
    for path, duty in _obligations(entry.record):
        yield from in_order(entry, (*path, "to"), duty.from_, duty.to, ("from", "to"))
        if duty.then and not duty.to:
            yield entry.fault((*path, "then"), "there is no `to` after which it would be suspended")


def _obligations(record: Treaty) -> Iterator[tuple[Path_, Obligation]]:
    for place, article in enumerate(record.articles):
        for number, duty in enumerate(article.obligations):
            yield ("articles", place, "obligations", number), duty


RULES: tuple[Rule, ...] = (
    articles_are_told_apart,
    quotes_are_short,
    articles_are_summarised,
    only_parties_owe,
    lists_leave_somebody_out,
    mutual_clauses_have_one_list,
    a_right_is_permitted,
    clauses_begin_before_they_end,
)
