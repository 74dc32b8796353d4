"""Lines of a query that stand only where a parameter is given."""

import re
from collections.abc import Container

__all__ = ["keep"]


def keep(text: str, given: Container[str], comment: str) -> str:
    """Leave out each line that ends in ``# if NAME`` (``// if NAME`` in Cypher) whose parameter is not given.

    >>> print(keep("MATCH (a)\\nWHERE a.id = $party // if party\\nRETURN a", {"on"}, "//"))
    MATCH (a)
    RETURN a
    """
    mark = re.compile(rf"{re.escape(comment)} if (\w+)\s*$")
    lines = [(line, mark.search(line)) for line in text.splitlines()]
    return "\n".join(line for line, found in lines if found is None or found[1] in given)
