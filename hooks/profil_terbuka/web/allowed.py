"""What may stand in a finished page: elements, attributes and values. All else is refused.

A list of what is harmful is never complete; this one holds what the site's pages use and what
plain writing needs. A browser and this program must also read a tag alike, so one that is not
written in the regular way is refused whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.messages import Message, message
from ..words.excerpts import excerpt
from . import policy


@dataclass(frozen=True, slots=True)
class Breach:
    """Something that may not stand in a page: what it is and how to mend it, for its writer."""

    what: Message
    mend: Message


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _attributes(**of: str) -> dict[str, frozenset[str]]:
    return {tag: _names(text) for tag, text in of.items()}


_ANYWHERE = _names(
    "id class title lang dir hidden role tabindex "
    # What the site's own scripts read. They write text, never markup.
    "data-akar data-alamat data-alasan data-asal data-awal data-baca data-baris data-berakhir "
    "data-cari data-ganti data-hari data-isian data-judul data-kelompok data-kutip data-lain "
    "data-libur data-mulai data-n data-salin data-saring data-satuan data-sdi data-segi "
    "data-sinonim data-tahun data-tanda data-terbit data-tiada data-umum "
    "data-urut data-sisip"  # left over, it is told as a place unfilled
)
_DRAWN = _names(
    "clip-path cx cy d data-titik display dx dy fill fill-opacity fill-rule focusable font-family "
    "font-size font-style font-weight height lengthadjust opacity paint-order patterntransform "
    "patternunits "
    "pointer-events points preserveaspectratio r rx ry stroke stroke-dasharray stroke-linecap "
    "stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor textlength "
    "transform viewbox width x x1 x2 xmlns y y1 y2"
)
_DRAWING = _names(
    "circle clippath defs desc ellipse g line path pattern polygon polyline rect svg text tspan"
)
_PLAIN = _names(
    "abbr address article aside b bdi blockquote br caption cite code dd del dfn div dl dt em "
    "figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd main mark nav p pre q s samp "
    "section small span strong sub summary sup table tbody tfoot thead title tr u ul var wbr"
)
_HEAD = _attributes(
    html="",
    head="",
    body="data-md-color-accent data-md-color-primary data-md-color-scheme",
    base="target",
    link="href rel type",
    meta="charset content http-equiv name property",
    style="",
)
"""The frame of a page, which the program writes: nothing of it may follow `<body>`."""

_BODY = {
    **dict.fromkeys(_PLAIN, _names("")),
    **dict.fromkeys(_DRAWING, _DRAWN),
    **_attributes(
        a="download href name rel",
        button="disabled type",
        col="span",
        colgroup="span",
        details="open",
        form="action",
        img="alt height loading sizes src srcset width",
        input="autocomplete disabled enterkeyhint max maxlength min name placeholder spellcheck "
        "type",
        label="for",
        li="value",
        ol="reversed start",
        option="selected value",
        output="for",
        script="defer src type",
        select="disabled name",
        td="colspan headers rowspan",
        textarea="autocomplete rows spellcheck",
        th="abbr colspan headers rowspan scope",
        time="datetime",
    ),
}
TAGS = frozenset(_BODY) - _DRAWING
TAGS -= _names("title script form input button label select option output textarea")
"""Elements that people may write into a page; the rest of the body is the program's."""

_RELATIVE = re.compile(r"(?![A-Za-z][\w+.-]*:)(?![/\\]{2})[^\x00-\x20\\]*")
_REFRESH = re.compile(rf"0; url={_RELATIVE.pattern}")
_PAINT = re.compile(r"[^(\\]*|(?:var|rgba?)\([\w\s.,%-]*\)|url\(#[\w.:-]+\)")
_VALUES = {
    **dict.fromkeys(("data-akar", "data-cari", "action"), _RELATIVE),
    # What is copied as text with a number: whole where the site knows its address.
    "data-kutip": re.compile(rf"{_RELATIVE.pattern}|https?://[^\x00-\x20\\]*"),
    **dict.fromkeys(("fill", "stroke", "clip-path"), _PAINT),
    "http-equiv": re.compile("refresh|Content-Security-Policy"),
    "target": re.compile("_blank"),
    "src": re.compile(r"[^\x00-\x1f\\]*"),
    # The page of lost addresses names its files from the root; `//host` is no such path.
    "script src": re.compile(r"(?:(?:\.{1,2}/)*|/(?:[\w-]+/)*)aset/[\w.-]+\.js"),
    "script type": re.compile(r"application/ld\+json"),
    "input type": re.compile("search|date|checkbox"),
    "button type": re.compile("submit|button"),
    "link rel": re.compile("alternate|canonical|describedby|icon|license|stylesheet"),
}
"""What the value of an attribute must be, whatever element has it or on one."""

