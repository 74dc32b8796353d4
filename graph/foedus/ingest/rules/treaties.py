"""Rules of one sheet: names, parties, life cycle."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from foedus.errors import Problem
from foedus.ingest.document import parts
from foedus.ingest.rules.order import in_order, later_before
from foedus.ingest.sheets import Entry, Sheets
from foedus.model import Treaty
from foedus.nearest import nearest

__all__ = ["RULES", "Rule"]

Rule = Callable[[Entry, Sheets], Iterator[Problem]]

_LONGEST_TEXT: Final = 600
_FORCE: Final = re.compile(r"\b(force|effect)\b")
_ENDS: Final = ("entry into force", "the end")


def file_is_named_by_id(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """The id is the name of the file."""
    stem = entry.document.file.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml")
    if entry.record.id != stem:
        yield entry.fault(("id",), f"{entry.record.id!r} is not the name of the file: write {stem!r}")


def texts_are_short(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """A text has at most 600 characters a field, the address of a page aside."""
    for path, value in parts(entry.value):
        if isinstance(value, str) and len(value) > _LONGEST_TEXT and path[-1] != "url":
            yield entry.fault(path, f"{len(value)} characters: at most {_LONGEST_TEXT}")


def supersession_is_said_by_both(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """Of two sheets, one of which takes the place of the other, both say it; one of a folder below cannot."""
    treaties = sheets.parts["treaties"]
    for key, reverse in (("supersedes", "superseded_by"), ("superseded_by", "supersedes")):
        for place, other in enumerate(getattr(entry.record, key)):
            if sheets.lacks("treaties", other):
                yield entry.fault((key, place), f"{other!r} is no sheet{nearest(other, sheets.known('treaties'))}")
            elif key == "supersedes" and other in treaties and treaties[other].folder != entry.folder:
                continue
            elif other in treaties and entry.record.id not in getattr(treaties[other].record, reverse):
                yield entry.fault((key, place), f"{other} does not say it: add {entry.record.id} to its {reverse}")


def many_parties_have_a_map_name(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """A treaty of more than three parties has a name on the map: it is drawn as a hub of that name."""
    record: Treaty = entry.record
    if len(record.party_ids) > 3 and not record.map_name:
        yield entry.fault(("map_name",), f"{len(record.party_ids)} parties: it needs a name on the map")


def somebody_is_party(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """A treaty has a row for each party, one at least."""
    if not entry.record.parties:
        yield entry.fault(("parties",), "a treaty has one party at least")


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


def declarations_bind_from_their_date(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """A political declaration has no entry into force, and its date as ``from`` of those who did not join later."""
    record: Treaty = entry.record
    starts = [spell.from_ for spell in record.parties if spell.from_]
    political = record.kind == "declaration" and not record.entered_into_force
    if political and starts and min(starts, key=lambda day: day.first).text != record.signed.date.text:
        yield entry.fault(
            ("parties",),
            f"no party has the date of the declaration, {record.signed.date}, as its first `from`:"
            " a political declaration counts from its date, another one has entered_into_force",
        )


def force_follows_signature(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """Entry into force before signature is told by an act or a doubt; the end does not come before entry into force."""
    record: Treaty = entry.record
    force, signed = record.entered_into_force, record.signed.date
    if force and force.last < signed.first and not _tells_of_force(record):
        yield entry.fault(("entered_into_force",), f"{force} lies before signature {signed}: no act or doubt says so")
    if record.ended:
        yield from in_order(entry, ("ended", "date"), force or signed, record.ended.date, _ENDS)


def _tells_of_force(record: Treaty) -> bool:
    """Whether an act is of entry into force, or the words of an act or a doubt speak of force or effect."""
    words = [*record.doubts, *(act.note for act in record.lifecycle if act.note)]
    return any(act.type == "entry-into-force" for act in record.lifecycle) or any(map(_FORCE.search, words))


def secrets_come_out_after_signature(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """What was secret in a treaty became public after it was signed."""
    record: Treaty = entry.record
    names = ("signature", "public_from")
    yield from in_order(entry, ("public_from",), record.signed.date, record.public_from, names)
    for place, article in enumerate(record.articles):
        yield from in_order(entry, ("articles", place, "public_from"), record.signed.date, article.public_from, names)


def acts_are_in_order(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """Acts are in order of date, oldest first."""
    acts = entry.record.lifecycle
    for place, before in later_before([act.date for act in acts]):
        yield entry.fault(("lifecycle", place, "date"), f"{acts[place].date} stands after {before}: oldest first")


def atop_id_is_that_of_the_crosswalk(entry: Entry, sheets: Sheets) -> Iterator[Problem]:
    """``atop_id`` is the alliance of the row of atop-crosswalk.yaml where its match is exact, else null."""
    crosswalk = sheets.records("crosswalk")
    row = crosswalk.get(entry.record.id)
    expected = row.atop_id if row and row.match == "exact" else None
    if crosswalk and entry.record.atop_id != expected and ("crosswalk", entry.record.id) not in sheets.unsound:
        said = f"has {expected}" if expected else "has no exact match, so this is null"
        yield entry.fault(("atop_id",), f"{entry.record.atop_id}: the row of atop-crosswalk.yaml {said}")


RULES: tuple[Rule, ...] = (
    file_is_named_by_id,
    texts_are_short,
    supersession_is_said_by_both,
    many_parties_have_a_map_name,
    somebody_is_party,
    spells_are_in_order,
    declarations_bind_from_their_date,
    force_follows_signature,
    secrets_come_out_after_signature,
    acts_are_in_order,
    atop_id_is_that_of_the_crosswalk,
)
