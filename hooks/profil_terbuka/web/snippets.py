"""Lines to copy that load a dataset's main table into a spreadsheet or a program.

Codes stay text everywhere ('61.71' is no number), and decimals are read with their point. Where a
table goes through the years, the last line takes the newest: figures of several are no sum.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Agency, Dataset, Role, Table
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
_M_CSV = '[Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]'
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


@dataclass(frozen=True, slots=True)
class _Newest:
    """The newest year with a valid value, and the column that holds the years."""

    column: str
    year: int


@dataclass(frozen=True, slots=True)
class _Recipe:
    """What every program is told in its own words; `folder` is the address of data/<slug>/."""

    table: Table
    folder: str
    newest: _Newest | None
    cautions: tuple[str, ...]
    """What must be known before anything is added up."""

    @property
    def address(self) -> str:
        """Of the table's CSV."""
        return f"{self.folder}{self.table.path}"

    def comments(self, mark: str) -> str:
        """The cautions, each a line that begins with `mark`."""
        return "".join(f"{mark} {text}\n" for text in self.cautions)


def snippets(dataset: Dataset, agency: Agency) -> tuple[Snippet, ...]:
    """For spreadsheets first, then for programs."""
    root = agency.root if agency.site_url else f"https://{UNKNOWN_SITE}/"
    table = dataset.main
    newest = _newest(table)
    recipe = _Recipe(table, f"{root}data/{dataset.slug}/", newest, tuple(_cautions(table, newest)))
    return (
        _google(recipe),
        _excel(recipe),
        Snippet("Python dengan pandas", _pandas(recipe), _of_gaps(table)),
        Snippet("R dengan readr", _readr(recipe)),
        Snippet("DuckDB", _duckdb(recipe)),
        Snippet("Baris perintah", f'curl --fail --location --remote-name "{recipe.address}"'),
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


def _newest(table: Table) -> _Newest | None:
    """None where there is nothing to add up, or a single year anyway."""
    measures = tuple(field.name for field in table.schema.with_role(Role.MEASURE))
    years = [field for field in table.schema.with_role(Role.DIMENSION) if field.type == "year"]
    if not measures or len(years) != 1 or len(set(table.column(years[0].name))) < 2:
        return None
    column = years[0].name
    valid = [
        int(str(table.value(row, column)))
        for row in table.rows
        if table.status(row).counts and set(table.key(row, measures)) != {None}
    ]
    return _Newest(column, max(valid)) if valid else None


def _cautions(table: Table, newest: _Newest | None) -> Iterator[str]:
    if newest:
        yield "Satu tahun saja: hal yang sama bisa terhitung lagi di tahun lain."
    for field in table.schema.with_role(Role.UNIT):
        if len(set(table.column(field.name))) > 1:
            yield f"Satuan berbeda antarbaris (kolom {field.name}): jumlahkan tiap satuan sendiri."


def _google(recipe: _Recipe) -> Snippet:
    """It guesses types, and a formula of its own chooses rows."""
    code = f'=IMPORTDATA("{recipe.address}"; ","; "en_US")'
    remark = "Google menebak jenis kolom: kode pendek seperti 61.71 dapat menjadi bilangan."
    if newest := recipe.newest:
        schema = recipe.table.schema
        last, year = _letters(len(schema.fields)), _letters(schema.position[newest.column] + 1)
        chosen = f"=FILTER(A2:{last}; {year}2:{year}={newest.year})"
        remark += f" Untuk satu tahun saja, tulis {chosen} di kanan tabelnya."
    return Snippet("Google Spreadsheet", code, remark)


def _letters(number: int) -> str:
    """The name of a spreadsheet's column: 1 is A, 27 is AA."""
    before, last = divmod(number - 1, 26)
    return f"{_letters(before) if before else ''}{chr(ord('A') + last)}"


def _excel(recipe: _Recipe) -> Snippet:
    remark = "Buka Data, Dapatkan Data, Dari Sumber Lain, Kueri Kosong, Editor Tingkat Lanjut."
    if recipe.newest:
        remark += " Untuk semua tahun, ganti Terbaru di baris terakhir dengan Hasil."
    return Snippet("Excel", _power_query(recipe), remark)


def _power_query(recipe: _Recipe) -> str:
    types = ", ".join(
        f'{{"{field.name}", {_M_TYPES[field.type]}}}'
        for field in recipe.table.schema.fields
        if field.type in _M_TYPES
    )
    steps = [
        f'Berkas = Web.Contents("{recipe.address}")',
        f"Isi = Csv.Document(Berkas, {_M_CSV})",
        "Tabel = Table.PromoteHeaders(Isi, [PromoteAllScalars = true])",
        f'Hasil = Table.TransformColumnTypes(Tabel, {{{types}}}, "en-US")',
    ]
    if newest := recipe.newest:
        steps.append(f"Terbaru = Table.SelectRows(Hasil, each [{newest.column}] = {newest.year})")
    shown = "Terbaru" if newest else "Hasil"
    listed = ",\n    ".join(steps)
    return f"{recipe.comments('//')}let\n    {listed}\nin\n    {shown}"


def _pandas(recipe: _Recipe) -> str:
    texts = _list(field.name for field in recipe.table.schema.fields if field.type == "string")
    newest = recipe.newest
    chosen = f'terbaru = data[data["{newest.column}"] == {newest.year}]' if newest else ""
    return f"""import pandas as pd

teks = {texts}
data = pd.read_csv(
    "{recipe.address}",
    dtype=dict.fromkeys(teks, str),
    keep_default_na=False,
    na_values=[""],
)
{recipe.comments("#")}{chosen}""".rstrip()


def _of_gaps(table: Table) -> str:
    """What pandas makes of empty cells alone, which SQL leaves empty; '' where there are none."""
    measures = table.schema.with_role(Role.MEASURE)
    if not any(None in table.column(field.name) for field in measures):
        return ""
    return "Sel kosong dijumlahkan pandas menjadi 0; dengan sum(min_count=1) hasilnya tetap kosong."


def _readr(recipe: _Recipe) -> str:
    types = "".join(
        f", {field.name} = {_R_TYPES[field.type]}"
        for field in recipe.table.schema.fields
        if field.type in _R_TYPES
    )
    newest = recipe.newest
    chosen = f"terbaru <- subset(data, {newest.column} == {newest.year})" if newest else ""
    return f"""library(readr)

data <- read_csv(
  "{recipe.address}",
  col_types = cols(.default = col_character(){types})
)
{recipe.comments("#")}{chosen}""".rstrip()


def _duckdb(recipe: _Recipe) -> str:
    """To be read, never run here; names and addresses hold no quotation mark."""
    file, newest = f"{recipe.folder}{recipe.table.name}.parquet", recipe.newest
    chosen = f" WHERE {newest.column} = {newest.year}" if newest else ""
    return f"{recipe.comments('--')}SELECT * FROM '{file}'{chosen};"  # noqa: S608


def _list(names: Iterable[str]) -> str:
    """Names as Python writes a list: in double quotes, nothing to escape in them."""
    return json.dumps(list(names))
