"""What a book shouts is said calmly, and nothing else is changed."""

from __future__ import annotations

import pytest

from profil_terbuka.words.capitals import sentence_case


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("FOTOCOPY KARTU KELUARGA (KK)", "Fotocopy kartu keluarga (KK)"),
        ("SURAT KETERANGAN TIDAK MAMPU (SKTM)", "Surat keterangan tidak mampu (SKTM)"),
        ("TERDAFTAR DI DTKS DAN PUNYA NIK", "Terdaftar di DTKS dan punya NIK"),
        ("KARTU BPJS/KIS YANG LAMA", "Kartu BPJS/KIS yang lama"),
        ("GRATIS! TANPA DIPUNGUT BIAYA", "Gratis! Tanpa dipungut biaya"),
        ("1. SURAT PENGANTAR RT. 2. FOTO RUMAH", "1. Surat pengantar RT. 2. Foto rumah"),
        ("GOLONGAN RUMAH TANGGA KELAS III", "Golongan rumah tangga kelas III"),
        ("KTP", "KTP"),
        ("SKTM, DTKS", "SKTM, DTKS"),
        ("Fotocopy KTP dan KARTU KELUARGA", "Fotocopy KTP dan KARTU KELUARGA"),
        ("", ""),
    ],
)
def test_sentence_case(printed: str, said: str) -> None:
    assert sentence_case(printed) == said
