"""Actors, their spells and recognitions, conflicts, claims and the edition as nodes and edges."""

from collections.abc import Iterator, Mapping

from foedus.mapping.elements import Edge, Node, Value, dated, key
from foedus.model import Actor, ClaimsFile, Conflict, Edition, Place
from foedus.model.actors import Recognition
from foedus.model.sources import DatedSource, Source
from foedus.status import Known

__all__ = ["actor", "claims", "conflict", "edition", "present", "source"]

Elements = Iterator[Node | Edge]


def present(**values: Value | None) -> dict[str, Value]:
    """The properties that have a value: an absent one is no property."""
    return {name: value for name, value in values.items() if value is not None and value != ()}


def source(identifier: str, document: Source | DatedSource, known: Known, **more: Value | None) -> Node:
    """A document as a node, captioned by publisher and title; a row refers to it by its url, else by the caption."""
    caption = f"{document.publisher}: {document.title}"
    described = present(
        publisher=document.publisher, title=document.title, url=document.url, knownFrom=known.source(document), **more
    )
    described["reference"] = document.url or caption
    return Node("Source", identifier, caption, described | dated("date", document.date))


def actor(record: Actor, place: Place | None, known: Known) -> Elements:
    """An actor with its existence, whom it succeeds, who claims it and who recognises it."""
    yield Node("Actor", record.id, record.name, _described(record, place))
    for other in record.succeeds:
        yield Edge("succeeds", key("Actor", record.id), key("Actor", other))
    for other in record.claimed_by:
        yield Edge("claimedBy", key("Actor", record.id), key("Actor", other))
    for position, spell in enumerate(record.exists, 1):
        of = key("Spell", record.id, position)
        bounds = dated("from", spell.from_) | dated("to", spell.to)
        yield Node(*of, f"{record.name} exists", bounds)
        yield Edge("spellOf", of, key("Actor", record.id))
    for position, recognition in enumerate(record.recognition, 1):
        yield from _recognition(record, position, recognition, known)


def _described(record: Actor, place: Place | None) -> Mapping[str, Value]:
    located = present(seat=place.seat, latitude=place.lat, longitude=place.lon) if place else {}
    return located | present(
        kind=record.kind,
        officialName=record.official_name,
        iso3=record.iso3,
        cowCode=record.cow,
        wikidata=record.wikidata,
        aliases=record.aliases,
        note=record.note,
    )


def _recognition(record: Actor, position: int, recognition: Recognition, known: Known) -> Elements:
    of, document = key("Recognition", record.id, position), f"{record.id}/{position}"
    bounds = dated("from", recognition.from_) | dated("to", recognition.to)
    yield Node(*of, f"{recognition.by} recognises {record.name}", present(note=recognition.note) | bounds)
    yield Edge("recognises", of, key("Actor", record.id))
    yield Edge("recognisedBy", of, key("Actor", recognition.by))
    yield source(document, recognition.source, known)
    yield Edge("supportedBy", of, key("Source", document))


def conflict(identifier: str, record: Conflict) -> Elements:
    """A conflict with the words by which events call it."""
    bounds = dated("from", record.from_) | dated("to", record.to)
    yield Node("Conflict", identifier, record.name, present(labels=record.labels) | bounds)


def claims(name: str, file: ClaimsFile, known: Known) -> Elements:
    """The claims of a file, each resting on the publication that makes it."""
    publication = source(
        f"claims/{name}", Source(**file.source.model_dump(exclude={"author"})), known, author=file.source.author
    )
    yield publication
    for claim in file.claims:
        described = present(
            kind=claim.kind, text=claim.text, claimant=claim.claimant or file.source.author, lookAt=claim.look_at
        )
        node = Node("Claim", claim.id, claim.text, described | dated("date", file.source.date))
        yield node
        yield Edge("supportedBy", node.key, publication.key)


def edition(record: Edition) -> Elements:
    """The data as a whole."""
    described = present(title=record.name, version=record.version, licence=record.licence, covers=record.covers)
    yield Node("Dataset", "foedus", record.name, described | dated("date", record.date))
