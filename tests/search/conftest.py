"""A node that can run the JavaScript of search."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest


@pytest.fixture(scope="session")
def node() -> str:
    """Where node is; without one that has a test runner the tests skip and say so."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("node is not here: install Node.js 18 or later to test the JavaScript of search")
    version = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
    if int(re.findall(r"\d+", version)[0]) < 18:
        pytest.skip(f"node {version.strip()} has no test runner: 18 or later is needed")
    return found
