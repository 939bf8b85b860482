"""Drafts from the web: the only place here that opens a socket, and only for a given address."""

from __future__ import annotations

import time
from typing import NamedTuple

import httpx

from verify.drafts.decoding import check_size
from verify.errors import DraftError

_TIMEOUT = 20.0
"""Seconds without an answer; a whole page may take three times as long."""
_HEADERS = {
    "User-Agent": "verify-claims (fact linter; fetches one page on request)",
    "Accept": "text/html, text/markdown, text/plain;q=0.9, */*;q=0.1",
}


class Page(NamedTuple):
    """What an address gave."""

    data: bytes
    content_type: str
    charset: str


def fetch(url: str) -> Page:
    """GET an http(s) address, following redirects. DraftError where that fails."""
    try:
        with (
            httpx.Client(
                follow_redirects=True, max_redirects=5, timeout=_TIMEOUT, headers=_HEADERS
            ) as client,
            client.stream("GET", url) as response,
        ):
            if not response.is_success:
                raise DraftError(
                    f"{url} answered {response.status_code} {response.reason_phrase}.".replace(
                        " .", "."
                    ),
                    "Check the address, or save the page to a file and check that.",
                )
            return Page(
                data=_read(response, url),
                content_type=response.headers.get("Content-Type", "")
                .partition(";")[0]
                .strip()
                .lower(),
                charset=response.charset_encoding or "",
            )
    except httpx.TimeoutException as error:
        raise DraftError(
            f"{url} did not answer within {_TIMEOUT:.0f} seconds.",
            "Try again later, or save the page to a file and check that.",
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise DraftError(
            f"{url} cannot be read: {error or type(error).__name__}.",
            "Check the address and the network, or save the page to a file and check that.",
        ) from error


def _read(response: httpx.Response, url: str) -> bytes:
    if (declared := response.headers.get("Content-Length", "")).isdigit():
        check_size(int(declared), url)
    patience = time.monotonic() + 3 * _TIMEOUT
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        check_size(len(data), url)
        if time.monotonic() > patience:
            raise DraftError(
                f"{url} is still sending after {3 * _TIMEOUT:.0f} seconds.",
                "Save the page to a file and check that.",
            )
    return bytes(data)
