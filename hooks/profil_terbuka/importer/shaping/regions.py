"""Names of regions and their codes: 'Kec. Sei Contoh' is the district of that code.

A name that is only nearly known is asked about; the answer is kept for the whole agency.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...model import Dataset
from ...model.geo import level_of
from ...model.messages import Message, message
from ...read.atlas import REGIONS, region_names
from ..layout import CORNER, GROUPS
from ..questions import Answers, Choice, Question, answer, asked
from ..read_table import ReadColumn, ReadTable
from .sheet_table import RowKind

REGION = "wilayah"
"""The kind of questions about regions."""
NO_REGION = "bukan"
_MOST_OFFERED = 3
_NEAR = 0.75
_KNOWN_SHARE = 0.6
_PREFIX = re.compile(
    r"(kecamatan|kec\.?|kelurahan|kel\.?|desa|kota|kabupaten|kab\.?)\s+", re.IGNORECASE
)
_SHORT = {"sei": "sungai", "sui": "sungai", "tj": "tanjung", "tg": "tanjung", "bt": "batu"}
_LEVELS = {"kecamatan": 3, "kelurahan": 4, "desa": 4}
_TITLES = {2: "Kabupaten/kota", 3: "Kecamatan", 4: "Kelurahan"}
_MADE = (CORNER, *GROUPS)
"""Titles that columns have of the importer, where the sheet gives them none."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The regions below one: code -> name, and folded spelling -> codes."""

    names: Mapping[str, str]
    codes: Mapping[str, tuple[str, ...]]
    own: frozenset[str] = frozenset()
    """The folded names of that one itself."""


def gazetteer(region: str, reference: Iterable[Dataset]) -> Gazetteer:
    """All regions within `region` that the reference package knows, by every name it has."""
    packages = tuple(reference)
    names = {
        code: name for code, name in region_names(packages).items() if code.startswith(f"{region}.")
    }
    codes: dict[str, tuple[str, ...]] = {}
    own: set[str] = set()
    for code, spelling in _spellings(packages):
        folded = fold_region(spelling)
        if code == region:
            own.add(folded)
        elif code in names:
            codes[folded] = tuple(dict.fromkeys((*codes.get(folded, ()), code)))
    return Gazetteer(names, codes, frozenset(own))


def _spellings(packages: Iterable[Dataset]) -> Iterator[tuple[str, str]]:
    """Codes with every name that a register has for them."""
    for package in packages:
        if package.slug == REGIONS:
            table = package.main
            titles = [field.name for field in table.schema.fields if field.name.startswith("nama")]
            for row in table.rows:
                for title in titles:
                    if name := table.value(row, title):
                        yield str(table.value(row, "kode")), str(name)


def fold_region(name: str) -> str:
    """A name without its level, its spaces and its short forms.

    >>> fold_region("Kel. Sei Contoh"), fold_region("SUNGAI  CONTOH")
    ('sungaicontoh', 'sungaicontoh')
    """
    words = re.findall(r"[a-z0-9]+", _PREFIX.sub("", name.strip(), count=1).casefold())
    return "".join(_SHORT.get(word, word) for word in words)


@dataclass(frozen=True, slots=True)
class Matched:
    """The table with regions by their registered names, and the codes beside them."""

    table: ReadTable
    codes: Mapping[str, tuple[str, ...]]
    """Title of a column of names -> the code of each row, '' where it is none."""
    steps: tuple[Message, ...]
    questions: tuple[Question, ...]


def with_regions(table: ReadTable, known: Gazetteer, answers: Answers) -> Matched:
    """The columns of regions by their registered names, with the codes."""
    columns = list(table.columns)
    codes: dict[str, tuple[str, ...]] = {}
    steps: list[Message] = []
    questions: list[Question] = []
    for at, old in enumerate(table.columns):
        if old.figures is not None:
            continue
        texts = _texts(old, table.kinds)
        level = _level(old, texts, known)
        if level is None:
            continue
        column = _called(old, level, columns)
        parents = [codes[item.title] for item in columns[:at] if item.title in codes]
        found = {text: _code(text, level, known, answers) for text in texts}
        for text in [text for text, code in found.items() if not code]:
            near = _near(text, level, known)
            said = answer(answers, REGION, text)
            if near and not said:
                questions.append(_which(text, near))
            elif _is_known(text, known) and not said:
                questions.append(_at_other_level(text, column, level, known))
            elif not _is_known(text, known):
                steps.append(message("importer.step-unknown-region", name=text))
        columns[at], renamed = _registered(column, found, known)
        codes[column.title] = _each(column, found, parents)
        if column.title != old.title:
            steps.append(message("importer.step-level", old=old.title, new=column.title))
        steps += _told(column, found, renamed)
    return Matched(ReadTable(tuple(columns), table.kinds), codes, tuple(steps), tuple(questions))


