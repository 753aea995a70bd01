"""What a browser may do with a published page: the one source of the content security policy.

Pages carry it themselves (`<meta>`), so that it holds on hosts that send no headers of ours; the
files for hosts say it once more, and who may show a page in a frame, which only a header can.

No policy here changes with an agency or a release: what an administrator copied once stays right.
That is why no script and no style stands in a page, where it would need a hash that goes stale.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

_NONE = ("'none'",)
_OWN = ("'self'",)


@dataclass(frozen=True, slots=True)
class Policy:
    """Directives in order, each with its sources."""

    directives: tuple[tuple[str, tuple[str, ...]], ...]

    def __str__(self) -> str:
        return "; ".join(" ".join((name, *sources)) for name, sources in self.directives)

    def but(self, name: str, *sources: str) -> Policy:
        """The same with other sources for one directive.

        >>> str(Policy((("style-src", ("'self'",)),)).but("style-src", "'none'"))
        "style-src 'none'"
        """
        if name not in dict(self.directives):
            return Policy((*self.directives, (name, sources)))
        return Policy(tuple((one, sources if one == name else old) for one, old in self.directives))


PAGE = Policy(
    (
        ("default-src", _NONE),  # fonts, frames, media, objects and manifests too: there are none
        ("script-src", (*_OWN, "'wasm-unsafe-eval'")),  # the search engine is WebAssembly
        ("style-src", _OWN),
        ("img-src", (*_OWN, "data:")),  # icons that stand in the style sheet
        ("connect-src", _OWN),  # the index of the search
        ("worker-src", _OWN),  # pekerja.js
        ("form-action", _OWN),
        ("base-uri", _NONE),
    )
)
"""For every page in the site's frame."""

BARE = Policy(
    (
        ("default-src", _NONE),
        ("style-src", _OWN),
        ("img-src", (*_OWN, "data:")),
        ("form-action", _NONE),
        ("base-uri", _NONE),
    )
)
"""For documents without script: notices of files that are gone."""

EMBED = Policy(
    (
        ("default-src", _NONE),
        ("script-src", _OWN),  # tells the page around it how high it is
        ("style-src", _OWN),
        ("img-src", (*_OWN, "data:")),
        ("form-action", _NONE),
        ("base-uri", _NONE),
    )
)
"""For embedded figures."""

PREVIEW = PAGE.but("script-src", *_OWN, "'wasm-unsafe-eval'", "'unsafe-inline'")
"""While writing: MkDocs puts a script into each page that reloads it."""

DOSSIERS = BARE.but("style-src", "'unsafe-inline'")
"""What hosts say about dossiers. They hold their own style and tell its hash themselves."""


def dossier_policy(style: str) -> Policy:
    """What a dossier says about itself: it may use the text of its `<style>`, and nothing else."""
    seal = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return BARE.but("style-src", f"'sha256-{seal}'")


def framed_by_own(policy: Policy) -> Policy:
    """The same, and only pages of the same host may show it in a frame."""
    return policy.but("frame-ancestors", *_OWN)


_SEAL = re.compile("'sha256-[A-Za-z0-9+/]{43}='")


def is_ours(text: str) -> bool:
    """Whether a page may say this about itself."""
    whole = map(str, (PAGE, BARE, EMBED))
    return text in whole or _SEAL.sub("*", text) == str(BARE.but("style-src", "*"))


REFERRER = "strict-origin"
"""What links and downloads tell a server: the host, never the page or what somebody searched."""


def policy_head(policy: Policy) -> str:
    """What a page says in its head; nothing that is loaded may stand before it."""
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="referrer" content="{REFERRER}">'
    )
