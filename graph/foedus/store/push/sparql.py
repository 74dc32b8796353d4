"""The graph into a named graph of a SPARQL server.

Foedus's triples are those whose subject lies under its base; others in the
same named graph stay.
"""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox

from foedus.errors import EngineUnavailable
from foedus.mapping.elements import BASE, Graph
from foedus.mapping.rdf import ntriples
from foedus.store.push.report import Counts, Pushed
from foedus.store.remote_sparql import GRAPH
from foedus.store.sparql_http import Credentials, Reply, request, with_query

__all__ = ["push_graph_store", "push_update"]

Progress = Callable[[int, int], None]

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_NTRIPLES = "application/n-triples"
_DOUBLE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#double")
_OURS = f"<{BASE}".encode()
_AT_ONCE = 10_000
"""Triples of an update: some 1.5 MB of text."""

_WHERE = "a push goes to a data set, https://host/dataset, or with --update to its update operation"

_PRUNE = """\
DELETE {{ GRAPH {target} {{ ?s ?p ?o }} }}
WHERE {{
  GRAPH {target} {{ ?s ?p ?o }}
  FILTER(STRSTARTS(STR(?s), {base}))
  FILTER NOT EXISTS {{ GRAPH {aside} {{ ?s ?p ?o }} }}
}} ;
"""


def push_graph_store(
    graph: Graph,
    url: str,
    *,
    credentials: Credentials | None = None,
    named: str = GRAPH,
    prune: bool = False,
    timeout: float | None = None,
) -> Pushed:
    """Bring a named graph up to date by the Graph Store HTTP Protocol (SPARQL 1.1).

    The named graph is read first. Triples that are missing are added by one
    POST; where some are outdated and ``prune`` is set, one PUT replaces the
    graph. Each is whole or not at all as far as the server keeps it so, and a
    push that was cut off is run again.

    Args:
        graph: what the server is to hold.
        url: of the graph store, as ``https://host/dataset/data``; its ``graph`` or ``default`` goes before ``named``.
        credentials: see :func:`foedus.store.sparql_http.basic`.
        named: the IRI of the named graph.
        prune: remove triples of earlier pushes that are not in ``graph``.
        timeout: seconds for each request.

    Raises:
        EngineUnavailable: the server is not there, or does not let this user in.
        ReadOnlyViolation: it does not let this user write.
    """
    store, user = url if _names_graph(url) else with_query(url, graph=named), credentials or {}
    wanted = {line.encode() for line in ntriples(graph).splitlines(keepends=True)}
    there = _there(request("GET", store, user, accept=_NTRIPLES, timeout=timeout, absent=(_NTRIPLES, b"")))
    missing = wanted - there
    outdated = {line for line in there - wanted if line.startswith(_OURS)}
    method, body = ("PUT", there - outdated | missing) if prune and outdated else ("POST", missing)
    if missing or method == "PUT":
        content = (_NTRIPLES, b"".join(sorted(body)))
        # A server that lets nobody write says so to a request of no triples; amid a long one it only hangs up.
        request("POST", store, user, content=(_NTRIPLES, b""), timeout=timeout, writes=True)
        request(method, store, user, content=content, timeout=timeout, writes=True)
    deleted = len(outdated) if prune else 0
    return Pushed({"triples": Counts(created=len(missing), deleted=deleted, left=len(outdated) - deleted)})


def push_update(
    graph: Graph,
    url: str,
    *,
    credentials: Credentials | None = None,
    named: str = GRAPH,
    prune: bool = False,
    timeout: float | None = None,
    progress: Progress | None = None,
) -> Pushed:
    """Bring a named graph up to date by SPARQL 1.1 Update.

    The triples go in batches into a second graph beside it, and one last
    request adds them: whoever reads meanwhile sees the old graph, and a push
    that was cut off leaves it as it was. What changed is the server's to know.

    Args:
        graph: what the server is to hold.
        url: of the update operation, as ``https://host/dataset/update``.
        credentials: see :func:`foedus.store.sparql_http.basic`.
        named: the IRI of the named graph.
        prune: remove triples of earlier pushes that are not in ``graph``.
        timeout: seconds for each request.
        progress: told how many triples of how many are sent.

    Raises:
        EngineUnavailable: the server is not there, or does not let this user in.
        ReadOnlyViolation: it does not let this user write.
    """
    target, aside = str(ox.NamedNode(named)), str(ox.NamedNode(f"{named.rstrip('/')}/incoming"))
    lines = ntriples(graph).splitlines()
    _update(url, f"DROP SILENT GRAPH {aside}", credentials, timeout)
    for start in range(0, len(lines), _AT_ONCE):
        piece = "\n".join(lines[start : start + _AT_ONCE])
        _update(url, f"INSERT DATA {{ GRAPH {aside} {{\n{piece}\n}} }}", credentials, timeout)
        if progress is not None:
            progress(min(start + _AT_ONCE, len(lines)), len(lines))
    outdated = _PRUNE.format(target=target, aside=aside, base=ox.Literal(BASE)) if prune else ""
    _update(url, f"{outdated}ADD {aside} TO {target} ;\nDROP GRAPH {aside}", credentials, timeout)
    return Pushed(sent=len(lines))


def _update(url: str, text: str, credentials: Credentials | None, timeout: float | None) -> None:
    request(
        "POST",
        url,
        credentials or {},
        content=("application/sparql-update", text.encode()),
        timeout=timeout,
        writes=True,
    )


def _names_graph(url: str) -> bool:
    """Whether an address of the protocol says which graph it means."""
    return bool({"graph", "default"} & parse_qs(urlsplit(url).query, keep_blank_values=True).keys())


def _there(reply: Reply) -> set[bytes]:
    """The triples of a reply as lines of N-Triples, numbers as Python writes them, whatever the server does."""
    media, content = reply
    found = ox.RdfFormat.from_media_type(media)
    if found is None:
        raise EngineUnavailable(f"the server answered {media}, which is no form of RDF; {_WHERE}")
    try:
        triples = [quad.triple for quad in ox.parse(content, found)]
    except (SyntaxError, ValueError) as error:
        raise EngineUnavailable(f"the server's answer is no {media}: {error}; {_WHERE}") from error
    return {f"{ox.Triple(one.subject, one.predicate, _canonical(one.object))} .\n".encode() for one in triples}


def _canonical(term: Term) -> Term:
    if isinstance(term, ox.Literal) and term.datatype == _DOUBLE:
        return ox.Literal(float(term.value))
    return term
