"""What checks quote is told without private data, whatever sentence of the catalogues holds it."""

from __future__ import annotations

import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from profil_terbuka.model import codes
from profil_terbuka.model.findings import Finding, Place
from profil_terbuka.model.messages import Message, Told, message
from profil_terbuka.privacy import masked
from profil_terbuka.privacy.folding import digits
from profil_terbuka.privacy.patterns import find
from profil_terbuka.privacy.scan import masked_message
from profil_terbuka.words import catalogues
from profil_terbuka.words.catalogues import text
from profil_terbuka.words.report import paragraph
from profil_terbuka.words.where import WORKBENCH, read_at

PHONE = "0812-0000-0000"
FOLDER = Path(catalogues.__file__).parent / "id"


def sentences() -> Iterator[Message]:
    """Every sentence of every catalogue, with a telephone number as each of its values.

    What is said otherwise at the workbench has the values of both.
    """
    for file in sorted(FOLDER.glob("*.po")):
        with file.open("rb") as stream:
            entries = [entry for entry in read_po(stream) if entry.id]
        named: dict[str, set[str]] = {}
        for entry in entries:
            told = entry.string if isinstance(entry.string, str) else entry.string[0]
            name = entry.id if isinstance(entry.id, str) else entry.id[0]
            names = {field for _, field, _, _ in string.Formatter().parse(told) if field}
            named.setdefault(name, set()).update(names)
        for name, names in named.items():
            if names and all(map(str.isidentifier, names)):  # else braces that stand for themselves
                yield Message(f"{file.stem}.{name}", tuple((field, PHONE) for field in names))


def test_no_sentence_of_the_catalogues_lets_a_number_through() -> None:
    told = list(sentences())
    assert len(told) > 200
    for said in told:
        shown, hidden = text(said), text(masked_message(said))
        with read_at(WORKBENCH):
            shown, hidden = shown + text(said), hidden + text(masked_message(said))
        assert PHONE in shown
        assert digits(PHONE) not in digits(hidden)


@pytest.fixture
def wording(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """The catalogues with a sentence more, that of the test."""
    known = catalogues._sentence

    def found(name: str, count: Told) -> str:
        return request.param if name == "uji.kalimat" else known(name, count)

    monkeypatch.setattr(catalogues, "_sentence", found)


BY_ITS_SENTENCE: list[tuple[str, dict[str, Told]]] = [
    ("NIK {a} tidak dikenal.", {"a": "1234567890123456"}),
    ("WA {a}", {"a": "81200000000"}),
    ("Rekening {a:code} disebut.", {"a": "1234567890"}),
    ("{a} at {b}", {"a": "fulan", "b": "contoh dot com"}),
    ("Di {a}{b} lagi", {"a": "0812", "b": "00000000"}),
    ("Nomor HP: {a:list}", {"a": ("81200000000", "x")}),
    ("Rumah warga {a}", {"a": "Jl. Melati No. 7"}),
    ("Korban bernama {a}, {b} tahun, kekerasan", {"a": "Melati Contoh", "b": "12"}),
]
"""Private only by the words around it, or by the value that stands beside it."""


@pytest.mark.parametrize(
    ("wording", "values"),
    BY_ITS_SENTENCE,
    ids=[row[0] for row in BY_ITS_SENTENCE],
    indirect=["wording"],
)
def test_a_value_is_masked_that_only_its_sentence_makes_private(
    wording: None, values: dict[str, Told]
) -> None:
    said = message("uji.kalimat", **values)
    assert list(find(text(said))), "the case must be private as it is read"
    (finding,) = masked([Finding(codes.CELL_BAD_TYPE, Place("x"), said)])
    told = text(finding.message)
    assert not list(find(told))
    for value in values.values():
        for part in value if isinstance(value, tuple) else (value,):
            assert len(str(part)) < 3 or str(part) not in told


@pytest.mark.parametrize("wording", ["NIK {a}, hubungi {b}"], indirect=True)
def test_what_is_private_by_itself_stays_masked_beside_it(wording: None) -> None:
    said = message("uji.kalimat", a="1234567890123456", b=PHONE)
    assert text(masked_message(said)) == "NIK 12••••••••••••••, hubungi 08••-••••-••••"


def test_examples_of_the_catalogues_are_told_as_they_are() -> None:
    example = message("privacy.office-email")
    assert masked_message(example) == example


def test_places_clauses_lists_and_remedies_are_masked_too() -> None:
    place = Place(f"datasets/x/{PHONE}.csv", 3, PHONE)
    said = message(
        "read.columns-unknown",
        columns=(message("read.title-at", title=PHONE, letter="A"),),
        hint=message("read.perhaps", meant=PHONE),
    )
    remedy = message("read.write-right", right=PHONE)
    (finding,) = masked([Finding(codes.CSV_HEADER, place, said, remedy)])
    assert digits(PHONE) not in digits(paragraph(finding))
    assert "08••-••••-••••" in text(finding.remedy)
    at = masked_message(message("read.begun", told=message("read.at", place=place)))
    assert digits(PHONE) not in digits(text(at))


def test_a_finding_that_tells_nothing_private_stays_as_it_is() -> None:
    said = message("read.no-such-file", name="a.csv", hint=message("read.perhaps", meant="b.csv"))
    finding = Finding(codes.FILE_MISSING, Place("datasets/x/a.csv", 2), said)
    assert list(masked([finding])) == [finding]
