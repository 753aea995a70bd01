"""What Office and OpenDocument files hide: people, remarks, sheets, rows, columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.messages import message
from .hiding import Hidden

_PEOPLE = re.compile(r"<(Company|Manager)\b[^>]*>([^<]+)</\1>")
_OWN_PROPERTY = re.compile(r"<property\b|<meta:user-defined\b")
_REMARK_FILE = re.compile(r"(?:xl|word|ppt)/(?:comments|threadedComments)(?:/.*|\w*)\.xml\Z")
_REMARK = re.compile(r"<(?:(?:\w+:)?comment\b|threadedComment\b|office:annotation[ >])")
_HIDDEN_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*\bstate=[\"'](?:veryH|h)idden[\"']")
_HIDDEN_STYLE = re.compile(
    r"<style:style\b[^>]*style:family=[\"']table[\"'][^>]*>\s*"
    r"<style:table-properties\b[^>]*table:display=[\"']false[\"']"
)
_HIDDEN_LINES = re.compile(
    r"<(?:\w+:)?(?:col|row)\b[^>]*\bhidden=[\"'](?:1|true)[\"']"
    r"|<table:table-(?:column|row)\b[^>]*table:visibility=[\"']collapse[\"']"
)
_CHANGE = re.compile(r"<w:(?:ins|del)\b[^>]*\bw:author=|<text:tracked-changes[ >]")

_INSPECT = message("privacy.inspect-document")
_UNHIDE = message("privacy.unhide")
_ACCEPT = message("privacy.accept-changes")
_SHEET = message("privacy.hidden-sheet")


def hidden_in_office(name: str, xml: str) -> Iterator[Hidden]:
    """Everything hidden in the member `name` of an Office or OpenDocument file."""
    if name.startswith("docProps/"):
        for found in _PEOPLE.finditer(xml):
            if words := found[2].strip():
                yield Hidden(message("privacy.hidden-company"), words, is_author=True)
    if name in ("docProps/custom.xml", "meta.xml") and _OWN_PROPERTY.search(xml):
        yield Hidden(message("privacy.hidden-property"), remedy=_INSPECT)
    if (_REMARK_FILE.match(name) or name == "content.xml") and _REMARK.search(xml):
        yield Hidden(message("privacy.hidden-remark"), remedy=_INSPECT)
    yield from _out_of_sight(name, xml)
    if name in ("word/document.xml", "content.xml") and _CHANGE.search(xml):
        yield Hidden(message("privacy.hidden-changes"), remedy=_ACCEPT)


def _out_of_sight(name: str, xml: str) -> Iterator[Hidden]:
    """Sheets, rows and columns that a reader does not see, and everybody can show again."""
    is_sheet = name.startswith("xl/worksheets/") or name == "content.xml"
    if name == "xl/workbook.xml" and _HIDDEN_SHEET.search(xml):
        yield Hidden(_SHEET, remedy=_UNHIDE)
    if name == "content.xml" and _HIDDEN_STYLE.search(xml):
        yield Hidden(_SHEET, remedy=_UNHIDE)
    if is_sheet and _HIDDEN_LINES.search(xml):
        yield Hidden(message("privacy.hidden-lines"), remedy=_UNHIDE)
