"""Servers by their address: which engine asks them, and who asks."""

import os
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from foedus.errors import EngineUnavailable
from foedus.store.bolt import BoltEngine
from foedus.store.bolt_driver import SCHEMES
from foedus.store.remote_sparql import RemoteSparql
from foedus.store.sparql_http import Credentials, basic, bearer

__all__ = ["Server", "bolt_auth", "engine", "is_bolt", "is_server", "refuse_secrets", "sparql_credentials"]

Server = BoltEngine | RemoteSparql
Prompt = Callable[[str], str]

_USER = "neo4j"
"""Whom Neo4j itself has by default."""


def is_bolt(url: str) -> bool:
    """Whether an address is one of a Bolt server.

    >>> is_bolt("neo4j+s://example.org"), is_bolt("https://example.org/sparql")
    (True, False)
    """
    return url.partition("://")[0] in SCHEMES


def is_server(via: str) -> bool:
    """Whether ``via`` is the address of a server, and no language."""
    return "://" in via


def engine(url: str, *, database: str | None = None, prompt: Prompt | None = None) -> Server:
    """The engine that asks a server; nothing is contacted yet.

    Args:
        url: ``neo4j://`` or ``bolt://`` (Cypher), ``https://`` or ``http://`` (SPARQL).
        database: of a Bolt server; without it ``NEO4J_DATABASE``, else the server's default.
        prompt: asks a person for the password that the environment does not hold.

    Raises:
        EngineUnavailable: the address is none, or holds a password.
    """
    refuse_secrets(url)
    if is_bolt(url):
        return BoltEngine(url, bolt_auth(os.environ, prompt), database or os.environ.get("NEO4J_DATABASE"))
    if url.partition("://")[0] in {"http", "https"}:
        return RemoteSparql(url, sparql_credentials(os.environ))
    raise EngineUnavailable(
        f"{url}: a server is neo4j://host:7687 for Cypher or https://host/dataset/sparql for SPARQL"
    )


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
        return bearer(token)
    if user := environment.get("SPARQL_USERNAME"):
        return basic(user, environment.get("SPARQL_PASSWORD", ""))
    return {}


def refuse_secrets(url: str) -> None:
    """Refuse an address with a user or password in it: a command line is seen by others, and is kept.

    Raises:
        EngineUnavailable: it has one.
    """
    if "@" in urlsplit(url).netloc:
        raise EngineUnavailable("an address holds no user or password: they are read from the environment")
