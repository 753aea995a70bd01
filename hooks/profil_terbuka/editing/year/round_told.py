"""What became of a round's forms, as people read it, and as programs do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...importer import receipt_document, receipt_text
from ...importer.merging.rows_deleted import DELETED
from ...model.messages import Message, message
from ...words.catalogues import text
from .homeward import FormFate, ReturnedForm, ReturnedRound


def round_text(round_: ReturnedRound) -> str:
    """Each file in a line, in full what is wrong or missing in it, then what is waited for."""
    return "\n".join(_lines(round_)) + "\n"


def _lines(round_: ReturnedRound) -> Iterator[str]:
    for form in round_.forms:
        yield text(fate_words(form))
    for fate in (FormFate.WRONG, FormFate.UNFILLED):
        for form in round_.having(fate):
            yield ""
            yield receipt_text(form.receipt).rstrip("\n")
    yield ""
    yield text(
        message(
            "editing.round-told",
            ready=len(round_.having(FormFate.READY)),
            same=len(round_.having(FormFate.SAME)),
            wrong=len(round_.having(FormFate.WRONG)),
            unfilled=len(round_.having(FormFate.UNFILLED)),
        )
    )
    if round_.awaited:
        yield text(message("editing.round-awaited", datasets=round_.awaited))
    if round_.others:
        yield text(message("editing.round-others", files=round_.others))


def fate_words(form: ReturnedForm) -> Message:
    """What became of one form, in a line; with the rows that were deleted from it."""
    told = _fate_words(form)
    deleted = next((said for said in form.receipt.unfilled if said.name == DELETED), None)
    if deleted is None:
        return told
    rows = dict(deleted.values)["rows"]
    return message("editing.form-without-rows", told=told, rows=rows)


def _fate_words(form: ReturnedForm) -> Message:
    file = form.file.name
    if form.fate is FormFate.WRONG:
        receipt = form.receipt
        count = len(receipt.obstacles) + len(receipt.questions)
        return message("editing.form-wrong", file=file, count=count)
    if form.fate is FormFate.UNFILLED:
        return message("editing.form-unfilled", file=file)
    renewal = form.brought.renewal if form.brought else None
    if form.fate is FormFate.SAME or renewal is None:
        return message("editing.form-same", file=file)
    added = sum(len(merge.added) for merge in renewal.merges)
    changed = sum(len({change.key for change in merge.changed}) for merge in renewal.merges)
    return message("editing.form-ready", file=file, added=added, changed=changed)


def round_document(round_: ReturnedRound) -> dict[str, Any]:
    """The same for programs: plain values with Indonesian names."""
    return {
        "berkas": [
            {"nama": form.file.name, "keadaan": _STATES[form.fate], **_document(form)}
            for form in round_.forms
        ],
        "ditunggu": list(round_.awaited),
        "tidak_dibaca": list(round_.others),
    }


def _document(form: ReturnedForm) -> dict[str, Any]:
    dataset = form.code.slug if form.code else ""
    return {"dataset": dataset, "tanda_terima": receipt_document(form.receipt)}


_STATES = {
    FormFate.READY: "siap",
    FormFate.SAME: "sama",
    FormFate.UNFILLED: "belum-diisi",
    FormFate.WRONG: "salah",
}
