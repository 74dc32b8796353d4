"""One file of claims, wherever it lies."""

from pathlib import Path
from typing import Final

from foedus.errors import BadData
from foedus.ingest.folder import take_file
from foedus.ingest.parts import PARTS
from foedus.ingest.rules import problems_of
from foedus.ingest.sheets import Entry, Sheets

__all__ = ["read_claims"]

_CLAIMS: Final = next(part for part in PARTS if part.name == "claims")


def read_claims(file: Path) -> Entry:
    """The claims of a file, with the line of every value.

    Raises:
        BadData: every fault of its form.
    """
    sheets = Sheets()
    take_file(file, _CLAIMS, sheets)
    if problems := [*sheets.problems, *problems_of(sheets)]:
        raise BadData(problems)
    return next(sheets.entries("claims"))
