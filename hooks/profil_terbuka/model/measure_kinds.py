"""What kind of quantity a measure is (in the words of Satu Data Indonesia: its `ukuran`)."""

from __future__ import annotations

import re
from enum import StrEnum

from .additivity import Additivity, usual_additivity
from .units import is_money, is_percent


class MeasureKind(StrEnum):
    """Kinds of quantities; the values name them in tables for programs."""

    COUNT = "jumlah"
    MONEY = "nilai-rupiah"
    PERCENTAGE = "persentase"
    RATIO = "rasio"
    MEAN = "rata-rata"
    INDEX = "indeks"
    RANK = "peringkat"
    AREA = "luas"
    LENGTH = "panjang"
    VOLUME = "volume"
    WEIGHT = "berat"


_NAMED = {
    MeasureKind.MEAN: r"\b(rata rata|rerata|rata2|average|mean|median)\b|\bper kapita\b",
    MeasureKind.PERCENTAGE: r"\b(persen|persentase|prosentase)\b",
    MeasureKind.INDEX: r"^(nilai )?(indeks|index|ipm|ihk|skor|score)\b|^koefisien gini\b",
    MeasureKind.RANK: r"^(peringkat|ranking|rank)\b",
    MeasureKind.RATIO: r"^(rasio|ratio|kepadatan|prevalensi|proporsi|laju)\b",
}
"""Words in the name of a measure that tell its kind, whatever its unit is."""
_UNITS = {
    MeasureKind.AREA: r"m2|m²|meter persegi|ha|hektare?|km2|km²",
    MeasureKind.LENGTH: r"mm|cm|m|meter|km|kilometer",
    MeasureKind.VOLUME: r"cc|liter|m3|m³|meter kubik",
    MeasureKind.WEIGHT: r"gram|kg|kilogram|kuintal|kwintal|ton",
}
_COUNTED = re.compile(r"(jumlah|banyak(nya)?|total)\b")


def measure_kind(unit: str, name: str, title: str, *, whole: bool) -> MeasureKind | None:
    """The kind of a measure with that unit, column name and title; None where they do not tell.

    `whole`: its values are whole numbers. Things are counted in whole numbers, so what is neither
    that nor called a count is not taken for one.

    >>> measure_kind("orang", "jumlah", "Jumlah", whole=True).value
    'jumlah'
    >>> measure_kind("rupiah", "rata_rata_belanja", "Rata-rata belanja", whole=False).value
    'rata-rata'
    >>> measure_kind("m2", "luas", "Luas", whole=True).value
    'luas'
    >>> measure_kind("derajat", "suhu", "Suhu", whole=False) is None
    True
    """
    called = [re.sub(r"[\W_]+", " ", text).strip().lower() for text in (name, title)]
    for kind, pattern in _NAMED.items():
        if any(re.search(pattern, text) for text in called):
            return kind
    if is_percent(unit):
        return MeasureKind.PERCENTAGE
    if is_money(unit):
        return MeasureKind.MONEY
    for kind, pattern in _UNITS.items():
        if re.fullmatch(pattern, unit.strip(), re.IGNORECASE):
            return kind
    adds_up = usual_additivity(unit, title) is not Additivity.NON_ADDITIVE
    counted = any(map(_COUNTED.match, called)) or (whole and bool(unit))
    return MeasureKind.COUNT if adds_up and counted else None
