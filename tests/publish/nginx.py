"""Run a real nginx on loopback with the configuration that the repository offers, fitted to this machine."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.lacking import lacking

CONFIGURATION = Path(__file__).resolve().parents[2] / "publish" / "nginx" / "matn.conf"
PLACES = "/usr/sbin:/usr/local/sbin:/opt/homebrew/bin"
MAIN = """\
daemon off;
master_process off;
worker_rlimit_nofile 256;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 128; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/matn.conf;
}}
"""


def program() -> str:
    """The nginx of this machine; the test skips, or with ``CI`` set fails, where there is none."""
    named = os.environ.get("NGINX")
    found = shutil.which(named) if named else shutil.which("nginx") or shutil.which("nginx", path=PLACES)
    if not found:
        lacking("no nginx: install it, set NGINX to one, or run `tools/setup/nginx` as root")
    return found


def fitted(text: str, prefix: str, site: Path, port: int) -> str:
    """The offered configuration with what its first lines say has to be changed, and nothing else."""
    for old in ("listen      80;", "root       /srv/matn;", "alias      /srv/matn/;"):
        assert old in text
    if prefix != "/":
        assert prefix == "/papers/"
        root, under = text.index("    location / {"), text.index("    # Under a path")
        commented = re.sub(r"^    # ?", "    ", text[under:].partition("\n    #\n")[2], flags=re.MULTILINE)
        text = text[:root] + commented
    return text.replace("listen      80;", f"listen 127.0.0.1:{port};").replace("/srv/matn", str(site))


@contextmanager
def running(folder: Path, prefix: str, site: Path) -> Iterator[str]:
    """Serve *site* under *prefix*; gives the address of its first page's folder."""
    nginx, port = program(), _free_port()
    folder.joinpath("matn.conf").write_text(fitted(CONFIGURATION.read_text("utf-8"), prefix, site, port), "utf-8")
    folder.joinpath("nginx.conf").write_text(MAIN.format(folder=folder), "utf-8")
    shutil.copy(_types(nginx), folder / "mime.types")
    command = [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with folder.joinpath("said").open("wb") as said, subprocess.Popen(command, stdout=said, stderr=said) as process:
        try:
            _wait(process, port, folder)
            yield f"http://127.0.0.1:{port}{prefix}"
        finally:
            process.terminate()
            process.wait(10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _types(nginx: str) -> Path:
    """The table of media types that came with *nginx*, beside its own configuration."""
    told = subprocess.run([nginx, "-V"], capture_output=True, text=True, check=True).stderr
    own = re.search(r"--conf-path=(\S+)", told)
    return Path(own[1] if own else "/etc/nginx/nginx.conf").parent / "mime.types"


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    logs = "\n".join(path.read_text("utf-8") for path in (folder / "said", folder / "error.log") if path.exists())
    pytest.fail(f"nginx does not answer:\n{logs}")
