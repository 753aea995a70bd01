"""A site that shows what waits for its day (`terbit`), and is never published: every page says so.

The marks are laid into the finished HTML, so that no kind of page can lack them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from ..model.embargo import Waiting
from ..model.messages import Message, message
from ..model.products import DOSSIER
from ..read.manuscripts import address
from ..system.lazily import derived, united
from ..words.catalogues import text
from ..words.dates import date

_NO_INDEX = '<meta name="robots" content="noindex">'
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
ROBOTS = "User-agent: *\nDisallow: /\n"
"""robots.txt of such a site."""


@dataclass(frozen=True, slots=True)
class Staging:
    """What waits for its day on such a site."""

    waiting: tuple[Waiting, ...]

    def told(self, url: str) -> str:
        """What the page or file at an address says at its top."""
        for item in self.waiting:
            place = f"data/{item.slug}/" if item.slug else address(item.path)
            if url.startswith(place):
                return text(_told_of(item))
        waiting = tuple(
            message("site.staged-item", title=item.title, day=date(item.day))
            for item in self.waiting
        )
        return text(message("site.staged-all", items=waiting) if waiting else _STAGED)

    def marked(self, html: str, url: str) -> str:
        """The page with its mark; search engines are told to leave it out, once."""
        if _NO_INDEX not in html:
            html = _CHARSET.sub(lambda found: f"{found[0]}\n    {_NO_INDEX}", html, count=1)
        told = escape(self.told(url), quote=False)
        label = escape(text(message("site.staged-label")))
        mark = f'\n    <aside class="pratayang" aria-label="{label}"><p>{told}</p></aside>'
        return _BODY.sub(lambda found: found[0] + mark, html, count=1)

    def marked_files(self, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """The files of the site, those among them marked that are pages by themselves.

        Downloads are not: they are as they will be on their day, and catalogues tell their hashes.
        """

        def mark(name: str) -> bytes:
            return self.marked(files[name].decode(), name).encode()

        found = (name for name in files if name.endswith(".html") and not name.endswith(DOSSIER))
        pages = {name: name for name in found}
        return united(files, derived(pages, mark))


_STAGED = message("site.staged")


def _told_of(item: Waiting) -> Message:
    day = date(item.day)
    if item.path:
        return message("site.staged-page", day=day)
    return message("site.staged-edition" if item.replaces else "site.staged-dataset", day=day)
