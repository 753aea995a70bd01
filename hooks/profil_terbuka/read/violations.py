"""How a document departs from its JSON Schema, in Indonesian: where, what, and what it may be."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from jsonschema.exceptions import ValidationError

from ..words.labels import FREQUENCY, ROLE, SUBJECT, TYPE
from ..words.numbers import enumeration
from .located import path

TYPE_NAMES = {
    "string": "teks",
    "integer": "bilangan bulat",
    "number": "bilangan",
    "boolean": "true atau false",
    "object": "objek {...}",
    "array": "daftar [...]",
    "null": "kosong (null)",
}
_MEANINGS: Mapping[str, Mapping[Any, str]] = {
    "peran": ROLE,
    "type": TYPE,
    "subjek": SUBJECT,
    "frekuensi": FREQUENCY,
}
"""Key -> what its values mean, for people who meet them for the first time."""
_NAMING = {"fields": "kolom", "grafik": "grafik", "catatan": "catatan"}
"""Lists whose entries have a name, and what such an entry is called."""
_ABOUT_VALUE = frozenset({"enum", "const", "type", "pattern", "format"})
"""Rules about one value: it can only be wrong once."""


def nearest(word: str, known: Iterable[str]) -> str:
    """' Mungkin maksudnya `x`.' when a known word is close, else ''."""
    close = difflib.get_close_matches(word, sorted(known), n=1)
    return f" Mungkin maksudnya `{close[0]}`." if close else ""


def one_a_cause(errors: Iterable[ValidationError]) -> list[ValidationError]:
    """The errors, with one for each value: that of the rule which fits its neighbours best.

    A condition stands deeper in the schema than the general rule, and knows more.
    """
    kept: list[ValidationError] = []
    of_value: dict[tuple[str | int, ...], ValidationError] = {}
    for error in errors:
        if error.validator not in _ABOUT_VALUE:
            kept.append(error)
            continue
        place = tuple(error.absolute_path)
        known = of_value.get(place)
        if known is None or len(error.absolute_schema_path) > len(known.absolute_schema_path):
            of_value[place] = error
    return [*kept, *of_value.values()]


def place(keys: Sequence[str | int], document: object) -> str:
    """The path of a place in a document, with the name of the column or chart it lies in."""
    name, part = "", document
    for key, below in zip(keys, [*keys[1:], None], strict=True):
        try:
            part = part[key]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            break
        if key in _NAMING and isinstance(below, int) and isinstance(part, list):
            entry = part[below] if below < len(part) else None
            called = (entry.get("name") or entry.get("nama")) if isinstance(entry, dict) else None
            name = f" ({_NAMING[str(key)]} `{called}`)" if isinstance(called, str) else ""
    return f"`{path(keys)}`{name}"


def explain(error: ValidationError) -> str:
    """One violation as the end of a sentence."""
    rule, expected = error.validator, error.validator_value
    if rule is None:  # the schema of this key is `false`
        return "kunci ini tidak dipakai untuk jenis yang dipilih."
    worded = _WORDED.get(str(rule))
    if worded:
        return worded(error, expected)
    return f"{_shown(error)} bukan yang diminta di sini."


def mend(error: ValidationError) -> str:
    """How to mend this very violation; '' where the general remedy says it."""
    if error.validator == "required" and "Pilihan" in explain(error):
        return "Tambahkan kunci itu dengan salah satu pilihannya."
    if error.validator == "const":
        return f"Tulis {_json(error.validator_value)} di sana."
    if error.validator == "pattern":
        return "Tulis ulang seperti contohnya." if "; tulis seperti" in explain(error) else ""
    return _MENDS.get(str(error.validator), "")


def _shown(error: ValidationError) -> str:
    """What is written there, as it is written: lists and yes and no as in JSON."""
    value: Any = error.instance
    return f"`{(value if isinstance(value, str) else _json(value))[:80]}`"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _required(error: ValidationError, expected: Any) -> str:
    instance: Any = error.instance
    schema: Any = error.schema
    missing = [key for key in expected if key not in instance]
    told = [f"kunci wajib {', '.join(f'`{key}`' for key in missing)} tidak ada."]
    for key in missing:
        if choices := schema.get("properties", {}).get(key, {}).get("enum"):
            told.append(f"Pilihan `{key}`: {_choices(key, choices)}.")
    return " ".join(told)


def _choices(key: str, values: Iterable[Any]) -> str:
    """'`dimensi` (pembeda baris), `kode`': values, with what they mean where that says more."""
    meanings = _MEANINGS.get(key, {})
    listed = []
    for value in values:
        meaning = meanings.get(value, value)
        says_more = str(meaning).casefold() != str(value).casefold()
        listed.append(f"`{value}` ({meaning})" if says_more else f"`{value}`")
    return ", ".join(listed)


def _unknown(error: ValidationError, expected: Any) -> str:
    schema: Any = error.schema
    instance: Any = error.instance
    known = set(schema.get("properties", ()))
    extra = sorted(set(instance) - known)
    hint = nearest(extra[0], known) if extra else ""
    return f"kunci {', '.join(f'`{key}`' for key in extra)} tidak dikenal.{hint}"


def _one_of(error: ValidationError, expected: Any) -> str:
    keys = [key for choice in expected for key in choice.get("required", ())]
    return f"harus berisi tepat satu dari kunci {', '.join(f'`{key}`' for key in keys)}."


def _enum(error: ValidationError, expected: Any) -> str:
    keys = list(error.absolute_path)
    key = str(keys[-1]) if keys else ""
    meant = key if key in ("peran", "type") else ""
    return f"{_shown(error)} bukan salah satu dari {_choices(meant, expected)}."


def _const(error: ValidationError, expected: Any) -> str:
    return f"{_shown(error)} harus {_json(expected)}."


def _pattern(error: ValidationError, expected: Any) -> str:
    if not str(error.instance).strip():
        return "teksnya kosong."
    schema: Any = error.schema
    examples = schema.get("examples")
    how = f"; tulis seperti `{examples[0]}`" if examples else ""
    return f"bentuk {_shown(error)} salah{how}."


def _format(error: ValidationError, expected: Any) -> str:
    written = str(error.instance)
    if not re.match(r"\d{4}-\d{2}-\d{2}", written):
        return f"{_shown(error)} bukan tanggal; tulis tahun-bulan-hari, misalnya 2024-12-31."
    if not written.startswith(("19", "20")):
        return f"{_shown(error)}: tahunnya terlalu jauh."
    return f"{_shown(error)} tidak ada di kalender."


def _type(error: ValidationError, expected: Any) -> str:
    names = [expected] if isinstance(expected, str) else expected
    return f"{_shown(error)} harus berupa {' atau '.join(TYPE_NAMES[name] for name in names)}."


def _too_long(error: ValidationError, expected: Any) -> str:
    length = len(str(error.instance))
    return f"`{str(error.instance)[:40]}...` panjangnya {length} huruf, paling banyak {expected}."


def _too_many(error: ValidationError, expected: Any) -> str:
    instance: Any = error.instance
    return f"berisi {len(instance)} butir, paling banyak {expected}."


def _too_few(error: ValidationError, expected: Any) -> str:
    instance: Any = error.instance
    return f"berisi {len(instance)} butir, paling sedikit {expected}."


def _bound(error: ValidationError, expected: Any) -> str:
    limit = {
        "minimum": f"paling kecil {expected}",
        "maximum": f"paling besar {expected}",
        "exclusiveMinimum": f"harus lebih besar dari {expected}",
    }
    return f"{_shown(error)} di luar batas: {limit[str(error.validator)]}."


def _containing(error: ValidationError, expected: Any) -> str:
    wanted = _json(expected["const"]) if "const" in expected else "yang diminta"
    return f"harus juga memuat {wanted}."


def _too_empty(error: ValidationError, expected: Any) -> str:
    return "belum berisi apa-apa; isi atau hapus kunci ini."


def _too_full(error: ValidationError, expected: Any) -> str:
    instance: Any = error.instance
    return f"berisi {len(instance)} kunci, paling banyak {expected}."


def _repeated(error: ValidationError, expected: Any) -> str:
    return "menyebut hal yang sama lebih dari satu kali."


def _belonging(error: ValidationError, expected: Any) -> str:
    instance: Any = error.instance
    pairs = [
        f"`{key}` perlu {enumeration([f'`{other}`' for other in others if other not in instance])}"
        for key, others in expected.items()
        if key in instance and any(other not in instance for other in others)
    ]
    return f"{enumeration(pairs)}."


def _forbidden(error: ValidationError, expected: Any) -> str:
    keys = ", ".join(f"`{key}`" for key in expected.get("required", ()))
    return f"kunci {keys} tidak dipakai untuk jenis yang dipilih."


_MENDS = {
    "required": "Tambahkan kunci itu; di berkas sejenis yang lolos terlihat cara menulisnya.",
    "additionalProperties": "Perbaiki ejaannya, atau hapus kunci itu.",
    "enum": "Tulis salah satu yang disebut, persis.",
    "maxLength": "Pendekkan.",
    "maxItems": "Kurangi, atau pecah menjadi dua.",
    "format": "Periksa tanggalnya di sumber, lalu tulis seperti 2024-12-31.",
}
_WORDED: Mapping[str, Callable[[ValidationError, Any], str]] = {
    "required": _required,
    "additionalProperties": _unknown,
    "oneOf": _one_of,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "format": _format,
    "type": _type,
    "minimum": _bound,
    "maximum": _bound,
    "exclusiveMinimum": _bound,
    "minProperties": _too_empty,
    "maxProperties": _too_full,
    "uniqueItems": _repeated,
    "maxLength": _too_long,
    "maxItems": _too_many,
    "minItems": _too_few,
    "dependentRequired": _belonging,
    "not": _forbidden,
    "contains": _containing,
}
