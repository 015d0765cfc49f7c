"""Serve a built site as a web host would: under a sub-path, with its page for what is not there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from benchmarks.serving import hosted

PREFIX = "/matn/"


class Handler(SimpleHTTPRequestHandler):
    """Files below :data:`PREFIX`, ``404.html`` for the rest; says nothing."""

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(PREFIX) if path.startswith(PREFIX) else "/nowhere/")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder*; gives the address of its root, with a slash at the end."""
    with hosted(partial(Handler, directory=str(folder))) as address:
        yield f"{address.removesuffix('/')}{PREFIX}"
