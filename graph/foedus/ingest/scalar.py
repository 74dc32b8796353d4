"""What a plain YAML scalar means in these data."""

import re
from typing import Final

import yaml
from yaml.resolver import Resolver

__all__ = ["plain"]

_RESOLVER: Final = Resolver()
_INTEGER: Final = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FRACTION: Final = re.compile(r"[-+]?[0-9]{1,17}\.[0-9]{1,17}")


def plain(text: str, implicit: tuple[bool, bool]) -> object:
    """A scalar as YAML 1.1 reads it, save dates and all numbers that are not like ``41`` or ``41.5``: these stay text.

    Args:
        text: the scalar.
        implicit: as the event has it: whether it stands without quotes, and whether with them.

    >>> [plain(text, (True, False)) for text in ("null", "true", "41", "-3.5", "2024-10-24", "017", "1e9")]
    [None, True, 41, -3.5, '2024-10-24', '017', '1e9']
    >>> plain("null", (False, True))
    'null'
    """
    if not implicit[0]:
        return text
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, implicit)  # type: ignore[no-untyped-call]  # not in the stubs
    match tag.rpartition(":")[2]:
        case "null":
            return None
        case "bool":
            return text.lower() in {"true", "yes", "on"}
        case "int" if _INTEGER.fullmatch(text):
            return int(text)
        case "float" if _FRACTION.fullmatch(text):
            return float(text)
    return text
