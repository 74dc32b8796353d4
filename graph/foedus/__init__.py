"""Foedus: the knowledge graph of treaties and alliances.

Which mutual-defence clauses are active, for whom, since when, who says so, who
disputes it, and what was known on that day.

>>> import foedus
>>> with foedus.open() as kg:
...     [row.case for row in kg.ask("active-clauses", on="2024-10-28", known="2024-10-28", party="North Korea")]
['rus-prk-2024-kursk']
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foedus.errors import BadData, BadQuery, EngineUnavailable, FoedusError, NotFound, QueryTimeout
    from foedus.ingest import validate
    from foedus.knowledge_graph import KnowledgeGraph
    from foedus.knowledge_graph import open_graph as open  # noqa: A004  # the name of the verb
    from foedus.query.rows import Row, Rows

__all__ = [
    "BadData",
    "BadQuery",
    "EngineUnavailable",
    "FoedusError",
    "KnowledgeGraph",
    "NotFound",
    "QueryTimeout",
    "Row",
    "Rows",
    "open",
    "validate",
]

_HOMES = {
    "KnowledgeGraph": ("foedus.knowledge_graph", "KnowledgeGraph"),
    "Row": ("foedus.query.rows", "Row"),
    "Rows": ("foedus.query.rows", "Rows"),
    "open": ("foedus.knowledge_graph", "open_graph"),
    "validate": ("foedus.ingest", "validate"),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'foedus' has no attribute {name!r}")
    module, attribute = _HOMES.get(name, ("foedus.errors", name))
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return __all__
