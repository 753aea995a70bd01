"""What pages say, read out of templates and scripts as they stand in the engine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from jinja2 import Environment, nodes

from profil_terbuka.words.templates import speak
from support import ENGINE

TEMPLATES = sorted(ENGINE.rglob("*.html"))
OTHERS = ENGINE / "theme" / "pihak-lain"
"""Programs of others, which say nothing to readers."""
SCRIPTS = [path for path in sorted(ENGINE.rglob("*.js")) if OTHERS not in path.parents]
FORMATS = frozenset({"CSV", "JSON", "XLSX"})
"""What is called alike in every language."""
SHOWN_ATTRIBUTES = frozenset({"alt", "aria-label", "data-judul", "placeholder", "title"})
"""Attributes that readers see or hear."""
SAYING = frozenset({"_", "gettext", "pgettext"})

_FOR_PROGRAMS = frozenset({"pre", "script", "style"})
_GAP = "\ufffc"
_SAID = re.compile(r"\{%-?\s*trans\b.*?\bendtrans\s*-?%\}", re.DOTALL)
_TAG = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_ADDRESS = re.compile(r"(?=.*([-/#]|\.\w))[\w#/.-]+")
"""A part of an address or of the name of a place: 'tabel-', 'aset/situs.css'."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def has_words(text: str) -> bool:
    """Whether there is anything to read: two letters side by side."""
    return _WORD.search(text) is not None


class _Reader(HTMLParser):
    """Collects what readers see."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._for_programs = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._for_programs += tag in _FOR_PROGRAMS
        self.seen += [value for name, value in attrs if name in SHOWN_ATTRIBUTES and value]

    def handle_endtag(self, tag: str) -> None:
        self._for_programs -= tag in _FOR_PROGRAMS

    def handle_data(self, data: str) -> None:
        if not self._for_programs:
            self.seen.append(data)


def seen(html: str) -> list[str]:
    """Texts of a page and of its attributes that readers see."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [" ".join(text.split()) for text in reader.seen if has_words(text)]


def outside_of_words(source: str) -> list[str]:
    """What a template shows without the words' help: as text, or by an expression."""
    html = _TAG.sub(_GAP, _SAID.sub(_GAP, source))
    texts = (piece.strip() for text in seen(html) for piece in text.split(_GAP))
    strings = (text for text in _shown(_parsed(source)) if not _ADDRESS.fullmatch(text))
    return [text for text in (*texts, *strings) if has_words(text)]


def said_by(source: str) -> Iterator[str]:
    """What a template says in whatever way: its texts between values and markup."""
    for text in (*seen(_TAG.sub(_GAP, source)), *_strings(_parsed(source))):
        yield from (piece.strip(" ,;:.()") for piece in re.split(f"{_GAP}|%\\(\\w+\\)s", text))


def _parsed(source: str) -> nodes.Template:
    environment = Environment(autoescape=True)
    speak(environment)
    return environment.parse(source)


_UNSHOWN = (
    nodes.Compare,
    nodes.Extends,
    nodes.FromImport,
    nodes.Import,
    nodes.Include,
    nodes.Test,
)


def _shown(node: nodes.Node) -> Iterator[str]:
    """Strings of a template that may reach the page, but for those that are said in words."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, _UNSHOWN) or _says(node):
        return
    elif isinstance(node, nodes.Filter | nodes.Getitem):  # not what they are told to look for
        yield from _shown(node.node) if node.node else ()
    else:
        for child in node.iter_child_nodes():
            yield from _shown(child)


def _says(node: nodes.Node) -> bool:
    return (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Name)
        and node.node.name in SAYING
    )


def _strings(tree: nodes.Template) -> Iterator[str]:
    for call in tree.find_all(nodes.Call):
        if _says(call):
            yield from (str(found.value) for found in call.args if isinstance(found, nodes.Const))


_COMMENT = re.compile(r"^\s*//.*$|\s// .*$", re.MULTILINE)
_KATA = re.compile(r'\bkata\("[a-z.-]+"')
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_LITERAL = re.compile(r"`((?:[^`\\]|\\.)*)`")
_VALUE = re.compile(r"\$\{[^{}]*\}")
_INNER = re.compile(r"\$\{.*|^\}")
"""What a literal inside another leaves of the expression around it."""
_SENTENCE = re.compile(r"^[\W\d]*[A-Z][a-z]+|[^\W\d_] [^\W\d_]|[a-z]{2,}[,.:;?!…](\s|$)")
"""What no name for a program looks like: a capital, a space between words, or a stop."""


def strings_of(script: str) -> Iterator[str]:
    """The strings of a script that may be read, those of its words aside: whatever stands beside
    values in a template literal, and other strings that look like a sentence or its beginning."""
    code = _KATA.sub("kata(", _COMMENT.sub("", script))
    yield from filter(_SENTENCE.search, _STRING.findall(code))
    for literal in _LITERAL.findall(code):
        while (plain := _VALUE.sub(_GAP, literal)) != literal:
            literal = plain
        pieces = (_INNER.sub("", piece).strip() for piece in literal.split(_GAP))
        yield from (piece for piece in pieces if has_words(piece) and not _ADDRESS.fullmatch(piece))
