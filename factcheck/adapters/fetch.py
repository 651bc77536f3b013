"""Fetching one page: redirects, retries, time limits, proxies, and no way into the private net.

A host is resolved once for each request, its addresses are checked, and the connection goes to exactly the address that was
checked, so that a name which resolves otherwise a moment later gains nothing. Behind a proxy the proxy resolves: then an
address is checked as far as this machine can resolve it, and the rest is the proxy's to refuse.
"""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NoReturn
from urllib.request import getproxies, proxy_bypass

import httpx

from factcheck.adapters import addresses
from factcheck.adapters.http_body import ACCEPTED, Body, DamagedError, TooLargeError
from factcheck.errors import AddError, Location

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[\w.:-]+", re.ASCII)
_WANTED = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5"
_SAVE_IT = "open it in a browser, save it, and add the file, with --url to say where it is from"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may cost.

    Attributes:
        largest: Bytes of the body, unpacked.
        silence: Seconds without a byte after which a try is given up.
        whole: Seconds for the page altogether, redirects, retries and pauses included.
        tries: How often a fault that may pass is tried.
        pause: Seconds before the second try, twice as many before each further one.
        hops: Redirects.
    """

    largest: int = 50_000_000
    silence: float = 20
    whole: float = 120
    tries: int = 4
    pause: float = 0.5
    hops: int = 10


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came.

    Attributes:
        url: After all redirects, without fragment, user and password.
        content_type: The header as sent; empty if there was none.
    """

    url: str
    retrieved: datetime
    content_type: str
    body: bytes


class _PassingError(Exception):
    """A fault that another try may not meet; `wait` is how many seconds the server asks to wait, None if it does not say."""

    def __init__(self, fault: AddError, wait: float | None = None) -> None:
        super().__init__(fault)
        self.fault = fault
        self.wait = wait


def fetch(url: str, *, agent: str, allow_private: bool = False, limits: Limits | None = None) -> Fetched:
    """Fetch a page.

    Args:
        url: With http or https.
        agent: How to introduce ourselves.
        allow_private: Whether hosts of the private net and of this machine are allowed.
        limits: What it may cost.

    Raises:
        AddError: A002 to A009 and A011, naming the page.
    """
    return asyncio.run(_Fetch(url, agent, limits or Limits(), allow_private=allow_private).run())


def same_page(one: str, other: str) -> bool:
    """Whether two addresses are spelled for the same page: fragment, user and the default port do not count."""
    try:
        first, second = (httpx.URL(url) for url in (one, other))
    except httpx.InvalidURL:
        return one == other
    return (first.scheme, first.netloc, first.raw_path) == (second.scheme, second.netloc, second.raw_path)


def _bare(url: httpx.URL) -> httpx.URL:
    return url.copy_with(username=None, password=None, fragment=None) if url.host else url


def _leads_to_a_page(url: httpx.URL) -> bool:
    return url.scheme in _PORTS and bool(_HOST.fullmatch(url.raw_host.decode("ascii")))


