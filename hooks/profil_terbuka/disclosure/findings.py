"""Findings of disclosure control: what is shown and must not be, what readers can work out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Catalog, CellStatus, Dataset, Field, Manuscript, Role, Table, Value, codes
from ..model.findings import Finding, Place
from ..words.numbers import number
from .bounds import Interval, narrow
from .cells import Cell, numbers, withheld
from .decisions import editions, small, small_counts, twins, widths
from .emptied import telling
from .inferred import every_equation
from .prose import told_in_prose
from .shares import shares
from .terms import Terms, about_people, about_staff, names_staff, terms
from .vault import VAULT


def check(catalog: Catalog, known: Catalog, pages: Iterable[Manuscript]) -> Iterator[Finding]:
    """What forbids publishing `catalog` and the `pages` people wrote.

    `known` is the same catalogue with the true values, as far as they are at hand.

    No message repeats a number that is withheld, or that ought to be.
    """
    words = terms(catalog)
    for dataset in catalog.datasets:
        yield from _unable(dataset)
        for edition, current in editions((dataset,)):
            yield from _undecided(edition, current, words)
            yield from _half_withheld(edition)
    yield from _shown(catalog)
    yield from _worked_out(catalog, known)
    yield from told_in_prose(catalog, known, pages, words)


def _undecided(edition: Dataset, current: Dataset, words: Terms) -> Iterator[Finding]:
    """Small counts of people about whom nothing was decided (`privasi`), one finding a measure."""
    found: dict[tuple[Table, str], list[tuple[int, str]]] = {}
    for table, row_number, measure, word in undecided_cells(edition, current, words):
        found.setdefault((table, measure), []).append((row_number, word))
    for (table, measure), rows in found.items():
        word = rows[0][1]
        message = f"{_numbers(len(rows))} kecil tentang hal peka (`{word}`) akan terbit apa adanya."
        places = [Place(table.file, row_number, measure) for row_number, _ in rows]
        yield Finding(codes.SMALL_COUNT, places[0], message, related=tuple(places[1:]))


def _numbers(count: int) -> str:
    """'Angka', '4 angka': how a finding about so many begins."""
    return "Angka" if count == 1 else f"{number(count)} angka"


def undecided_cells(
    edition: Dataset, current: Dataset, words: Terms
) -> Iterator[tuple[Table, int, str, str]]:
    """Table, row number, measure and sensitive word of each small count without a decision."""
    disclosed = {item.table for item in current.disclosures}
    for table in edition.tables:
        if table.name in disclosed:
            continue
        declared = {
            (item.measure, row_number)
            for item in current.suppressions
            if item.table == table.name and set(item.where) <= set(table.schema.position)
            for row_number, _ in table.select(item.where)
        }
        for row_number, measure, word in sensitive_cells(table, edition, words):
            if (measure, row_number) not in declared:
                yield table, row_number, measure, word


def sensitive_cells(table: Table, dataset: Dataset, words: Terms) -> Iterator[tuple[int, str, str]]:
    """Row number, measure and sensitive word of each small count of people."""
    dimensions = [table.schema.position[f.name] for f in table.schema.with_role(Role.DIMENSION)]
    units = table.schema.with_role(Role.UNIT)
    for field in table.schema.with_role(Role.MEASURE):
        staff = about_staff(table, field.title)
        always = matter(table, field, dataset, words)
        for row_number, row in enumerate(table.rows, start=2):
            if not small(table.stated(row, field.name)):
                continue
            unit = str(table.value(row, units[0].name) or "") if units else field.unit or ""
            if not about_people(unit) or staff:
                continue
            named = [str(row[at]) for at in dimensions]
            if any(map(names_staff, named)):
                continue
            word = always or words.find("\n".join(named))
            if word:
                yield row_number, field.name, word


def matter(table: Table, measure: Field, dataset: Dataset, words: Terms) -> str | None:
    """The sensitive word that says what all numbers of a measure are about; None: their rows do."""
    return words.find("\n".join((dataset.title, table.title, measure.title, measure.unit or "")))


def _unable(dataset: Dataset) -> Iterator[Finding]:
    """Columns that do not let a number be left out."""
    for name, measure in dict.fromkeys((item.table, item.measure) for item in dataset.suppressions):
        schema = dataset.table(name).schema
        statuses = schema.with_role(Role.STATUS)
        where = f"`privasi` tabel `{name}`"
        if not statuses or CellStatus.WITHHELD not in statuses[0].constraints.enum:
            message = f"{where}: perlu kolom status yang `enum`-nya memuat `c` (dirahasiakan)."
            remedy = f"Jalankan `{_command(dataset.file)}`, yang menambahkannya."
            yield Finding(codes.DESCRIPTOR_INCONSISTENT, Place(dataset.file), message, remedy)
        if schema[measure].role is not Role.MEASURE:
            message = f"{where}: kolom `{measure}` bukan kolom ukuran."
            yield Finding(codes.DESCRIPTOR_INCONSISTENT, Place(dataset.file), message)


def _half_withheld(dataset: Dataset) -> Iterator[Finding]:
    """Rows of status c that keep something which tells the number."""
    for table in dataset.tables:
        for row_number, row in _closed_rows(table):
            measures = [field.name for field in table.schema.with_role(Role.MEASURE)]
            if all(table.value(row, name) is not None for name in measures):
                message = "Status `c` (dirahasiakan), tetapi angkanya masih terbaca."
                place = Place(table.file, row_number, measures[0] if measures else None)
                yield Finding(codes.SMALL_COUNT, place, message, _close(table.file))
                continue
            for name in telling(table):
                if table.value(row, name) is not None:
                    message = (
                        f"Angka baris ini ditutup, tetapi kolom `{name}` masih terisi dan dapat "
                        "memberitahukannya."
                    )
                    remedy = f"Kosongkan sel `{name}` di baris ini."
                    yield Finding(
                        codes.SMALL_COUNT, Place(table.file, row_number, name), message, remedy
                    )


def _closed_rows(table: Table) -> Iterator[tuple[int, tuple[Value, ...]]]:
    if table.schema.with_role(Role.STATUS):
        for row_number, row in enumerate(table.rows, start=2):
            if table.status(row) is CellStatus.WITHHELD:
                yield row_number, row


def _close(file: str) -> str:
    return (
        f"Jalankan `{_command(file)}`: angka aslinya dipindahkan ke folder {VAULT}/ di komputer "
        "Anda, dan yang tinggal di datasets/ hanya yang boleh terbit."
    )


def _fewer(file: str) -> str:
    return (
        f"Jalankan `{_command(file)}`, yang menutup angka lain secukupnya. Bila itu tidak cukup, "
        "gabungkan kategorinya, atau jangan terbitkan totalnya (dan hapus dari `menurut`)."
    )


def _command(file: str) -> str:
    """What closes the numbers of the agency that a file belongs to."""
    return f"make tutup INSTANSI={file.split('/')[1]}"


def _shown(catalog: Catalog) -> Iterator[Finding]:
    """Numbers that `privasi` withholds, or another edition does, and that can be read."""
    there = numbers(catalog.packages)
    must = small_counts(catalog.datasets)
    for places in _by_column(must):
        message = f"{_numbers(len(places))} yang harus ditutup (`privasi`) masih tertulis di sini."
        yield Finding(codes.SMALL_COUNT, places[0], message, _close(places[0].file), places[1:])
    same = twins(catalog.datasets)
    told = {
        other: cell.file
        for cell in withheld(catalog.packages)
        for other in same.get(cell, ())
        if other in there and other not in must
    }
    for places in _by_column(told):
        hiding = told[Cell(places[0].file, (places[0].row or 2) - 2, places[0].column or "")]
        message = f"{_numbers(len(places))} yang ditutup di {hiding} masih terbaca di edisi ini."
        yield Finding(codes.SMALL_COUNT, places[0], message, _close(places[0].file), places[1:])


def _by_column(cells: Iterable[Cell]) -> Iterator[tuple[Place, ...]]:
    """The places of cells, those of a column together."""
    columns: dict[tuple[str, str], list[Place]] = {}
    for cell in cells:
        columns.setdefault((cell.file, cell.measure), []).append(_place(cell))
    yield from map(tuple, columns.values())


def _worked_out(catalog: Catalog, known: Catalog) -> Iterator[Finding]:
    """Withheld numbers that the others tell, exactly or almost."""
    hidden = withheld(catalog.packages)
    if not hidden:
        return
    value = {**numbers(known.packages), **numbers(catalog.packages)}
    through = shares(known)
    ties = (*every_equation(known), *through.ties)
    bounds = narrow(ties, hidden, value, widths(catalog.datasets))
    for cell, interval in bounds.items():
        yield Finding(codes.SMALL_COUNT, _place(cell), _told(interval), _fewer(cell.file))
    there = numbers(catalog.packages)
    beside = {
        share: cell.file
        for cell in hidden
        for share in through.beside.get(cell, ())
        if share in there
    }
    for places in _by_column(beside):
        hiding = beside[Cell(places[0].file, (places[0].row or 2) - 2, places[0].column or "")]
        message = f"{_numbers(len(places))} di sini memberi tahu angka yang ditutup di {hiding}."
        yield Finding(codes.SMALL_COUNT, places[0], message, _close(places[0].file), places[1:])


def _told(interval: Interval) -> str:
    """How much readers know, without the number itself."""
    values = interval.high - interval.low + 1
    if values <= 1:
        return "Angka yang ditutup di sini dapat dihitung tepat dari angka lain yang terbit."
    return (
        "Angka yang ditutup di sini hampir dapat dihitung dari angka lain yang terbit: tinggal "
        f"{values} kemungkinan."
    )


def _place(cell: Cell) -> Place:
    return Place(cell.file, cell.at + 2, cell.measure)
