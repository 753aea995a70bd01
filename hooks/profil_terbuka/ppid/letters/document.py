"""A letter as a Word document: A4, quiet, with every place that is still open in yellow."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from ...model.messages import message
from ...words.catalogues import text
from .content import (
    Addressed,
    Block,
    Clauses,
    Copies,
    FactLines,
    Letter,
    Listing,
    NewSheet,
    Said,
    SignedBy,
)
from .letterhead import Letterhead
from .open import MARK

FONT = "Arial"
_SIZE = 11
_SHORT, _LONG = Cm(21.0), Cm(29.7)
_LEFT, _RIGHT, _TOP, _BOTTOM = Cm(2.5), Cm(2.0), Cm(1.6), Cm(2.0)
_LABEL, _COLON = Cm(5.2), Cm(0.5)
_HEAD_LABEL = Cm(2.2)
_CLAUSE_HEAD = Cm(2.8)
_WIDE_MARK, _NARROW_MARK = Cm(2.3), Cm(0.9)
_SHORT_MARK = 2
"""Letters of a mark that is narrow: 'a.'"""
_SPACE_TO_SIGN = 4
"""Empty lines between a post and a name."""


def word_document(letter: Letter) -> bytes:
    """The bytes of a letter."""
    document = docx.Document()
    _set_up(document, letter)
    _letterhead(document, letter.head)
    if letter.addressed:
        _addressed(document, letter.addressed)
    for line in letter.title:
        _paragraph(document, line, _Look(bold=True, centred=True, after=0))
    if letter.title:
        _paragraph(document, "", _GAP)
    for block, following in zip_longest(letter.blocks, letter.blocks[1:]):
        _block(document, block)
        if isinstance(block, Said) and isinstance(following, SignedBy):
            # Nobody signs on a sheet with nothing above.
            document.paragraphs[-1].paragraph_format.keep_with_next = True
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_up(document: Document, letter: Letter) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _SHORT, _LONG
    section.left_margin, section.right_margin = _LEFT, _RIGHT
    section.top_margin, section.bottom_margin = _TOP, _BOTTOM
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(_SIZE)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    core = document.core_properties
    core.title, core.author, core.comments = " ".join(letter.title) or letter.stem, "", ""
    core.language = "id-ID"


def _width(document: Document) -> int:
    """What lies between the margins of the last section."""
    section = document.sections[-1]
    width = section.page_width or _SHORT
    return int(width) - int(section.left_margin or 0) - int(section.right_margin or 0)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a paragraph looks; `after` and `size` in points."""

    bold: bool = False
    centred: bool = False
    after: float = 6
    size: float = _SIZE


_PLAIN = _Look()
_TIGHT = _Look(after=0)
_SMALL = _Look(after=0, size=_SIZE - 1)
_GAP = _Look(after=2, size=6)
"""An empty line between parts."""


def _paragraph(home: Document | _Cell, said: str, look: _Look = _PLAIN) -> Paragraph:
    made: Paragraph = home.add_paragraph()
    _write(made, said, bold=look.bold, size=look.size)
    if not said:
        made.paragraph_format.line_spacing = Pt(look.size)
    else:
        made.paragraph_format.line_spacing = 1.1
    made.paragraph_format.space_after, made.paragraph_format.space_before = Pt(look.after), Pt(0)
    if look.centred:
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return made


def _write(paragraph: Paragraph, said: str, *, bold: bool = False, size: float = _SIZE) -> None:
    """The words, the open places among them in yellow."""
    at = 0
    for mark in MARK.finditer(said):
        _run(paragraph, said[at : mark.start()], bold, size)
        _run(paragraph, mark[0], bold, size, is_open=True)
        at = mark.end()
    _run(paragraph, said[at:], bold, size)


def _run(
    paragraph: Paragraph, said: str, bold: bool, size: float, *, is_open: bool = False
) -> None:
    if not said:
        return
    run = paragraph.add_run(said)
    run.bold, run.font.size = bold, Pt(size)
    if is_open:
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _in_cell(cell: _Cell, said: str, *, bold: bool = False, size: float = _SIZE) -> Paragraph:
    """Words in the paragraph that every cell has."""
    made: Paragraph = cell.paragraphs[0]
    _write(made, said, bold=bold, size=size)
    made.paragraph_format.space_after, made.paragraph_format.line_spacing = Pt(2), 1.1
    return made


def _letterhead(document: Document, head: Letterhead) -> None:
    table = _table(document, 1, [Cm(2.6), Emu(_width(document) - Cm(2.6))] if head.logo else [])
    if head.logo:
        picture = table.rows[0].cells[0].paragraphs[0].add_run()
        picture.add_picture(io.BytesIO(head.logo), height=Cm(2.2))
    cell = table.rows[0].cells[-1]
    lines = [(head.above, 13.0, False), (head.name, 16.0, True)]
    lines += [(line, 9.0, False) for line in head.below]
    shown = [line for line in lines if line[0]]
    for at, (said, size, bold) in enumerate(shown):
        made = _in_cell(cell, said, bold=bold, size=size) if not at else None
        made = made or _paragraph(cell, said, _Look(bold=bold, size=size, after=1))
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER
    rule = _paragraph(document, "", _Look(after=8, size=4))
    _rule_above(rule)


