"""The NetworkX sink: actors and what they owe each other on a day."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from foedus.query.rows import Rows

if TYPE_CHECKING:
    import networkx

__all__ = ["network"]


def network(rows: Rows, actors: Mapping[str, Sequence[str]]) -> "networkx.MultiDiGraph[str]":
    """A graph with an edge from each obligor to each beneficiary for each clause in force.

    Args:
        rows: the answer to ``clauses-in-force``.
        actors: the names of every actor by id, the usual one first.

    Returns:
        Nodes are ids of actors with a ``name``; edges carry ``treaty``,
        ``article``, ``obligation``, ``duty`` and ``since`` (ISO text).
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph.update({name: str(value) for name, value in rows.about.get("parameters", {}).items()})
    for row in rows:
        for obligor in row.owedBy:
            for beneficiary in row.owedTo:
                alone = row.owedBy == row.owedTo == [obligor]
                if obligor == beneficiary and not alone and row.duty != "right-of-self-defence":
                    continue
                for actor in (obligor, beneficiary):
                    graph.add_node(actor, name=actors[actor][0])
                described = {name: row[name] for name in ("treaty", "article", "obligation", "duty")}
                graph.add_edge(obligor, beneficiary, **described, since=str(row.since))
    return graph
