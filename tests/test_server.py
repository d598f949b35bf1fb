"""The application as a server: headers, bundled files, kept compression, settings, and errors without a trace."""

import gzip
import http.client
import logging
import os
import re
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import anyio
import pytest
import streamlit

from dashboard import assets, server, warehouse
from tests.browser import running

ROOT = Path(__file__).resolve().parent.parent
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
STATIC = Path(streamlit.__file__).parent / "static"
SCRIPT = max((STATIC / "static" / "js").glob("*.js"), key=lambda path: path.stat().st_size)
PROMISED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
}


@dataclass(frozen=True)
class Got:
    """One answer: its status, its headers as sent (each may come twice) and its bytes as sent."""

    status: int
    sent: list[tuple[str, str]]
    body: bytes

    @property
    def headers(self) -> dict[str, str]:
        return dict(self.sent)


class Client:
    """Asks the running application for paths exactly as they are written."""

    def __init__(self, home: str) -> None:
        self.host = urlsplit(home).netloc

    def get(self, path: str, **headers: str) -> Got:
        connection = http.client.HTTPConnection(self.host, timeout=20)
        try:
            connection.request("GET", path, headers={name.replace("_", "-"): text for name, text in headers.items()})
            answer = connection.getresponse()
            return Got(answer.status, [(k.lower(), v) for k, v in answer.getheaders()], answer.read())
        finally:
            connection.close()


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with running.application() as home:
        yield Client(home)


@pytest.mark.parametrize(
    "path", ["/", "/map?country=PAK", assets.url("land.geojson"), "/assets/nothing", "/_stcore/health"]
)
def test_every_answer_carries_the_security_headers(client: Client, path: str) -> None:
    answer = client.get(path)
    headers = answer.headers
    assert sorted(name for name, _ in answer.sent if name in server.HEADERS) == sorted(server.HEADERS), "each once"
    assert {name: headers[name] for name in PROMISED} == PROMISED
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["object-src"] == "'none'"
    assert policy["frame-ancestors"] == "'self'"
    assert "http" not in headers["content-security-policy"], "no other host is ever allowed"


@pytest.mark.parametrize(
    ("name", "kind"), [("inter-latin.woff2", "font/woff2"), ("land.geojson", "application/geo+json")]
)
def test_bundled_files_are_served_by_their_hash_for_ever(client: Client, name: str, kind: str) -> None:
    answer = client.get(assets.url(name))
    assert answer.status == 200
    assert answer.body == assets.path(name).read_bytes()
    assert answer.headers["content-type"].split(";")[0] == kind
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "name",
    [
        "", "land.geojson", "make_land.py", "style.css", "land.000000000000.geojson", "../words.py", "..%2Fwords.py",
        "%2e%2e/%2e%2e/app.py", "..%5c..%5capp.py", "%2Fetc%2Fpasswd", "land.geojson%00", "inter-OFL.txt",
        "__init__.py",
    ],
)  # fmt: skip
def test_no_other_name_reaches_a_file(client: Client, name: str) -> None:
    answer = client.get(f"/assets/{name}")
    assert answer.status in (400, 404)
    assert b"import" not in answer.body
    assert b"root:" not in answer.body


def test_folders_are_not_listed(client: Client) -> None:
    for path in ("/assets", "/assets/", "/static/", "/static/js/", "/static/js"):
        answer = client.get(path)
        assert b".js</a>" not in answer.body
        assert assets.hashed_name("land.geojson").encode() not in answer.body


def test_scripts_travel_squeezed_and_come_out_the_same(client: Client) -> None:
    path = "/" + SCRIPT.relative_to(STATIC).as_posix()
    answer = client.get(path, accept_encoding="gzip, br")
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == SCRIPT.read_bytes()
    assert len(answer.body) < SCRIPT.stat().st_size / 2
    assert answer.headers["vary"] == "accept-encoding"
    assert answer.headers["content-type"].startswith("text/javascript")
    plain = client.get(path, accept_encoding="identity")
    assert "content-encoding" not in plain.headers
    assert plain.body == SCRIPT.read_bytes()


def asked_of(app: server.KeptCompression, path: str) -> bytes:
    """Return the body that the middleware sends, or nothing where it passes the call on."""
    sent: list[dict[str, bytes]] = []

    async def send(message: dict[str, bytes]) -> None:
        sent.append(message)

    async def call() -> None:
        scope = {"type": "http", "method": "GET", "path": path, "headers": [(b"accept-encoding", b"gzip")]}
        await app(scope, None, send)  # type: ignore[arg-type]

    # A thread of its own: the browser tests' driver keeps a running loop in the main one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(anyio.run, call).result()
    return b"".join(message.get("body", b"") for message in sent)


async def nothing(*_: object) -> None:
    """Stand for the application behind the middleware."""