def _rule_above(paragraph: Paragraph) -> None:
    """A thick and a thin line, as official letters have them below their head."""
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "thickThinSmallGap"), ("sz", "18"), ("space", "1")):
        top.set(qn(f"w:{name}"), value)
    top.set(qn("w:color"), "000000")
    borders.append(top)
    # Word reads the parts of a paragraph's look in one order only.
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:jc")


def _table(document: Document, rows: int, widths: Sequence[int]) -> Table:
    """A table without lines; without `widths` one column over the whole width."""
    shared = list(widths) or [_width(document)]
    table: Table = document.add_table(rows, len(shared))
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.LEFT
    for row in table.rows:
        for cell, width in zip(row.cells, shared, strict=True):
            cell.width = Emu(width)
    for column, width in zip(table.columns, shared, strict=True):
        column.width = Emu(width)
    return table


def _addressed(document: Document, head: Addressed) -> None:
    dated = _paragraph(document, head.dated)
    dated.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _facts(document, head.lines, _HEAD_LABEL)
    for line in head.receiver:
        _paragraph(document, line, _TIGHT)
    _paragraph(document, "", _GAP)


def _facts(document: Document, lines: Sequence[tuple[str, str]], label: int) -> None:
    rest = _width(document) - label - _COLON
    table = _table(document, len(lines), [label, _COLON, rest])
    for row, (name, said) in zip(table.rows, lines, strict=True):
        for cell, words in zip(row.cells, (name, ":", said), strict=True):
            _in_cell(cell, words)
    _paragraph(document, "", _GAP)


def _block(document: Document, block: Block) -> None:
    if isinstance(block, Said):
        made = _paragraph(document, block.text, _Look(bold=block.bold, centred=block.centred))
        if not block.centred and not block.bold:
            made.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    elif isinstance(block, FactLines):
        _facts(document, block.lines, _LABEL)
    elif isinstance(block, Clauses):
        _clauses(document, block)
    elif isinstance(block, Listing):
        _listing(document, block)
    elif isinstance(block, SignedBy):
        _signatures(document, block)
    elif isinstance(block, Copies):
        _copies(document, block)
    else:
        _new_sheet(document, block)


def _clauses(document: Document, block: Clauses) -> None:
    """The clauses below each other; the last is never torn from what follows: a signature."""
    mark = _NARROW_MARK if all(len(mark) <= _SHORT_MARK for mark, _ in block.items) else _WIDE_MARK
    widths = [_CLAUSE_HEAD, _COLON, mark]
    table = _table(document, len(block.items), [*widths, _width(document) - sum(widths)])
    _whole_rows(table)
    for row, (name, said) in zip(table.rows, block.items, strict=True):
        _in_cell(row.cells[-2], name)
        _in_cell(row.cells[-1], said).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    if block.head:
        _in_cell(table.rows[0].cells[0], block.head)
        _in_cell(table.rows[0].cells[1], ":")
    for cell in table.rows[-1].cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    _paragraph(document, "", _GAP).paragraph_format.keep_with_next = True


def _listing(document: Document, block: Listing) -> None:
    total = sum(block.shares)
    widths = [_width(document) * share // total for share in block.shares]
    table = _table(document, 1 + len(block.rows), widths)
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    size = 9 if len(block.heads) > 2 else _SIZE - 1
    for cell, said in zip(table.rows[0].cells, block.heads, strict=True):
        made = _in_cell(cell, said, bold=True, size=size)
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _shade(cell)
    _whole_rows(table)
    _repeated(table)
    for row, values in zip(table.rows[1:], block.rows, strict=True):
        for cell, said in zip(row.cells, values, strict=True):
            _in_cell(cell, said, size=size)
    _paragraph(document, "", _GAP)


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E4E9EE")):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _repeated(table: Table) -> None:
    """The headings stand on every page."""
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _whole_rows(table: Table) -> None:
    """No row is torn in two at the end of a page."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _signatures(document: Document, block: SignedBy) -> None:
    half = _width(document) // 2
    table = _table(document, 1, [half, half])
    cells = table.rows[0].cells if len(block.places) > 1 else table.rows[0].cells[1:]
    for cell, (lines, name) in zip(cells, block.places, strict=True):
        _in_cell(cell, lines[0])
        for line in (*lines[1:], *[""] * _SPACE_TO_SIGN):
            _paragraph(cell, line, _TIGHT)
        for at, line in enumerate(name.split("\n")):
            _paragraph(cell, line, _Look(bold=not at, after=0))
    for cell in table.rows[0].cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True
    _paragraph(document, "", _GAP)


def _copies(document: Document, block: Copies) -> None:
    _paragraph(document, text(message("letters.copies")), _SMALL)
    for number, receiver in enumerate(block.receivers, start=1):
        _paragraph(document, f"{number}. {receiver}", _SMALL)


def _new_sheet(document: Document, block: NewSheet) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    if block.across:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = _LONG, _SHORT
    for line in block.title:
        _paragraph(document, line, _Look(bold=True, after=0))
    _paragraph(document, "", _GAP)
