"""Charts of a few invented rows, as they are before they are drawn."""

from __future__ import annotations

from dataclasses import replace

from invented import dataset_of
from profil_terbuka import charts
from profil_terbuka.model import Field, Role, View
from profil_terbuka.model.findings import Finding
from profil_terbuka.model.products import ChartData

FIELDS = (
    Field("tahun", "Tahun", "year", "Tahun.", Role.DIMENSION),
    Field("jenis", "Jenis", "string", "Jenis.", Role.DIMENSION),
    Field("jumlah", "Jumlah", "integer", "Jumlah.", Role.MEASURE, unit="orang"),
    Field("status", "Status", "string", "Status.", Role.STATUS),
)


def prepared(rows: list[tuple[int, str, int | None, str]], **view: object) -> ChartData | Finding:
    """A chart of rows (tahun, jenis, jumlah, status)."""
    asked = View("a", "Judul", "batang", "data", "jenis", "jumlah")
    return charts.prepare_chart(replace(asked, **view), dataset_of(FIELDS, rows))


def chart(rows: list[tuple[int, str, int | None, str]], **view: object) -> ChartData:
    found = prepared(rows, **view)
    assert isinstance(found, ChartData)
    return found
