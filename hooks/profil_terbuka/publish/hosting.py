"""What hosts are told to send along with the pages: ready files for the usual servers.

All say the same (`policy.py`). They are published with the site, so that whoever gets only the
finished folder has the ones that belong to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.messages import Message, message
from ..model.products import DOSSIER
from ..render.layout import LOST
from ..web.policy import DOSSIERS, EMBED, PAGE, REFERRER, Policy, framed_by_own
from ..words.catalogues import text

FOLDER = "server/"
HEADERS = "_headers"
"""Read by Cloudflare Pages and Netlify at the root of the site, by its name."""

_CSP = "Content-Security-Policy"


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is sent for some addresses.

    `pattern` is a regular expression for their end; `globs` are the same for `_headers`, below the
    folder of an agency.
    """

    what: Message
    pattern: str
    globs: tuple[str, ...]
    policy: Policy


_REST = framed_by_own(PAGE)
_RULES = (
    _Rule(
        message("publish.server-embedded"),
        "/data/[^/]+/(v/[^/]+/)?sematan/",
        ("/data/:dataset/sematan/*", "/data/:dataset/v/:edisi/sematan/*"),
        EMBED,  # without `frame-ancestors`: also in a page that somebody keeps on a disk
    ),
    _Rule(
        message("publish.server-dossier"),
        rf"{DOSSIER}$".replace(".", r"\."),
        (f"/*{DOSSIER}", f"/*{DOSSIER.removesuffix('.html')}"),  # Cloudflare hides the `.html`
        framed_by_own(DOSSIERS),
    ),
)
"""What differs from the rest; where two fit, the last one counts."""

_ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", REFERRER),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)


def server_files(portal: bool) -> Mapping[str, str]:
    """The files by address; in the portal's folder the agencies stand one folder deeper."""
    return {
        HEADERS: _joined(_headers("/:instansi" if portal else "")),
        f"{FOLDER}nginx.conf": _joined(_nginx()),
        f"{FOLDER}apache.conf": _joined(_apache()),
        f"{FOLDER}caddy.conf": _joined(_caddy()),
    }


def _joined(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _about(how: Message) -> Iterator[str]:
    """What a file is for and `how` it is used, as comments above its rules."""
    yield from _comment(message("publish.server-about"))
    yield from _comment(how)
    yield ""


def _comment(said: Message, indent: str = "") -> Iterator[str]:
    yield from (f"{indent}# {line}" for line in text(said).split("\n"))


def _headers(above: str) -> Iterator[str]:
    yield from _about(message("publish.server-headers"))
    yield "/*"
    for name, value in ((_CSP, str(_REST)), *_ALWAYS):
        yield f"  {name}: {value}"
    for rule in _RULES:
        yield from _comment(rule.what)
        for glob in rule.globs:
            yield glob if glob.startswith("/*") else f"{above}{glob}"
            yield f"  ! {_CSP}"
            yield f"  {_CSP}: {rule.policy}"


def _nginx() -> Iterator[str]:
    yield from _about(message("publish.server-nginx"))
    yield f'set $kebijakan_isi "{_REST}";'
    for rule in _RULES:
        yield from _comment(rule.what)
        yield f'if ($uri ~ "{rule.pattern}") {{ set $kebijakan_isi "{rule.policy}"; }}'
    yield f"add_header {_CSP} $kebijakan_isi always;"
    for name, value in _ALWAYS:
        yield f'add_header {name} "{value}" always;'


def _apache() -> Iterator[str]:
    yield from _about(message("publish.server-apache"))
    yield from _comment(message("publish.server-lost"))
    yield f"ErrorDocument 404 /{LOST}"
    yield "<IfModule mod_headers.c>"
    yield f'  Header always set {_CSP} "{_REST}"'
    for rule in _RULES:
        yield from _comment(rule.what, indent="  ")
        when = f"expr=%{{REQUEST_URI}} =~ m#{rule.pattern}#"
        yield f'  Header always set {_CSP} "{rule.policy}" "{when}"'
    for name, value in _ALWAYS:
        yield f'  Header always set {name} "{value}"'
    yield "</IfModule>"


def _caddy() -> Iterator[str]:
    yield from _about(message("publish.server-caddy"))
    yield "header {"
    for name, value in _ALWAYS:
        yield f'  {name} "{value}"'
    yield "}"
    for number, rule in enumerate(_RULES, start=1):
        name = f"@khusus{number}"
        yield from _comment(rule.what)
        yield f"{name} path_regexp {rule.pattern}"
        yield f'header {name} {_CSP} "{rule.policy}"'
    yield f"@umum not path_regexp {'|'.join(rule.pattern for rule in _RULES)}"
    yield f'header @umum {_CSP} "{_REST}"'
