"""What is read behind a line: clauses in words, events, positions, sources; deflated.

Each text is known from a day of its own, so that the page can leave out what
was not known yet.
"""

import base64
import json
import zlib
from typing import Any
from urllib.parse import urlsplit

from foedus.model import Act, Article, Case, Event, Position, Source, Treaty, World
from foedus.model.sources import DatedSource
from foedus.status import Known

__all__ = ["deflated", "evidence", "source", "web"]

Json = Any  # what json.dumps takes


def deflated(value: Json) -> str:
    """A value as JSON, deflated (RFC 1951) and in base64."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.b64encode(packer.compress(text) + packer.flush()).decode("ascii")


def evidence(world: World) -> list[Json]:
    """The evidence of every treaty, in the order of the world."""
    known = Known(world)
    return [_treaty(treaty, known) for treaty in world.treaties.values()]


def _treaty(treaty: Treaty, known: Known) -> Json:
    return {
        "kind": treaty.kind,
        "signed": [str(treaty.signed.date), treaty.signed.place],
        "inForce": treaty.entered_into_force and str(treaty.entered_into_force),
        "inForceKnown": treaty.entered_into_force and known.bound(treaty, treaty.entered_into_force).toordinal(),
        "ended": treaty.ended and [str(treaty.ended.date), treaty.ended.how, treaty.ended.note],
        "endKnown": treaty.ended and known.bound(treaty, treaty.ended.date).toordinal(),
        "signedDay": treaty.signed.date.last.toordinal(),
        "known": known.treaty(treaty).toordinal(),
        "renewal": treaty.renewal,
        "acts": [_act(treaty, act, known) for act in treaty.lifecycle],
        "articles": [_article(treaty, article, known) for article in treaty.articles],
        "cases": [_case(treaty, case, known) for case in treaty.cases],
        "sources": {key: source(each, known) for key, each in treaty.sources.items()},
        "doubts": treaty.doubts,
    }


def _act(treaty: Treaty, act: Act, known: Known) -> Json:
    votes = act.votes and [act.votes.for_, act.votes.against, act.votes.abstained]
    return [
        act.type, str(act.date), known.act(treaty, act).toordinal(), act.party, act.body, act.note, votes, act.sources,
    ]  # fmt: skip


def _article(treaty: Treaty, article: Article, known: Known) -> Json:
    return {
        "number": article.number,
        "known": known.article(treaty, article).toordinal(),
        "summary": article.summary,
        "quote": article.quote,
        "sources": article.sources,
        "duties": [
            [duty.trigger, duty.response, duty.conditions, duty.territorial_scope, duty.note, duty.response_kind]
            for duty in article.obligations
        ],
    }


def _case(treaty: Treaty, case: Case, known: Known) -> Json:
    return {
        "basis": case.basis,
        "basisKnown": known.end_of_case(treaty, case, case.last_evidence).toordinal(),
        "events": [_event(treaty, case, event, known) for event in case.events],
    }


def _event(treaty: Treaty, case: Case, event: Event, known: Known) -> Json:
    return {
        "date": str(event.date),
        "first": event.date.first.toordinal(),
        "end": event.end and str(event.end),
        "endKnown": event.end and known.end_of_event(treaty, case, event).toordinal(),
        "known": known.event(treaty, case, event).toordinal(),
        "kind": event.type,
        "summary": event.summary,
        "remark": event.remark,
        "positions": [_position(treaty, case, event, position, known) for position in event.positions],
        "sources": event.sources,
    }


def _position(treaty: Treaty, case: Case, event: Event, position: Position, known: Known) -> Json:
    return [
        position.stance,
        position.claimant,
        position.speaks_for,
        position.date and str(position.date),
        known.position(treaty, case, event, position).toordinal(),
        position.occasion,
        position.statement,
    ]


def source(document: Source | DatedSource, known: Known) -> Json:
    """Publisher, title, date as written, the day from which it is known, address; the latter three may be missing."""
    day = known.source(document)
    return [
        document.publisher,
        document.title,
        document.date and str(document.date),
        day and day.toordinal(),
        web(document.url),
    ]


def web(url: str | None) -> str | None:
    """The address, if it is one of the web: nothing else becomes a link."""
    try:
        return url if url and urlsplit(url).scheme in {"http", "https"} else None
    except ValueError:
        return None
