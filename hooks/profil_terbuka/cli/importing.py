"""Bring a table in: from Excel, CSV, OpenDocument, HTML, or the clipboard

    make impor INSTANSI=dinkes-kota-x BERKAS=puskesmas.xlsx            what would be done
    make impor INSTANSI=dinkes-kota-x BERKAS=puskesmas.xlsx TULIS=1    do it
    make impor INSTANSI=dinkes-kota-x BERKAS=isian.zip       the forms of a year, filled in
    make impor INSTANSI=dinkes-kota-x BERKAS=ppid-dinkes-kota-x.xlsx    the registers

Every time a receipt tells where the table stands, what was done to it, and what has to be decided
or mended first. Nothing is written without --tulis, and nothing that exists is overwritten.
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .. import editing, importer, pipeline
from ..editing import registers
from ..importer import Answers, Receipt, Unusable
from ..importer.file_names import refuse_private_name
from ..importer.grid import Book
from ..importer.merging import stated_code
from ..model.messages import Message, message
from ..system import progress
from ..system.cache import Cache
from ..words.catalogues import text
from ..words.labels import SUBJECT
from .choosing import chosen_agency
from .command import Command
from .forms_back import NOTHING_WRITTEN, given_back, run_round
from .naming import PASTED, name_of_dataset, wishes_of

EXAMPLE = 'BERKAS=data.xlsx JUDUL="..." SATUAN=orang'


def _read(file: str) -> Book:
    """The file, or what is pasted."""
    progress.begin(message("commands.doing-file"))
    if file == PASTED:
        return importer.read_pasted(sys.stdin.buffer.read())
    return importer.open_book(Path(file))


def _tell(receipt: Receipt, as_json: bool) -> None:
    """Print the receipt."""
    if as_json:
        print(json.dumps(importer.receipt_document(receipt), ensure_ascii=False, indent=2))
    else:
        print(importer.receipt_text(receipt), end="")


def _answers_of(options: argparse.Namespace) -> Answers:
    """What the person has answered, the sheet's name among it."""
    said = importer.spoken_answers(options.jawab)
    return {**said, "lembar": options.lembar} if options.lembar else said


@dataclass(frozen=True, slots=True)
class _Came:
    """What came: into which dataset, what it would do there, and what the person should know."""

    target: editing.Target
    brought: editing.Brought
    told: tuple[Message, ...] = ()
    unasked: Collection[str] = ()
    """Answers to what nobody asked."""


def _bring_file(options: argparse.Namespace, agency: str, book: Book, said: Answers) -> _Came:
    """What a table would do, in which dataset, and what was chosen for the person."""
    try:
        slug, told = name_of_dataset(options, book)
        target = editing.target_of(options.akar, agency, slug)
        if target.dataset is not None and not options.dataset and stated_code(book) is None:
            told.append(message("commands.into-existing", slug=slug))
        progress.begin(message("commands.doing-fitting", dataset=slug))
        brought = editing.bring(target, book, wishes_of(options, slug), said)
    except Unusable as reason:
        _give_back(options, Receipt(Path(options.berkas).name, obstacles=(reason.said,)))
        raise
    lost = editing.unasked(said, book, target.dataset, brought.receipt)
    return _Came(target, brought, (*told, *lost.values()), lost)


def _read_or_give_back(options: argparse.Namespace) -> Book:
    """The file; what cannot be read goes back with the reason, where that is asked for."""
    try:
        return _read(options.berkas)
    except Unusable as reason:
        _give_back(options, Receipt(Path(options.berkas).name, obstacles=(reason.said,)))
        raise


def _run_registers(options: argparse.Namespace, agency: str, book: Book) -> int:
    """Take the workbook of the registers back: 0 where nothing is left to mend."""
    today = datetime.date.today()
    brought = registers.bring_registers(
        options.akar, agency, book, Cache(options.akar / pipeline.CACHE), today
    )
    _tell(brought.receipt, options.json)
    _give_back(options, brought.receipt)
    if brought.receipt.open:
        return 1
    if not options.tulis:
        _say(options, [NOTHING_WRITTEN])
        return 0
    why = options.alasan or registers.why_taken(book.file)
    kept = registers.keep_registers(brought, why, today)
    _say(options, (*kept, message("commands.after-registers")))
    return 0


