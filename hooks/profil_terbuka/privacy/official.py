"""Contacts that belong to an office and may therefore be published."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from ..model import Agency, Catalog
from ..model.registers import DESK_DOCUMENTS
from .folding import digits, fold
from .institutions import addresses
from .kinds import PrivateKind

_AT_WORD = re.compile(r"\s?[\[({<]\s?(?:at|@|a|et)\s?[\])}>]\s?|\s@\s|\sat\s")
_DOT_WORD = re.compile(r"\s?[\[({]\s?(?:dot|titik|\.)\s?[\])}]\s?|\s(?:dot|titik)\s")
_STREET = re.compile(r"\b(?:jl|jln)\b")
_NUMBER = re.compile(r"\b(?:nomor|nmr)\b")
_NEVER = frozenset({PrivateKind.NIK, PrivateKind.CARD, PrivateKind.POSITION, PrivateKind.CHILD})
_OFFICE_DOMAIN = re.compile(r"\w\.(?:go|desa|ac|sch|mil)\.id\Z")
_INSPECTION = ("sidik_diperiksa", "diperiksa_oleh", "diperiksa_tanggal")
_HOUSE_LETTER = re.compile(r"(\d) ([a-z])\b")


@dataclass(frozen=True)
class Official:
    """What agencies have declared: `instansi.yml` with `alamat`, `telepon` and `kontak_resmi`."""

    numbers: frozenset[str]
    emails: frozenset[str]
    addresses: tuple[str, ...]
    names: frozenset[str]
    """How the agency itself is called; it may stand as the author of a document."""
    inspected: frozenset[str] = frozenset()
    """Fingerprints of documents that people have read, as no program can."""

    @classmethod
    def of(cls, *agencies: Agency) -> Official:
        """The declared contacts of one or several agencies in the one spelling that is compared."""
        values = [
            value
            for agency in agencies
            for value in (
                agency.address,
                agency.phone or "",
                *(item.value for item in agency.official),
            )
        ]
        return cls(
            numbers=frozenset(_number(value) for value in values) - {""},
            emails=frozenset(_email(value) for value in values),
            addresses=tuple(f" {_address(value)} " for value in values if value),
            names=frozenset(
                _flat(name) for agency in agencies for name in (agency.name, agency.short_name)
            ),
            inspected=frozenset(item for agency in agencies for item in agency.inspected),
        )

    @classmethod
    def in_catalogs(cls, *catalogs: Catalog) -> Official:
        """The same, with the offices that their data name: contributors and institutions."""
        declared = cls.of(*(catalog.agency for catalog in catalogs))
        packages = [
            (catalog.agency, dataset)
            for catalog in catalogs
            for dataset in (*catalog.packages, *catalog.reference)
        ]
        emails = (
            _email(contributor.email)
            for agency, dataset in packages
            for contributor in dataset.contributors
            if contributor.email and is_office_email(contributor.email, agency)
        )
        places = (
            f" {_address(address)} "
            for _, dataset in packages
            for table in dataset.tables
            for address in addresses(table)
        )
        return replace(
            declared,
            emails=declared.emails.union(emails),
            inspected=declared.inspected.union(*map(_inspected_documents, catalogs)),
            addresses=tuple(dict.fromkeys((*declared.addresses, *places))),
        )

    def joined(self, other: Official) -> Official:
        """What either of them declares."""
        return Official(
            numbers=self.numbers | other.numbers,
            emails=self.emails | other.emails,
            addresses=tuple(dict.fromkeys((*self.addresses, *other.addresses))),
            names=self.names | other.names,
            inspected=self.inspected | other.inspected,
        )

    @property
    def signature(self) -> str:
        """The same text for the same contacts, in every process."""
        parts = (self.numbers, self.emails, self.addresses, self.names, self.inspected)
        return repr([sorted(part) for part in parts])

    def allows(self, kind: PrivateKind, value: str) -> bool:
        """Whether `value` is declared. A NIK, a card, a home or a child never may be."""
        if kind in _NEVER:
            return False
        if kind is PrivateKind.EMAIL:
            return _email(value) in self.emails
        if kind in (PrivateKind.ADDRESS, PrivateKind.PLATE):
            # Whole words: `No. 1` is not part of `No. 1b`.
            wanted = f" {_address(value)} "
            return any(wanted in address for address in self.addresses)
        # What follows the number may have been taken for its last digits: `0561-0000000 2 saluran`.
        groups = re.findall(r"\d+", fold(value))
        return any(
            _number("".join(groups[:end])) in self.numbers for end in range(1, len(groups) + 1)
        )

    def is_name(self, value: str) -> bool:
        """Whether `value` is the agency's own name."""
        return _flat(value) in self.names


def _inspected_documents(catalog: Catalog) -> set[str]:
    """Fingerprints of the scans that the register of documents says were read, by whom and when.

    Half a declaration is none.
    """
    register = catalog.by_slug.get(DESK_DOCUMENTS)
    if register is None or not set(_INSPECTION) <= set(register.main.schema.position):
        return set()
    columns = (register.main.column(name) for name in _INSPECTION)
    return {str(seal) for seal, who, when in zip(*columns, strict=True) if seal and who and when}


def is_office_email(value: str, agency: Agency) -> bool:
    """Whether its domain is one that only public bodies get, or the agency's own."""
    domain = _email(value).rpartition("@")[2]
    own = urlsplit(agency.website or "").hostname or ""
    return bool(_OFFICE_DOMAIN.search(domain)) or domain == own.removeprefix("www.")


def _flat(value: str) -> str:
    return " ".join(fold(value).casefold().split())


def _number(value: str) -> str:
    """Digits, with the country code instead of the leading 0: `0561...` and `+62 561...` agree."""
    found = re.sub(r"\A0062", "62", digits(value))
    return re.sub(r"\A(?:620?|0)", "62", found) if found else ""


def _email(value: str) -> str:
    return _DOT_WORD.sub(".", _AT_WORD.sub("@", _flat(value)))


def _address(value: str) -> str:
    """Lower-case words without punctuation; `jl` is written out, `1 b` becomes `1b`."""
    words = " ".join(re.findall(r"\w+", _flat(value)))
    return _HOUSE_LETTER.sub(r"\1\2", _NUMBER.sub("no", _STREET.sub("jalan", words)))
