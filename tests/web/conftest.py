"""A served record of the sample dispatches and of hostile pages, and a real browser to look at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving import HOSTILE, SAMPLES, Served, serving

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample dispatches, served."""
    yield from serving(tmp_path_factory.mktemp("samples") / "samples.db", SAMPLES)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Pages that would do harm if any of them were believed to be markup."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, content in HOSTILE.items():
        (folder / name).write_text(content, encoding="utf8")
    yield from serving(tmp_path_factory.mktemp("record") / "hostile.db", folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, headless; skipped aloud where it cannot be had."""
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed: tests/prepare.sh says why")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
            ],
        )
        yield opened
        opened.close()
