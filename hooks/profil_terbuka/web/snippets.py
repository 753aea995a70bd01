"""Lines to copy that load a dataset's main table into a spreadsheet or a program.

Codes stay text everywhere ('61.71' is no number), and decimals are read with their point. Rows that
hold no valid value are left out. Where a table goes through the years, the last line takes the
newest: figures of several are no sum.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Agency, CellStatus, Dataset, Role, Table
from ..model.messages import NOTHING, message
from ..words.catalogues import text
from .embedding import UNKNOWN_SITE
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
class _Valid:
    """The column that holds the status of a row, and what stands there of values that count."""

    column: str
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Recipe:
    """What every program is told in its own words; `folder` is the address of data/<slug>/."""

    table: Table
    folder: str
    newest: _Newest | None
    valid: _Valid | None
    """None where every row counts."""
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
    folder, valid = f"{root}data/{dataset.slug}/", _valid(table)
    recipe = _Recipe(table, folder, newest, valid, tuple(_cautions(table, newest, valid)))
    return (
        _google(recipe),
        _excel(recipe),
        Snippet(text(message("web.snippet.pandas")), _pandas(recipe), _of_gaps(table)),
        Snippet(
            text(message("web.snippet.readr")),
            _readr(recipe),
            text(message("web.snippet.read-csv2")),
        ),
        Snippet("DuckDB", _duckdb(recipe)),
        Snippet(
            text(message("web.snippet.shell")),
            f'curl --fail --location --remote-name "{recipe.address}"',
        ),
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
    at = table.schema.position[column]
    measured = tuple(table.schema.position[name] for name in measures)
    valid = {
        row[at]
        for row in table.rows
        if table.status(row).counts and any(row[one] is not None for one in measured)
    }
    return _Newest(column, max(int(str(year)) for year in valid)) if valid else None


def _valid(table: Table) -> _Valid | None:
    """None where nothing has to be left out."""
    columns = table.schema.with_role(Role.STATUS)
    found = {table.status(row) for row in table.rows}
    if len(columns) != 1 or all(status.counts for status in found):
        return None
    letters = tuple(status.value for status in CellStatus if status.counts and status in found)
    return _Valid(columns[0].name, letters) if letters else None


def _cautions(table: Table, newest: _Newest | None, valid: _Valid | None) -> Iterator[str]:
    if valid:
        yield text(message("web.snippet.valid-only", column=valid.column, kept=valid.letters))
    if newest:
        yield text(message("web.snippet.one-year"))
    for field in table.schema.with_role(Role.UNIT):
        if len(set(table.column(field.name))) > 1:
            yield text(message("web.snippet.units", column=field.name))


def _google(recipe: _Recipe) -> Snippet:
    """It guesses types, and a formula of its own chooses rows."""
    code = f'=IMPORTDATA("{recipe.address}"; ","; "en_US")'
    one_year = NOTHING
    if newest := recipe.newest:
        schema = recipe.table.schema
        last, year = _letters(len(schema.fields)), _letters(schema.position[newest.column] + 1)
        formula = f"=FILTER(A2:{last}; {year}2:{year}={newest.year})"
        one_year = message("web.snippet.google-one-year", formula=formula)
    remark = text(message("web.snippet.google-types", chosen=one_year))
    return Snippet(text(message("web.snippet.google")), code, remark)


def _letters(number: int) -> str:
    """The name of a spreadsheet's column: 1 is A, 27 is AA."""
    before, last = divmod(number - 1, 26)
    return f"{_letters(before) if before else ''}{chr(ord('A') + last)}"


def _excel(recipe: _Recipe) -> Snippet:
    all_years = message("web.snippet.excel-all-years") if recipe.newest else NOTHING
    remark = text(message("web.snippet.excel-where", all_years=all_years))
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
    shown = "Hasil"
    if valid := recipe.valid:
        kept = f"List.Contains({{{_list(valid.letters)[1:-1]}}}, [{valid.column}])"
        steps.append(f"Sahih = Table.SelectRows({shown}, each {kept})")
        shown = "Sahih"
    if newest := recipe.newest:
        chosen = f"each [{newest.column}] = {newest.year}"
        steps.append(f"Terbaru = Table.SelectRows({shown}, {chosen})")
        shown = "Terbaru"
    listed = ",\n    ".join(steps)
    return f"{recipe.comments('//')}let\n    {listed}\nin\n    {shown}"


def _pandas(recipe: _Recipe) -> str:
    texts = _list(field.name for field in recipe.table.schema.fields if field.type == "string")
    newest, valid = recipe.newest, recipe.valid
    kept = f'data = data[data["{valid.column}"].isin({_list(valid.letters)})]\n' if valid else ""
    chosen = f'terbaru = data[data["{newest.column}"] == {newest.year}]' if newest else ""
    return f"""import pandas as pd

teks = {texts}
data = pd.read_csv(
    "{recipe.address}",
    dtype=dict.fromkeys(teks, str),
    keep_default_na=False,
    na_values=[""],
)
{recipe.comments("#")}{kept}{chosen}""".rstrip()


def _of_gaps(table: Table) -> str:
    """What pandas makes of empty cells alone, which SQL leaves empty; '' where there are none."""
    measures = table.schema.with_role(Role.MEASURE)
    if not any(None in table.column(field.name) for field in measures):
        return ""
    return text(message("web.snippet.gaps"))


def _readr(recipe: _Recipe) -> str:
    types = "".join(
        f", {field.name} = {_R_TYPES[field.type]}"
        for field in recipe.table.schema.fields
        if field.type in _R_TYPES
    )
    newest, valid = recipe.newest, recipe.valid
    letters = _list(valid.letters)[1:-1] if valid else ""
    kept = f"data <- subset(data, {valid.column} %in% c({letters}))\n" if valid else ""
    chosen = f"terbaru <- subset(data, {newest.column} == {newest.year})" if newest else ""
    return f"""library(readr)

data <- read_csv(
  "{recipe.address}",
  col_types = cols(.default = col_character(){types})
)
{recipe.comments("#")}{kept}{chosen}""".rstrip()


def _duckdb(recipe: _Recipe) -> str:
    """To be read, never run here; names and addresses hold no quotation mark."""
    file = f"{recipe.folder}{recipe.table.name}.parquet"
    asked = []
    if valid := recipe.valid:
        letters = ", ".join(f"'{letter}'" for letter in valid.letters)
        asked.append(f"{valid.column} IN ({letters})")
    if newest := recipe.newest:
        asked.append(f"{newest.column} = {newest.year}")
    chosen = f" WHERE {' AND '.join(asked)}" if asked else ""
    return f"{recipe.comments('--')}SELECT * FROM '{file}'{chosen};"  # noqa: S608


def _list(names: Iterable[str]) -> str:
    """Names as Python writes a list: in double quotes, nothing to escape in them."""
    return json.dumps(list(names))
