"""A web server that counts: it sends what browsers can take compressed, and remembers how much it sent."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TEXT = frozenset({".html", ".js", ".css", ".json", ".svg", ".xml", ".txt", ".map", ".wasm"})
LEVEL = 6
"""gzip's own default, and that of most web servers."""


class Served:
    """A folder that is being served: its address, and what has been sent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sent: list[tuple[str, int]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, self))
        self.address = f"http://127.0.0.1:{self.server.server_port}/"

    def taken(self) -> list[tuple[str, int]]:
        """The paths and sizes of what was sent since this was last asked."""
        done, self.sent = self.sent, []
        return done


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serve *folder* at an address of this machine."""
    served = Served(folder)
    thread = threading.Thread(target=served.server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        served.server.shutdown()
        served.server.server_close()


@lru_cache(maxsize=512)
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), LEVEL)


class _Handler(SimpleHTTPRequestHandler):
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
