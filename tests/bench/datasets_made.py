"""Invented datasets of 30 rows x 4 columns with one chart each, the same for the same number.

Titles are of things, not of people: nothing about them is sensitive, so that no table is withheld.
The numbers run like those of an office do: each region has a size and grows a little every year.
A check that suspects something would make two sites different that are to be compared.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from .region import Region

YEARS = (2020, 2021, 2022, 2023, 2024)
ROWS = 30
COLUMNS = ("tahun", "kode_kecamatan", "kecamatan", "jumlah")
_THINGS = (
    *("Alat peraga", "Bangku taman", "Buku bacaan", "Gerobak sampah", "Halte bus"),
    *("Jembatan kecil", "Kamera pantau", "Kios pasar", "Komputer umum", "Kotak saran"),
    *("Kursi roda", "Lampu jalan", "Lapak pedagang", "Lemari arsip", "Marka jalan"),
    *("Meja baca", "Mesin cetak", "Mesin pompa", "Papan nama", "Papan petunjuk"),
    *("Pintu air", "Pohon pelindung", "Pot bunga", "Rak buku", "Rambu jalan"),
    *("Sepeda dinas", "Sumur resapan", "Tangki air", "Tempat sampah", "Tenda acara"),
    *("Tiang bendera", "Tiang listrik", "Titik api", "Toilet umum", "Tugu batas"),
    *("Wastafel umum", "Gardu jaga", "Keran umum", "Peta dinding", "Tangga darurat"),
)
_DEEDS = (
    *("diperiksa", "dipasang", "dirawat", "diganti", "dicatat", "dibersihkan", "dipindahkan"),
    *("dipinjamkan", "disimpan", "dibeli", "dihibahkan", "dilelang", "dicat ulang", "diperbaiki"),
    *("diusulkan", "diukur", "difoto", "disegel", "ditambah", "dikurangi", "dilaporkan"),
    *("disewakan", "diserahkan", "dibongkar", "diberi nomor"),
)
MOST = len(_THINGS) * len(_DEEDS)
"""How many datasets have a title of their own."""
_KINDS = (
    {"jenis": "garis", "sumbu": "tahun", "seri": "kecamatan"},
    {"jenis": "batang-berkelompok", "sumbu": "kecamatan", "seri": "tahun"},
    {"jenis": "kecil-berganda", "sumbu": "tahun", "seri": "kecamatan"},
    {"jenis": "batang-mendatar", "sumbu": "kecamatan", "saring": {"tahun": YEARS[-1]}},
)
"""Charts as staff ask for them most; each dataset has the next of them."""


@dataclass(frozen=True)
class MadeDataset:
    """One table: its name in addresses, its title, what its chart shows, rows as COLUMNS say."""

    slug: str
    title: str
    chart: dict[str, object]
    rows: tuple[tuple[int, str, str, int], ...]


def made_datasets(count: int, region: Region) -> tuple[MadeDataset, ...]:
    """The first `count` of them; a larger number begins with the same ones.

    Raises ValueError for more than there are titles (MOST).

    >>> town = Region("99.01", "Kota Contoh", (("99.01.01", "Utara"), ("99.01.02", "Timur")))
    >>> first, second = made_datasets(2, town)
    >>> first.slug, first.rows[0]
    ('alat-peraga-diperiksa', (2020, '99.01.01', 'Utara', 1109))
    >>> made_datasets(1, town) == (first,)
    True
    """
    if count > MOST:
        raise ValueError(f"at most {MOST} datasets have a title of their own: {count}")
    return tuple(_made(number, region) for number in range(count))


def _made(number: int, region: Region) -> MadeDataset:
    thing, deed = _THINGS[number % len(_THINGS)], _DEEDS[number // len(_THINGS)]
    name = f"{thing} yang {deed}"
    slug = f"{thing} {deed}".lower().replace(" ", "-")
    title = f"{name} menurut kecamatan"
    return MadeDataset(slug, title, _KINDS[number % len(_KINDS)], _rows(slug, region))


def _rows(slug: str, region: Region) -> tuple[tuple[int, str, str, int], ...]:
    """Every year of every district, the years first; each district grows in its own way."""
    chance = random.Random(slug)
    series = [_series(chance) for _ in region.districts]
    return tuple(
        (year, code, name, values[at])
        for at, year in enumerate(YEARS)
        for (code, name), values in zip(region.districts, series, strict=True)
    )


def _series(chance: random.Random) -> tuple[int, ...]:
    """One value a year: from 800 to 2.400, and up to a tenth more each year."""
    value = chance.randint(800, 2400)
    values = []
    for _ in YEARS:
        values.append(value)
        value += chance.randint(value // 50, value // 10)
    return tuple(values)