def test_each_script_is_squeezed_once() -> None:
    server._squeezed.cache_clear()
    app = server.KeptCompression(nothing)
    path = "/" + SCRIPT.relative_to(STATIC).as_posix()
    assert asked_of(app, path) == asked_of(app, path) == asked_of(app, "/partnerships" + path) != b""
    assert (server._squeezed.cache_info().misses, server._squeezed.cache_info().hits) == (1, 2)


@pytest.mark.parametrize(
    "path", ["/static/../../config.py", "/static/../../../x.js", "/static//etc/passwd", "/static/", "/x/static/../a.js"]
)
def test_compression_never_leaves_the_static_folder(path: str) -> None:
    assert asked_of(server.KeptCompression(nothing), path) == b""


def test_compression_gives_no_script_or_style_of_another_folder() -> None:
    style = ROOT / "dashboard" / "assets" / "style.css"
    climbing = os.path.relpath(style.resolve(), (STATIC / "static").resolve())
    assert (STATIC / "static" / climbing).resolve() == style.resolve()
    assert asked_of(server.KeptCompression(nothing), f"/static/{climbing}") == b""
    assert asked_of(server.KeptCompression(nothing), f"/static/{style.resolve()}") == b""


SETTINGS = [
    ("server.enableCORS", True),
    ("server.enableXsrfProtection", True),
    ("server.xsrfCookieSameSite", "strict"),
    ("server.maxUploadSize", 1),
    ("server.maxMessageSize", 20),
    ("server.maxWidgetStateSize", 2),
    ("server.maxCacheDataSize", "256mb"),
    ("server.disconnectedSessionTTL", 120),
    ("server.websocketPingInterval", 20),
    ("server.enableStaticServing", False),
    ("server.enableAgentApi", False),
    ("server.fileWatcherType", "none"),
    ("runner.magicEnabled", False),
    ("runner.postScriptGC", False),
    ("client.showErrorDetails", "none"),
    ("client.showErrorLinks", False),
    ("client.toolbarMode", "minimal"),
    ("client.disableDataExport", True),
    ("client.allowedOrigins", []),
    ("browser.gatherUsageStats", False),
]


@pytest.mark.parametrize(("key", "value"), SETTINGS)
def test_settings_are_those_that_safety_asks_for(key: str, value: object) -> None:
    section, name = key.split(".")
    assert CONFIG[section][name] == value
    assert key in streamlit.config._config_options_template, f"Streamlit knows no {key}: the setting would do nothing"


def test_what_a_host_decides_is_not_shipped() -> None:
    for name in ("address", "allowedHosts", "corsAllowedOrigins", "trustedUserHeaders", "unsafeMetricsUserAttributes"):
        assert name not in CONFIG["server"]
    assert not (ROOT / ".streamlit" / "secrets.toml").exists()
    assert "auth" not in CONFIG


def test_the_addresses_of_font_and_land_lead_to_their_files() -> None:
    fonts = [face["url"] for face in CONFIG["theme"]["fontFaces"]]
    assert fonts == [assets.url("inter-latin.woff2")]
    assert not re.search(r"https?://", (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    used = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "dashboard" / "figures").glob("*.py"))
    assert 'assets.url("land.geojson")' in used or "land.geojson" in used


def test_an_unforeseen_error_is_one_sentence_and_a_line_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    said: list[str] = []
    monkeypatch.setattr(streamlit, "error", said.append)
    with caplog.at_level(logging.ERROR, logger="dashboard"):
        assert server.log_script_error(ValueError("/secret/path")) is True
    assert said == ["Something went wrong on this page and has been written to the log. Reload to try again."]
    assert "/secret/path" in caplog.text


def test_a_store_without_data_lets_the_server_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("DASHBOARD_STORE", str(tmp_path))
    warehouse.shared.cache_clear()
    with caplog.at_level(logging.WARNING, logger="dashboard"):
        server.warm()
    assert "No data to warm up" in caplog.text
    monkeypatch.undo()
    warehouse.shared.cache_clear()


def test_every_page_opens_by_its_own_address(client: Client) -> None:
    for path in ("/", "/partnerships", "/map?level=city", "/leadership", "/about?snapshot=public-record@1"):
        page = client.get(path)
        assert page.status == 200
        assert page.headers["content-type"].startswith("text/html")
    assert client.get("/_stcore/health").body == b"ok"


@pytest.mark.parametrize("path", ["/app/static/x", "/data/snapshots/public-record/1/claims.parquet", "/.git/config"])
def test_no_file_of_the_project_is_served(client: Client, path: str) -> None:
    answer = client.get(path)
    assert b"PAR1" not in answer.body
    assert b"[core]" not in answer.body


@pytest.mark.parametrize("path", ["agent/openapi.json", "agent", "metrics", "script-health-check", "upload_file/a/b"])
def test_the_doors_that_no_reader_uses_stay_shut(client: Client, path: str) -> None:
    assert client.get(f"/_stcore/{path}").status == 404
    assert client.get(f"/_stcore/{path}", accept="text/html").body == b"Not found"


def test_a_download_is_kept_by_no_cache(client: Client) -> None:
    assert client.get("/media/0000.csv").headers["cache-control"] == "no-store"
