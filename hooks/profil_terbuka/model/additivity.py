"""Across which dimensions the values of a measure may be added (Kimball's additive facts)."""

from __future__ import annotations

import re
from enum import StrEnum


class Additivity(StrEnum):
    """What a descriptor says of a measure (`aditivitas`).

    Money spent adds up across everything. People registered add up across places, but the same
    people are there again next year. A percentage, an index, a mean or a rank adds up to nothing.
    """

    ADDITIVE = "aditif"
    SEMI_ADDITIVE = "semi-aditif"
    """Not across time."""
    NON_ADDITIVE = "nonaditif"


_COUNTED = re.compile(r"(jumlah|banyak(nya)?|total|volume)\b")
"""A heading that begins so counts, whatever follows: 'jumlah penduduk usia 60'."""

_RATIO_UNIT = re.compile(
    r"%|‰|°|/|\bper\b|\b(persen(tase)?|prosentase|permil|poin|indeks|index|rasio|ratio|skor|score|"
    r"peringkat|rank(ing)?|derajat|koefisien|desimal|rata-rata|rerata|median|nilai|skala|"
    r"tahun|bulan|minggu|hari|jam|menit|detik|mm|knot|mdpl|persentil)\b",
    re.IGNORECASE,
)
"""Units of ratios, scores and spans of time: two of them never make a third."""

_MEAN_NAME = re.compile(
    r"\b(persen(tase)?|prosentase|persentil|rata|rerata|average|mean|median|kapita)\b"
    r"|\bper (\d+|orang|jiwa|siswa|murid|guru|dokter|kk|kpm|keluarga|unit|hektare?|ha|km2?|bulan|"
    r"hari|tahun|penerima|rumah tangga)\b",
    re.IGNORECASE,
)
"""Words that make a mean or a share of whatever is counted: 'jumlah rata-rata anak'."""

_RATIO_NAME = re.compile(
    r"\b(indeks|index|rasio|ratio|modus|"
    r"proporsi|prevalensi|kepadatan|peringkat|ranking|skor|koefisien|gini|ipm|ihk|inflasi|"
    r"pertumbuhan|harga|tarif|gaji|honor(arium)?|njop|biaya satuan|curah hujan|kecepatan|"
    r"ketinggian|upah minimum|ump|umk|umr|garis kemiskinan|angka (harapan|kematian|"
    r"kelahiran|kesakitan|partisipasi|melek|putus|beban)|suhu|kelemba[bp]an|elevasi)\b"
    r"|^(tingkat|laju|derajat|usia|umur)\b",
    re.IGNORECASE,
)

_FLOW_UNIT = re.compile(
    r"\b(rupiah|rp|idr|usd|dolar|kejadian|kali|kunjungan|permohonan|permintaan|pengaduan|aduan|"
    r"laporan|transaksi|panggilan|ton|kg|kilogram|kuintal|kwintal|liter|kwh)\b",
    re.IGNORECASE,
)
_STOCK_NAME = re.compile(
    r"\b(s d|sampai dengan|kumulatif|tabungan|kredit|pinjaman|outstanding|daftar tunggu|stok|saldo|"
    r"persediaan|posisi|cadangan|aset|aktiva|utang|hutang|piutang|kas|simpanan|modal|ekuitas|"
    r"kapasitas|daya tampung|sisa)\b",
    re.IGNORECASE,
)


def usual_additivity(unit: str, name: str) -> Additivity:
    """The safe reading of a measure about which its descriptor says nothing.

    `unit` is that of its values, `name` its column name or title. What cannot be told is a stock.

    >>> usual_additivity("rupiah", "realisasi").value
    'aditif'
    >>> usual_additivity("orang", "jumlah").value
    'semi-aditif'
    >>> usual_additivity("rupiah", "garis_kemiskinan").value
    'nonaditif'
    """
    words = re.sub(r"[\W_]+", " ", name).strip().lower()
    if _RATIO_UNIT.search(unit) or _MEAN_NAME.search(words):
        return Additivity.NON_ADDITIVE
    if _RATIO_NAME.search(words) and not _COUNTED.match(words):
        return Additivity.NON_ADDITIVE
    if _FLOW_UNIT.search(unit) and not _STOCK_NAME.search(words):
        return Additivity.ADDITIVE
    return Additivity.SEMI_ADDITIVE
