"""Withheld numbers that sentences tell: in titles, descriptions, notes and pages."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import SMALL, Catalog, Dataset, Manuscript, Role, Table, codes
from ..model.findings import Code, Finding, Place
from ..model.messages import Message, Told, message
from ..read.located import texts
from ..read.open_places import hints
from .cells import Number, NumberCell, Numbers, numbers_by_cell, withheld_cells
from .equations import cell_groups
from .figures import SaidNumber, said_numbers
from .terms import SensitiveTerms

_PEOPLE = (
    r"(?:orang|jiwa|anak|balita|bayi|korban|kasus|penyandang|klien|warga|keluarga|kk|pasien|"
    r"perempuan|laki-laki|penderita|lansia)"
)
_OF_PEOPLE = re.compile(rf"\s*(?:orang\s+)?{_PEOPLE}(?!\w)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n\s*\n|\n(?=\s*[-*|#>])")
_LETTERS = re.compile(r"[^\W\d_]{2}").search
_SHORT = 4
"""A name of fewer letters (HIV, ABH) is one only as a word of its own."""
_NOT_PEOPLE = re.compile(
    r"\s*(?:tahun|bulan|minggu|hari|kali|persen|%|jenis|baris|kolom|butir|tabel|dataset|edisi|"
    r"kecamatan|kelurahan|panti|lembaga|poin|angka|nilai|dari)(?!\w)",
    re.IGNORECASE,
)
"""What follows says that something else is counted: 'tiga tahun', 'empat dari tujuh jenis'."""
_NO_SENTENCE = frozenset(
    ("baris", "version", "versi", "created", "path", "name", "nama", "email", "tanggal", "url")
)
"""Keys of descriptors whose values say nothing about people: 'baris: 20-23' is a place."""
_LARGE = 20
"""A sum below this meets too many other numbers by chance, unless people are said to be counted."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """A text that readers see, and where it stands."""

    place: Place
    key: Told
    """'`description`', or '' where the place says it all."""
    text: str


@dataclass(frozen=True, slots=True)
class _Secret:
    """A withheld number, or a sum that withheld numbers are part of.

    `names` are those of its row or group, `topics` the sensitive words of its table.
    """

    folder: str
    names: tuple[str, ...]
    topics: tuple[str, ...]
    value: Number
    is_sum: bool


_Secrets = Mapping[Number, Collection[_Secret]]
"""Secrets by the number that would tell them."""


def told_in_prose(
    catalog: Catalog, known: Catalog, pages: Iterable[Manuscript], words: SensitiveTerms
) -> Iterator[Finding]:
    """Sentences that tell a withheld number, or few people and a sensitive matter together.

    The first needs the true values (`known`), the second only the words.
    """
    value = numbers_by_cell(known.packages) if withheld_cells(catalog.packages) else {}
    for edition in catalog.packages:
        yield from _told_by_notes(edition, value)
    secrets: dict[Number, dict[_Secret, None]] = defaultdict(dict)
    for secret in _secrets(catalog, value, words):
        secrets[secret.value][secret] = None
    for passage in _passages(catalog, pages):
        for sentence in _SENTENCE.split(passage.text):
            yield from _told_by_sentence(passage, sentence, secrets, words)


def _told_by_sentence(
    passage: _Passage, sentence: str, secrets: _Secrets, words: SensitiveTerms
) -> Iterator[Finding]:
    said = _counts_of_people(sentence)
    tells_secret = any(
        _tells(passage, sentence.casefold(), count, secret)
        for count in said
        for secret in secrets.get(count.value, ())
    )
    if tells_secret:
        yield _finding(codes.SMALL_COUNT, passage, message("disclosure.tells-withheld"))
    elif (word := words.find(sentence)) and any(map(_few_people, said)):
        told = message("disclosure.tells-few-and-sensitive", word=word)
        yield _finding(codes.FEW_IN_PROSE, passage, told)


def _counts_of_people(text: str) -> list[SaidNumber]:
    """The numbers of a text that may count people.

    >>> [count.value for count in _counts_of_people("Selama 3 tahun ada 12 anak dan 4 panti.")]
    [12]
    """
    return [count for count in said_numbers(text) if not _NOT_PEOPLE.match(count.after)]


def _few_people(count: SaidNumber) -> bool:
    """Whether so few are said to be people.

    >>> [_few_people(count) for count in said_numbers("tiga korban, tiga kali, tiga puluh anak")]
    [True, False, False]
    """
    return 0 < count.value < SMALL and bool(_OF_PEOPLE.match(count.after))


def _passages(catalog: Catalog, pages: Iterable[Manuscript]) -> Iterator[_Passage]:
    for current in catalog.datasets:
        for edition in (current, *current.editions):
            for where, key, text in texts(edition.descriptor):
                if key in _NO_SENTENCE or hints(text):  # what is still to be written says nothing
                    continue
                yield _Passage(Place(edition.file), where, text)
            for table in edition.tables:
                yield from _remarks(table)
    for page in pages:
        for number, paragraph in _paragraphs(page.text):
            yield _Passage(Place(page.file, number), "", paragraph)


def _remarks(table: Table) -> Iterator[_Passage]:
    for field in table.schema.with_role(Role.REMARK):
        for number, text in enumerate(table.column(field.name), start=2):
            if isinstance(text, str):
                yield _Passage(Place(table.file, number, field.name), "", text)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Line number and text of each paragraph."""
    number = 1
    for paragraph in re.split(r"(\n[ \t]*\n)", text):
        if paragraph.strip():
            yield number, paragraph
        number += paragraph.count("\n")


