"""The criteria that every dataset is held against, by name; `ALL` is their order on pages.

Dimensions are those of the Linked Data Quality vocabulary, which W3C's DQV recommends.
"""

from __future__ import annotations

from ..model.messages import message
from ..model.products import Criterion

SHORTEST = 50
"""Characters of a description that says something; search engines for data ask for as many."""

DESCRIPTION = Criterion(
    "uraian",
    message("quality.description-length"),
    message("quality.description-length-means", least=SHORTEST),
    "understandability",
)
UNITS = Criterion(
    "satuan",
    message("quality.units"),
    message("quality.units-means"),
    "interpretability",
)
SOURCE = Criterion(
    "sumber",
    message("quality.source"),
    message("quality.source-means"),
    "trustworthiness",
)
LICENCE = Criterion(
    "lisensi",
    message("quality.licence"),
    message("quality.licence-means"),
    "licensing",
)
KEYS = Criterion(
    "kunci",
    message("quality.keys"),
    message("quality.keys-means"),
    "consistency",
)
RAN = Criterion(
    "pemeriksaan",
    message("quality.checks-ran"),
    message("quality.checks-ran-means"),
    "semanticAccuracy",
)
PASSED = Criterion(
    "pemeriksaan-beres",
    message("quality.checks-settled"),
    message("quality.checks-settled-means"),
    "semanticAccuracy",
)
ACKNOWLEDGED = Criterion(
    "pemeriksaan-bercatatan",
    message("quality.checks-acknowledged"),
    message("quality.checks-acknowledged-means"),
    "trustworthiness",
)
UNTOLD = Criterion(
    "pemeriksaan-terhalang",
    message("quality.checks-hindered"),
    message("quality.checks-hindered-means"),
    "semanticAccuracy",
)
OPEN_NOTES = Criterion(
    "catatan-terbuka",
    message("quality.open-notes"),
    message("quality.open-notes-means"),
    "trustworthiness",
)
REGIONS = Criterion(
    "kode-wilayah",
    message("quality.region-codes"),
    message("quality.region-codes-means"),
    "interoperability",
)
MISSING = Criterion(
    "angka-kosong",
    message("quality.missing"),
    message("quality.missing-means"),
    "completeness",
)
WITHHELD = Criterion(
    "angka-ditutup",
    message("quality.withheld"),
    message("quality.withheld-means"),
    "completeness",
)
DOUBTFUL = Criterion(
    "angka-diragukan",
    message("quality.doubtful"),
    message("quality.doubtful-means"),
    "semanticAccuracy",
)
MENDED = Criterion(
    "angka-diperbaiki",
    message("quality.mended"),
    message("quality.mended-means"),
    "semanticAccuracy",
)
AGE = Criterion(
    "umur",
    message("quality.age"),
    message("quality.age-means"),
    "timeliness",
)

ALL = (
    DESCRIPTION,
    UNITS,
    SOURCE,
    LICENCE,
    KEYS,
    RAN,
    PASSED,
    ACKNOWLEDGED,
    UNTOLD,
    OPEN_NOTES,
    REGIONS,
    MISSING,
    WITHHELD,
    DOUBTFUL,
    MENDED,
    AGE,
)
