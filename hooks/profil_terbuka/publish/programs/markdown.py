"""The article of a page as Markdown, for programs that read: what it says, without how it looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from typing import TypeAlias

_SILENT = frozenset({"nav", "svg", "script", "style", "form", "button", "template", "noscript"})
"""What is controls or drawing; a drawing's sentence and table stand beside it."""
_EMPTY = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "figure", "figcaption", "details", "blockquote"}
)
_MARKS = {"strong": "**", "b": "**", "summary": "**", "dt": "**", "em": "*", "i": "*"}
_OPENING = {**{tag: f"{mark} " for tag, mark in _HEADINGS.items()}, **_MARKS} | {
    "blockquote": "> ",
    "dd": ": ",
    "br": " ",
}
_PARTED = frozenset({"summary", "dl", "dt", "table", "hr"})
_SPACES = re.compile(r"\s+")
_LINES = re.compile(r"\n{3,}")
_Told: TypeAlias = Mapping[str, str | None]


def markdown_of(html: str) -> str:
    """The Markdown of an article; broken HTML never raises.

    >>> markdown_of("<h2>Isi</h2><p>Lihat <b>ini</b>.</p>")
    '## Isi\\n\\nLihat **ini**.\\n'
    """
    reader = _Article()
    reader.feed(html)
    reader.close()
    return reader.written()


class _Article(HTMLParser):
    """Writes while it reads: blocks are parted by an empty line, a table is kept until its end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._silent: list[str] = []
        """Open elements below one that says nothing, that one included."""
        self._links: list[str] = []
        self._lists: list[str] = []
        self._table: list[list[str]] | None = None
        self._cell: list[str] | None = None
        self._code = False

    def written(self) -> str:
        """All that was read."""
        lines = (line.rstrip() for line in "".join(self._parts).split("\n"))
        return _LINES.sub("\n\n", "\n".join(lines)).strip() + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element, or what is left out with all that is in it."""
        if self._silent:
            if tag not in _EMPTY:
                self._silent.append(tag)
            return
        told = dict(attrs)
        if _says_nothing(tag, told):
            if tag not in _EMPTY:
                self._silent.append(tag)
            return
        self._begin(tag, told)

    def handle_endtag(self, tag: str) -> None:
        """End an element; one that was never begun is nothing."""
        if self._silent:
            if tag in self._silent:
                while self._silent.pop() != tag:
                    pass
            return
        if end := _ENDS.get(tag):
            end(self)
        elif tag in _MARKS:
            self._say(_MARKS[tag])
        if tag in _HEADINGS or tag in _BLOCKS or tag in ("summary", "dd", "dl"):
            self._break()

    def handle_data(self, data: str) -> None:
        """Words, with white space as a browser has it."""
        if self._silent:
            return
        self._say(data if self._code else _SPACES.sub(" ", data))

    def _begin(self, tag: str, told: _Told) -> None:
        if tag in _HEADINGS or tag in _BLOCKS or tag in _PARTED:
            self._break()
        if begin := _BEGINS.get(tag):
            begin(self, tag, told)
        elif mark := _OPENING.get(tag):
            self._say(mark)

    def _begin_image(self, _: str, told: _Told) -> None:
        if told.get("alt"):
            self._say(f"![{told['alt']}]({told.get('src') or ''})")

    def _begin_link(self, _: str, told: _Told) -> None:
        self._links.append(told.get("href") or "")
        self._say("[" if self._links[-1] else "")

    def _begin_list(self, tag: str, _: _Told) -> None:
        self._lists.append(tag)

    def _begin_item(self, *_: object) -> None:
        mark = "1. " if self._lists[-1:] == ["ol"] else "- "
        self._say(f"\n{'  ' * max(len(self._lists) - 1, 0)}{mark}")

    def _begin_code(self, *_: object) -> None:
        self._break()
        self._say("```\n")
        self._code = True

    def _begin_mark(self, *_: object) -> None:
        self._say("" if self._code else "`")

    def _begin_table(self, *_: object) -> None:
        self._table = []

    def _begin_row(self, *_: object) -> None:
        if self._table is not None:
            self._table.append([])

    def _begin_cell(self, *_: object) -> None:
        if self._table:
            self._cell = []

    def _begin_caption(self, *_: object) -> None:
        if self._table is not None:
            self._cell = []

    def _end_caption(self) -> None:
        """It stands above its table."""
        if self._cell is not None:
            words, self._cell = "".join(self._cell), None
            self._parts += ["\n\n", _SPACES.sub(" ", words).strip(), "\n\n"]

    def _end_link(self) -> None:
        target = self._links.pop() if self._links else ""
        self._say(f"]({target})" if target else "")

    def _end_list(self) -> None:
        if self._lists:
            self._lists.pop()
        if not self._lists:
            self._break()

    def _end_code(self) -> None:
        self._code = False
        self._say("\n```")
        self._break()

    def _end_mark(self) -> None:
        self._say("" if self._code else "`")

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        words = _SPACES.sub(" ", "".join(self._cell)).strip().replace("|", "\\|")
        self._cell = None
        if self._table:
            self._table[-1].append(words)

    def _end_table(self) -> None:
        rows = [row for row in self._table or () if row]
        self._table = self._cell = None
        if not rows:
            return
        wide = max(map(len, rows))
        lines = ["| " + " | ".join([*row, *[""] * (wide - len(row))]) + " |" for row in rows]
        lines.insert(1, "|" + " --- |" * wide)
        self._break()
        self._say("\n".join(lines))
        self._break()

    def _say(self, words: str) -> None:
        if self._cell is not None:
            self._cell.append(words)
        elif self._table is not None:
            return  # white space between rows
        elif not self._code and words.startswith(" ") and self._at_start():
            self._parts.append(words.lstrip(" "))
        else:
            self._parts.append(words)

    def _at_start(self) -> bool:
        return not self._parts or self._parts[-1].endswith(("\n", " "))

    def _break(self) -> None:
        """A block ends: within a cell or a list only a space may part it from the next."""
        if self._cell is not None or self._lists:
            self._say(" ")
        elif self._table is None and not self._code:
            self._parts.append("\n\n")


_BEGINS: Mapping[str, Callable[[_Article, str, _Told], None]] = {
    "a": _Article._begin_link,
    "caption": _Article._begin_caption,
    "code": _Article._begin_mark,
    "img": _Article._begin_image,
    "li": _Article._begin_item,
    "ol": _Article._begin_list,
    "pre": _Article._begin_code,
    "table": _Article._begin_table,
    "td": _Article._begin_cell,
    "th": _Article._begin_cell,
    "tr": _Article._begin_row,
    "ul": _Article._begin_list,
}
_ENDS: Mapping[str, Callable[[_Article], None]] = {
    "caption": _Article._end_caption,
    "a": _Article._end_link,
    "ul": _Article._end_list,
    "ol": _Article._end_list,
    "pre": _Article._end_code,
    "code": _Article._end_mark,
    "td": _Article._end_cell,
    "th": _Article._end_cell,
    "table": _Article._end_table,
}


def _says_nothing(tag: str, told: _Told) -> bool:
    classes = (told.get("class") or "").split()
    drawn = told.get("role") == "img" or told.get("aria-hidden") == "true"
    return tag in _SILENT or drawn or "hidden" in told or "headerlink" in classes
