"""Where a site is published, and what it may point to: said once when wrong, http where it must."""

from __future__ import annotations

from pathlib import Path

import pytest

from profil_terbuka.read import agency
from profil_terbuka.system import addresses
from profil_terbuka.words import catalogues as words
from support import change

RIGHT = "Tulis alamat lengkap situs, misalnya ALAMAT_SITUS=https://data.contoh.go.id/"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("data.contoh.go.id", "tidak diawali https://"),
        ("//data.contoh.go.id/", "tidak diawali https://"),
        ("ftp://data.contoh.go.id/", "tidak diawali https://"),
        ("javascript:alert(1)", "tidak diawali https://"),
        ("https:/data.contoh.go.id/", "tidak ada nama situs"),
        ("https://", "tidak ada nama situs"),
        ("https:///data", "tidak ada nama situs"),
        ("https://data contoh.go.id/", "berisi spasi"),
        ("https://data.contoh.go.id/ ", "berisi spasi"),
        (" ", "berisi spasi"),
        ("https://data.contoh.go.id/\u200b", "berisi spasi atau tanda yang tidak tampak"),
        ("https://data.contoh.go.id:port/", "nomor portnya salah"),
        ("https://data.contoh.go.id:99999/", "nomor portnya salah"),
        ("https://[data/", "nama situs atau nomor portnya salah"),
        ("https://admin:rahasia@data.contoh.go.id/", "nama pengguna"),
        ("https://data.contoh.go.id/?a=1", "berisi `?` atau `#`"),
        ("https://data.contoh.go.id/#isi", "berisi `?` atau `#`"),
        ("https://data.contoh.go.id/#", "berisi `?` atau `#`"),
        ("https://data.contoh.go.id/index.html", "menyebut satu berkas"),
    ],
)
def test_what_is_no_address_is_said(text: str, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(addresses.VARIABLE, text)
    with pytest.raises(addresses.WrongAddress) as refused:
        addresses.check_address()
    assert why in str(refused.value)
    assert str(refused.value).endswith(RIGHT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://data.contoh.go.id",
        "https://data.contoh.go.id/",
        "https://contoh.github.io/profil-terbuka",
        "http://localhost:8000/",
        "http://data.intranet/dinsos/",
        "http://[::1]:8000/",
    ],
)
def test_addresses_of_sites_are_fine(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(addresses.VARIABLE, text)
    addresses.check_address()


@pytest.mark.parametrize(
    "text", ["data.contoh.go.id", "https://data.contoh.go.id/?a", "https:///a"]
)
def test_an_agencys_own_address_is_judged_where_it_stands(data: Path, text: str) -> None:
    folder = data / "datasets/contoh"
    change(folder / agency.NAME, "warna:", f'alamat_situs: "{text}"\nwarna:')
    found, (finding,) = agency.read_agency(folder, "datasets/contoh/instansi.yml")
    assert found is None
    assert "`alamat_situs`" in words.text(finding.message)
    told = f"{words.text(finding.message)}{words.text(finding.remedy)}"
    assert "https://data.contoh.go.id/" in told
