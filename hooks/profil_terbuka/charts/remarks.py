"""What must stand beside every picture of a chart: caveats in words, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Dataset, ViewKind
from ..model.products import ChartData
from ..words.dates import date
from ..words.numbers import enumeration

_UNSURE = {
    ViewKind.LINE: "titiknya berongga",
    ViewKind.MAP: "diberi bintik",
}
_FEW = 3
"""So many names are told; more are counted."""
_PALE = "digambar pucat bergaris putus-putus"
COUNTS = (
    "Warna menunjukkan jumlah, bukan perbandingan dengan penduduk: "
    "wilayah berpenduduk banyak cenderung lebih gelap."
)


def remarks(data: ChartData) -> tuple[str, ...]:
    """Sentences about what is drawn: doubtful, missing, broken, and scales that do not compare."""
    return tuple(dict.fromkeys((*_drawn(data), *data.caveats)))


def _drawn(data: ChartData) -> Iterator[str]:
    if data.map is not None and is_count(data):
        yield COUNTS
    if data.doubtful:
        yield f"Tanda *: nilai diragukan ({_UNSURE.get(data.view.kind, _PALE)})."
    if data.spans and data.excluded:
        yield f"Tidak digambar karena tanggal mulainya tidak tercatat: {', '.join(data.excluded)}."
    if data.breaks:
        yield f"Deret terputus pada {_breaks(data)}: angka sebelum dan sesudahnya tidak sebanding."
    if missing := _missing(data):
        yield missing
    if data.view.own_scale and len(data.series) > 1:
        yield "Skala tiap gambar kecil berbeda: tingginya jangan dibandingkan dengan gambar lain."


def is_count(data: ChartData) -> bool:
    """Whether the values grow with the number of people; rates and shares do not."""
    return not data.ratio


def _breaks(data: ChartData) -> str:
    """'2020 (A dan B) dan 2022 (C)'; the year alone where there is one series."""
    found = []
    for year in dict.fromkeys(sorted(year for _, year in data.breaks)):
        names = [series for series, broken in data.breaks if broken == year and series]
        shown = enumeration(names) if len(names) <= _FEW else f"{len(names)} deret"
        found.append(f"{year} ({shown})" if names else year)
    return enumeration(found)


def _missing(data: ChartData) -> str:
    """What stands for a missing value where nothing in the drawing says so in words; '' if none."""
    stacked = data.view.kind is ViewKind.STACKED_BAR
    if stacked or (data.view.kind is ViewKind.HORIZONTAL_BAR and data.series != ("",)):
        void = dict.fromkeys(name for name, series in data.voids if series in data.series)
        return (
            f"Tanpa jumlah, karena ada bagian tanpa angka sahih: {', '.join(void)}." if void else ""
        )
    worded = data.series == ("",) and data.view.kind is not ViewKind.LINE
    if worded or data.map is not None or not any(None in row for row in data.values):
        return ""
    mark = "Celah pada garis" if data.view.kind is ViewKind.LINE else "Tanda \N{EN DASH}"
    return f"{mark}: tidak ada angka yang dapat digambar."


def origin(data: ChartData) -> str:
    """'Sumber: Buku. Data: Dinas, edisi 1.0.0 (22 November 2026).' as far as it is known."""
    edition = f"edisi {data.edition}" if data.edition else ""
    published = ", ".join(filter(None, (data.publisher, edition)))
    return f"Sumber: {data.source}.{f' Data: {published}.' if published else ''}"


def edition_of(dataset: Dataset) -> str:
    """'1.0.0 (22 November 2026)'."""
    return f"{dataset.version} ({date(dataset.created)})"


def publisher_of(dataset: Dataset) -> str:
    """Those who made the dataset, by their role in it."""
    return enumeration([item.title for item in dataset.contributors if "creator" in item.roles])