def _texts(column: ReadColumn, kinds: Sequence[RowKind]) -> list[str]:
    """What a column holds in rows of data; in others stands what they are called."""
    if kinds.count(RowKind.DATA) == len(kinds):  # nearly always
        return list(filter(None, dict.fromkeys([cell.text for cell in column.cells])))
    pairs = zip(column.cells, kinds, strict=True)
    return list(dict.fromkeys(c.text for c, kind in pairs if c.text and kind is RowKind.DATA))


def _level(column: ReadColumn, texts: Sequence[str], known: Gazetteer) -> int | None:
    """The level of the regions that a column names; None where most of its names are none."""
    levels = [{level_of(code) for code in known.codes.get(fold_region(text), ())} for text in texts]
    words = re.findall(r"[a-z]+", column.title.casefold())
    called = {_LEVELS[word] for word in words if word in _LEVELS}
    for level in called if len(called) == 1 else (3, 4):
        if texts and sum(1 for item in levels if level in item) >= _KNOWN_SHARE * len(texts):
            return level
    return None


def _called(column: ReadColumn, level: int, columns: Sequence[ReadColumn]) -> ReadColumn:
    """The column by the level of its regions, where only its place in the sheet gave it a title."""
    title = _TITLES[level]
    taken = any(other.title == title for other in columns)
    return replace(column, path=(title,)) if column.title in _MADE and not taken else column


def _code(text: str, level: int, known: Gazetteer, answers: Answers) -> tuple[str, ...]:
    """The codes that a name may have at a level; one, unless regions are namesakes."""
    said = answer(answers, REGION, text)
    if said in known.names:
        return (said,)
    codes = known.codes.get(fold_region(said or text), ())
    return tuple(code for code in codes if level_of(code) == level)


def _near(text: str, level: int, known: Gazetteer) -> list[str]:
    """The names of that level that are nearly written so; none for one that is known elsewhere."""
    if _is_known(text, known):
        return []
    names = [name for code, name in known.names.items() if level_of(code) == level]
    return difflib.get_close_matches(text, names, _MOST_OFFERED, _NEAR)


def _is_known(text: str, known: Gazetteer) -> bool:
    return fold_region(text) in known.codes


def _which(text: str, near: Sequence[str]) -> Question:
    """'Maksud Anda ...?', with the names that are nearest."""
    choices = [Choice(name, message("importer.choice-region", name=name)) for name in near]
    choices.append(Choice(NO_REGION, message("importer.choice-no-region")))
    said = message("importer.ask-region", name=text, meant=near[0])
    return Question(asked(REGION, text), said, tuple(choices))


def _at_other_level(text: str, column: ReadColumn, level: int, known: Gazetteer) -> Question:
    """A district among villages: most often the row that adds them up."""
    own = level_of(known.codes[fold_region(text)][0])
    said = message(
        "importer.ask-level",
        name=text,
        level=_TITLES[own].casefold(),
        title=column.title,
        others=_TITLES[level].casefold(),
    )
    choice = Choice(NO_REGION, message("importer.choice-own-row"))
    return Question(asked(REGION, text), said, (choice,))


def _registered(
    column: ReadColumn, found: Mapping[str, tuple[str, ...]], known: Gazetteer
) -> tuple[ReadColumn, dict[str, str]]:
    """The column with registered names, and those that were written otherwise."""
    names = {text: known.names[codes[0]] for text, codes in found.items() if codes}
    cells = tuple(
        replace(cell, text=names[cell.text]) if cell.text in names else cell
        for cell in column.cells
    )
    return replace(column, cells=cells), {old: new for old, new in names.items() if old != new}


def _each(
    column: ReadColumn, found: Mapping[str, tuple[str, ...]], parents: Sequence[tuple[str, ...]]
) -> tuple[str, ...]:
    """The code of each row; namesakes are told apart by the region that another column names."""
    above = parents[-1] if parents else ("",) * len(column.cells)
    return tuple(
        _one(found.get(cell.text, ()), parent)
        for cell, parent in zip(column.cells, above, strict=True)
    )


def _one(codes: Sequence[str], parent: str) -> str:
    within = [code for code in codes if not parent or code.startswith(f"{parent}.")]
    return within[0] if len(within) == 1 else (codes[0] if len(codes) == 1 else "")


def _told(
    column: ReadColumn, found: Mapping[str, tuple[str, ...]], renamed: Mapping[str, str]
) -> Iterator[Message]:
    matched = sum(1 for codes in found.values() if codes)
    if matched < len(found):
        yield message("importer.step-regions-partly", title=column.title, count=matched)
    else:
        yield message("importer.step-regions", title=column.title, count=matched)
    for old, new in renamed.items():
        if fold_region(old) != fold_region(new) or old.casefold() != new.casefold():
            yield message("importer.step-region-renamed", old=old, new=new)
