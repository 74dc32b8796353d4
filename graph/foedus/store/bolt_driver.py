"""The `neo4j` driver: imported late, opened in one way, its errors told to the person who can mend them."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

from foedus.errors import BadQuery, EngineUnavailable, FoedusError, QueryTimeout, ReadOnlyViolation

if TYPE_CHECKING:
    import neo4j

__all__ = ["SCHEMES", "connect", "driver", "interruptible", "translated"]

SCHEMES = frozenset(f"{scheme}{tls}" for scheme in ("bolt", "neo4j") for tls in ("", "+s", "+ssc"))
"""How the URL of a Bolt server begins."""

_TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut"
_WRITES = (
    "Neo.ClientError.Statement.AccessMode",
    "Neo.ClientError.Security.Forbidden",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase",
)


def driver() -> ModuleType:
    """The `neo4j` module, whose log goes where the application sends it and otherwise nowhere."""
    import neo4j

    logger = logging.getLogger("neo4j")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    return neo4j


def connect(url: str, auth: tuple[str, str] | None, **settings: Any) -> "neo4j.Driver":
    """Open a driver, which contacts nothing yet; ``settings`` are those of the driver.

    Raises:
        EngineUnavailable: the URL is none of a Bolt server.
    """
    if url.partition("://")[0] not in SCHEMES:
        raise EngineUnavailable(f"{url}: a Bolt server has a URL such as neo4j://host:7687")
    opened: neo4j.Driver = driver().GraphDatabase.driver(
        url, auth=auth, notifications_min_severity="OFF", telemetry_disabled=True, **settings
    )
    return opened


@contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl-C be Ctrl-C: what the driver finds amiss while it closes a connection in mid-message is no news."""
    try:
        yield
    except Exception as error:
        cause: BaseException | None = error
        while cause is not None and not isinstance(cause, KeyboardInterrupt):
            cause = cause.__context__
        if cause is None:
            raise
        raise KeyboardInterrupt from None


@contextmanager
def translated(url: str, timeout: float | None = None) -> Iterator[None]:
    """Raise the driver's errors as those of :mod:`foedus.errors`.

    Raises:
        BadQuery: the server found fault with the query; its words are the message.
        ReadOnlyViolation: the server refused to write.
        QueryTimeout: the server stopped the query after ``timeout`` seconds.
        EngineUnavailable: the server cannot be reached or does not let this user in.
    """
    exceptions = driver().exceptions
    try:
        yield
    except exceptions.Neo4jError as error:
        raise _of_server(url, error, timeout) from error
    except exceptions.DriverError as error:
        hint = "; is a server running there, and has the address +s where it speaks TLS and not where it does not?"
        raise EngineUnavailable(f"{url} cannot be reached: {str(error).rstrip('.')}{hint}") from error
    except (TypeError, ValueError) as error:  # a parameter, or the address, that the driver cannot use
        raise BadQuery(str(error)) from error


def _of_server(url: str, error: "neo4j.exceptions.Neo4jError", timeout: float | None) -> FoedusError:
    exceptions, code, message = driver().exceptions, str(error.code), str(error.message)
    if code.startswith(_TIMED_OUT):
        limit = "the server's limit" if timeout is None else f"{timeout:g} s"
        return QueryTimeout(f"the query was stopped after {limit}; a larger timeout lets it run longer")
    if code in _WRITES:
        return ReadOnlyViolation(f"the server refused it: {message}")
    if isinstance(error, exceptions.AuthError):
        who = "they are read from NEO4J_USERNAME and NEO4J_PASSWORD"
        return EngineUnavailable(f"{url} refused the user or password ({who}): {message}")
    if isinstance(error, exceptions.TransientError) or code.startswith("Neo.ClientError.Database."):
        return EngineUnavailable(f"{url}: {message}")
    return BadQuery(message)
