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

from profil_terbuka.cli.chromium import WINDOWLESS, installed  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402

PACKAGES = ("chromium", WINDOWLESS, "fonts-liberation")


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
