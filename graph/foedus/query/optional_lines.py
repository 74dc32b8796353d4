"""Lines of a query that stand only where a parameter is given, or only where it is not."""

import re
from collections.abc import Container

__all__ = ["keep"]


def keep(text: str, given: Container[str], comment: str) -> str:
    r"""Leave out lines that end in ``# if NAME`` or ``# unless NAME`` (``//`` in Cypher), as ``given`` has it.

    >>> print(keep("MATCH (a)\nWHERE a.id = $party // if party\nRETURN a", {"on"}, "//"))
    MATCH (a)
    RETURN a
    """
    mark = re.compile(rf"{re.escape(comment)} (if|unless) (\w+)\s*$")
    lines = [(line, mark.search(line)) for line in text.splitlines()]
    return "\n".join(line for line, found in lines if found is None or (found[2] in given) == (found[1] == "if"))
