"""A receipt as people read it, and as programs do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..model.messages import NOTHING, Message, message
from ..words.catalogues import text
from ..words.numbers import number
from .receipt import ColumnSum, Receipt

_MOST_CHANGES = 60
"""Lines of changes that people read; programs get all of them."""
_CELLS = {
    "letterhead": "importer.cells-letterhead",
    "headings": "importer.cells-headings",
    "data": "importer.cells-data",
    "total": "importer.cells-total",
    "average": "importer.cells-average",
    "group": "importer.cells-group",
    "repeated": "importer.cells-repeated",
    "note": "importer.cells-note",
}
"""What became of cells -> how that is said."""


def receipt_text(receipt: Receipt, heading: Message = NOTHING) -> str:
    """A receipt in full: where the table was found, what was done, what is left to decide.

    `heading` stands above it where no file was brought in.
    """
    first = heading or message("importer.receipt", file=receipt.file)
    return "\n".join([text(first), *_lines(receipt)]) + "\n"


def _lines(receipt: Receipt) -> Iterator[str]:
    if receipt.area:
        yield f"  {text(_place(receipt))}"
    yield from _numbered("importer.receipt-steps", receipt.steps)
    yield from _changes(receipt)
    yield from _sums("importer.receipt-read", receipt.sums_read)
    yield from _sums("importer.receipt-written", receipt.sums_written)
    yield from _numbered("importer.receipt-left-open", receipt.left_open)
    yield from _numbered("importer.receipt-obstacles", receipt.obstacles)
    yield from _numbered("importer.receipt-unfilled", receipt.unfilled)
    yield from _questions(receipt)


def _place(receipt: Receipt) -> Message:
    named = message("importer.receipt-sheet", name=receipt.sheet)
    table = named if receipt.sheet else message("importer.receipt-table")
    return message(
        "importer.receipt-place",
        table=table,
        area=receipt.area,
        read=receipt.rows_read,
        written=message("importer.receipt-rows", count=receipt.rows_written)
        if receipt.rows_written
        else NOTHING,
        cells=tuple(message(_CELLS[fate], count=count) for fate, count in receipt.cells if count),
    )


def _numbered(title: str, said: Sequence[Message]) -> Iterator[str]:
    if said:
        yield ""
        yield text(message(title, count=len(said)))
        yield from (f"  {at}. {text(line)}" for at, line in enumerate(said, start=1))


def _changes(receipt: Receipt) -> Iterator[str]:
    """What changes in the dataset; of very many rows the first."""
    if receipt.changes:
        yield ""
        yield text(message("importer.receipt-changes"))
        yield from (f"  {text(said)}" for said in receipt.changes[:_MOST_CHANGES])
        rest = len(receipt.changes) - _MOST_CHANGES
        if rest > 0:
            yield f"  {text(message('importer.more-changes', count=rest))}"


def _sums(title: str, sums: Sequence[ColumnSum]) -> Iterator[str]:
    if sums:
        yield ""
        yield text(message(title))
        for item in sums:
            name = f"{item.letters} {item.title}".strip()
            yield f"  {name}: {number(item.total)}"


def _questions(receipt: Receipt) -> Iterator[str]:
    if not receipt.questions:
        return
    yield ""
    yield text(message("importer.receipt-questions", count=len(receipt.questions)))
    for at, question in enumerate(receipt.questions, start=1):
        yield f"  {at}. {text(question.said)}"
        for choice in question.choices:
            answer = f"{question.name}={choice.value}"
            said = message("importer.receipt-answer", answer=answer, meaning=choice.said)
            yield f"     {text(said)}"
        if question.free and not question.choices:
            answer = f"{question.name}=..."
            said = message("importer.receipt-answer", answer=answer, meaning=question.free)
            yield f"     {text(said)}"


def receipt_document(receipt: Receipt) -> dict[str, Any]:
    """The same for programs: plain values with Indonesian names."""
    return {
        "berkas": receipt.file,
        "lembar": receipt.sheet,
        "area": receipt.area,
        "baris_dibaca": receipt.rows_read,
        "baris_ditulis": receipt.rows_written,
        "langkah": [_said(step) for step in receipt.steps],
        "perubahan": [_said(change) for change in receipt.changes],
        "isi": [_said(place) for place in receipt.left_open],
        "jumlah_dibaca": [_sum(item) for item in receipt.sums_read],
        "jumlah_ditulis": [_sum(item) for item in receipt.sums_written],
        "sel": {fate: count for fate, count in receipt.cells if count},
        "perbaiki": [_said(obstacle) for obstacle in receipt.obstacles],
        "belum_diisi": [_said(blank) for blank in receipt.unfilled],
        "pertanyaan": [
            {
                "nama": question.name,
                "pertanyaan": text(question.said),
                "pilihan": [
                    {"jawaban": choice.value, "arti": text(choice.said)}
                    for choice in question.choices
                ],
            }
            for question in receipt.questions
        ],
    }


def _said(said: Message) -> dict[str, str]:
    return {"kode": said.name.partition(".")[2], "kalimat": text(said)}


def _sum(item: ColumnSum) -> dict[str, str]:
    return {"kolom": item.letters, "judul": item.title, "jumlah": f"{item.total:f}"}
