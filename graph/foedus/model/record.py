"""What all records have in common: frozen, closed, and equal to the YAML form."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

__all__ = ["Count", "Id", "Latitude", "Line", "Longitude", "Record", "Text"]

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", max_length=80)]
"""An identifier: letters and digits in groups, joined by hyphens."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=600)]
"""A text of at most 600 characters."""

Count = Annotated[int, Field(strict=True, ge=0)]
"""A number of votes, members and the like."""

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
"""Decimal degrees, WGS 84, north and east positive."""

Line = Annotated[str, StringConstraints(min_length=1)]
"""A text without a limit: titles, and the addresses of pages."""


class Record(BaseModel):
    """A record of the data: immutable, without unknown keys, its fields in the order of the YAML form.

    A field whose key is a word of Python has a trailing underscore (``from_``);
    the key in YAML and JSON has none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
