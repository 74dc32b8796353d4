"""What a treaty is: one frozen record a concept. This package knows no graph and no file."""

from foedus.model.actors import Actor, Place, Recognition
from foedus.model.cases import Case, Conflict, Event, Position
from foedus.model.claims import Check, Claim, ClaimsFile, ClaimSource
from foedus.model.dates import OPEN_END, OPEN_START, PartialDate
from foedus.model.rectangles import CaseState, ClauseSpell, Derived, Force, ForceSpell, Rectangle, StateOfCase
from foedus.model.sources import Edition, Source
from foedus.model.treaties import Act, Article, Obligation, Party, Treaty
from foedus.model.world import World

__all__ = [
    "OPEN_END",
    "OPEN_START",
    "Act",
    "Actor",
    "Article",
    "Case",
    "CaseState",
    "Check",
    "Claim",
    "ClaimSource",
    "ClaimsFile",
    "ClauseSpell",
    "Conflict",
    "Derived",
    "Edition",
    "Event",
    "Force",
    "ForceSpell",
    "Obligation",
    "PartialDate",
    "Party",
    "Place",
    "Position",
    "Recognition",
    "Rectangle",
    "Source",
    "StateOfCase",
    "Treaty",
    "World",
]
