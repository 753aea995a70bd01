"""Lines to copy that load a dataset's main table into a spreadsheet or a program.

Codes stay text everywhere ('61.71' is no number), and decimals are read with their point.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Agency, Dataset, Table
from .figure import UNKNOWN_SITE
from .fragments import render

_M_TYPES = {
    "integer": "Int64.Type",
    "year": "Int64.Type",
    "number": "type number",
    "date": "type date",
    "boolean": "type logical",
}
"""Power Query's names for the types of Table Schema; text needs none, it is text already."""
_R_TYPES = {
    "integer": "col_double()",
    "year": "col_integer()",
    "number": "col_double()",
    "date": "col_date()",
    "boolean": "col_logical()",
}
"""readr's; its integers end at two thousand million, which sums of rupiah pass."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Lines for one program, and a word of warning if it needs one."""

    program: str
    code: str
    remark: str = ""


def snippets(dataset: Dataset, agency: Agency) -> tuple[Snippet, ...]:
    """For spreadsheets first, then for programs."""
    table = dataset.main
    root = agency.root if agency.site_url else f"https://{UNKNOWN_SITE}/"
    folder = f"{root}data/{dataset.slug}/"
    address = f"{folder}{table.path}"
    return (
        Snippet(
            "Google Spreadsheet",
            f'=IMPORTDATA("{address}"; ","; "en_US")',
            "Google menebak jenis kolom: kode pendek seperti 61.71 dapat menjadi bilangan.",
        ),
        Snippet(
            "Excel",
            _power_query(table, address),
            "Buka Data, Dapatkan Data, Dari Sumber Lain, Kueri Kosong, Editor Tingkat Lanjut.",
        ),
        Snippet("Python dengan pandas", _pandas(table, address)),
        Snippet("R dengan readr", _readr(table, address)),
        # To be read, never run here; names and addresses hold no quotation mark.
        Snippet("DuckDB", f"SELECT * FROM '{folder}{table.name}.parquet';"),  # noqa: S608
        Snippet("Baris perintah", f'curl --fail --location --remote-name "{address}"'),
    )


def snippets_section(dataset: Dataset, agency: Agency) -> str:
    """The part of a dataset's page, folded."""
    return render(
        "pakai",
        dataset=dataset,
        potongan=snippets(dataset, agency),
        tanpa_alamat=not agency.site_url,
        belum=UNKNOWN_SITE,
    )


def _power_query(table: Table, address: str) -> str:
    types = ", ".join(
        f'{{"{field.name}", {_M_TYPES[field.type]}}}'
        for field in table.schema.fields
        if field.type in _M_TYPES
    )
    return f"""let
    Berkas = Web.Contents("{address}"),
    Isi = Csv.Document(Berkas, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Tabel = Table.PromoteHeaders(Isi, [PromoteAllScalars = true]),
    Hasil = Table.TransformColumnTypes(Tabel, {{{types}}}, "en-US")
in
    Hasil"""


def _pandas(table: Table, address: str) -> str:
    texts = _list(field.name for field in table.schema.fields if field.type == "string")
    return f"""import pandas as pd

teks = {texts}
data = pd.read_csv(
    "{address}",
    dtype=dict.fromkeys(teks, str),
    keep_default_na=False,
    na_values=[""],
)"""


def _readr(table: Table, address: str) -> str:
    types = "".join(
        f", {field.name} = {_R_TYPES[field.type]}"
        for field in table.schema.fields
        if field.type in _R_TYPES
    )
    return f"""library(readr)

data <- read_csv(
  "{address}",
  col_types = cols(.default = col_character(){types})
)"""


def _list(names: Iterable[str]) -> str:
    """Names as Python writes a list: in double quotes, nothing to escape in them."""
    return json.dumps(list(names))
