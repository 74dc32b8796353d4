"""Sentences to be checked against the graph, each with what decides it."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import StringConstraints, model_validator

from foedus.model.dates import PartialDate
from foedus.model.record import Id, Line, Record

__all__ = ["Check", "Claim", "ClaimSource", "ClaimsFile"]

Query = Annotated[str, StringConstraints(min_length=1)]
"""A SPARQL query; the form gives its prefixes, and its days ``$on`` and ``$known``."""


class ClaimSource(Record):
    """The publication in which the claims stand."""

    publisher: Line
    author: Line
    title: Line
    date: PartialDate
    url: Line | None


class Check(Record):
    """What decides a claim: queries that select the facts that bear on it, or what is missing.

    No verdict stands here: it follows from which queries find something. ``parts``
    takes the place of ``supported`` where a claim may be borne out in part.
    """

    supported: Query | None = None
    parts: Mapping[Line, Query] | None = None
    contradicted: Query | None = None
    contested: Query | None = None
    evidence: Query | None = None
    counts: Query | None = None
    missing: Line | None = None

    @model_validator(mode="after")
    def _decides_or_says_what_is_missing(self) -> "Check":
        if self.supported and self.parts:
            raise ValueError("a check has `supported` or `parts`, not both")
        if self.parts and len(self.parts) == 1:
            raise ValueError("`parts` has two or more: one alone is `supported`")
        if not (self.supported or self.parts or self.contradicted or self.contested or self.missing):
            raise ValueError("nothing here decides the claim: say in `missing` what is missing")
        return self


class Claim(Record):
    """One claim, paraphrased; its claimant is the author of the source unless another is named."""

    id: Id
    kind: Line
    claimant: Line | None = None
    text: Line
    look_at: Line
    check: Check


class ClaimsFile(Record):
    """A file of claims: one source and what it claims."""

    source: ClaimSource
    claims: tuple[Claim, ...]
