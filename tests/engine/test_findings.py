"""A report is read from its top: what stops comes first, and one cause does not bury the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from expectation import findings_in
from golden import CASES
from profil_terbuka.check import EVERY_CODE
from profil_terbuka.model.findings import Code, Finding, Place, Severity
from profil_terbuka.words.report import cause, general_remedy, report

WRONG = Code("salah")
ODD = Code("janggal", severity=Severity.SUSPICION)


def findings(code: Code, *places: tuple[str, int | None]) -> list[Finding]:
    return [Finding(code, Place(file, row), "Pesan.", "Perbaiki.") for file, row in places]


def test_errors_come_before_suspicions() -> None:
    told = report([*findings(ODD, ("a.csv", 1)), *findings(WRONG, ("b.csv", 2))])
    assert told.index("KESALAHAN [salah] b.csv") < told.index("KECURIGAAN [janggal] a.csv")
    assert told.endswith("1 kesalahan, 1 kecurigaan.")


def test_a_few_of_a_kind_are_all_told() -> None:
    told = report(findings(WRONG, *(("a.csv", row) for row in range(2, 8))))
    assert told.count("KESALAHAN") == 6
    assert "sejenis" not in told


def test_of_many_in_one_file_the_first_are_told_and_the_rows_of_the_others() -> None:
    many = findings(WRONG, *(("a.csv", row) for row in range(2, 12)), ("b.csv", None))
    told = report([*many, *findings(ODD, ("c.csv", 1))])
    assert told.count("Pesan.") == 7
    assert (
        "KESALAHAN [salah] a.csv\n"
        "    Masih ada 5 yang sejenis di berkas ini, di baris 7, 8, 9, 10, 11.\n"
    ) in told
    assert "Ringkasan:\n    11 kesalahan salah, di 2 berkas\n    1 kecurigaan janggal" in told
    assert told.endswith("11 kesalahan, 1 kecurigaan.")


def test_each_column_is_told_of() -> None:
    columns = ("jumlah", "kategori")
    many = [
        Finding(WRONG, Place("a.csv", row, column), "Pesan.", "Perbaiki.")
        for row in range(2, 22)
        for column in columns
    ]
    told = report(many)
    for column in columns:
        rest = f"a.csv, kolom `{column}`\n    Masih ada 15 yang sejenis di kolom ini, di baris 7, 8"
        assert rest in told
    assert told.count("Pesan.") == 10


def test_each_file_is_told_of() -> None:
    told = report(findings(WRONG, *((f"{file:02}.csv", None) for file in range(30))))
    assert told.count("Pesan.") == 30


def test_long_lists_of_rows_are_cut() -> None:
    told = report(findings(WRONG, *(("a.csv", row) for row in range(2, 40))))
    assert "di baris 7, 8, 9, 10, 11, 12, 13, 14, dan seterusnya.\n" in told


def test_all_are_told_on_demand() -> None:
    told = report(findings(WRONG, *(("a.csv", row) for row in range(2, 40))), full=True)
    assert told.count("Pesan.") == 38


def test_nothing_is_said_of_nothing() -> None:
    assert report([]) == ""


# For somebody who only knows Excel ---------------------------------------------------------------

EXPECTED = sorted(CASES.glob("*/*/harapan.yml"))
ENGLISH = (
    "the", "is not", "not found", "invalid", "value", "values", "expected", "required", "property",
    "properties", "error", "errors", "exception", "unexpected", "missing", "must", "should",
    "failed", "cannot", "unsupported", "package-error", "constraint", "row", "column",
    "position", "lookup", "frictionless", "pandas", "jsonschema", r"schema(?!\.org)", "null", "nan",
)  # fmt: skip
FOREIGN = {
    "daftar Python": re.compile(r"\['|'\]|\(\d+, '|\{'|OrderedDict|<class|object at 0x|Decimal\("),
    "pola": re.compile(r"`[^`]*(?:\\d|\\w|\\S|\[a-z0-9\]|\(\?:)[^`]*`|\^\[|\]\*\$|pola `"),
    "kata Python": re.compile(r"\b(?:None|True|False|Traceback|\w+Error|\w+Exception)\b"),
    "bahasa Inggris": re.compile(rf"\b(?:{'|'.join(ENGLISH)})\b", re.IGNORECASE),
    "tanpa jalan keluar": re.compile(r"samakan dengan skema", re.IGNORECASE),
}
QUOTED = re.compile(r"`[^`]*`|“[^”]*”|\"[^\"]*\"|\([^)]*delimited\)")


def sentences(case: Path) -> Iterator[str]:
    """Messages and mends of a case; the lines that name a place hold codes and columns as is."""
    for line in report(findings_in(case.read_text("utf-8")), full=True).splitlines():
        if line.startswith("    "):
            yield line.strip()


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: f"{path.parts[-3]}/{path.parts[-2]}")
def test_no_message_speaks_as_a_program(path: Path) -> None:
    for sentence in sentences(path):
        # What stands in quotes are people's own words, keys of files, and names of menus.
        bare = QUOTED.sub("", sentence)
        for what, outline in FOREIGN.items():
            text = bare if what == "bahasa Inggris" else sentence
            assert not outline.search(text), f"{what}: {sentence}"


@pytest.mark.parametrize("code", EVERY_CODE, ids=lambda code: code.name)
def test_no_mend_speaks_as_a_program(code: Code) -> None:
    for text in (cause(code), general_remedy(code)):
        bare = QUOTED.sub("", text)
        assert not FOREIGN["bahasa Inggris"].search(bare), text
        assert not FOREIGN["kata Python"].search(text), text
        assert "samakan dengan skema" not in text.lower()


def test_the_reading_itself_finds_such_words() -> None:
    for text in (
        "Kolom ['a', 'b'] salah.",
        "harus sesuai pola `^[a-z0-9]+$`",
        "berisi None",
        'kunci "title" is a required property',
        "ValueError: x",
        "samakan dengan skema",
    ):
        assert any(outline.search(text) for outline in FOREIGN.values()), text