_TIDY = re.compile(
    r"<[a-zA-Z][a-zA-Z0-9-]*"
    r"(?:[ \t\n]+[a-zA-Z_][\w:.-]*(?:=(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*[ \t\n]*/?>",
    re.ASCII,
)
_FETCHING_STYLE = re.compile(
    r"url\s*\(|@import|image-set|image\s*\(|<|\\0*[4-7][0-9a-f](?![0-9a-f])|\\[g-z]", re.IGNORECASE
)
_SHOWN = 60


def tag_breaches(raw: str, tag: str, values: Mapping[str, str], body: bool) -> Iterator[Breach]:
    """What is wrong with one start tag, written `raw`; `body`: it follows `<body>`.

    `tag` and the keys of `values` are in small letters, character references are resolved.

    >>> raw, values = '<b onclick="a()">', {"onclick": "a()"}
    >>> [breach.what.name for breach in tag_breaches(raw, "b", values, body=True)]
    ['web.attribute-runs-script']
    """
    if not _TIDY.fullmatch(raw):
        yield Breach(message("web.tag-untidy", tag=_excerpt(raw)), message("web.write-tidy"))
        return
    own = _BODY.get(tag) if body or tag in ("title", "script") else _HEAD.get(tag, _BODY.get(tag))
    if own is None:
        yield _refused_tag(tag)
        return
    for name, value in values.items():
        if name not in _ANYWHERE and name not in own and not name.startswith("aria-"):
            yield _refused_attribute(tag, name)
        elif not _fits(tag, name, value):
            yield _refused_value(tag, name, value)
    if "http-equiv" in values and not _instructs(values):
        yield _refused_value(tag, "content", values.get("content", ""))


def text_breach(text: str, inside: str) -> Breach | None:
    """What is wrong with text that stands directly in the element `inside` ('' in the body)."""
    if inside == "script":
        return Breach(message("web.script-in-page"), message("web.delete-script"))
    if inside == "style":
        if found := _FETCHING_STYLE.search(text):
            what = message("web.style-fetches", found=_excerpt(found[0]))
            return Breach(what, message("web.report-style"))
    elif "<" in text:
        return Breach(message("web.sign-like-tag"), message("web.write-reference"))
    return None


COMMENT = Breach(message("web.comment-in-page"), message("web.delete-comment"))
NUL = Breach(message("web.zero-byte"), message("web.save-page-as-text"))


def _instructs(values: Mapping[str, str]) -> bool:
    """Whether what a page tells the browser about itself is one of the two things it may."""
    content = values.get("content", "")
    if values["http-equiv"] == "refresh":
        return bool(_REFRESH.fullmatch(content))
    return policy.is_ours(content)


def _fits(tag: str, name: str, value: str) -> bool:
    """Whether a value is one of those that its attribute may have."""
    wanted = _VALUES.get(f"{tag} {name}") or _VALUES.get(name)
    return wanted is None or bool(wanted.fullmatch(value))


def _refused_tag(tag: str) -> Breach:
    if tag in _HEAD:
        return Breach(message("web.tag-of-head", tag=tag), message("web.write-front-matter"))
    refused = message("web.tag-refused", tag=_excerpt(tag))
    if tag in ("audio", "video", "source", "track", "picture"):
        return Breach(refused, message("web.write-media-plainly"))
    return Breach(refused, message("web.delete-tag"))


def _refused_attribute(tag: str, name: str) -> Breach:
    shown = _excerpt(name)
    delete = message("web.delete-attribute", name=shown)
    if name.startswith("on"):
        return Breach(message("web.attribute-runs-script", name=shown, tag=tag), delete)
    if name == "style":
        delete = message("web.delete-style", name=shown)
        return Breach(message("web.style-attribute", tag=tag), delete)
    return Breach(message("web.attribute-refused", name=shown, tag=tag), delete)


def _refused_value(tag: str, name: str, value: str) -> Breach:
    what = message("web.value-refused", name=name, value=_excerpt(value), tag=tag)
    if _VALUES.get(name) is _RELATIVE or name == "content":
        return Breach(what, message("web.write-own-address"))
    return Breach(what, message("web.delete-attribute-or-tag", name=name))


def _excerpt(text: str) -> str:
    """Text of a page as it may stand in a message: no backquote, which would end it there."""
    return excerpt(text.replace("`", "'"), _SHOWN)