class _Fetch:
    """One page."""

    def __init__(self, url: str, agent: str, limits: Limits, *, allow_private: bool) -> None:
        self._limits = limits
        self._agent = agent
        self._allow_private = allow_private
        self._shown = url
        try:
            self._url = httpx.URL(url)
            bare = _bare(self._url)
            self._shown = str(bare)
        except (httpx.InvalidURL, ValueError):
            self._url = httpx.URL()
        if not _leads_to_a_page(self._url):
            self._fail("A002", "is not an address of a page", "write it with https:// and the name of the site")

    async def run(self) -> Fetched:
        try:
            async with asyncio.timeout(self._limits.whole):
                return await self._patiently()
        except TimeoutError:
            what = f"took longer than {self._limits.whole:g} seconds altogether"
            self._fail("A005", what, f"try again later, or {_SAVE_IT}")

    async def _patiently(self) -> Fetched:
        for number in range(1, self._limits.tries + 1):
            try:
                return await self._once()
            except _PassingError as passing:
                wait = self._limits.pause * 2 ** (number - 1) if passing.wait is None else passing.wait
                if number == self._limits.tries or wait >= self._limits.whole:
                    raise passing.fault from None
            await asyncio.sleep(wait)
        raise AssertionError

    async def _once(self) -> Fetched:
        headers = {"User-Agent": self._agent, "Accept": _WANTED, "Accept-Encoding": ACCEPTED}
        try:
            transport = _Guarded(self._shown, allow_private=self._allow_private)
            async with httpx.AsyncClient(
                transport=transport, headers=headers, timeout=self._limits.silence, trust_env=False
            ) as client:
                return await self._follow(client)
        except (httpx.TransportError, socket.gaierror, OSError) as error:
            raise self._explain(error) from None
        except (httpx.InvalidURL, httpx.DecodingError, UnicodeError) as error:
            self._fail("A011", f"gives an answer that cannot be read: {error}", f"try again, or {_SAVE_IT}")

    async def _follow(self, client: httpx.AsyncClient) -> Fetched:
        url = self._url
        been: list[tuple[str, tuple[str, ...]]] = []
        while True:
            cookies = tuple(f"{cookie.domain} {cookie.name}={cookie.value}" for cookie in client.cookies.jar)
            if (str(url), cookies) in been:
                self._fail("A008", f"redirects in a circle: {_bare(url)} leads back to itself", _SAVE_IT)
            if len(been) > self._limits.hops:
                self._fail("A008", f"redirects more than {self._limits.hops} times", _SAVE_IT)
            been.append((str(url), cookies))
            async with client.stream("GET", url) as response:
                if response.next_request is None:
                    return await self._take(response, url)
                url = response.next_request.url
            if not _leads_to_a_page(url):
                self._fail("A002", f"redirects to {str(url)[:200]}, which is not an address of a page", _SAVE_IT)

    async def _take(self, response: httpx.Response, url: httpx.URL) -> Fetched:
        self._check_status(response)
        largest = self._limits.largest
        encoding, length = (response.headers.get(f"content-{name}", "") for name in ("encoding", "length"))
        try:
            body = Body(encoding, length=length, largest=largest)
            async for data in response.aiter_raw():
                body.feed(data)
            content = body.whole()
        except TooLargeError:
            what = f"has more than the {largest:,} bytes that are fetched"
            self._fail("A009", what, "add a shorter document, or the part of it that you need as a file")
        except DamagedError as damage:
            mend = f"try again, or {_SAVE_IT}"
            raise _PassingError(self._fault("A011", f"gives a damaged answer: {damage}", mend)) from None
        return Fetched(
            url=str(_bare(url)),
            retrieved=datetime.now(UTC).replace(microsecond=0),
            content_type=response.headers.get("content-type", "").strip()[:200],
            body=content,
        )

    def _check_status(self, response: httpx.Response) -> None:
        status = response.status_code
        if status == 200:
            return
        said = f"answers {status} {response.reason_phrase}".rstrip()
        if status in _PASSING:
            wait = _seconds(response.headers.get("retry-after", ""))
            if wait is None:
                fault = self._fault("A007", f"{said}, also after {self._limits.tries} tries", "try again later")
            else:
                fault = self._fault("A007", f"{said} and asks to wait {wait:.0f} seconds", "try again later")
            raise _PassingError(fault, wait)
        mend = {
            401: "it asks for a password: " + _SAVE_IT,
            402: "it asks for a subscription: " + _SAVE_IT,
            403: "it turns programs away: " + _SAVE_IT,
            404: "see that the address is right; an archive such as web.archive.org may have a copy",
            410: "it is gone; an archive such as web.archive.org may have a copy",
            451: "it is withheld where you are; an archive such as web.archive.org may have a copy",
        }
        self._fail("A006", said, mend.get(status, _SAVE_IT))

    def _explain(self, error: Exception) -> _PassingError | AddError:
        """A fault of the connection in words; a passing one if another try may help."""
        lasting = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
        if isinstance(error, socket.gaierror):
            fault = self._fault("A004", "cannot be found: no such host", "see that the address is right")
            return fault if error.errno in lasting else _PassingError(fault)
        if isinstance(error, httpx.ProxyError):
            mend = "see that HTTPS_PROXY and HTTP_PROXY name your proxy, and that it lets this host through"
            return self._fault("A004", f"cannot be reached through the proxy: {error}", mend)
        if "CERTIFICATE_VERIFY_FAILED" in str(error) or isinstance(error.__cause__, ssl.SSLCertVerificationError):
            mend = "if your network uses certificates of its own, name their file in SSL_CERT_FILE"
            return self._fault("A004", "shows a certificate that is not trusted", mend)
        if isinstance(error, (httpx.ReadError, httpx.RemoteProtocolError)):
            return _PassingError(
                self._fault("A011", "breaks off in the middle of its answer", f"try again, or {_SAVE_IT}")
            )
        if isinstance(error, httpx.TimeoutException):
            what = f"does not answer within {self._limits.silence:g} seconds"
        else:
            what = f"cannot be reached: {str(error).lower() or type(error).__name__}"
        return _PassingError(self._fault("A004", what, "see that the address is right and that you are online"))

    def _fault(self, code: str, what: str, mend: str) -> AddError:
        return AddError(code, what, where=Location(self._shown), mend=mend)

    def _fail(self, code: str, what: str, mend: str) -> NoReturn:
        raise self._fault(code, what, mend)


