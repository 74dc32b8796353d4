"""Records, spells and states to nodes and edges, as the ontology declares them."""

from foedus.mapping.elements import Edge, Graph, Key, Node, Value
from foedus.mapping.graph import graph

__all__ = ["Edge", "Graph", "Key", "Node", "Value", "graph"]
