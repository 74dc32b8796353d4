"""What a push did."""

from dataclasses import dataclass, field

__all__ = ["Counts", "Pushed"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many elements of a kind; ``left`` are those of an earlier push that the source no longer has."""

    created: int = 0
    changed: int = 0
    deleted: int = 0
    left: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    def said(self, what: str) -> str:
        """The counts in words.

        >>> Counts(created=2, deleted=1).said("nodes")
        '2 nodes created, 0 changed, 1 deleted'
        """
        return f"{self.created:,} {what} created, {self.changed:,} changed, {self.deleted:,} deleted"


@dataclass(frozen=True, slots=True)
class Pushed:
    """The nodes and edges (or, to a SPARQL endpoint, the triples) that a push touched.

    >>> print(Pushed({"nodes": Counts(), "edges": Counts(left=3)}))
    nothing changed; 3 edges are no longer in the source and were left: answers may mix old and new (see --prune)
    """

    counts: dict[str, Counts] = field(default_factory=dict)
    sent: int = 0
    """Triples sent to a server that does not tell what they changed."""

    @property
    def changed(self) -> bool:
        """Whether the server holds something else than before."""
        return any(count.created or count.changed or count.deleted for count in self.counts.values())

    def __str__(self) -> str:
        if self.sent:
            return f"{self.sent:,} triples sent"
        said = "; ".join(count.said(what) for what, count in self.counts.items()) if self.changed else "nothing changed"
        left = " and ".join(f"{count.left:,} {what}" for what, count in self.counts.items() if count.left)
        if not left:
            return said
        outdated = f"{left} are no longer in the source and were left"
        return f"{said}; {outdated}: answers may mix old and new (see --prune)"
