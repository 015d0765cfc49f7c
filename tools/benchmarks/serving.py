"""Web servers on this machine; one that counts: it sends texts compressed, as hosts do, and knows how much it sent."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

TEXT = frozenset({".html", ".js", ".css", ".json", ".svg", ".xml", ".txt", ".map", ".wasm"})
LEVEL = 6
"""gzip's own default, and that of most web servers."""


class Calm(ThreadingHTTPServer):
    """Takes it calmly when a browser leaves before it has everything."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell of what is no broken line."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def hosted(handler: Callable[..., SimpleHTTPRequestHandler]) -> Iterator[str]:
    """Answer requests by *handler*; gives the address, with a slash at its end."""
    server = Calm(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Served:
    """A folder that is being served: its address, and what has been sent."""

    folder: Path
    address: str = ""
    sent: list[tuple[str, int]] = field(default_factory=list)

    def taken(self) -> list[tuple[str, int]]:
        """The paths and sizes of what was sent since this was last asked."""
        done, self.sent = self.sent, []
        return done


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serve *folder* at an address of this machine."""
    served = Served(folder)
    with hosted(partial(_Handler, served)) as served.address:
        yield served


@lru_cache(maxsize=512)
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), LEVEL, mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps the line open, as hosts do

    def __init__(self, served: Served, *args: object) -> None:
        self.served = served
        super().__init__(*args, directory=str(served.folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        packed = path.suffix in TEXT
        body = _packed(path) if packed else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        self.served.sent.append((self.path, len(body)))

    def log_message(self, format: str, *args: object) -> None:
        pass
