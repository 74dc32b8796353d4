"""What a person who reads an answer should know and its rows do not say."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

__all__ = ["notes"]


def notes(parameters: Mapping[str, Any], summary: Mapping[str, Any]) -> list[str]:
    """Sentences about the days and the party that were asked for.

    A day to come is answered by what is known now, and an actor outside its
    existence by nothing, where a predecessor may be meant.

    Args:
        parameters: the values that the question was bound with.
        summary: that of the graph: the date of the data, and for each actor the spells of its existence (first and
            last days in ISO form) and whom it succeeds.
    """
    return [*_beyond(parameters, date.fromisoformat(summary["edition"]["date"])), *_absent(parameters, summary)]


def _beyond(parameters: Mapping[str, Any], edition: date) -> Iterator[str]:
    on = parameters.get("on")
    if on is not None and on > max(edition, date.today()):
        yield f"{on} lies ahead: unknown, last evidence of {edition}; the rows say what holds if nothing changes"


def _absent(parameters: Mapping[str, Any], summary: Mapping[str, Any]) -> Iterator[str]:
    party, on = parameters.get("party"), parameters.get("on") or parameters.get("before")
    existed = summary["existence"]
    if party is None or on is None or _exists(existed.get(party, ()), on):
        return
    kin = sorted(one for one in _kin(party, summary["succeeds"]) if _exists(existed.get(one, ()), on))
    there = f"; on that day there was {', '.join(kin)}" if kin else ""
    yield f"{party} did not exist on {on}{there}"


def _exists(spells: Any, on: date) -> bool:
    """Whether a day lies in one of the spells; an actor without any is never said to be absent."""
    return not spells or any(first <= on.isoformat() <= last for first, last in spells)


def _kin(actor: str, succeeds: Mapping[str, list[str]]) -> set[str]:
    """Its predecessors and theirs, and its successors and theirs."""
    precedes: dict[str, list[str]] = {}
    for later, earlier in succeeds.items():
        for one in earlier:
            precedes.setdefault(one, []).append(later)
    return _reached(actor, succeeds) | _reached(actor, precedes)


def _reached(start: str, steps: Mapping[str, list[str]]) -> set[str]:
    found: set[str] = set()
    ahead = [start]
    while ahead:
        for one in steps.get(ahead.pop(), ()):
            if one not in found:
                found.add(one)
                ahead.append(one)
    return found
