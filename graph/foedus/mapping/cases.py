"""A case with its events and positions as nodes and edges."""

from collections.abc import Iterable, Iterator

from foedus.mapping.actors import present
from foedus.mapping.elements import Edge, Key, Node, dated, key
from foedus.model import Case, Event, Position, Treaty
from foedus.status import Known

__all__ = ["case"]

Elements = Iterator[Node | Edge]


def case(treaty: Treaty, record: Case, known: Known) -> Elements:
    """A casus foederis with what was done and said."""
    of = key("Case", record.id)
    described = present(
        duty=record.duty,
        closure=record.closure,
        outcome=record.outcome,
        basis=record.basis,
        articles=record.articles,
    )
    dates = dated("opened", record.opened) | dated("closed", record.closed)
    yield Node(*of, record.name, described | dates | dated("lastEvidence", record.last_evidence))
    yield Edge("caseOf", of, key("Treaty", treaty.id))
    if record.conflict:
        yield Edge("inConflict", of, key("Conflict", record.conflict))
    yield from _articles("under", of, treaty, record.articles)
    yield from _actors("obligor", of, record.obligors)
    yield from _actors("beneficiary", of, record.beneficiary)
    for position, event in enumerate(record.events, 1):
        yield from _event(treaty, record, position, event, known)


def _event(treaty: Treaty, of_case: Case, position: int, record: Event, known: Known) -> Elements:
    of = key("Event", record.id)
    described = present(
        kind=record.type,
        position=position,
        summary=record.summary,
        remark=record.remark,
        conflictLabel=record.conflict,
        articles=record.articles,
        knownFrom=known.event(treaty, of_case, record),
    )
    dates = dated("date", record.date) | dated("endDate", record.end) | dated("publicFrom", record.public_from)
    yield Node(*of, f"{record.type}, {record.date}", described | dates)
    yield Edge("inCase", of, key("Case", of_case.id))
    yield from _articles("cites", of, treaty, record.articles)
    yield from _actors("eventObligor", of, record.obligor)
    yield from _actors("eventBeneficiary", of, record.beneficiary)
    for name in dict.fromkeys(record.sources):
        yield Edge("supportedBy", of, key("Source", treaty.id, name))
    for place, word in enumerate(record.positions, 1):
        described = present(knownFrom=known.position(treaty, of_case, record, word), position=place)
        yield from _position(record, place, word, Node("Position", f"{record.id}/{place}", word.claimant, described))


def _position(event: Event, place: int, word: Position, node: Node) -> Elements:
    described = present(claimant=word.claimant, occasion=word.occasion, statement=word.statement, stance=word.stance)
    caption = f"{word.claimant} {word.stance}"
    yield Node(node.label, node.id, caption, {**node.properties, **described, **dated("date", word.date)})
    yield Edge("onEvent", node.key, key("Event", event.id))
    yield from _actors("speaksFor", node.key, word.speaks_for)


def _articles(predicate: str, of: Key, treaty: Treaty, numbers: tuple[str, ...]) -> Elements:
    for article in treaty.articles_named(numbers):
        yield Edge(predicate, of, key("Article", treaty.id, article.number))


def _actors(predicate: str, of: Key, actors: Iterable[str]) -> Elements:
    for actor in dict.fromkeys(actors):
        yield Edge(predicate, of, key("Actor", actor))
