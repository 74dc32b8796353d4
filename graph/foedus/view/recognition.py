"""Who recognises whom, where that is disputed: recorded spells as rectangles, with their sources.

A recognition without a recorded start counts from the beginning of the actor
that is recognised, as a spell without one does; a start and an end are known
from their own last day (DESIGN §2). The lists are of what sources confirm, and
not complete.
"""

from datetime import date
from typing import Any

from foedus.model import Actor, Recognition, World
from foedus.model.dates import OPEN_END, OPEN_START
from foedus.status import Known
from foedus.view.evidence import source
from foedus.view.tables import Days

__all__ = ["recognitions"]

Json = Any  # what json.dumps takes

RECOGNISES, ENDED = 0, 1
"""What a rectangle of a recognition says."""


def recognitions(world: World, party: str) -> dict[str, Json]:
    """What the page of a party says of recognition: by whom, of whom, claims either way.

    Args:
        world: all actors, not only those of the party's treaties.
        party: the id of the actor.
    """
    actor, days = world.actors[party], Days()
    known = Known(world)
    return {
        "by": [_row(each.by, actor, each, days, known) for each in actor.recognition],
        "of": [
            _row(other.id, other, each, days, known)
            for other in world.actors.values()
            for each in other.recognition
            if each.by == party
        ],
        "claimedBy": list(actor.claimed_by),
        "claims": [other.id for other in world.actors.values() if party in other.claimed_by],
        "days": days.values,
    }


def _row(whom: str, recognised: Actor, recognition: Recognition, days: Days, known: Known) -> Json:
    return {
        "whom": whom,
        "from": recognition.from_ and str(recognition.from_),
        "to": recognition.to and str(recognition.to),
        "spells": _rectangles(recognised, recognition, days, known),
        "note": recognition.note,
        "source": source(recognition.source, known),
    }


def _rectangles(recognised: Actor, recognition: Recognition, days: Days, known: Known) -> list[int]:
    """While it runs, and after it has ended; before its end is known it runs on."""
    start, end = recognition.from_, recognition.to
    begun = start.first if start else _beginning(recognised)
    heard = known.own_day(start) if start else begun
    if end is None:
        return _flat(days, begun, OPEN_END, heard, OPEN_END, RECOGNISES)
    learnt = max(known.own_day(end), heard)
    return [
        *_flat(days, begun, OPEN_END, heard, learnt, RECOGNISES),
        *_flat(days, begun, end.last, learnt, OPEN_END, RECOGNISES),
        *_flat(days, end.last, OPEN_END, learnt, OPEN_END, ENDED),
    ]


def _flat(days: Days, from_: date, until: date, known: date, forgotten: date, value: int) -> list[int]:
    return [days.of(from_), days.of(until), days.of(known), days.of(forgotten), value]


def _beginning(actor: Actor) -> date:
    starts = [spell.from_.first for spell in actor.exists if spell.from_]
    return min(starts, default=OPEN_START)
