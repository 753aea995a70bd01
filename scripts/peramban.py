#!/usr/bin/env python3
"""Find a Chromium or Chrome, or install one, and print its path: the browser of tests and pictures.

Debian's package when running as root there, otherwise Playwright's own download. Exit status 1 and
a reason when there is no browser at the end.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402

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
PACKAGES = ("chromium", WINDOWLESS, "fonts-liberation")


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


def install() -> None:
    """Install a browser by the first way that this machine offers."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (
            ["update"],
            ["install", "--yes", "--no-install-recommends", *PACKAGES],
        ):
            subprocess.run(["apt-get", "-qq", *command], env=quiet, check=False, stdout=sys.stderr)
    if installed() is None:
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(command, check=False, stdout=sys.stderr)


def _from_playwright() -> str | None:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  may be absent
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def main() -> int:
    """Print the browser's path, installing one when none is there."""
    if installed() is None:
        print(text(message("commands.installing-chromium")), file=sys.stderr)
        install()
    path = installed()
    if path is None:
        print(text(message("commands.no-browser")), file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
