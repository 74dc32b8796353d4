"""Rectangles as nodes and edges; each says ``derived: true``."""

from collections.abc import Iterator

from foedus.mapping.actors import present
from foedus.mapping.elements import Edge, Key, Node, Value, dated, key
from foedus.model import CaseState, ClauseSpell, Derived, Force, ForceSpell, Rectangle

__all__ = ["derived"]

Elements = Iterator[Node | Edge]


def derived(found: Derived) -> Elements:
    """Every rectangle that status derives."""
    for spell in found.force:
        yield from _force(spell)
    for clause in found.clauses:
        yield from _clause(clause)
    for state in found.cases:
        yield from _state(state)


def _force(spell: ForceSpell) -> Elements:
    participation = key("Participation", spell.treaty, spell.actor)
    of = _key("ForceSpell", participation, spell.rectangle)
    yield _of_force(of, spell.value, spell.rectangle)
    yield Edge("forceOf", of, participation)


def _clause(spell: ClauseSpell) -> Elements:
    obligation = key("Obligation", spell.treaty, spell.article, spell.position)
    of = _key("ClauseSpell", obligation, spell.rectangle)
    yield _of_force(of, spell.value, spell.rectangle)
    yield Edge("clauseForceOf", of, obligation)


def _of_force(of: Key, force: Force, rectangle: Rectangle) -> Node:
    described = present(status=force.status, binding=force.binding, bindingSince=force.binding_since)
    return Node(*of, _caption(force.status, rectangle), described | _bounds(rectangle))


def _state(state: CaseState) -> Elements:
    case, value = key("Case", state.case), state.value
    of = _key("CaseState", case, state.rectangle)
    described = present(
        activity=value.activity,
        invocation=value.invocation,
        force=value.force,
        disputed=value.disputed,
        outcome=value.outcome,
        lastEvidence=value.last_evidence,
        assertedBy=value.asserted_by,
        disputedBy=value.disputed_by,
    )
    caption = _caption(f"{value.activity}, {value.invocation}", state.rectangle)
    yield Node(*of, caption, described | dated("opened", value.opened) | _bounds(state.rectangle))
    yield Edge("stateOf", of, case)
    sides = {
        "performedBy": value.performed_by,
        "refusedBy": value.refused_by,
        "acknowledgedBy": value.acknowledged_by,
    }
    for predicate, actors in sides.items():
        for actor in actors:
            yield Edge(predicate, of, key("Actor", actor))
    for name in value.sources:
        yield Edge("supportedBy", of, key("Source", state.treaty, name))


def _key(label: str, parent: Key, rectangle: Rectangle) -> Key:
    return key(label, parent[1], rectangle.from_, rectangle.known_from)


def _caption(what: str, rectangle: Rectangle) -> str:
    return f"{what} from {rectangle.from_}, as known from {rectangle.known_from}"


def _bounds(rectangle: Rectangle) -> dict[str, Value]:
    return {
        "from": rectangle.from_,
        "until": rectangle.until,
        "knownFrom": rectangle.known_from,
        "knownUntil": rectangle.known_until,
        "derived": True,
    }
