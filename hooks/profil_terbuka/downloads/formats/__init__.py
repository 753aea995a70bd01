"""The formats that are offered, each in a file of its own; lists name them in this order."""

from __future__ import annotations

from . import (
    database,
    dossier,
    everything_zip,
    excel_csv,
    geojson,
    package_zip,
    parquet,
    records_json,
    table_csv,
    wide_csv,
    workbook,
)

OF_TABLES = (table_csv.FORMAT, wide_csv.FORMAT, excel_csv.FORMAT, parquet.FORMAT)
OF_DATASETS = (workbook.FORMAT, dossier.FORMAT, records_json.FORMAT, package_zip.FORMAT)
OF_AGENCIES = (everything_zip.FORMAT, database.FORMAT, *geojson.FORMATS)
