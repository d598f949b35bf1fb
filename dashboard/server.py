"""What the script should not serve: bundled files, security headers, kept compression and the warm start."""

import gzip
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import anyio
import streamlit
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import assets, catalogue, figures, warehouse
from dashboard.figures.theme import theme
from dashboard.filters import Filters

log = logging.getLogger("dashboard")

FOR_EVER = "public, max-age=31536000, immutable"
_TYPES = {".woff2": "font/woff2", ".geojson": "application/geo+json", ".css": "text/css"}

# 'unsafe-eval' and 'unsafe-inline' are what Streamlit's own bundle needs; connect-src keeps every request at home.
HEADERS = {
    "content-security-policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; worker-src 'self' blob:; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self' ws: wss: data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
        "frame-ancestors 'self'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
}


async def asset(request: Request) -> Response:
    """Serve one bundled file under its content's name, for ever; any other name is 404."""
    path = assets.resolve(request.path_params["name"])
    if path is None:
        return PlainTextResponse("Not found", status_code=404)
    return FileResponse(path, media_type=_TYPES.get(path.suffix), headers={"cache-control": FOR_EVER})


ROUTES = [Route("/assets/{name:path}", asset)]


SHUT = ("/_stcore/agent", "/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/upload_file")
"""Streamlit's own doors that nothing here uses and some of which answer even when switched off (tried)."""


class ShutDoors:
    """Answer 404 for Streamlit's doors that a public reader has no use for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on, unless it knocks at a shut door."""
        if scope["type"] == "http" and any(door in scope["path"] for door in SHUT):
            await PlainTextResponse("Not found", status_code=404)(scope, receive, send)
            return
        await self.app(scope, receive, send)


class SecurityHeaders:
    """Add the headers that Streamlit leaves to a proxy; a download (``/media``) is kept by no cache."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on, with the headers in its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name for name, _ in message["headers"]}
                wanted = {**HEADERS, "cache-control": "no-store"} if "/media/" in scope["path"] else HEADERS
                extra = [(name.encode(), value.encode()) for name, value in wanted.items()]
                message["headers"] = [*message["headers"], *(pair for pair in extra if pair[0] not in present)]
            await send(message)

        await self.app(scope, receive, with_headers)


class KeptCompression:
    """Serve Streamlit's static scripts compressed: each file squeezed once, its bytes kept.

    Compressing anew for each visitor costs 0.35 s of CPU for Plotly's script alone (docs/decisions.md).
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.root = (Path(streamlit.__file__).parent / "static").resolve()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a static text file that the browser takes compressed; pass on anything else."""
        path = self._file(scope)
        if path is None:
            await self.app(scope, receive, send)
            return
        body = await anyio.to_thread.run_sync(_squeezed, path, path.stat().st_mtime_ns)
        kind = "text/css" if path.suffix == ".css" else "text/javascript"
        headers = {"content-encoding": "gzip", "vary": "accept-encoding", "cache-control": FOR_EVER}
        await Response(body, media_type=kind, headers=headers)(scope, receive, send)

    def _file(self, scope: Scope) -> Path | None:
        if scope["type"] != "http" or scope["method"] != "GET" or "/static/" not in scope["path"]:
            return None
        accepts = dict(scope["headers"]).get(b"accept-encoding", b"")
        path = (self.root / "static" / scope["path"].split("/static/", 1)[1]).resolve()
        inside = path.is_relative_to(self.root) and path.suffix in {".js", ".css"} and path.is_file()
        return path if inside and b"gzip" in accepts else None


@lru_cache(maxsize=400)
def _squeezed(path: Path, mtime: int) -> bytes:
    """Return a file's bytes compressed; ``mtime`` makes a changed file a new entry."""
    return gzip.compress(path.read_bytes(), compresslevel=6)


MIDDLEWARE = [Middleware(SecurityHeaders), Middleware(ShutDoors), Middleware(KeptCompression)]


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[dict[str, Any]]:
    """Verify and load the usual data and answer every question once, before the first visitor."""
    await anyio.to_thread.run_sync(warm)
    yield {}


def warm() -> None:
    """Open the default collection and answer its questions; a store without data only writes a log line."""
    shared = warehouse.shared()
    try:
        snapshot = shared.serve(warehouse.default_collection(shared)).snapshot
    except warehouse.NoDataError as error:
        log.warning("No data to warm up: %s", error)
        return
    for question_id in catalogue.questions():
        with suppress(warehouse.AnswerError):  # it is in the log, and the page's own panel will say so
            answer = shared.answer(question_id, Filters(), snapshot)
            if answer.question.form in figures.FORMS:
                figures.draw(answer.question, answer.rows, theme("light"))  # Plotly loads its parts at first use


def log_script_error(error: Exception) -> bool:
    """Write an unforeseen error to the log; the reader sees one plain sentence and never a traceback."""
    log.error("A page could not be shown", exc_info=error)
    import streamlit as st

    st.error("Something went wrong on this page and has been written to the log. Reload to try again.")
    return True
