"""Constraints and indexes of the property graph in Neo4j 5 and later."""

from collections.abc import Iterable, Iterator

from foedus.mapping.elements import kebab

__all__ = ["statements"]

_RECTANGLES = ("from", "until", "knownFrom", "knownUntil")
_KINDS = ("kind", "status", "activity", "duty")


def statements(labels: Iterable[str], properties: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The statements that make them; each does nothing where its work is done.

    An ``id`` is unique within its label. The dates of rectangles and the
    controlled values that questions ask for are indexed.

    Args:
        labels: every label.
        properties: every label with each of its properties.
    """
    for label in labels:
        yield f"CREATE CONSTRAINT {_name(label, 'id')} IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.id IS UNIQUE"
    found = set(properties)
    for label, name in sorted(found):
        is_date = name in _RECTANGLES and (label, "knownUntil") in found
        if is_date or name in _KINDS:
            yield f"CREATE INDEX {_name(label, name)} IF NOT EXISTS FOR (n:`{label}`) ON (n.`{name}`)"


def _name(label: str, name: str) -> str:
    return f"foedus_{kebab(label)}_{kebab(name)}".replace("-", "_")
