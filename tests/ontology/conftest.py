"""The records of the bundled data, read once for these tests."""

import pytest

from foedus.ingest import read
from foedus.model import World
from foedus.resources import folder


@pytest.fixture(scope="session")
def world() -> World:
    """The bundled data."""
    return read([folder("data")])
