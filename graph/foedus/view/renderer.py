"""pyvis, and the renderer that it brings, in one place.

What it does that we do not want is undone here: its template does not escape
(ours does), it writes in the locale's encoding (we write), drops parallel lines
of undirected graphs (ours is directed, without arrows), and gives each node and
line colours and fonts that the page sets itself.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Final

from foedus.view.document import environment
from foedus.view.drawing import Drawing, Line, Node

__all__ = ["library", "render"]

_LIBRARY: Final = "templates/lib/vis-9.1.2/vis-network.min.js"


@cache
def library() -> str:
    """vis-network 9.1.2 with its licence, without the address of its source map."""
    code = resources.files("pyvis").joinpath(_LIBRARY).read_text(encoding="utf-8")
    return code.partition("//# sourceMappingURL=")[0].rstrip() + "\n"


def render(drawing: Drawing, template: str, page: Mapping[str, Any]) -> str:
    """The HTML of our template around the network, as pyvis makes it."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for number, node in enumerate(drawing.nodes):
        network.add_node(number, label=" ", **_place(node))
    for number, line in enumerate(drawing.lines):
        network.add_edge(line.source, line.target, id=number, **_bow(line))
    network.set_options("{}")
    network.nodes = [{key: node[key] for key in ("id", "x", "y")} for node in network.nodes]
    network.edges = [
        {key: value for key, value in edge.items() if key in {"id", "from", "to", "smooth"}} for edge in network.edges
    ]
    network.templateEnv = environment(page)
    network.path = template
    return str(network.generate_html())


def _place(node: Node) -> dict[str, int]:
    return {"x": node.on_map.x, "y": node.on_map.y}


def _bow(line: Line) -> dict[str, Any]:
    if not line.bend:
        return {}
    return {"smooth": {"enabled": True, "type": "curvedCW", "roundness": line.bend}}
