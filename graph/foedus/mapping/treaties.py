"""A treaty with its participations, life cycle and clauses as nodes and edges."""

from collections.abc import Iterator

from foedus.mapping.actors import present, source
from foedus.mapping.cases import case
from foedus.mapping.elements import Edge, Node, Value, dated, key
from foedus.model import Act, Article, Obligation, Party, Treaty
from foedus.status import Known

__all__ = ["treaty"]

Elements = Iterator[Node | Edge]


def treaty(record: Treaty, known: Known) -> Elements:
    """Everything that a sheet records."""
    yield Node("Treaty", record.id, record.short_title, _described(record, known))
    yield Edge("fromDataset", key("Treaty", record.id), key("Dataset", "foedus"))
    for other in record.supersedes:
        yield Edge("supersedes", key("Treaty", record.id), key("Treaty", other))
    for name, document in record.sources.items():
        yield source(f"{record.id}/{name}", document, known)
    for actor in record.party_ids:
        yield from _participation(record, actor)
    for actor in record.third_states:
        yield from _participant(record, actor, "beneficiary")
    for position, act in enumerate(record.lifecycle, 1):
        yield from _act(record, position, act, known)
    for article in record.articles:
        yield from _article(record, article, known)
    for found in record.cases:
        yield from case(record, found, known)
    for name in _of_the_whole(record):
        yield Edge("supportedBy", key("Treaty", record.id), key("Source", record.id, name))


def _described(record: Treaty, known: Known) -> dict[str, Value]:
    ended = record.ended
    dates = dated("signedOn", record.signed.date) | dated("enteredIntoForce", record.entered_into_force)
    dates |= dated("ended", ended.date if ended else None) | dated("publicFrom", record.public_from)
    return dates | present(
        title=record.title,
        shortTitle=record.short_title,
        mapName=record.map_name,
        kind=record.kind,
        signedPlace=record.signed.place,
        endedHow=ended.how if ended else None,
        endedNote=ended.note if ended else None,
        renewal=record.renewal,
        depositary=record.depositary,
        verified=record.verified,
        doubts=record.doubts,
        wikidata=record.wikidata,
        atopId=record.atop_id,
        knownFrom=known.treaty(record),
    )


def _of_the_whole(record: Treaty) -> Iterator[str]:
    """The sources that no act, article or event uses: they bear on a doubt or the treaty as a whole."""
    lists = [act.sources for act in record.lifecycle] + [article.sources for article in record.articles]
    lists += [event.sources for case in record.cases for event in case.events]
    used = {name for names in lists for name in names}
    return (name for name in record.sources if name not in used)


def _participant(record: Treaty, actor: str, role: str) -> Elements:
    of = key("Participation", record.id, actor)
    yield Node(*of, f"{actor} in {record.short_title}", {"role": role})
    yield Edge("inTreaty", of, key("Treaty", record.id))
    yield Edge("ofActor", of, key("Actor", actor))


def _participation(record: Treaty, actor: str) -> Elements:
    spells = record.spells_of(actor)
    yield from _participant(record, actor, "party" if any(spell.from_ for spell in spells) else "signatory")
    for position, spell in enumerate(spells, 1):
        yield from _spell(record, spell, position)


def _spell(record: Treaty, spell: Party, position: int) -> Elements:
    of = key("Spell", record.id, spell.party, position)
    bounds = dated("from", spell.from_) | dated("to", spell.to)
    caption = f"{spell.party} in {record.short_title}, spell {position}"
    yield Node(*of, caption, present(status=spell.status, note=spell.note) | bounds)
    yield Edge("spellOf", of, key("Participation", record.id, spell.party))


def _act(record: Treaty, position: int, act: Act, known: Known) -> Elements:
    of, votes = key("Act", record.id, position), act.votes
    described = present(
        kind=act.type,
        position=position,
        body=act.body,
        place=act.place,
        votesFor=votes.for_ if votes else None,
        votesAgainst=votes.against if votes else None,
        votesAbstained=votes.abstained if votes else None,
        note=act.note,
        knownFrom=known.act(record, act),
    )
    by = f" by {act.party}" if act.party else ""
    yield Node(*of, f"{act.type}{by}, {act.date}", described | dated("date", act.date))
    yield Edge("actOn", of, key("Treaty", record.id))
    if act.party:
        yield Edge("actOf", of, key("Actor", act.party))
    for name in dict.fromkeys(act.sources):
        yield Edge("supportedBy", of, key("Source", record.id, name))


def _article(record: Treaty, article: Article, known: Known) -> Elements:
    of = key("Article", record.id, article.number)
    described = present(
        number=article.number,
        summary=article.summary,
        quote=article.quote,
        knownFrom=known.article(record, article),
    )
    caption = f"Article {article.number} of {record.short_title}"
    yield Node(*of, caption, described | dated("publicFrom", article.public_from))
    yield Edge("partOf", of, key("Treaty", record.id))
    for name in dict.fromkeys(article.sources):
        yield Edge("supportedBy", of, key("Source", record.id, name))
    for position, duty in enumerate(article.obligations, 1):
        yield from _obligation(record, article, position, duty)


def _obligation(record: Treaty, article: Article, position: int, duty: Obligation) -> Elements:
    of = key("Obligation", record.id, article.number, position)
    described = present(
        kind=duty.type,
        position=position,
        mutual=duty.mutual,
        triggerKind=duty.trigger_kind,
        trigger=duty.trigger,
        responseKind=duty.response_kind,
        response=duty.response,
        territorialScope=duty.territorial_scope,
        conditions=duty.conditions,
        then=duty.then,
        note=duty.note,
    )
    bounds = dated("from", duty.from_) | dated("to", duty.to)
    caption = f"{duty.type} under Article {article.number} of {record.short_title}"
    yield Node(*of, caption, described | bounds)
    yield Edge("imposedBy", of, key("Article", record.id, article.number))
    for actor in record.obligors_of(duty):
        yield Edge("owedBy", of, key("Participation", record.id, actor))
    for actor in record.beneficiaries_of(duty):
        yield Edge("owedTo", of, key("Participation", record.id, actor))
