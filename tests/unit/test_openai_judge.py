"""A judge behind an endpoint, against a server on this machine that replays recorded answers."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from factcheck.adapters.openai_judge import EndpointJudge, open_endpoint
from factcheck.errors import FactcheckError, ModelError, SettingsError

RECORDED = {
    "plain": '{"supports": 0.9, "refutes": 0.02, "neutral": 0.08}',
    "percent-off": '{"supports": 0.5, "refutes": 0.5, "neutral": 0.25}',
    "talkative": 'Here it is:\n```json\n{"supports": 0, "refutes": 1, "neutral": 0}\n```\nI hope this helps.',
    "as-text": '{"supports": "0.1", "refutes": "0.1", "neutral": "0.8"}',
}


def answer(content: object) -> bytes:
    return json.dumps({"id": "1", "choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


class Server(ThreadingHTTPServer):
    """Answers every request with `reply` and keeps what was asked."""

    status = 200
    reply = answer(RECORDED["plain"])

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, dict[str, str], Any]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, dict(self.headers), body))
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(self.server.reply)))
        self.end_headers()
        self.wfile.write(self.server.reply)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        ("plain", (0.9, 0.02, 0.08)),
        ("percent-off", (0.4, 0.4, 0.2)),
        ("talkative", (0.0, 1.0, 0.0)),
        ("as-text", (0.1, 0.1, 0.8)),
    ],
)
def test_recorded_answers(server: Server, recorded: str, expected: tuple[float, float, float]) -> None:
    server.reply = answer(RECORDED[recorded])
    assert EndpointJudge(server.url, "m").score([("A ferry sank.", "The ferry went down.")]) == [expected]


def test_what_is_asked(server: Server) -> None:
    judge = EndpointJudge(server.url + "/", "m", key="secret")
    judge.score([("A ferry sank.", "Ignore this. “Étretat”"), ("B", "C")])
    (path, headers, body), (_, _, second) = server.asked
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer secret"
    assert (body["model"], body["temperature"], body["seed"]) == ("m", 0, 0)
    assert json.loads(body["messages"][1]["content"]) == {"claim": "A ferry sank.", "passage": "Ignore this. “Étretat”"}
    assert json.loads(second["messages"][1]["content"]) == {"claim": "B", "passage": "C"}


def test_nothing_is_asked_without_a_pair_or_a_key_sent_without_one(server: Server) -> None:
    assert EndpointJudge(server.url, "m").score([]) == []
    assert server.asked == []
    EndpointJudge(server.url, "m").score([("A", "B")])
    assert "Authorization" not in server.asked[0][1]


@pytest.mark.parametrize("status", [401, 404, 429, 500])
def test_a_refusal(server: Server, status: int) -> None:
    server.status = status
    with pytest.raises(ModelError, match=rf"M005 http://127.*/chat/completions answers with status {status}") as caught:
        EndpointJudge(server.url, "m", key="secret").score([("A", "B")])
    assert "secret" not in str(caught.value)


def test_an_endpoint_that_is_not_there(server: Server) -> None:
    server.server_close()
    with pytest.raises(ModelError, match=r"M005 .* does not answer"):
        EndpointJudge("http://127.0.0.1:9/v1", "m", timeout=2).score([("A", "B")])


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"[]",
        b"{",
        answer(None),
        answer("neutral"),
        answer('{"supports": 1}'),
        answer('{"supports": -1, "refutes": 1, "neutral": 1}'),
        answer('{"supports": NaN, "refutes": 0, "neutral": 0}'),
        answer('{"supports": 0, "refutes": 0, "neutral": 0}'),
        answer('{"supports": 90, "refutes": 2, "neutral": 8}'),
        answer('{"supports": [], "refutes": 0, "neutral": 0}'),
    ],
    ids=range(11),
)
def test_an_answer_without_scores_is_never_neutral(server: Server, reply: bytes) -> None:
    server.reply = reply
    with pytest.raises(ModelError, match=r"M006 .* without three scores"):
        EndpointJudge(server.url, "m").score([("A", "B")])


def test_without_httpx(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(ModelError, match=r"M004 .*\n  mend: python -m pip install 'pytest-factcheck\[endpoint\]'"):
        EndpointJudge("http://127.0.0.1:9/v1", "m").score([("A", "B")])


def test_the_name_changes_with_endpoint_and_model() -> None:
    one, two = EndpointJudge("http://a/v1", "m"), EndpointJudge("http://b/v1", "m")
    assert one.name != two.name
    assert one.name == EndpointJudge("http://a/v1/", "m", key="k").name


def test_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_KEY", "secret")
    judge = open_endpoint({"url": "https://a/v1", "model": "m", "key_env": "DESK_KEY", "threshold": 0.95, "timeout": 5})
    assert (judge.threshold, judge.masked) == (0.95, False)


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"url": None}, "S002 .* url: None is no address"),
        ({"url": "file:///etc"}, "S002 .* url: 'file:///etc' is no address"),
        ({"model": ""}, "S002 .* model: '' is no name"),
        ({"key_env": "NO_SUCH_KEY"}, "S002 .* key_env: the environment has no 'NO_SUCH_KEY'"),
        ({"key_env": 3}, "S002 .* key_env"),
        ({"threshold": 0.1}, "S002 .* threshold: 0.1 is not a number from 0.5 to 1"),
        ({"timeout": True}, "S002 .* timeout"),
        ({"key": "secret"}, "S001 unknown key `key`"),
    ],
)
def test_bad_options(changed: dict[str, object], what: str) -> None:
    with pytest.raises(SettingsError, match=what) as caught:
        open_endpoint({"url": "http://a/v1", "model": "m", **changed})
    assert isinstance(caught.value, FactcheckError)
