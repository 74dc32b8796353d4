"""SPARQL on Oxigraph: the embedded engine, a directory that many processes read at once."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from foedus.errors import BadQuery, EngineUnavailable

if TYPE_CHECKING:
    import rdflib

__all__ = ["Answer", "OxigraphEngine", "Rows", "build", "plain"]

Rows = tuple[tuple[str, ...], list[tuple[Any, ...]]]

Answer = Rows | bool | bytes
"""Rows of a SELECT, the answer to an ASK, or the N-Triples of a CONSTRUCT or DESCRIBE."""

_XSD = "http://www.w3.org/2001/XMLSchema#"


def build(triples: Iterable[ox.Triple], directory: Path) -> None:
    """Load triples into a new store in ``directory``, packed for reading."""
    store = ox.Store(str(directory))
    store.bulk_extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    store.optimize()
    store.flush()


class OxigraphEngine:
    """Answers SPARQL from a store that is opened for reading only."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        try:
            self._store = ox.Store.read_only(str(directory))
        except OSError as error:
            raise EngineUnavailable(f"the SPARQL store in {directory} cannot be opened: {error}") from error

    def answer(self, query: str, limit: int | None = None) -> Answer:
        """Run a query; of a SELECT at most ``limit`` rows.

        The query is run as it is: :func:`foedus.query.sparql_guard.guard` stands before.

        Raises:
            BadQuery: the engine finds fault with it; its words are the message.
        """
        try:
            result = self._store.query(query)
            if isinstance(result, ox.QueryBoolean):
                return bool(result)
            if isinstance(result, ox.QueryTriples):
                return b"".join(sorted(f"{triple} .\n".encode() for triple in result))
            columns = tuple(variable.value for variable in result.variables)
            return columns, list(islice(_plain_rows(result), limit))
        except (SyntaxError, ValueError, OSError) as error:
            raise BadQuery(f"SPARQL: {error.msg if isinstance(error, SyntaxError) else error}") from error

    def rdf(self) -> "rdflib.Graph":
        """The whole graph as an :class:`rdflib.Graph`; to write to it is an error."""
        import rdflib
        from oxrdflib import OxigraphStore
        from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

        return rdflib.Graph(OxigraphStore(store=self._store), identifier=DATASET_DEFAULT_GRAPH_ID)


def _plain_rows(solutions: "ox.QuerySolutions") -> Iterator[tuple[Any, ...]]:
    for solution in solutions:
        yield tuple(plain(value) for value in solution)


def plain(value: "ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None") -> Any:
    """A term as a value of Python: an IRI as text, a literal by its datatype, unbound as ``None``."""
    if not isinstance(value, ox.Literal):
        return value if value is None else getattr(value, "value", str(value))
    text = value.value
    match value.datatype.value.removeprefix(_XSD):
        case "date":
            return date.fromisoformat(text)
        case "boolean":
            return text in {"true", "1"}
        case "integer" | "int" | "long" | "nonNegativeInteger":
            return int(text)
        case "double" | "decimal" | "float":
            return float(text)
    return text
