"""Fetching pages from a real server on this machine: what comes back, what is refused, what is tried again."""

from __future__ import annotations

import codecs
import gzip
import ipaddress
import socket
import ssl
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
import trustme

from factcheck.adapters import addresses
from factcheck.adapters.fetch import Fetched, Limits, fetch, same_page
from factcheck.adapters.http_body import Body, TooLargeError, stated_charset
from factcheck.errors import AddError
from tests.web_site import ARTICLE, Answer, Site, moved, running_site

QUICK = Limits(largest=20_000, silence=2, whole=10, pause=0.01)
PROXY_NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def site() -> Iterator[Site]:
    with running_site() as running:
        yield running


def get(url: str, *, allow_private: bool = True, limits: Limits = QUICK) -> Fetched:
    return fetch(url, agent="tester/1", allow_private=allow_private, limits=limits)


def fault(url: str, *, allow_private: bool = True, limits: Limits = QUICK) -> AddError:
    with pytest.raises(AddError) as caught:
        get(url, allow_private=allow_private, limits=limits)
    return caught.value


# -- what comes back ----------------------------------------------------------------------------------------------------


def test_a_page_as_it_came(site: Site) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    page = get(site.page("/ferry", Answer(kind="text/plain; charset=utf-8")) + "#figures")
    assert (page.body, page.content_type, page.url) == (ARTICLE, "text/plain; charset=utf-8", site.url("/ferry"))
    assert before <= page.retrieved <= datetime.now(UTC)
    (_, headers), *more = site.asked
    assert not more
    assert headers["User-Agent"] == "tester/1"
    assert headers["Host"] == f"127.0.0.1:{site.server_port}"


def test_the_name_of_the_host_is_told_though_its_address_is_called(site: Site) -> None:
    site.page("/a")
    assert get(site.url("/a", host="localhost")).url == site.url("/a", host="localhost")
    assert site.asked[0][1]["Host"] == f"localhost:{site.server_port}"


def test_a_password_in_the_address_is_sent_and_not_kept(site: Site) -> None:
    site.page("/a", Answer(status=404))
    address = site.url("/a").replace("//", "//desk:secret@")
    assert "secret" not in str(fault(address))
    site.page("/a")
    assert get(address).url == site.url("/a")
    assert site.asked[-1][1]["Authorization"].startswith("Basic ")


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        pytest.param("gzip", gzip.compress(ARTICLE), id="gzip"),
        pytest.param("x-gzip", gzip.compress(ARTICLE[:50]) + gzip.compress(ARTICLE[50:]), id="gzip-in-two-parts"),
        pytest.param("deflate", zlib.compress(ARTICLE), id="deflate"),
        pytest.param("Deflate", raw_deflate(ARTICLE), id="deflate-without-head"),
        pytest.param("identity", ARTICLE, id="as-it-is"),
    ],
)
def test_packed_answers_are_unpacked(site: Site, encoding: str, packed: bytes) -> None:
    assert get(site.page("/a", Answer(packed, headers={"Content-Encoding": encoding}))).body == ARTICLE


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_to_the_last_address(site: Site, status: int) -> None:
    site.page("/new/place")
    site.page("/half", moved("new/place", status))
    assert get(site.page("/old", moved(site.url("/half"), status))).url == site.url("/new/place")
    assert site.paths() == ["/old", "/half", "/new/place"]


def test_a_page_that_leads_to_itself_until_it_has_set_a_cookie(site: Site) -> None:
    url = site.page("/a", moved("/a", set_cookie="seen=1"), Answer())
    assert get(url).body == ARTICLE
    assert site.asked[1][1]["Cookie"] == "seen=1"


# -- what is refused ----------------------------------------------------------------------------------------------------


def test_a_redirect_in_a_circle(site: Site) -> None:
    site.page("/b", moved("/a"))
    caught = fault(site.page("/a", moved("/b")))
    assert caught.code == "A008"
    assert "circle" in caught.what
    assert site.paths() == ["/a", "/b"]


