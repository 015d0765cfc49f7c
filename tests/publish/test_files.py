"""What the repository offers to hosts: workflow and headers; that they agree with nginx and with what the pages say."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
NGINX = (ROOT / "publish" / "nginx" / "matn.conf").read_text("utf-8")


def workflow() -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load((ROOT / ".github" / "workflows" / "pages.yml").read_text("utf-8"))
    return loaded


def steps(job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = workflow()["jobs"][job]["steps"]
    return found


def test_the_workflow_builds_as_everybody_does() -> None:
    (build,) = [step for step in steps("build") if "run" in step]
    assert build["run"] == "make site"
    assert re.search(r"^site:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert build["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}/"}
    (upload,) = [step for step in steps("build") if "upload-pages-artifact" in step.get("uses", "")]
    assert upload["with"]["path"] == "site"


def test_the_workflow_may_no_more_than_it_must() -> None:
    flow = workflow()
    assert flow["permissions"] == {"contents": "read"}
    assert flow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert "write" not in flow["jobs"]["build"]["permissions"].values()
    # YAML reads the key `on` as a truth value.
    assert set(flow[True]) == {"push", "workflow_dispatch"}  # not pull requests: strangers would run it


def test_the_workflow_uses_what_its_host_offers_at_a_fixed_version() -> None:
    used = [step["uses"] for job in workflow()["jobs"] for step in steps(job) if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", name) for name in used)


def test_the_texts_come_from_elsewhere_or_not_at_all() -> None:
    (texts,) = [step for step in steps("build") if "SOURCES" in str(step)]
    assert texts["if"] == "vars.SOURCES_REPOSITORY != ''"
    assert texts["with"]["path"] == "sources"  # where `make` looks, and git does not
    assert "/sources/" in (ROOT / ".gitignore").read_text("utf-8").split()


def rules() -> dict[str, dict[str, str]]:
    """``publish/_headers``: pattern to headers."""
    found: dict[str, dict[str, str]] = {}
    for line in (ROOT / "publish" / "_headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            found[line] = {}
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[list(found)[-1]][name] = value
        else:
            assert not line or line.startswith("#"), line
    return found


def nginx_headers() -> dict[str, str]:
    return {name: value.strip('"') for name, value in re.findall(r"add_header (\S+)\s+(.+) always;", NGINX)}


def test_both_hosts_send_the_same_headers() -> None:
    sent = nginx_headers()
    assert sent.pop("Cache-Control") == "$matn_cache"
    assert sent.pop("Strict-Transport-Security") == "$matn_hsts"
    assert sent.pop("Access-Control-Allow-Origin") == "$matn_readers"
    assert rules()["/dts/*"] == {"Access-Control-Allow-Origin": "*"}
    assert rules()["/*"] == {**sent, "Strict-Transport-Security": "max-age=31536000"}


@pytest.mark.parametrize("pattern", [pattern for pattern, kept in rules().items() if "Cache-Control" in kept])
def test_what_is_kept_is_there_and_nginx_keeps_it_as_long(pattern: str, published: tuple[str, Path]) -> None:
    folder = published[1]
    files = [f"/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*") if path.is_file()]
    kept = [name for name in files if fnmatchcase(name, pattern) and not name.endswith((".map", ".txt"))]
    assert kept
    lasting = re.findall(r'^    "~(\S+)" "(.+max-age.+)";$', NGINX, re.MULTILINE)
    for name in kept:
        ages = [age for expression, age in lasting if re.search(expression, name)]
        assert ages == [rules()[pattern]["Cache-Control"]], name


@pytest.mark.parametrize("page", ["docs/publishing.md", "docs/en/publishing.md"])
def test_the_page_tells_of_each_header_and_file(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for name, value in rules()["/*"].items():
        assert f"`{name}: {value}`" in text
    for path in re.findall(r"`‎?((?:publish|\.github)/[\w./]+)‎?`", text):
        assert (ROOT / path).is_file(), path
    assert {"publish/_headers", "publish/nginx/matn.conf"} <= set(re.findall(r"publish/[\w./]+\w", text))
