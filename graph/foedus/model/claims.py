"""Sentences to be checked against the graph."""

from foedus.model.dates import PartialDate
from foedus.model.record import Id, Line, Record

__all__ = ["Claim", "ClaimSource", "ClaimsFile"]


class ClaimSource(Record):
    """The publication in which the claims stand."""

    publisher: Line
    author: Line
    title: Line
    date: PartialDate
    url: Line | None


class Claim(Record):
    """One claim, paraphrased; its claimant is the author of the source unless another is named."""

    id: Id
    kind: Line
    claimant: Line | None = None
    text: Line
    look_at: Line


class ClaimsFile(Record):
    """A file of claims: one source and what it claims."""

    source: ClaimSource
    claims: tuple[Claim, ...]
