"""The site behind a real nginx, at the root of a host and under a path of it."""

from __future__ import annotations

import gzip
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest
from tests.publish.nginx import running

HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'self'; object-src 'none'; base-uri 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


@dataclass(frozen=True)
class Host:
    """A site on a running nginx: its address, its folder, its path on the host."""

    address: str
    folder: Path
    prefix: str

    def get(self, path: str, **headers: str) -> Answer:
        url = path if path.startswith("http") else self.address + path
        request = urllib.request.Request(
            url, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as reply:
                return Answer(reply.status, reply.headers, reply.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read())


@pytest.fixture(scope="module")
def host(published: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    prefix, folder = published
    with running(tmp_path_factory.mktemp("nginx"), prefix, folder) as address:
        yield Host(address, folder, prefix)


def test_every_page_is_served_with_its_headers(host: Host) -> None:
    pages = sorted(path.relative_to(host.folder).as_posix() for path in host.folder.rglob("*.html"))
    assert {"index.html", "en/index.html", "works/specimen.html", "en/works/specimen.html"} <= set(pages)
    for page in pages:
        answer = host.get(page)
        assert (page, answer.status, answer.headers["Content-Type"]) == (page, 200, "text/html; charset=utf-8")
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        assert answer.headers["Cache-Control"] == "no-cache"
        assert answer.headers["Strict-Transport-Security"] is None  # only where the connection is secure
        assert answer.body == (host.folder / page).read_bytes()


def test_folders_are_their_first_pages(host: Host) -> None:
    assert host.get("").body == (host.folder / "index.html").read_bytes()
    assert host.get("en/").body == (host.folder / "en" / "index.html").read_bytes()
    if host.prefix != "/":
        assert host.get(host.address.rstrip("/")).body == (host.folder / "index.html").read_bytes()


@pytest.mark.parametrize(("path", "page"), [("works/never.html", "404.html"), ("en/works/never.html", "en/404.html")])
def test_what_is_not_there_is_404_with_a_page_of_ours(host: Host, path: str, page: str) -> None:
    answer = host.get(path)
    assert (answer.status, answer.body) == (404, (host.folder / page).read_bytes())
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_the_page_for_what_is_not_there_finds_its_styles_from_anywhere(host: Host) -> None:
    page = host.get("works/deep/down/never.html").body.decode("utf-8")
    links = re.findall(r'(?:href|src)="?([^"\s>]+\.(?:css|js))\b', page)
    assert links
    origin = host.address.removesuffix(host.prefix)
    for link in links:
        assert link.startswith(host.prefix), link
        assert host.get(origin + link).status == 200


def test_text_is_compressed_and_typefaces_are_not(host: Host) -> None:
    page = host.get("works/specimen.html", Accept_Encoding="gzip")
    assert (page.headers["Content-Encoding"], page.headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert gzip.decompress(page.body) == (host.folder / "works/specimen.html").read_bytes()
    assert len(page.body) * 3 < len(gzip.decompress(page.body))
    assert host.get("assets/fonts/naskh-400.woff2", Accept_Encoding="gzip").headers["Content-Encoding"] is None
    for kind in ("assets/styles/site.css", "works.json", "sitemap.xml"):
        assert host.get(kind, Accept_Encoding="gzip").headers["Content-Encoding"] == "gzip", kind


def test_typefaces_and_what_has_a_hash_in_its_name_are_kept(host: Host) -> None:
    assert host.get("assets/fonts/naskh-400.woff2").headers["Cache-Control"] == "public, max-age=2592000"
    (style,) = host.folder.glob("assets/stylesheets/main.*.min.css")
    kept = host.get(style.relative_to(host.folder).as_posix()).headers["Cache-Control"]
    assert kept == "public, max-age=31536000, immutable"
    assert host.get("assets/styles/site.css").headers["Cache-Control"] == "no-cache"


def test_programs_of_other_sites_may_read_data_and_no_pages(host: Host) -> None:
    assert host.get("works.json").headers["Access-Control-Allow-Origin"] == "*"
    assert host.get("dts/index.json").headers["Access-Control-Allow-Origin"] == "*"
    assert host.get("index.html").headers["Access-Control-Allow-Origin"] is None


def test_what_did_not_change_is_not_sent_again(host: Host) -> None:
    first = host.get("index.html")
    again = host.get("index.html", If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "text/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".bib": "application/x-bibtex; charset=utf-8",
    ".ris": "application/x-research-info-systems; charset=utf-8",
    ".epub": "application/epub+zip",
    ".pdf": "application/pdf",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
    ".text": "text/plain; charset=utf-8",
    ".appl": "application/tei+xml; charset=utf-8",
    ".rng": "application/xml",
}


def test_files_have_the_media_type_of_their_ending(host: Host) -> None:
    seen: dict[str, str] = {}
    for path in sorted(host.folder.rglob("*")):
        if path.suffix in TYPES and path.suffix not in seen:
            seen[path.suffix] = host.get(path.relative_to(host.folder).as_posix()).headers["Content-Type"]
    assert seen == {suffix: TYPES[suffix] for suffix in seen}
    assert {".css", ".js", ".json", ".woff2"} <= set(seen)
