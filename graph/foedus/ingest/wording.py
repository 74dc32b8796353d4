"""What is wrong with a value, in the words of the YAML form and not of the library that found it."""

from collections.abc import Sequence
from typing import Any, Final

from foedus.nearest import nearest

__all__ = ["said", "short"]

_LONGEST: Final = 80

_EXPECTED: Final = {
    "tuple_type": "a list is expected: [a, b]",
    "dict_type": "a mapping of keys and values is expected",
    "mapping_type": "a mapping of keys and values is expected",
    "model_type": "a mapping of keys and values is expected",
    "int_type": "a whole number is expected",
    "bool_type": "true or false is expected",
    "float_type": "a number is expected",
    "float_parsing": "a number is expected",
    "string_type": "a text is expected",
}


def said(detail: dict[str, Any], keys: Sequence[str]) -> str:
    """A fault as pydantic details it, in plain words.

    Args:
        detail: one of ``ValidationError.errors()``.
        keys: the keys of the form at this place.
    """
    value, context = detail.get("input"), detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return "missing key: every key of the form is there, with null or [] where there is nothing to say"
        case "extra_forbidden":
            key = str(detail["loc"][-1])
            return f"unknown key `{short(key)}`: known keys are {', '.join(keys)}{nearest(key, keys)}"
        case "literal_error":
            return _none_of(value, context["expected"].replace("'", "").replace(" or ", ", ").split(", "))
        case "value_error":
            return short(str(context["error"]), 3 * _LONGEST)
        case "string_pattern_mismatch":
            return f"{short(repr(value))} does not have the form {context['pattern']}"
        case "string_too_long":
            return f"{len(str(value))} characters: at most {context['max_length']}"
        case "string_too_short":
            return "an empty text: write null if there is nothing to say"
        case "greater_than_equal":
            return f"{short(repr(value))} is less than {context['ge']:g}"
        case "less_than_equal":
            return f"{short(repr(value))} is more than {context['le']:g}"
        case "string_type" if isinstance(value, int | float):
            return f'a text is expected: put it in quotes, "{str(value).lower()}"'
    return f"{_as_written(value)}: {_EXPECTED.get(detail['type'], detail['msg'])}"


def _none_of(value: object, allowed: Sequence[str]) -> str:
    if list(allowed) == ["parties"]:
        return f"{short(repr(value))} is neither the word parties nor a list of ids, as [RUS, PRK]"
    return f"{_as_written(value)} is none of {', '.join(allowed)}{nearest(str(value), allowed)}"


def _as_written(value: object) -> str:
    return "null" if value is None else short(str(value).lower() if isinstance(value, bool) else repr(value))


def short(text: str, longest: int = _LONGEST) -> str:
    """A text cut to what a line of an error can hold.

    >>> short("x" * 100, 5)
    'xxxx…'
    """
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