def _give_back(options: argparse.Namespace, receipt: Receipt) -> None:
    """Write the file back with what to mend marked in it, where that is asked for."""
    source = Path(options.berkas)
    if options.kembalikan and source.is_file():
        told = given_back(editing.give_back(source, receipt))
        print(f"\n{text(told)}", file=sys.stderr if options.json else sys.stdout)


def _bring(options: argparse.Namespace) -> int:
    """Import, and tell; 0 where all was done, 1 where people have to decide or mend something."""
    agency = chosen_agency(options.akar, options.instansi, f"make impor INSTANSI={{}} {EXAMPLE}")
    if not options.berkas:
        example = f"make impor INSTANSI={agency} {EXAMPLE}"
        asked = message("commands.name-the-file")
        raise Unusable(message("commands.with-example", said=asked, example=example))
    said = _answers_of(options)
    source = Path(options.berkas)
    refuse_private_name(source.name)
    if editing.is_sending(source):
        return run_round(options, agency, source, said)
    is_package = editing.is_package(source)
    if options.kembalikan and (is_package or options.berkas == PASTED):
        raise Unusable(message("commands.only-files-go-back"))
    if is_package:
        lost = editing.unasked_by_package(said)
        target, brought = editing.bring_package(options.akar, agency, source, options.dataset or "")
        came = _Came(target, brought, tuple(lost.values()), lost)
    else:
        book = _read_or_give_back(options)
        if registers.workbook_agency(book) is not None:
            return _run_registers(options, agency, book)
        came = _bring_file(options, agency, book, said)
    _tell(came.brought.receipt, options.json)
    _give_back(options, came.brought.receipt)
    if came.brought.receipt.open:
        _say(options, came.told)
        return 1
    if options.tulis:
        heard = {name: value for name, value in said.items() if name not in came.unasked}
        today = datetime.date.today()
        kept = editing.keep(came.target, came.brought, heard, options.alasan, today)
        _say(options, (*came.told, *kept, message("commands.after-new")))
    else:
        _say(options, (*came.told, NOTHING_WRITTEN))
    return 0


def _say(options: argparse.Namespace, told: Sequence[Message]) -> None:
    """Tell the person what goes beyond the receipt; programs have what they need."""
    if told and not options.json:
        print("".join(f"\n{text(line)}" for line in told))


def _options(made: argparse.ArgumentParser) -> None:
    """What can be said of it, named as staff know it from the Makefile."""
    which = text(message("commands.option-agency"))
    made.add_argument("instansi", nargs="?", default="", help=which)
    made.add_argument(
        "--berkas", default="", help=text(message("commands.option-file", endings=importer.ENDINGS))
    )
    made.add_argument("--dataset", help=text(message("commands.option-dataset")))
    made.add_argument("--judul", help=text(message("commands.option-title")))
    made.add_argument("--satuan", default="", help=text(message("commands.option-unit")))
    made.add_argument("--subjek", default="statistik", choices=sorted(SUBJECT))
    made.add_argument("--uraian", default="", help=text(message("commands.option-about")))
    made.add_argument("--sumber", default="", help=text(message("commands.option-source")))
    made.add_argument("--lembar", default="", help=text(message("commands.option-sheet")))
    made.add_argument("--jawab", default="", help=text(message("commands.option-answers")))
    made.add_argument("--alasan", default="", help=text(message("commands.option-why")))
    back = text(message("commands.option-give-back"))
    made.add_argument("--kembalikan", action="store_true", help=back)
    made.add_argument("--tulis", action="store_true", help=text(message("commands.option-write")))
    made.add_argument("--json", action="store_true", help=text(message("commands.option-json")))


def _run(options: argparse.Namespace) -> int:
    """Exit status 1 where people have to decide or mend, 2 when something was not said."""
    with progress.told(partial(print, file=sys.stderr, flush=True)):
        return _bring(options)


COMMAND = Command(_options, _run)
