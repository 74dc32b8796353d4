"""What facts rest on: documents, and the data as a whole."""

from typing import Annotated, Literal

from pydantic import Field

from foedus.model.dates import PartialDate
from foedus.model.record import Line, Record

__all__ = ["CrosswalkRow", "DatedSource", "Edition", "Source"]


class Source(Record):
    """A document; ``date`` ``None`` is an undated page, ``url`` ``None`` no page (the title says where)."""

    publisher: Line
    title: Line
    date: PartialDate | None
    url: Line | None


class DatedSource(Record):
    """A source as ``actors.yaml`` writes it, its url before its date."""

    publisher: Line
    title: Line
    url: Line | None
    date: PartialDate | None


class Edition(Record):
    """The data as a whole (``data/dataset.yaml``): nothing in them is known later than ``date``."""

    name: Line
    version: Annotated[str, Field(pattern=r"^\d{4}\.\d{1,2}\.\d{1,2}$")]
    date: PartialDate
    licence: Line
    covers: Line


class CrosswalkRow(Record):
    """Which alliance of ATOP 5.1 a sheet is: exact (or a named phase of it), probable, or none."""

    atop_id: Annotated[int, Field(strict=True, ge=1)] | None
    match: Literal["exact", "probable", "none"]
    note: Line | None
