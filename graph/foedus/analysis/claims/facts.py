"""Nodes as facts that a person can read: what was done or said, who asserts and disputes it, and the sources."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from foedus.analysis.claims.results import Fact, Word
from foedus.errors import NotFound
from foedus.mapping.ontology import NAMESPACE
from foedus.model.vocabulary import Stance
from foedus.query.rows import Row, Rows

__all__ = ["described"]

_PROPERTIES: Final = """SELECT ?fact ?property ?value {
  VALUES ?fact { NODES } ?fact ?property ?value
}"""

_WORDS: Final = """SELECT ?fact ?word ?stance ?claimant ?date ?actor ?event {
  VALUES ?fact { NODES }
  { ?word fo:onEvent ?fact } UNION { ?fact a fo:Position BIND(?fact AS ?word) }
  ?word fo:stance ?stance ; fo:claimant ?claimant ; fo:onEvent/fo:name ?event ; fo:onEvent/fo:dateText ?day ;
    fo:knownFrom ?k . FILTER(?k <= $known)
  OPTIONAL { ?word fo:dateText ?own } BIND(COALESCE(?own, ?day) AS ?date)
  OPTIONAL { ?word fo:speaksFor/fo:id ?actor }
} ORDER BY ?date ?word ?actor"""

_SOURCES: Final = """SELECT ?fact ?reference {
  VALUES ?fact { NODES }
  ?fact (fo:onEvent|(fo:clauseForceOf?/fo:imposedBy)|(fo:forceOf/fo:inTreaty/^fo:actOn))?/fo:supportedBy ?source .
  ?source fo:reference ?reference . OPTIONAL { ?source fo:knownFrom ?date } FILTER(!BOUND(?date) || ?date <= $known)
} ORDER BY ?date ?reference"""

_SAID: Final = ("summary", "statement", "response", "body", "votes", "note", "title")
"""The properties that say what was done or said, as far as a node has them."""


def described(nodes: Sequence[str], rows: Callable[[str], Rows]) -> tuple[Fact, ...]:
    """The facts that nodes are, in their order.

    Args:
        nodes: their IRIs.
        rows: runs a query with the day of knowledge: words and sources that came later are left out.

    Raises:
        NotFound: one of them is no node of the graph.
    """
    if not nodes:
        return ()
    listed = " ".join(f"<{node}>" for node in nodes)
    own, words, sources = (_by_fact(rows(text.replace("NODES", listed))) for text in (_PROPERTIES, _WORDS, _SOURCES))
    if absent := [node for node in nodes if node not in own]:
        raise NotFound(f"{absent[0]} is no node of the graph")
    return tuple(_fact(own[node], words[node], sources[node]) for node in nodes)


def _by_fact(rows: Rows) -> defaultdict[str, list[Row]]:
    found = defaultdict(list)
    for row in rows:
        found[row.fact].append(row)
    return found


def _fact(own: Iterable[Row], words: Sequence[Row], sources: Iterable[Row]) -> Fact:
    has = {row.property.removeprefix(NAMESPACE): row.value for row in own}
    if "votesFor" in has:
        has["votes"] = f"{has['votesFor']} votes for, {has.get('votesAgainst', 'none counted')} against"
    return Fact(
        label=next(value.removeprefix(NAMESPACE) for value in has.values() if str(value).startswith(NAMESPACE)),
        id=has["id"],
        name=f"{has['name']}: {words[0].event}" if "stance" in has else has["name"],
        said="; ".join(has[name] for name in _SAID if name in has) or None,
        known_from=has.get("knownFrom"),
        words=_spoken(words),
        sources=tuple(dict.fromkeys(row.reference for row in sources)),
    )


def _spoken(rows: Iterable[Row]) -> tuple[Word, ...]:
    """Each word once, in the order of its rows, of which it has one for each actor spoken for."""
    actors: dict[tuple[str, Stance, str, str], list[str]] = {}
    for row in rows:
        key = (row.word, row.stance, row.claimant, row.date)
        actors.setdefault(key, []).extend([row.actor] if row.actor else [])
    return tuple(
        dict.fromkeys(Word(stance, claimant, tuple(of), day) for (_, stance, claimant, day), of in actors.items())
    )
