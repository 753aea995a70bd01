"""A report is read from its top: what stops comes first, and one cause does not bury the others."""

from __future__ import annotations

from profil_terbuka.findings import Code, Finding, Place, Severity, report

WRONG = Code("salah", "sebab", "contoh", "perbaiki")
ODD = Code("janggal", "sebab", "contoh", "tanyakan", severity=Severity.SUSPICION)


def findings(code: Code, *places: tuple[str, int | None]) -> list[Finding]:
    return [Finding(code, Place(file, row), "Pesan.") for file, row in places]


def test_errors_come_before_suspicions() -> None:
    told = report([*findings(ODD, ("a.csv", 1)), *findings(WRONG, ("b.csv", 2))])
    assert told.index("KESALAHAN [salah] b.csv") < told.index("KECURIGAAN [janggal] a.csv")
    assert told.endswith("1 kesalahan, 1 kecurigaan.")


def test_a_few_of_a_kind_are_all_told() -> None:
    told = report(findings(WRONG, *(("a.csv", row) for row in range(2, 8))))
    assert told.count("KESALAHAN") == 6
    assert "sejenis" not in told


def test_of_many_of_a_kind_the_first_are_told_and_the_places_of_the_others() -> None:
    many = findings(WRONG, *(("a.csv", row) for row in range(2, 12)), ("b.csv", None))
    told = report([*many, *findings(ODD, ("c.csv", 1))])
    assert told.count("Pesan.") == 6
    assert "masih ada 6 yang sejenis:\n    a.csv, baris 7, 8, 9, 10, 11\n    b.csv\n" in told
    assert "Ringkasan:\n    11 kesalahan salah, di 2 berkas\n    1 kecurigaan janggal" in told
    assert told.endswith("11 kesalahan, 1 kecurigaan.")


def test_long_lists_of_places_are_cut() -> None:
    told = report(findings(WRONG, *((f"{file:02}.csv", 1) for file in range(30))))
    assert "    dan di 17 berkas lain" in told
    told = report(findings(WRONG, *(("a.csv", row) for row in range(2, 40))))
    assert "baris 7, 8, 9, 10, 11, 12, 13, 14, ...\n" in told


def test_all_are_told_on_demand() -> None:
    told = report(findings(WRONG, *(("a.csv", row) for row in range(2, 40))), full=True)
    assert told.count("Pesan.") == 38


def test_nothing_is_said_of_nothing() -> None:
    assert report([]) == ""
