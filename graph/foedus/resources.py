"""Where the ontology, the data and the queries lie, in a checkout and in a wheel."""

from pathlib import Path
from typing import Literal

__all__ = ["folder"]

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def folder(name: Literal["data", "ontology", "queries"]) -> Path:
    """The folder of that name: beside ``graph/`` in a checkout, inside the package in a wheel.

    >>> folder("ontology").joinpath("foedus.ttl").exists()
    True
    """
    shipped = _PACKAGE / "_resources" / name
    return shipped if shipped.is_dir() else _CHECKOUT / name
