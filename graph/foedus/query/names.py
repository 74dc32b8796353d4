"""Actors, treaties and cases by id, name or alias."""

from collections.abc import Mapping, Sequence

from foedus.errors import NotFound
from foedus.nearest import nearest

__all__ = ["Names"]


class Names:
    """What one kind of node is called: ids first, then names and aliases."""

    def __init__(self, kind: str, names: Mapping[str, Sequence[str]]) -> None:
        self._kind = kind
        self._names = names

    def find(self, word: str) -> str:
        """The id that a word means, whatever its case.

        Raises:
            NotFound: nothing is called so; the message names the nearest.
        """
        if word in self._names:
            return word
        folded = word.strip().casefold()
        for identifier, names in self._names.items():
            if folded == identifier.casefold() or folded in (name.casefold() for name in names):
                return identifier
        known = [*self._names, *(name for names in self._names.values() for name in names)]
        raise NotFound(f"no {self._kind} is called {word!r}{nearest(word, known)}")
