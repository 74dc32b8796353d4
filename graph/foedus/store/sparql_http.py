"""Requests to a SPARQL server: one way to authenticate, to limit time, and to say what went wrong.

It follows no redirect: credentials go to the address that was given, and to no other.
"""

import base64
import http.client
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from foedus.errors import BadQuery, EngineUnavailable, FoedusError, QueryTimeout, ReadOnlyViolation

__all__ = ["Credentials", "Reply", "basic", "bearer", "request", "with_query"]

Credentials = Mapping[str, str]
"""The header that lets a user in; empty where none is needed."""

Reply = tuple[str, bytes]
"""Media type and content."""

_CHUNK = 1 << 16
_SAID = 600  # characters of a server's words


def basic(user: str, password: str) -> Credentials:
    """User and password (RFC 7617).

    >>> basic("reader", "secret")
    {'Authorization': 'Basic cmVhZGVyOnNlY3JldA=='}
    """
    return {"Authorization": f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"}


def bearer(token: str) -> Credentials:
    """A token (RFC 6750)."""
    return {"Authorization": f"Bearer {token}"}


def with_query(url: str, **parameters: str) -> str:
    """An address with parameters added to its query; a parameter that it has stays as it is.

    >>> with_query("https://example.org/ds/data?graph=urn:a", graph="urn:b")
    'https://example.org/ds/data?graph=urn:a'
    """
    parts = urllib.parse.urlsplit(url)
    has = dict(urllib.parse.parse_qsl(parts.query, keep_blank_values=True))
    added = urllib.parse.urlencode({name: value for name, value in parameters.items() if name not in has})
    return parts._replace(query="&".join(filter(None, (parts.query, added)))).geturl()


def request(
    method: str,
    url: str,
    credentials: Credentials,
    *,
    accept: str = "*/*",
    content: Reply | None = None,
    timeout: float | None = None,
    absent: Reply | None = None,
    writes: bool = False,
) -> Reply:
    """Send a request and read the whole reply.

    Args:
        method: of HTTP.
        url: ``http://`` or ``https://``.
        credentials: see :func:`basic` and :func:`bearer`.
        accept: media types that are understood.
        content: media type and body.
        timeout: seconds for all of it.
        absent: the reply to give where the server says 404.
        writes: whether the request changes something, so that a refusal is one to write.

    Raises:
        EngineUnavailable: the server is not there, or does not let this user in.
        ReadOnlyViolation: it does not let this user write.
        BadQuery: it found fault with the request; its words are the message.
        QueryTimeout: the reply was not there in time.
    """
    if urllib.parse.urlsplit(url).scheme not in {"http", "https"}:
        raise EngineUnavailable(f"{url}: a SPARQL server has a URL such as https://host/dataset/sparql")
    headers = {"Accept": accept, "User-Agent": "foedus", **credentials}
    media, body = content or (None, None)
    if media is not None:
        headers["Content-Type"] = media
    asked = urllib.request.Request(url, body, headers, method=method)  # noqa: S310 - the scheme is looked at above
    until = None if timeout is None else time.monotonic() + timeout
    try:
        with _OPENER.open(asked, timeout=timeout) as reply:
            return reply.headers.get_content_type(), _read(reply, until)
    except urllib.error.HTTPError as error:
        with error:
            if error.code == HTTPStatus.NOT_FOUND and absent is not None:
                return absent
            raise _refused(url, error, writes) from None
    except TimeoutError:
        raise _late(timeout) from None
    except (OSError, http.client.HTTPException, ValueError) as error:  # the last: a header, or an address, that is none
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            raise _late(timeout) from None
        raise EngineUnavailable(f"{_shown(url)} cannot be reached: {reason}") from error


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Makes an error of a redirect."""

    def redirect_request(self, *_: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)


def _read(reply: http.client.HTTPResponse, until: float | None) -> bytes:
    parts = []
    while part := reply.read1(_CHUNK):
        if until is not None and time.monotonic() > until:
            raise TimeoutError
        parts.append(part)
    return b"".join(parts)


def _refused(url: str, error: urllib.error.HTTPError, writes: bool) -> FoedusError:
    is_page = error.headers.get_content_type() == "text/html"
    said = "" if is_page else " ".join(error.read(_SAID).decode(errors="replace").split())
    said = said or error.reason
    where = _shown(url)
    match error.code:
        case HTTPStatus.UNAUTHORIZED:
            return EngineUnavailable(f"{where} refused the user, the password or the token: {said}")
        case HTTPStatus.FORBIDDEN | HTTPStatus.METHOD_NOT_ALLOWED if writes:
            other = (
                "; it may let nobody, or writing has another address: that of the data set, or of its update operation"
            )
            return ReadOnlyViolation(f"{where} does not let this user write: {said}{other}")
        case HTTPStatus.BAD_REQUEST:
            return BadQuery(f"{where} did not understand: {said}")
        case code if code in range(300, 400):
            return EngineUnavailable(f"{where} redirects to {error.headers['Location']}, and is not followed there")
    return EngineUnavailable(f"{where} answered {error.code}: {said}")


def _late(timeout: float | None) -> QueryTimeout:
    return QueryTimeout(f"there was no answer within {timeout:g} s; a larger timeout lets it run longer")


def _shown(url: str) -> str:
    return url.partition("?")[0]
