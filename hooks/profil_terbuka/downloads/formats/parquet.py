"""A table as Apache Parquet: typed columns, and the descriptor's words as metadata."""

from __future__ import annotations

import datetime
import io
import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ...model import Dataset, Field, Table, Value
from ...model.messages import message
from ...model.products import FileFormat
from ...system.cache import Cache, key
from ...words.catalogues import text
from ..offer import TableFile, TableFormat, TableSource, table_name


def parquet(table: Table, dataset: Dataset, cache: Cache) -> bytes:
    """Parquet bytes of one table, kept by content."""
    about = json.dumps(_metadata(table, dataset), ensure_ascii=False)
    kept = key(__name__, about, table.content)
    return cache.get("parquet", kept, lambda: _bytes_of(table, about))


def _metadata(table: Table, dataset: Dataset) -> dict[str, object]:
    return {
        "dataset": dataset.slug,
        "judul": table.title,
        "uraian": table.description,
        "versi": dataset.version,
        "lisensi": [licence.path for licence in dataset.licences],
        "sumber": [
            text(message("downloads.section-of-source", title=one.title, section=one.section))
            for one in dataset.sources
        ],
        "kolom": [
            {
                "nama": field.name,
                "jenis": field.type,
                "judul": field.title,
                "arti": field.description,
                "satuan": field.unit,
            }
            for field in table.schema.fields
        ],
    }


def _bytes_of(table: Table, about: str) -> bytes:
    """Parquet bytes; `about` (JSON) goes into the file's metadata as `profil-terbuka`."""
    import pyarrow as pa  # noqa: PLC0415  takes long to load, and most files were made before
    import pyarrow.parquet as pq  # noqa: PLC0415

    arrays = [_array(field, table.column(field.name)) for field in table.schema.fields]
    schema = pa.schema(
        [
            pa.field(field.name, array.type, metadata={"arti": field.description})
            for field, array in zip(table.schema.fields, arrays, strict=True)
        ],
        metadata={"profil-terbuka": about},
    )
    target = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), target, compression="zstd")
    return target.getvalue()


def _array(field: Field, values: Sequence[Value]) -> Any:
    """A column as an Arrow array of the type that its descriptor says."""
    import pyarrow as pa  # noqa: PLC0415

    if field.type == "date":
        days = [None if day is None else datetime.date.fromisoformat(str(day)) for day in values]
        return pa.array(days, pa.date32())
    if field.type == "number":
        return _numbers(values)
    types = {"integer": pa.int64(), "year": pa.int32(), "boolean": pa.bool_()}
    return pa.array(values, types.get(field.type, pa.string()))


def _numbers(values: Sequence[Value]) -> Any:
    """Doubles, which every program reads; decimals only where a double would change a value."""
    import pyarrow as pa  # noqa: PLC0415

    given = [None if value is None else Decimal(str(value)) for value in values]
    if all(value is None or Decimal(repr(float(value))) == value for value in given):
        plain = [None if value is None else float(value) for value in given]
        return pa.array(plain, pa.float64())
    return pa.array(given)


def _write(source: TableSource) -> TableFile:
    return TableFile(parquet(source.table, source.dataset, source.cache))


FORMAT = TableFormat(
    kind=FileFormat("Parquet", "application/vnd.apache.parquet"),
    name=table_name(".parquet"),
    title=lambda table: message("downloads.parquet", table=table.title),
    write=_write,
)
