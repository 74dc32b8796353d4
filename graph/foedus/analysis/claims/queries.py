"""The queries of a check as they run, and where they stand when one is at fault."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from foedus.errors import BadData, BadQuery, Problem
from foedus.ingest.document import Path_
from foedus.ingest.records import written
from foedus.ingest.sheets import Entry
from foedus.ingest.wording import short
from foedus.mapping.elements import BASE, kebab
from foedus.mapping.ontology import NAMESPACE
from foedus.query.rows import Rows
from foedus.query.sparql_tokens import tokens

__all__ = ["PREFIXES", "Ask", "Asked", "Place"]

Ask = Callable[..., Any]
"""Runs SPARQL under the guard, its parameters by name: :meth:`foedus.KnowledgeGraph.sparql`."""

_LABELS: Final = ("Actor", "Article", "Case", "Conflict", "Event", "Treaty")

PREFIXES: Final = {
    "fo": NAMESPACE,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{kebab(label): f"{BASE}{kebab(label)}/" for label in _LABELS},
}
"""The prefixes that a check may use without declaring them: the terms of SPARQL, and nodes by their ids."""

_PLACE: Final = re.compile(r"(?:error at |line )(\d+)(?::\d+)?: ")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a claims file."""

    file: Entry
    path: Path_

    def __str__(self) -> str:
        return f"{self.file.document.file}:{self.line}: {written(self.path)}"

    @property
    def line(self) -> int:
        """The line, from 1; that of the first line of a query."""
        return self.file.document.line(self.path)

    def inside(self, *path: str | int) -> "Place":
        """A place inside it."""
        return Place(self.file, (*self.path, *path))

    def fault(self, message: str) -> BadData:
        """What is wrong with the query that stands here, on the line of it that the message names."""
        text = " ".join(message.split())
        place = _PLACE.search(text)
        line = self.line + (int(place[1]) - 1 if place else 0)
        said = "a prefix is not declared" if "Prefix not found" in text else _PLACE.sub("", text)
        return BadData([Problem(self.file.document.file, line, written(self.path), short(said, 240))])


@dataclass(frozen=True, slots=True)
class Asked:
    """The graph asked about the day ``on``, as known on the day ``known``."""

    ask: Ask
    on: date
    known: date

    def rows(self, text: str, place: Place) -> Rows:
        """The rows of a query, its days bound as far as it uses them.

        Raises:
            BadData: it is at fault; the error names file, line and key.
        """
        used = {token.text[1:] for token in tokens(text) if token.kind == "variable"}
        days = {name: day for name, day in (("on", self.on), ("known", self.known)) if name in used}
        try:
            answer = self.ask(_declared(text), **days)
        except BadQuery as error:
            raise place.fault(str(error)) from None
        if not isinstance(answer, Rows):
            raise place.fault("this is no SELECT")
        return answer


def _declared(text: str) -> str:
    """A query with the prefixes that it uses, on its first line, so that its lines are still those of the file."""
    return "".join(f"PREFIX {name}: <{address}> " for name, address in PREFIXES.items() if f"{name}:" in text) + text
