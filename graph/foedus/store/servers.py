"""Servers by their address: which engine asks them, and who asks."""

import os
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from foedus.errors import EngineUnavailable
from foedus.mapping.ontology import NAMESPACE
from foedus.store.bolt import BoltEngine
from foedus.store.bolt_driver import SCHEMES
from foedus.store.remote_sparql import RemoteSparql
from foedus.store.sparql_http import Credentials, basic, bearer

__all__ = ["Prompt", "Server", "bolt_auth", "check_address", "edition", "engine", "is_bolt", "sparql_credentials"]

Server = BoltEngine | RemoteSparql
Prompt = Callable[[str], str]
"""Asks a person for what it is given the name of."""

_USER = "neo4j"
"""Whom Neo4j itself has by default."""

_EDITION: Final = {
    "cypher": "MATCH (d:Dataset)<-[:FROM_DATASET]-(:Treaty) RETURN DISTINCT d.date AS date",
    "sparql": f"""PREFIX fo: <{NAMESPACE}>
SELECT DISTINCT ?date {{ ?dataset a fo:Dataset ; fo:date ?date . ?treaty fo:fromDataset ?dataset }}""",
}
"""A push brings what ties the treaties to their data last."""


def is_bolt(url: str) -> bool:
    """Whether an address is one of a Bolt server.

    >>> is_bolt("neo4j+s://example.org"), is_bolt("https://example.org/sparql")
    (True, False)
    """
    return url.partition("://")[0] in SCHEMES


def engine(url: str, *, database: str | None = None, prompt: Prompt | None = None) -> Server:
    """The engine that asks a server; nothing is contacted yet.

    Args:
        url: ``neo4j://`` or ``bolt://`` (Cypher), ``https://`` or ``http://`` (SPARQL).
        database: of a Bolt server; without it ``NEO4J_DATABASE``, else the server's default.
        prompt: asks a person for the password that the environment does not hold.

    Raises:
        EngineUnavailable: the address is none, or holds a password.
    """
    check_address(url)
    if is_bolt(url):
        return BoltEngine(url, bolt_auth(os.environ, prompt), database or os.environ.get("NEO4J_DATABASE"))
    return RemoteSparql(url, sparql_credentials(os.environ))


def edition(server: Server) -> date:
    """The date of the data that a server holds: what it holds may be older than what is held here.

    Raises:
        EngineUnavailable: it holds no graph, or not all of one.
    """
    _, rows = server.rows(_EDITION[server.language])
    if not rows:
        raise EngineUnavailable(
            f"{server.url} holds no graph of Foedus, or a push into it was cut off: foedus push fills it"
        )
    found: date = max(row[0] for row in rows)
    return found


def bolt_auth(environment: Mapping[str, str], prompt: Prompt | None = None) -> tuple[str, str] | None:
    """User and password of a Bolt server: ``NEO4J_USERNAME``, and ``NEO4J_PASSWORD`` or a prompt.

    A password alone is that of Neo4j's own first user. Without either nobody is
    named, and a server that wants to know says so.

    >>> bolt_auth({"NEO4J_PASSWORD": "secret"}), bolt_auth({})
    (('neo4j', 'secret'), None)
    """
    password = environment.get("NEO4J_PASSWORD")
    user = environment.get("NEO4J_USERNAME") or (_USER if password is not None else None)
    if user is None:
        return None
    if password is None:
        if prompt is None:
            raise EngineUnavailable("NEO4J_PASSWORD is not set")
        password = prompt(f"Password of {user}")
    return user, password


def sparql_credentials(environment: Mapping[str, str]) -> Credentials:
    """Who asks a SPARQL server: ``SPARQL_TOKEN``, else ``SPARQL_USERNAME`` and ``SPARQL_PASSWORD``, else nobody.

    >>> sparql_credentials({"SPARQL_TOKEN": "abc"})
    {'Authorization': 'Bearer abc'}
    """
    if token := environment.get("SPARQL_TOKEN"):
        if not (token.isascii() and token.isprintable()):
            raise EngineUnavailable("SPARQL_TOKEN holds a line break or another character that no header may hold")
        return bearer(token)
    if user := environment.get("SPARQL_USERNAME"):
        return basic(user, environment.get("SPARQL_PASSWORD", ""))
    return {}


def check_address(url: str) -> None:
    """Refuse what is no address of a server, or has a user in it: a command line is seen by others, and is kept.

    Raises:
        EngineUnavailable: the address is none, names a database of Neo4j as a path, or holds a user or password.
    """
    try:
        parts = urlsplit(url)
        url.encode("ascii")
    except ValueError as error:
        raise EngineUnavailable(f"{url!r} is no address: {error}") from error
    if "@" in parts.netloc:
        raise EngineUnavailable("an address holds no user or password: they are read from the environment")
    if not is_bolt(url) and not url.startswith(("http://", "https://")):
        raise EngineUnavailable(
            f"{url!r} is no server: write neo4j://host:7687 for Neo4j, https://host/dataset/sparql for SPARQL"
        )
    if is_bolt(url) and parts.path.strip("/"):
        raise EngineUnavailable(
            f"{url}: the database {parts.path.strip('/')!r} is named by --database, not in the address"
        )
