"""Tables as Arrow arrays, written as Parquet. Imported only when a file must be made anew."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq

from ..model import Field, Table, Value

_TYPES = {"integer": pa.int64(), "year": pa.int32(), "boolean": pa.bool_()}


def write(table: Table, words: str) -> bytes:
    """Parquet bytes; `words` (JSON) goes into the file's metadata as `profil-terbuka`."""
    arrays = [_array(field, table.column(field.name)) for field in table.schema.fields]
    schema = pa.schema(
        [
            pa.field(field.name, array.type, metadata={"arti": field.description})
            for field, array in zip(table.schema.fields, arrays, strict=True)
        ],
        metadata={"profil-terbuka": words},
    )
    target = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), target, compression="zstd")
    return target.getvalue()


def _array(field: Field, values: Sequence[Value]) -> pa.Array:
    if field.type == "date":
        days = [None if day is None else datetime.date.fromisoformat(str(day)) for day in values]
        return pa.array(days, pa.date32())
    if field.type == "number":
        return _numbers(values)
    return pa.array(values, _TYPES.get(field.type, pa.string()))


def _numbers(values: Sequence[Value]) -> pa.Array:
    """Doubles, which every program reads; decimals only where a double would change a value."""
    given = [None if value is None else Decimal(str(value)) for value in values]
    if all(value is None or Decimal(repr(float(value))) == value for value in given):
        plain = [None if value is None else float(value) for value in given]
        return pa.array(plain, pa.float64())
    return pa.array(given)