def _told_by_notes(edition: Dataset, value: Numbers) -> Iterator[Finding]:
    """Notes about withheld rows that hold the number: those name no category, their rows do."""
    withheld = withheld_cells((edition,))
    for note in edition.notes:
        table = edition.table(note.table)
        rows = {number - 2 for number, _ in table.select(note.where)}
        told = {
            value[cell]
            for cell in withheld
            if cell.file == table.file and cell.at in rows and cell in value
        }
        text = f"{note.printed}\n{note.published}\n{note.reason}"
        if told & {count.value for count in _counts_of_people(text)}:
            said = message("disclosure.note-tells-withheld", note=note.name)
            yield Finding(codes.SMALL_COUNT, Place(edition.file), said, _REWRITE)


def _secrets(catalog: Catalog, value: Numbers, words: SensitiveTerms) -> Iterator[_Secret]:
    withheld = withheld_cells(catalog.packages)
    if not withheld:
        return
    by_file: dict[str, list[NumberCell]] = defaultdict(list)
    for cell in withheld:
        by_file[cell.file].append(cell)
    shown = set(numbers_by_cell(catalog.packages).values())
    for edition in catalog.packages:
        folder = posixpath.dirname(edition.file)
        for table in edition.tables:
            for cell in by_file[table.file]:
                if cell in value:
                    names, topics = _names(table, cell), _topics(edition, table, cell, words)
                    yield _Secret(folder, names, topics, value[cell], is_sum=False)
            for cell, names, total in _sums(table, by_file[table.file], value):
                if total not in shown:
                    topics = _topics(edition, table, cell, words)
                    yield _Secret(folder, names, topics, total, is_sum=True)


def _topics(
    edition: Dataset, table: Table, cell: NumberCell, words: SensitiveTerms
) -> tuple[str, ...]:
    """The sensitive words in the titles of a measure."""
    titles = (edition.title, table.title, table.schema[cell.measure].title)
    found = (words.find(title) for title in titles)
    return tuple({word.casefold(): None for word in found if word})


def _sums(
    table: Table, withheld: Sequence[NumberCell], value: Numbers
) -> Iterator[tuple[NumberCell, tuple[str, ...], Number]]:
    """Of each category and of all: what a sentence may add up, withheld numbers included."""
    dimensions = [field.name for field in table.schema.with_role(Role.DIMENSION)]
    among = frozenset(withheld)
    for measure in dict.fromkeys(cell.measure for cell in withheld):
        for by in ((), *((name,) for name in dimensions)):
            for key, cells in cell_groups(table, by, measure).items():
                if len(cells) > 1 and not among.isdisjoint(cells):
                    names = tuple(str(name).casefold() for name in key if _LETTERS(str(name)))
                    yield cells[0], names, sum(value.get(cell, 0) for cell in cells)


def _names(table: Table, cell: NumberCell) -> tuple[str, ...]:
    """What the row's categories are called, in small letters; codes and years name nothing."""
    row = table.rows[cell.at]
    texts = (table.value(row, field.name) for field in table.schema.with_role(Role.DIMENSION))
    return tuple(text.casefold() for text in texts if isinstance(text, str) and _LETTERS(text))


def _tells(passage: _Passage, sentence: str, count: SaidNumber, secret: _Secret) -> bool:
    """Whether a sentence, in small letters, says what the number is the number of."""
    at_home = posixpath.dirname(passage.place.file) == secret.folder
    named = any(_names_it(sentence, name) for name in secret.names)
    topical = any(topic in sentence for topic in secret.topics)
    if not secret.is_sum:
        return named if secret.names else at_home
    if count.value >= _LARGE:
        return at_home or topical
    return bool(_OF_PEOPLE.match(count.after)) and (named or topical or at_home)


def _names_it(sentence: str, name: str) -> bool:
    """Whether a name stands in a sentence, a short one as a word of its own.

    >>> _names_it("korban di kecamatan utara", "utara"), _names_it("arhivaris", "hiv")
    (True, False)
    """
    if len(name) >= _SHORT:
        return name in sentence
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence) is not None


def _finding(code: Code, passage: _Passage, told: Message) -> Finding:
    if passage.key:
        said = message("disclosure.sentence-at-key", key=passage.key, told=told)
    else:
        said = message("disclosure.sentence", told=told)
    return Finding(code, passage.place, said, _REWRITE)


_REWRITE = message("disclosure.mend-sentence")
