"""SPARQL on Oxigraph: the embedded engine, a directory that many processes read at once."""

import re
from collections.abc import Callable, Iterable, Iterator
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

_INTEGERS = ("integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger")

_READ: dict[str, Callable[[str], Any]] = {
    "date": date.fromisoformat,
    "boolean": {"true": True, "1": True, "false": False, "0": False}.__getitem__,
    **dict.fromkeys(_INTEGERS, int),
    **dict.fromkeys(("double", "float", "decimal"), float),
}

_SERVICE = re.compile("(?<=ser)v(?=ice)", re.IGNORECASE)

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

        The query is run as it is: :func:`foedus.query.sparql_guard.guard` stands
        before, and here nothing that holds SERVICE in the engine's own reading.

        Raises:
            BadQuery: the engine finds fault with it; its words are the message.
        """
        try:
            _refuse_service(query)
            result = self._store.query(query)
            if isinstance(result, ox.QueryBoolean):
                return bool(result)
            if isinstance(result, ox.QueryTriples):
                return b"".join(sorted(f"{triple} .\n".encode() for triple in result))
            columns = tuple(variable.value for variable in result.variables)
            return columns, list(islice(_plain_rows(result), limit))
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            raise BadQuery(f"SPARQL: {error.msg if isinstance(error, SyntaxError) else error}") from error

    def rdf(self) -> "rdflib.Graph":
        """The whole graph as an :class:`rdflib.Graph`; to write to it is an error."""
        import rdflib
        from oxrdflib import OxigraphStore
        from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

        return rdflib.Graph(OxigraphStore(store=self._store), identifier=DATASET_DEFAULT_GRAPH_ID)


def _refuse_service(query: str) -> None:
    """Let a query pass only if it is still one without the word SERVICE.

    The engine would make the request, and has no switch. It reads keywords
    without a scanner, as at the end of ``x:a.b.SERVICE`` or behind a ``<`` that
    compares; so its own parser is the judge. The word is spelt differently
    wherever it stands: a name, a text or an IRI may be spelt so, a clause may not.
    """
    spelt = _SERVICE.sub(lambda v: "w" if v[0] == "v" else "W", query)
    if spelt != query:
        try:
            ox.Store().query(spelt)
        except SyntaxError as error:
            raise BadQuery(f"SPARQL: {error.msg} (SERVICE is refused)") from error
        except (ValueError, OSError, RuntimeError):
            return  # it is a query; its own run says what else is wrong


def _plain_rows(solutions: "ox.QuerySolutions") -> Iterator[tuple[Any, ...]]:
    for solution in solutions:
        yield tuple(plain(value) for value in solution)


def plain(value: "ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None") -> Any:
    """A term as a value of Python: an IRI as text, a literal by its datatype, unbound as ``None``."""
    if not isinstance(value, ox.Literal):
        return value if value is None else getattr(value, "value", str(value))
    read = _READ.get(value.datatype.value.removeprefix(_XSD), str)
    try:
        return read(value.value)
    except (KeyError, ValueError):  # ill-typed, or a day with a time zone, or before the year 1: as it is written
        return value.value
