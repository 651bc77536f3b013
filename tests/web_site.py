"""A web site on this machine that answers as a test tells it, and a proxy before it."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ARTICLE = (
    b"The ferry to Maren Island carried 48,200 passengers in 2023.\n\n"
    b"The harbour office counted them itself. The bridge has been closed to cars since 2015.\n"
)


@dataclass
class Answer:
    """One answer; `by_hand` writes everything itself."""

    body: bytes = ARTICLE
    status: int = 200
    kind: str = "text/plain"
    headers: dict[str, str] = field(default_factory=dict)
    by_hand: Callable[[socket.socket], None] | None = None


class Site(ThreadingHTTPServer):
    """Answers by path: a list is used up one answer a request, its last answer stays."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, list[Answer]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def page(self, path: str, *answers: Answer) -> str:
        """Put a page up.

        Returns:
            Its address.
        """
        self.pages[path] = list(answers) or [Answer()]
        return self.url(path)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.server_port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is nothing to report."""


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        answers = self.server.pages.get(self.path, [Answer(status=404, body=b"not here")])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if answer.by_hand:
            answer.by_hand(self.connection)
            return
        self.send_response(answer.status)
        if answer.kind:
            self.send_header("Content-Type", answer.kind)
        for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def running_site(secure: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site for as long as the block runs."""
    with Site() as site:
        if secure:
            site.socket = secure.wrap_socket(site.socket, server_side=True)
        thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield site
        site.shutdown()
        thread.join()


def moved(to: str, status: int = 302, *, set_cookie: str = "") -> Answer:
    return Answer(b"", status, "", {"Location": to, "Set-Cookie": set_cookie})


@contextmanager
def running_tunnel(host: str, port: int) -> Iterator[str]:
    """A proxy that leads secure connections for one host to a port of this machine, and refuses all others.

    Returns:
        Its address, for `HTTPS_PROXY`.
    """

    class Tunnel(BaseHTTPRequestHandler):
        def do_CONNECT(self) -> None:
            if self.path != f"{host}:443":
                self.send_error(403)
                return
            with socket.create_connection(("127.0.0.1", port)) as beyond:
                self.send_response(200)
                self.end_headers()
                back = threading.Thread(target=_pour, args=(beyond, self.connection), daemon=True)
                back.start()
                _pour(self.connection, beyond)
                back.join(1)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Tunnel) as proxy:
        proxy.daemon_threads = True
        proxy.block_on_close = False
        thread = threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{proxy.server_port}"
        proxy.shutdown()
        thread.join()


def _pour(from_: socket.socket, into: socket.socket) -> None:
    try:
        while data := from_.recv(65536):
            into.sendall(data)
        into.shutdown(socket.SHUT_WR)
    except OSError:
        """Somebody hung up."""