class _Guarded(httpx.AsyncBaseTransport):
    """Sends each request to an address that was checked, or through the proxy of the environment."""

    def __init__(self, shown: str, *, allow_private: bool) -> None:
        self._shown = shown
        self._allow_private = allow_private
        self._ways: dict[str, httpx.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.raw_host.decode("ascii")
        port = request.url.port or _PORTS[request.url.scheme]
        proxy = _proxy(request.url.scheme, host, port)
        if proxy:
            await self._check_before(host, port)
            return await self._way(proxy).handle_async_request(request)
        found = await addresses.resolve(host, port)
        if not self._allow_private:
            addresses.refuse_private(host, found, shown=self._shown)
        return await self._connect(request, host, found)

    async def aclose(self) -> None:
        for way in self._ways.values():
            await way.aclose()

    async def _check_before(self, host: str, port: int) -> None:
        if not self._allow_private:
            try:
                found = await addresses.resolve(host, port)
            except OSError:
                return
            addresses.refuse_private(host, found, shown=self._shown)

    async def _connect(self, request: httpx.Request, host: str, found: list[addresses.Address]) -> httpx.Response:
        """Try the addresses one after the other; the name of the host stays in `Host` and in the certificate's check."""
        failed: httpx.TransportError = httpx.ConnectError("it has no address")
        for address in found:
            pinned = httpx.Request(
                request.method,
                request.url.copy_with(host=str(address)),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, **({} if host == str(address) else {"sni_hostname": host})},
            )
            try:
                return await self._way("").handle_async_request(pinned)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failed = error
        raise failed

    def _way(self, proxy: str) -> httpx.AsyncHTTPTransport:
        """Connections are not kept: two hosts behind one address must not share one that was opened for the first."""
        if proxy not in self._ways:
            limits = httpx.Limits(max_keepalive_connections=0)
            try:
                self._ways[proxy] = httpx.AsyncHTTPTransport(limits=limits, proxy=proxy or None)
            except (ValueError, ImportError, httpx.InvalidURL) as error:
                raise httpx.ProxyError(f"`{proxy}` cannot be used: {error}") from None
        return self._ways[proxy]


def _proxy(scheme: str, host: str, port: int) -> str:
    """The proxy that the environment (or the system) names for a host; empty for none."""
    proxies = getproxies()
    proxy = proxies.get(scheme) or proxies.get("all") or ""
    if not proxy or proxy_bypass(f"{host}:{port}"):
        return ""
    return proxy if "://" in proxy else f"http://{proxy}"


def _seconds(retry_after: str) -> float | None:
    """How long a server asks to wait: in seconds, or until a point in time."""
    stated = retry_after.strip()
    if stated.isdecimal():
        return float(stated[:9])
    try:
        until = parsedate_to_datetime(stated)
    except ValueError:
        return None
    now = datetime.now(UTC)
    return max(0.0, (until - (now if until.tzinfo else now.replace(tzinfo=None))).total_seconds())
