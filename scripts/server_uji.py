#!/usr/bin/env python3
"""Find, or install, the programs of others that tests need besides a browser; print their paths.

Web servers, on which the rules for hosts are tried: nginx and Apache are needed, Caddy is tried
where it is there. LibreOffice and Poppler, which print our workbooks and read the paper;
minisign, which signs. Debian's packages when running as root there; no service is left running.
Exit status 1 and a reason when one is missing at the end.
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

NEEDED = ("nginx", "apache2")
PRINTING = ("soffice", "pdftotext")
SIGNING = ("minisign",)
PACKAGES = {
    "nginx": "nginx",
    "apache2": "apache2",
    "caddy": "caddy",
    "soffice": "libreoffice-calc",
    "pdftotext": "poppler-utils",
    "minisign": "minisign",
}
"""Of Debian, by the name of the program."""
_OTHER_NAMES = {"apache2": ("httpd",)}
_FOLDERS = ("/usr/sbin", "/usr/local/sbin", "/usr/bin")
"""Where programs for administrators lie: not on everybody's path."""
_MODULES = ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules")


class MissingServer(Exception):
    """A server that is needed and not there."""


def path_of(name: str) -> str | None:
    """Where a server's program is; a variable of its name in capitals (CADDY) says it first."""
    names = (os.environ.get(name.upper(), ""), name, *_OTHER_NAMES.get(name, ()))
    places = os.pathsep.join((os.environ.get("PATH", ""), *_FOLDERS))
    return next((path for one in names if one and (path := shutil.which(one, path=places))), None)


def found(name: str) -> str:
    """The same; MissingServer where there is none."""
    if path := path_of(name):
        return path
    raise MissingServer(text(message("commands.no-server", name=name)))


def apache_modules() -> Path:
    """The folder with Apache's modules."""
    for folder in map(Path, _MODULES):
        if (folder / "mod_mime.so").is_file():
            return folder
    raise MissingServer(text(message("commands.no-server", name="apache2")))


def install() -> None:
    """Install what is missing as Debian's packages; the services stay off."""
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    missing = [package for name, package in PACKAGES.items() if path_of(name) is None]
    steps = (["install", "--yes", "--no-install-recommends", package] for package in missing)
    for step in (["update"], *steps):
        subprocess.run(["apt-get", "-qq", *step], env=quiet, check=False, stdout=sys.stderr)


def main() -> int:
    """Print the paths, installing what is missing."""
    needed = (*NEEDED, *PRINTING, *SIGNING)
    if any(path_of(name) is None for name in needed):
        print(text(message("commands.installing-servers")), file=sys.stderr)
        install()
    try:
        print(*map(found, needed), sep="\n")
    except MissingServer as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
