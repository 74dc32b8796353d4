"""Who makes treaties: states, former and de-facto states, organisations, groups."""

from typing import Annotated

from pydantic import Field

from foedus.model.dates import PartialDate
from foedus.model.record import Id, Latitude, Line, Longitude, Record, Text
from foedus.model.sources import DatedSource
from foedus.model.vocabulary import ActorKind

__all__ = ["Actor", "CowSpell", "Existence", "Place", "Recognition"]

CowCode = Annotated[int, Field(strict=True, ge=2)]


class Existence(Record):
    """A spell in which an actor existed; both days are inclusive, ``None`` is open or has no date set."""

    from_: PartialDate | None = Field(alias="from")
    to: PartialDate | None


class CowSpell(Record):
    """Days (both inclusive) on which a Correlates of War number in a dataset means this actor."""

    code: CowCode
    from_: PartialDate = Field(alias="from")
    to: PartialDate | None


class Recognition(Record):
    """One actor recognising another; ``from`` ``None`` is not documented, ``to`` ``None`` still in force."""

    by: Id
    from_: PartialDate | None = Field(alias="from")
    to: PartialDate | None
    source: DatedSource
    note: Text | None = None


class Actor(Record):
    """An actor of ``data/actors.yaml``."""

    id: Id
    name: Line
    official_name: Line
    kind: ActorKind
    iso3: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None
    cow: CowCode | None
    gw: CowCode | None
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None
    exists: tuple[Existence, ...]
    cow_spells: tuple[CowSpell, ...] = ()
    succeeds: tuple[Id, ...]
    aliases: tuple[Line, ...]
    claimed_by: tuple[Id, ...] = ()
    note: Text | None
    recognition: tuple[Recognition, ...] = ()


class Place(Record):
    """Where an actor is drawn on a map: its seat of government, in decimal degrees (WGS 84)."""

    seat: Line
    lat: Latitude
    lon: Longitude
