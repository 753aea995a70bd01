"""What the sheets of a workbook share: their names, texts, number formats, and its calendar."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ..grid import SheetCell, tidy
from .archive import Archive, elements
from .built_in_formats import built_in_format
from .excel_values import NumberFormat, number_format

_DOCUMENT = "officeDocument"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""A letter that XML cannot hold (ECMA-376 part 1, 22.9.2.19)."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet, and the part of the archive that holds its cells."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class WorkbookParts:
    """A workbook without its cells."""

    namespace: str
    """Of its XML, in braces: there are two, one for strict files."""
    sheets: tuple[SheetPart, ...]
    texts: tuple[SheetCell, ...]
    formats: tuple[NumberFormat, ...]
    """By the number of the style that cells name."""
    since_1904: bool
    unworked: bool
    """Whoever opens it is to work everything out: values of formulas are only there for show."""


def workbook_parts(archive: Archive) -> WorkbookParts:
    """The parts that say how cells are to be read; KeyError or ParseError for damaged ones."""
    (document,) = (part for kind, part in _related(archive, "").values() if kind == _DOCUMENT)
    root = archive.tree(document)
    namespace = root.tag.removesuffix("workbook")
    related = _related(archive, document)
    targets = dict(related.values())
    return WorkbookParts(
        namespace=namespace,
        sheets=tuple(_sheets(root, namespace, related)),
        texts=tuple(_texts(archive, targets.get("sharedStrings", ""), namespace)),
        formats=tuple(_formats(archive, targets.get("styles", ""), namespace)),
        since_1904=_says(root.find(f"{namespace}workbookPr"), "date1904"),
        unworked=_says(root.find(f"{namespace}calcPr"), "fullCalcOnLoad"),
    )


def inline_text(element: Element, namespace: str) -> str:
    """The text of a cell or shared string: its runs joined, readings of Chinese left out.

    >>> from xml.etree.ElementTree import fromstring
    >>> inline_text(fromstring("<si><r><t>Kota </t></r><r><t>Contoh_x000D_</t></r></si>"), "")
    'Kota Contoh\\r'
    """
    if len(element) == 1 and element[0].tag == f"{namespace}t":  # nearly always
        return unescaped(element[0].text or "")
    runs = [*element.findall(f"{namespace}t"), *element.findall(f"{namespace}r/{namespace}t")]
    return unescaped("".join(run.text or "" for run in runs))


def unescaped(text: str) -> str:
    """Text with the letters that XML cannot hold.

    >>> unescaped("a_x000A_b")
    'a\\nb'
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _related(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """What a part refers to (ECMA-376 part 2, 9.3): mark in it -> kind of the other, and its name.

    The part '' is the whole archive; it refers to the workbook.
    """
    folder, name = posixpath.split(part)
    found = {}
    for item in archive.tree(posixpath.join(folder, "_rels", f"{name}.rels")):
        kind = item.get("Type", "").rpartition("/")[2]
        target = posixpath.normpath(posixpath.join("/", folder, item.get("Target", "")))
        found[item.get("Id", "")] = (kind, target)
    return found


def _sheets(
    root: Element, namespace: str, related: Mapping[str, tuple[str, str]]
) -> Iterator[SheetPart]:
    """The sheets of cells in their order; sheets that are a chart hold none."""
    for item in root.iterfind(f"{namespace}sheets/{namespace}sheet"):
        mark = next((value for key, value in item.items() if key.endswith("}id")), "")
        kind, part = related[mark]
        if kind == "worksheet":
            hidden = item.get("state", "visible") != "visible"
            yield SheetPart(tidy(item.get("name", "")), part, hidden)


def _texts(archive: Archive, part: str, namespace: str) -> Iterator[SheetCell]:
    if part not in archive:
        return
    with archive.open(part) as stream:
        for item in elements(stream, (f"{namespace}si",)):
            yield SheetCell(tidy(inline_text(item, namespace)))


def _formats(archive: Archive, part: str, namespace: str) -> Iterator[NumberFormat]:
    if part not in archive:
        return
    root = archive.tree(part)
    own = {
        item.get("numFmtId"): item.get("formatCode", "")
        for item in root.iterfind(f"{namespace}numFmts/{namespace}numFmt")
    }
    for style in root.iterfind(f"{namespace}cellXfs/{namespace}xf"):
        number = style.get("numFmtId", "0")
        yield number_format(own[number]) if number in own else built_in_format(int(number))


def _says(element: Element | None, attribute: str) -> bool:
    return element is not None and element.get(attribute, "0") in ("1", "true")
