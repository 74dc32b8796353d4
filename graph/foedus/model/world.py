"""All records of one dataset together."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from foedus.model.actors import Actor, Place
from foedus.model.cases import Conflict
from foedus.model.claims import ClaimsFile
from foedus.model.sources import Edition
from foedus.model.treaties import Treaty

__all__ = ["World"]


@dataclass(frozen=True)
class World:
    """Everything that the data say, by id, each mapping in the order of its file.

    ``places`` has ``None`` for an actor that is not placed on the map;
    ``claims`` is keyed by the name of the file without its ending.
    """

    edition: Edition
    actors: Mapping[str, Actor]
    places: Mapping[str, Place | None]
    conflicts: Mapping[str, Conflict]
    treaties: Mapping[str, Treaty]
    claims: Mapping[str, ClaimsFile] = field(default_factory=dict)
