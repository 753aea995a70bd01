"""Suspicion about names of regions that are almost those of the reference table."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model import Catalog, Field, Role, Table
from ...model.findings import Code, Finding, Place, Severity
from ...model.messages import message
from ..kind import CatalogCheck

CODE = Code("nama-wilayah-salah-eja", Severity.SUSPICION, answerable=True, area="check")
PACKAGE = "wilayah"
CLOSE = 0.8
"""Names that agree to this share of their letters are one name, misspelt."""
END = 3
LEAST_LETTERS = 5
"""Shorter names ('Tengah', 'Pager') are close to too many words."""
_LEVELS = ("kelurahan", "desa", "kecamatan", "kabupaten", "kota", "wilayah")
_MENTION = re.compile(
    r"\b(?:Kelurahan|Desa|Kecamatan|Kabupaten|Kel\.|Kec\.|Kab\.)\s+"
    r"((?:[A-Z][\w'-]+)(?:\s+[A-Z][\w'-]+){0,2})"
)


@dataclass(frozen=True, slots=True)
class RegionNames:
    """The names of regions by their bare letters, those by their ends, and how names begin."""

    names: Mapping[str, str]
    ends: Mapping[str, Sequence[str]]
    starts: frozenset[str]


def misspelt_regions(catalog: Catalog) -> Iterator[Finding]:
    """Each name in a column of regions, or behind a word like 'Kelurahan', that is nearly known."""
    names: dict[str, RegionNames] = {}
    for dataset in catalog.datasets:
        region = dataset.coverage.region
        known = names.get(region) or names.setdefault(region, _region_names(catalog, region))
        for table in dataset.tables if known.names else ():
            yield from _misspelt(table, known)


def _region_names(catalog: Catalog, region: str) -> RegionNames:
    """The names of the regions within a region, as every register writes them."""
    reference = next((item for item in catalog.reference if item.slug == PACKAGE), None)
    if reference is None or "kode" not in reference.main.schema:
        return RegionNames({}, {}, frozenset())
    table = reference.main
    columns = [field.name for field in table.schema.fields if field.name.startswith("nama")]
    names: dict[str, str] = {}
    for row in table.rows:
        if str(table.value(row, "kode")).startswith(region):
            for name in columns:
                plain = _without_level(str(table.value(row, name) or ""))
                # Registers that leave out the spaces are known, but not shown.
                names[_bare(plain)] = max(names.get(_bare(plain), ""), plain, key=_word_count)
    names.pop("", None)
    ends: dict[str, list[str]] = {}
    for bare in names:
        for end in _ends(bare):
            ends.setdefault(end, []).append(bare)
    starts = frozenset(start for name in names.values() for start in _starts(name))
    return RegionNames(names, ends, starts)


def _word_count(name: str) -> int:
    return len(name.split())


def _ends(bare: str) -> tuple[str, str]:
    """The first and the last letters: misspelt names keep one of them.

    >>> _ends("sukamaju")
    ('suk-', '-aju')
    """
    return f"{bare[:END]}-", f"-{bare[-END:]}"


def _starts(name: str) -> Iterator[str]:
    """How a name begins.

    >>> list(_starts("Suka Maju Timur"))
    ['suka', 'sukamaju']
    """
    words = name.split()
    yield from (_bare(" ".join(words[:count])) for count in range(1, len(words)))


def _misspelt(table: Table, known: RegionNames) -> Iterator[Finding]:
    # Names with a code are held against the reference table itself.
    coded = {field.labels for field in table.schema.with_role(Role.CODE)}
    judged: dict[str, str] = {}
    for field in table.schema.fields:
        if field.type != "string" or field.role is Role.PRINTED or field.name in coded:
            continue
        for text, row_number in table.first_rows(field.name).items():
            for name in _mentions(field, str(text or "")):
                if name not in judged:
                    judged[name] = _meant(name, known)
                    if judged[name]:
                        yield _finding(
                            Place(table.file, row_number, field.name), name, judged[name]
                        )


def _mentions(field: Field, text: str) -> Iterator[str]:
    if field.name.partition("_")[0] in _LEVELS and text:
        yield _without_level(text)
    else:
        yield from _MENTION.findall(text)


def _meant(mention: str, known: RegionNames) -> str:
    """The known region that a mention nearly names; '' where it names one, or none at all.

    >>> ends = {"suk-": ["sukamaju"], "-aju": ["sukamaju"]}
    >>> known = RegionNames({"sukamaju": "Sukamaju"}, ends, frozenset())
    >>> _meant("Sukamayu", known), _meant("Sukamaju", known), _meant("Rekaan", known)
    ('Sukamaju', '', '')
    """
    words = mention.split()
    tried = [_bare(" ".join(words[:count])) for count in range(len(words), 0, -1)]
    if tried[0] in known.starts or any(bare in known.names for bare in tried):
        return ""
    for bare in tried:
        if len(bare) >= LEAST_LETTERS:
            near = {name for end in _ends(bare) for name in known.ends.get(end, ())}
            for close in difflib.get_close_matches(bare, sorted(near), cutoff=CLOSE):
                if _one_name(words, known.names[close].split()):
                    return known.names[close]
    return ""


def _one_name(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether every word is close to its own.

    >>> _one_name(["Suka", "Rekan"], ["Suka", "Rekaan"])
    True
    >>> _one_name(["Suka", "Mulya"], ["Suka", "Maju"])
    False
    """
    if len(words) < len(name):
        return True  # the spaces are what differs
    pairs = zip(words, name, strict=False)
    return all(
        difflib.SequenceMatcher(None, one.casefold(), other.casefold()).ratio() >= CLOSE
        for one, other in pairs
    )


def _without_level(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first.casefold() in _LEVELS else name


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _finding(place: Place, name: str, meant: str) -> Finding:
    said = message("check.region-misspelt", name=name, meant=meant)
    return Finding(CODE, place, said)


CHECK = CatalogCheck((CODE,), misspelt_regions)
