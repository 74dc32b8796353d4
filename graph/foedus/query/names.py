"""Actors, treaties and cases by id, name or alias."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from unicodedata import combining, normalize

from foedus.errors import NotFound
from foedus.nearest import nearest

__all__ = ["Names"]

_LONGEST = 80  # characters of a word that an error repeats


class Names:
    """What one kind of node is called: ids first, then names and aliases."""

    def __init__(self, kind: str, names: Mapping[str, Sequence[str]]) -> None:
        self._kind = kind
        self._names = names

    def find(self, word: str) -> str:
        """The id that a word means, whatever its case, accents and punctuation.

        >>> Names("actor", {"CIV": ["Côte d'Ivoire"], "GBR": ["United Kingdom", "U.K."]}).find("cote d’ivoire")
        'CIV'

        Raises:
            NotFound: nothing is called so, and the message names the nearest; or several are, and it names them.
        """
        if word in self._names:
            return word
        said = word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…"
        for called in (lambda names: names, _short):
            if found := self._called(_folded(word), called):
                if len(found) > 1:
                    raise NotFound(f"{said!r} may be the {self._kind} {' or '.join(found)}")
                return found[0]
        known = [*self._names, *(name for names in self._names.values() for name in names)]
        raise NotFound(f"no {self._kind} is called {said!r}{nearest(said, known)}")

    def _called(self, folded: str, called: Callable[[Sequence[str]], Iterable[str]]) -> list[str]:
        return [
            identifier
            for identifier, names in self._names.items()
            if folded and folded in map(_folded, (identifier, *called(names)))
        ]


def _short(names: Sequence[str]) -> Iterator[str]:
    """What a name says before and in parentheses: ``North Atlantic Treaty (NATO, Washington Treaty)``; no years."""
    for name in names:
        before, _, behind = name.partition(" (")
        yield from (part for part in (before, *behind.rstrip(")").split(", ")) if not part.isdigit())


def _folded(word: str) -> str:
    plain = "".join(one for one in normalize("NFKD", word.casefold()) if not combining(one))
    return "".join(one for one in plain if one.isalnum())