def test_a_redirect_without_end(site: Site) -> None:
    for number in range(30):
        site.page(f"/{number}", moved(f"/{number + 1}"))
    caught = fault(site.url("/0"))
    assert caught.code == "A008"
    assert "more than 10 times" in caught.what
    assert len(site.asked) == 11


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://files.example/a", "gopher://x/", "http://["])
def test_a_redirect_to_no_page(site: Site, to: str) -> None:
    assert fault(site.page("/a", moved(to))).code in {"A002", "A011"}


@pytest.mark.parametrize(
    "url", ["", "nonsense", "http://", "ftp://a.example/b", "file:///etc/passwd", "http://[::1", "http://a b/"]
)
def test_no_address_of_a_page(url: str) -> None:
    assert fault(url).code == "A002"


@pytest.mark.parametrize(
    ("status", "hint"),
    [(401, "password"), (402, "subscription"), (403, "save it"), (404, "archive"), (410, "archive"), (418, "save it")],
)
def test_a_refusal_is_told_and_not_tried_again(site: Site, status: int, hint: str) -> None:
    caught = fault(site.page("/a", Answer(status=status)))
    assert caught.code == "A006"
    assert str(status) in caught.what
    assert hint in caught.mend
    assert len(site.asked) == 1


def test_too_large_by_its_own_word(site: Site) -> None:
    caught = fault(site.page("/a", Answer(headers={"Content-Length": "20001"})))
    assert caught.code == "A009"
    assert "20,000 bytes" in caught.what


def endless(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
    for _ in range(1_000):
        connection.sendall(b"x" * 4_096)


def test_too_large_while_it_comes(site: Site) -> None:
    assert fault(site.page("/a", Answer(by_hand=endless))).code == "A009"


def test_a_small_answer_that_unpacks_to_a_large_one(site: Site) -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    assert len(bomb) < 60_000
    caught = fault(
        site.page("/a", Answer(bomb, headers={"Content-Encoding": "gzip"})), limits=replace(QUICK, largest=100_000)
    )
    assert caught.code == "A009"


def test_no_more_is_unpacked_than_is_allowed() -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    body = Body("gzip", length="", largest=100_000)
    tracemalloc.start()
    try:
        with pytest.raises(TooLargeError):
            body.feed(bomb)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "more",
    [
        pytest.param(b"x" * 4_096, id="bytes-behind-its-end"),
        pytest.param(gzip.compress(b"") * 200, id="empty-streams-behind-its-end"),
    ],
)
def test_what_follows_a_packed_body_is_neither_kept_nor_read_for_ever(more: bytes) -> None:
    body = Body("gzip", length="", largest=1_000_000)
    body.feed(gzip.compress(ARTICLE))
    tracemalloc.start()
    try:
        with pytest.raises(TooLargeError):
            any(map(body.feed, [more] * (3_000_000 // len(more))))
        assert tracemalloc.get_traced_memory()[1] < 200_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        pytest.param([gzip.compress(b"one ") + gzip.compress(b"two")], b"one two", id="at-once"),
        pytest.param([bytes([byte]) for byte in gzip.compress(b"one ") + gzip.compress(b"two")], b"one two", id="byte-by-byte"),
        pytest.param([gzip.compress(b"one"), b"\0\0", gzip.compress(b"two")], b"one", id="padding-ends-it"),
        pytest.param([gzip.compress(b"one"), b"\x1f", b"\0"], b"one", id="half-a-signature"),
        pytest.param([zlib.compress(b"one") + b"\r\n"], b"one", id="zlib-with-padding"),
    ],
)  # fmt: skip
def test_packed_streams_in_a_row(pieces: list[bytes], whole: bytes) -> None:
    body = Body("gzip", length="", largest=1_000_000)
    for piece in pieces:
        body.feed(piece)
    assert body.whole() == whole


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        pytest.param("br", ARTICLE, id="unknown"),
        pytest.param("gzip, gzip", gzip.compress(gzip.compress(ARTICLE)), id="twice"),
        pytest.param("gzip", ARTICLE, id="not-packed"),
        pytest.param("gzip", gzip.compress(ARTICLE)[:-12], id="cut-off"),
    ],
)
def test_a_damaged_answer_is_tried_again_and_told(site: Site, encoding: str, body: bytes) -> None:
    caught = fault(site.page("/a", Answer(body, headers={"Content-Encoding": encoding})))
    assert caught.code == "A011"
    assert len(site.asked) == 4


