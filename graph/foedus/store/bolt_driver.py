"""The `neo4j` driver: imported late, opened in one way, its errors told to the person who can mend them."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

from foedus.errors import BadQuery, EngineUnavailable, FoedusError, QueryTimeout, ReadOnlyViolation

if TYPE_CHECKING:
    import neo4j

__all__ = ["SCHEMES", "connect", "driver", "translated"]

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
def translated(url: str, timeout: float | None = None) -> Iterator[None]:
    """Raise the driver's errors as those of :mod:`foedus.errors`, and Ctrl-C as Ctrl-C.

    What the driver finds amiss while it hangs up in the middle of a message is no news.

    Raises:
        BadQuery: the server found fault with the query; its words are the message.
        ReadOnlyViolation: the server refused to write.
        QueryTimeout: the server stopped the query after ``timeout`` seconds.
        EngineUnavailable: the server cannot be reached or does not let this user in.
    """
    try:
        yield
    except Exception as error:
        if _interrupted(error):
            raise KeyboardInterrupt from None
        if (told := _told(url, error, timeout)) is None:
            raise
        raise told from error


def _interrupted(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__context__
    return error is not None


def _told(url: str, error: Exception, timeout: float | None) -> FoedusError | None:
    exceptions = driver().exceptions
    if isinstance(error, exceptions.Neo4jError):
        return _of_server(url, error, timeout)
    if isinstance(error, exceptions.DriverError):
        hint = "; is a server running there, and has the address +s where it speaks TLS and not where it does not?"
        return EngineUnavailable(f"{url} cannot be reached: {str(error).rstrip('.')}{hint}")
    if isinstance(error, TypeError | ValueError):  # a parameter, or the address, that the driver cannot use
        return BadQuery(str(error))
    return None


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
