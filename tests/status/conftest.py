"""Every example is put to the rectangles and to the oracle: both owe the answer that is written by hand."""

import pytest

from foedus.status import derive
from status.answers import AnswersOfOracle, AnswersOfRectangles
from status.asking import Asker


@pytest.fixture(params=["rectangles", "oracle"])
def ask(request: pytest.FixtureRequest) -> Asker:
    """Who is asked."""
    if request.param == "oracle":
        return Asker(AnswersOfOracle)
    return Asker(lambda world: AnswersOfRectangles(derive(world)))
