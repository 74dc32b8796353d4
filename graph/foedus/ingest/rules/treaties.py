"""Rules of one sheet: names, parties, life cycle, clauses, sources."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from foedus.errors import Problem
from foedus.ingest.document import Path_, parts
from foedus.ingest.rules.order import in_order
from foedus.ingest.sheets import Entry, Sheets
from foedus.model import PartialDate, Treaty
from foedus.nearest import nearest

__all__ = ["RULES"]

Rule = Callable[[Entry, Sheets], Iterator[Problem]]

_QUOTED_WORDS = 15
_ENDS = ("entry into force", "the end")
_ACTOR_KEYS = frozenset({"party", "owed_by", "owed_to", "beneficiary", "obligors", "obligor", "speaks_for"})


def file_is_named_by_id(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """The id is the name of the file."""
    stem = entry.document.file.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml")
    if entry.record.id != stem:
        yield entry.fault(("id",), f"{entry.record.id!r} is not the name of the file: write {stem!r}")


def actors_exist(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """Every actor that the sheet names stands in actors.yaml."""
    known = sheets.parts.get("actors", {})
    for path, value in parts(entry.document.value):
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        if key in _ACTOR_KEYS and isinstance(value, str) and value != "parties" and value not in known:
            yield entry.fault(path, f"{value!r} is no actor of actors.yaml{nearest(value, known)}")


def nothing_is_later_than_the_data(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """No date of a fact lies after the day of writing."""
    for edition in sheets.records("edition").values():
        for path, value in _dates(entry):
            if value.first > edition.date.last:
                yield entry.fault(path, f"{value} lies after the date of the data, {edition.date}")


def supersession_is_said_by_both(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """Of two sheets, one of which takes the place of the other, both say it."""
    treaties = sheets.records("treaties")
    for key, reverse in (("supersedes", "superseded_by"), ("superseded_by", "supersedes")):
        for place, other in enumerate(getattr(entry.record, key)):
            if other not in treaties:
                yield entry.fault((key, place), f"{other!r} is no sheet{nearest(other, treaties)}")
            elif entry.record.id not in getattr(treaties[other], reverse):
                yield entry.fault((key, place), f"{other} does not say it: add {entry.record.id} to its {reverse}")


def many_parties_have_a_map_name(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """A treaty of more than three parties has a name on the map: it is drawn as a hub of that name."""
    record: Treaty = entry.record
    if len(record.party_ids) > 3 and not record.map_name:
        yield entry.fault(("map_name",), f"{len(record.party_ids)} parties: it needs a name on the map")


def spells_are_in_order(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """A party's ``from`` comes before its ``to``, and before entry into force or after the end only with a note."""
    record: Treaty = entry.record
    for place, spell in enumerate(record.parties):
        path = ("parties", place)
        yield from in_order(entry, (*path, "to"), spell.from_, spell.to, ("from", "to"))
        early = spell.from_ and record.entered_into_force and spell.from_.last < record.entered_into_force.first
        late = spell.to and record.ended and record.ended.date.last < spell.to.first
        if early and not spell.note:
            yield entry.fault((*path, "from"), f"{spell.from_} lies before entry into force: say why in a note")
        if late and not spell.note:
            yield entry.fault((*path, "to"), f"{spell.to} lies after the end of the treaty: say why in a note")