def test_an_answer_that_breaks_off(site: Site) -> None:
    url = site.page("/a", Answer(headers={"Content-Length": "5000"}), Answer())
    assert get(url).body == ARTICLE
    assert len(site.asked) == 2


def drip_body(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
    drip(connection)


def drip_head(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    drip(connection)


def drip(connection: socket.socket) -> None:
    for _ in range(200):
        connection.sendall(b"x")
        time.sleep(0.05)


@pytest.mark.parametrize("slowly", [pytest.param(drip_body, id="body"), pytest.param(drip_head, id="head")])
def test_a_slow_drip_ends_at_the_limit_for_the_whole(site: Site, slowly: Any) -> None:
    url = site.page("/a", Answer(by_hand=slowly))
    assert fault(url, limits=replace(QUICK, whole=0.6)).code == "A005"


def test_silence(site: Site) -> None:
    url = site.page("/a", Answer(by_hand=lambda _: time.sleep(1.5)))
    caught = fault(url, limits=replace(QUICK, silence=0.2, tries=2))
    assert caught.code == "A004"
    assert "within 0.2 seconds" in caught.what


def test_nobody_listens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        caught = fault(f"http://127.0.0.1:{taken.getsockname()[1]}/")
    assert caught.code == "A004"
    assert "cannot be reached" in caught.what


def test_a_host_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    caught = fault("https://no-such-paper.example/")
    assert caught.code == "A004"
    assert "no such host" in caught.what


# -- what is tried again ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_fault_that_passes(site: Site, status: int) -> None:
    assert get(site.page("/a", Answer(status=status), Answer(status=status), Answer())).body == ARTICLE
    assert len(site.asked) == 3


def test_a_fault_that_stays(site: Site) -> None:
    caught = fault(site.page("/a", Answer(status=503)))
    assert caught.code == "A007"
    assert "503" in caught.what
    assert "4 tries" in caught.what
    assert len(site.asked) == 4


@pytest.mark.parametrize("in_words", [pytest.param(False, id="seconds"), pytest.param(True, id="a-point-in-time")])
def test_the_server_says_how_long_to_wait(site: Site, in_words: bool) -> None:  # noqa: FBT001
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True) if in_words else "1"
    url = site.page("/a", Answer(status=429, headers={"Retry-After": soon}), Answer())
    before = time.monotonic()
    assert get(url).body == ARTICLE
    assert time.monotonic() - before >= 0.9


def test_a_server_that_asks_to_wait_too_long(site: Site) -> None:
    caught = fault(site.page("/a", Answer(status=503, headers={"Retry-After": "3600"})))
    assert caught.code == "A007"
    assert "asks to wait 3600 seconds" in caught.what
    assert len(site.asked) == 1


@pytest.mark.parametrize("nonsense", ["soon", "-5", "²", "Tue, 99 Foo"])
def test_a_wait_that_says_nothing(site: Site, nonsense: str) -> None:
    answer = Answer(status=503, headers={"Retry-After": nonsense.encode().decode("latin-1")})
    assert get(site.page("/a", answer, Answer())).body == ARTICLE


# -- the guard ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 127.8.8.8 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 240.0.0.1
    192.0.2.1 ::1 :: fe80::1 fc00::1 fd12::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 2002:7f00:1:: 64:ff9b::10.0.0.1 2001:db8::1
    64:ff9b::127.0.0.1 2001:0:7f00:1:: 64:ff9b:1::7f00:1 fec0::1 ::127.0.0.1 ::ffff:0:127.0.0.1 100::1 5f00::1 3fff::1 4000::1
    192.0.0.8 192.0.0.170 192.88.99.1 2002:c058:6301:: 2001:4860::5efe:7f00:1 2001:4860::200:5efe:10.0.0.1""".split(),
)
def test_addresses_that_are_not_of_the_open_net(address: str) -> None:
    assert not addresses.is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    "1.1.1.1 93.184.216.34 2606:4700::1111 ::ffff:1.1.1.1 2002:101:101:: 64:ff9b::1.1.1.1 2001:4860::5efe:101:101".split(),
)
def test_addresses_of_the_open_net(address: str) -> None:
    assert addresses.is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]"])
def test_this_machine_is_refused_however_it_is_spelled(site: Site, host: str) -> None:
    site.page("/a")
    caught = fault(site.url("/a", host=host), allow_private=False)
    assert caught.code == "A003"
    assert "--allow-private" in caught.mend
    assert not site.asked


@pytest.fixture
def half_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.1 counts as a place of the open net, the other loopback addresses do not."""
    monkeypatch.setattr(addresses, "is_public", lambda address: str(address) == "127.0.0.1")


@pytest.mark.usefixtures("half_open")
def test_every_hop_is_checked(site: Site) -> None:
    inner = site.url("/secret", host="127.0.0.2")
    site.page("/b", moved(inner))
    caught = fault(site.page("/a", moved("/b")), allow_private=False)
    assert caught.code == "A003"
    assert "127.0.0.2" in caught.what
    assert site.paths() == ["/a", "/b"]


@pytest.mark.usefixtures("half_open")
def test_a_name_that_resolves_otherwise_a_moment_later_gains_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: the first answer is public, every later one leads inwards."""
    real = socket.getaddrinfo
    answers = iter(["127.0.0.1"])

    def rebinding(host: Any, *rest: Any, **more: Any) -> Any:
        return real(next(answers, "127.0.0.2") if host == "rebind.example" else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    called: list[str] = []

    def answer(connection: socket.socket) -> None:
        called.append(connection.getsockname()[0])
        hello(connection)

    site.page("/a", Answer(by_hand=answer))
    assert get(site.url("/a", host="rebind.example"), allow_private=False).body == b"hello"
    assert called == ["127.0.0.1"]
    caught = fault(site.url("/a", host="rebind.example"), allow_private=False)
    assert caught.code == "A003"
    assert called == ["127.0.0.1"]


def hello(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello")


@pytest.mark.usefixtures("half_open")
def test_one_private_address_among_several_is_enough(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    both = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, site.server_port)) for place in ("127.0.0.1", "127.0.0.2")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    assert fault("http://two-faced.example/", allow_private=False).code == "A003"
    assert not site.asked


def test_the_next_address_is_tried_when_one_does_not_answer(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.page("/a")
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, 0)) for place in ("127.0.0.9", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    assert get(site.url("/a", host="two.example")).body == ARTICLE


@pytest.fixture
def secure_site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Site]:
    """A site with a certificate for paper.example, to which every name below .example leads."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("paper.example").configure_cert(context)
    real = socket.getaddrinfo

    def resolve(host: Any, *rest: Any, **more: Any) -> Any:
        return real("127.0.0.1" if str(host).endswith(".example") else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    with running_site(context) as running:
        running.page("/")
        yield running


def test_a_certificate_is_checked_for_the_name_though_the_address_is_called(secure_site: Site) -> None:
    def url(host: str) -> str:
        return secure_site.url(host=host).replace("http:", "https:")

    assert get(url("paper.example")).body == ARTICLE
    for host in ("other.example", "127.0.0.1"):
        caught = fault(url(host))
        assert caught.code == "A004"
        assert "certificate" in caught.what


def test_an_unknown_certificate(secure_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    assert "SSL_CERT_FILE" in fault(secure_site.url(host="paper.example").replace("http:", "https:")).mend


# -- behind a proxy -----------------------------------------------------------------------------------------------------


def test_a_proxy_is_asked_and_resolves(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.url())
    address = "http://paper.invalid/ferry"
    site.page(address)
    assert get(address, allow_private=False).url == address
    assert site.paths() == [address]
    assert site.asked[0][1]["Host"] == "paper.invalid"


@pytest.mark.parametrize("spelled", ["127.0.0.1:{port}", "http://desk:secret@127.0.0.1:{port}"])
def test_a_proxy_as_people_write_it(site: Site, monkeypatch: pytest.MonkeyPatch, spelled: str) -> None:
    monkeypatch.setenv("all_proxy", spelled.format(port=site.server_port))
    site.page("http://paper.invalid/")
    assert get("http://paper.invalid/").body == ARTICLE
    assert ("Proxy-Authorization" in site.asked[0][1]) == ("secret" in spelled)


def test_hosts_that_the_environment_keeps_from_the_proxy(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert get(site.page("/a")).body == ARTICLE


def test_a_private_address_is_not_asked_of_the_proxy_either(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.url())
    assert fault("http://169.254.169.254/latest/meta-data", allow_private=False).code == "A003"
    assert not site.asked


def test_a_redirect_inwards_is_refused_behind_a_proxy_too(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.url())
    site.page("http://paper.invalid/", moved("http://192.168.0.1/admin"))
    assert fault("http://paper.invalid/", allow_private=False).code == "A003"
    assert site.paths() == ["http://paper.invalid/"]


@pytest.mark.parametrize("broken", ["http://127.0.0.1:9", "nonsense://x", "http://[::1"])
def test_a_proxy_that_is_not_there(monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    monkeypatch.setenv("http_proxy", broken)
    assert fault("http://paper.invalid/").code == "A004"


def test_a_proxy_that_refuses_a_secure_page(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", site.url())
    caught = fault("https://paper.invalid/")
    assert caught.code == "A004"
    assert "proxy" in caught.what


# -- character sets ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content_type", "data", "expected"),
    [
        pytest.param("text/plain; charset=ISO-8859-2", "Wałęsa".encode("iso8859-2"), "iso8859-2", id="needed"),
        pytest.param('text/plain; charset="windows-1251"', "Паром".encode("cp1251"), "cp1251", id="in-quotes"),
        pytest.param("text/html; charset=iso-8859-1", b"\x93The ferry sank\x94", "cp1252", id="as-servers-mean-it"),
        pytest.param("text/plain; charset=iso-8859-2", "Wałęsa".encode(), "", id="utf-8-shows-by-itself"),
        pytest.param("text/plain; charset=iso-8859-2", codecs.BOM_UTF16_LE + "é".encode("utf-16-le"), "", id="a-mark"),
        pytest.param("text/plain; charset=shift_jis", b"\xff\xfd\xfc\x81", "", id="wrong"),
        pytest.param("text/plain; charset=klingon", b"\xff", "", id="unknown"),
        pytest.param("text/plain", b"\xff", "", id="not-stated"),
    ],
)
def test_stated_charset(content_type: str, data: bytes, expected: str) -> None:
    assert stated_charset(content_type, data) == expected


# -- addresses ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/b#c", "https://a.example/b", True),
        ("https://A.example:443/b", "https://a.example/b", True),
        ("https://a.example", "https://a.example/", True),
        ("https://a.example/b?c=1", "https://a.example/b?c=2", False),
        ("http://a.example/b", "https://a.example/b", False),
        ("", "https://a.example/b", False),
        ("http://[", "http://[", True),
    ],
)
def test_same_page(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert same_page(one, other) is same
