"""The browser of this machine, which takes pictures of pages: a Chromium or Chrome."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge",
)
WINDOWLESS = "chromium-headless-shell"
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""How Chromium is started: --no-sandbox for root, the rest so that it calls nobody by itself."""


def installed() -> str | None:
    """Path of a browser that is already there."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return shutil.which(chosen)
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return MAC if Path(MAC).exists() else _from_playwright()


def quickest() -> str | None:
    """Path of a browser that knows no windows, where there is one: half the work for tests."""
    return None if os.environ.get("CHROMIUM") else shutil.which(WINDOWLESS)


def _from_playwright() -> str | None:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  may be absent
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None
