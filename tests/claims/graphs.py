"""Graphs in memory, from which facts are taken away."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pyoxigraph as ox

from foedus.mapping import graph
from foedus.mapping.elements import iri
from foedus.mapping.rdf import triples
from foedus.model import World
from foedus.query.rows import Rows
from foedus.query.sparql_binding import bind
from foedus.query.sparql_guard import guard
from foedus.status import derive
from foedus.store.oxigraph import plain

__all__ = ["Memory", "of_world"]


class Memory:
    """A store in memory, asked as ``kg.sparql`` is."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._store = ox.Store()
        self._store.bulk_extend(quads)

    def ask(self, query: str, timeout: float | None = None, **parameters: Any) -> Rows | bool:
        """What ``kg.sparql`` does with a SELECT or an ASK."""
        text = bind(query, parameters)
        guard(text)
        answer = self._store.query(text)
        if isinstance(answer, ox.QueryBoolean):
            return bool(answer)
        assert isinstance(answer, ox.QuerySolutions)
        columns = [variable.value for variable in answer.variables]
        return Rows(columns, [dict(zip(columns, map(plain, row), strict=True)) for row in answer])

    @contextmanager
    def without(self, nodes: Iterable[tuple[str, str]]) -> Iterator[None]:
        """Take every triple of some nodes away, and put them back."""
        gone = [quad for node in nodes for quad in self._about(ox.NamedNode(iri(node)))]
        assert gone
        for quad in gone:
            self._store.remove(quad)
        try:
            yield
        finally:
            self._store.extend(gone)

    def _about(self, node: ox.NamedNode) -> list[ox.Quad]:
        return [*self._store.quads_for_pattern(node, None, None), *self._store.quads_for_pattern(None, None, node)]


def of_world(world: World) -> Memory:
    """The graph of some records, as they are compiled."""
    return Memory(ox.Quad(*triple) for triple in triples(graph(world, derive(world))))
