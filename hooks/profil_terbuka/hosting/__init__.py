"""What servers are told about a site: ready files for the usual ones, made of one table.

All say the same (`facts.py` of files, `rules.py` of browsers). They are published with the site, so
that whoever gets only the finished folder has the ones that belong to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .apache import apache_rules, lost_page_rule
from .caddy import caddy_rules
from .listed import listed_headers
from .nginx import nginx_rules

__all__ = ["FOLDER", "HEADERS", "lost_page_rule", "server_files"]

FOLDER = "server/"
HEADERS = "_headers"
"""Read by Cloudflare Pages and Netlify at the root of the site, by its name."""


def server_files(portal: bool, base: str = "/") -> Mapping[str, str]:
    """The files by address; in the portal's folder the agencies stand one folder deeper.

    `base` is the path that the site stands at on its host, as its page for lost addresses has it.
    """
    return {
        HEADERS: _joined(listed_headers("/:instansi" if portal else "")),
        f"{FOLDER}nginx.conf": _joined(nginx_rules()),
        f"{FOLDER}apache.conf": _joined(apache_rules(base)),
        f"{FOLDER}caddy.conf": _joined(caddy_rules()),
    }


def _joined(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
