"""What asks SPARQL, here or on a server."""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Literal

from foedus.errors import BadQuery

if TYPE_CHECKING:
    from foedus.store.oxigraph import Answer, Rows

__all__ = ["SparqlEngine"]


class SparqlEngine(ABC):
    """An engine that answers every form of a query; where rows are wanted, a SELECT alone."""

    language: Literal["sparql"] = "sparql"

    @abstractmethod
    def answer(self, query: str, timeout: float | None = None, limit: int | None = None) -> "Answer":
        """Run a guarded query for at most ``timeout`` seconds; of a SELECT at most ``limit`` rows."""

    def rows(self, query: str, timeout: float | None = None, limit: int | None = None) -> "Rows":
        """The columns and rows of a SELECT; see :meth:`answer`.

        Raises:
            BadQuery: the query is none.
        """
        answer = self.answer(query, timeout, limit)
        if not isinstance(answer, tuple):
            raise BadQuery("the query is no SELECT")
        return answer
