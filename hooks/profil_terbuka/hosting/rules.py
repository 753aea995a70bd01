"""What servers send for browsers along with the pages, and how their files explain it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.messages import Message, message
from ..model.products import DOSSIER
from ..web.policy import DOSSIERS, EMBED, PAGE, REFERRER, Policy, framed_by_own
from ..words.catalogues import text

CSP = "Content-Security-Policy"
CACHE = "Cache-Control"
CORS = "Access-Control-Allow-Origin"
ANYBODY = "*"


@dataclass(frozen=True, slots=True)
class PolicyRule:
    """What is sent for some addresses.

    `pattern` is a regular expression for their end; `globs` are the same for `_headers`, below the
    folder of an agency.
    """

    what: Message
    pattern: str
    globs: tuple[str, ...]
    policy: Policy


REST = framed_by_own(PAGE)
"""The policy of all other addresses."""
POLICY_RULES = (
    PolicyRule(
        message("hosting.embedded"),
        "/data/[^/]+/(v/[^/]+/)?sematan/",
        ("/data/:dataset/sematan/*", "/data/:dataset/v/:edisi/sematan/*"),
        EMBED,  # without `frame-ancestors`: also in a page that somebody keeps on a disk
    ),
    PolicyRule(
        message("hosting.dossier"),
        rf"{DOSSIER}$".replace(".", r"\."),
        (f"/*{DOSSIER}", f"/*{DOSSIER.removesuffix('.html')}"),  # Cloudflare hides the `.html`
        framed_by_own(DOSSIERS),
    ),
)
"""What differs from the rest; where two fit, the last one counts."""

ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", REFERRER),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)


def about(how: Message) -> Iterator[str]:
    """What a file is for and `how` it is used, as comments above its rules."""
    yield from comment(message("hosting.about"))
    yield from comment(how)
    yield ""


def comment(said: Message, indent: str = "") -> Iterator[str]:
    """A sentence as lines of a configuration that say nothing to the server."""
    yield from (f"{indent}# {line}" for line in text(said).split("\n"))
