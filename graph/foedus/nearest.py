"""What somebody may have meant: the nearest of the words that would have been right."""

from collections.abc import Iterable

__all__ = ["nearest"]


def nearest(word: str, known: Iterable[str]) -> str:
    """The nearest of the known words, three at most, as a question to add to a message; empty if none is near.

    >>> nearest("Jappan", ["Japan", "Jordan", "Chad"])
    '; did you mean Japan?'
    """
    from difflib import get_close_matches

    by_fold = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), by_fold, n=3, cutoff=0.6)
    return f"; did you mean {' or '.join(by_fold[name] for name in found)}?" if found else ""