def force_follows_signature(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """Entry into force before signature needs an act or a doubt; the end does not come before entry into force."""
    record: Treaty = entry.record
    force, signed = record.entered_into_force, record.signed.date
    told = record.doubts or any(act.type == "entry-into-force" for act in record.lifecycle)
    if force and force.last < signed.first and not told:
        yield entry.fault(("entered_into_force",), f"{force} lies before signature {signed}: no act or doubt says so")
    if record.ended:
        yield from in_order(entry, ("ended", "date"), force or signed, record.ended.date, _ENDS)


def acts_are_in_order(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """Acts are in order of date, oldest first."""
    acts = entry.record.lifecycle
    for place, (before, after) in enumerate(pairwise(acts), 1):
        if not before.date.may_precede(after.date):
            yield entry.fault(("lifecycle", place, "date"), f"{after.date} stands after {before.date}: oldest first")


def articles_are_told_apart(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """A number stands for one article of the sheet, and a quote has at most 15 words."""
    numbers = Counter(article.number for article in entry.record.articles)
    for place, article in enumerate(entry.record.articles):
        if numbers[article.number] > 1:
            yield entry.fault(
                ("articles", place, "number"), f"{article.number!r} stands {numbers[article.number]} times"
            )
        if article.quote and len(article.quote.split()) > _QUOTED_WORDS:
            words = len(article.quote.split())
            yield entry.fault(("articles", place, "quote"), f"{words} words: a quote has at most {_QUOTED_WORDS}")


def obligations_are_between_parties(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """``owed_by`` names parties; a mutual clause has the same actors on both sides; a clause begins before it ends."""
    record: Treaty = entry.record
    for place, article in enumerate(record.articles):
        for number, duty in enumerate(article.obligations):
            path: Path_ = ("articles", place, "obligations", number)
            strangers = [actor for actor in record.obligors_of(duty) if actor not in record.party_ids]
            if strangers:
                yield entry.fault((*path, "owed_by"), f"{strangers[0]} is no party: only parties owe")
            if duty.mutual and set(record.obligors_of(duty)) != set(record.beneficiaries_of(duty)):
                yield entry.fault((*path, "mutual"), "a mutual clause has the same actors on both sides")
            if duty.then and not duty.to:
                yield entry.fault((*path, "then"), "there is no `to` after which it would be suspended")
            yield from in_order(entry, (*path, "to"), duty.from_, duty.to, ("from", "to"))


def sources_are_defined(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """Every key that is used is defined; one url has one key."""
    record: Treaty = entry.record
    for path, value in parts(entry.document.value):
        if len(path) > 1 and path[-2] == "sources" and isinstance(path[-1], int) and value not in record.sources:
            yield entry.fault(path, f"{value!r} is no key of `sources`{nearest(str(value), record.sources)}")
    seen: dict[str, str] = {}
    for name, source in record.sources.items():
        if source.url and not source.url.startswith(("http://", "https://")):
            yield entry.fault(("sources", name, "url"), f"{source.url!r} does not begin with http:// or https://")
        first = seen.setdefault(source.url, name) if source.url else name
        if first != name:
            yield entry.fault(("sources", name, "url"), f"this page has the key {first} already: one url, one key")


def atop_id_is_that_of_the_crosswalk(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """``atop_id`` is the alliance of the row of atop-crosswalk.yaml where its match is exact, else null."""
    row = sheets.records("crosswalk").get(entry.record.id)
    expected = row.atop_id if row and row.match == "exact" else None
    if entry.record.atop_id != expected and (row or entry.record.atop_id):
        yield entry.fault(
            ("atop_id",), f"{entry.record.atop_id}: atop-crosswalk.yaml has {expected or 'no exact match'}"
        )


def _dates(entry: Entry) -> Iterator[tuple[Path_, PartialDate]]:
    record: Treaty = entry.record
    yield ("signed", "date"), record.signed.date
    for place, act in enumerate(record.lifecycle):
        yield ("lifecycle", place, "date"), act.date
    for place, spell in enumerate(record.parties):
        bounds = (("from", spell.from_), ("to", spell.to))
        yield from ((("parties", place, key), day) for key, day in bounds if day)
    for place, case in enumerate(record.cases):
        yield ("cases", place, "last_evidence"), case.last_evidence
        for number, event in enumerate(case.events):
            path: Path_ = ("cases", place, "events", number)
            yield (*path, "date"), event.date
            if event.end:
                yield (*path, "end"), event.end


RULES: tuple[Rule, ...] = (
    file_is_named_by_id,
    actors_exist,
    nothing_is_later_than_the_data,
    supersession_is_said_by_both,
    many_parties_have_a_map_name,
    spells_are_in_order,
    force_follows_signature,
    acts_are_in_order,
    articles_are_told_apart,
    obligations_are_between_parties,
    sources_are_defined,
    atop_id_is_that_of_the_crosswalk,
)
