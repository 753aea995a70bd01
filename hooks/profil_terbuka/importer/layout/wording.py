"""Words by which offices mark the parts of a table: totals, sources, notes, groups, years."""

from __future__ import annotations

import re

from ..grid import SheetCell

_FIRST_YEAR, _LAST_YEAR = 1945, 2100
_YEAR = re.compile(r"(?:(?:tahun|thn?|ta|t\.a)\.?\s*)?((?:19|20)\d{2})\s*[*)]*", re.IGNORECASE)
_YEAR_WITHIN = re.compile(r"\b((?:19|20)\d{2})\b")
_TOTAL = re.compile(
    r"((sub|grand)[\s-]*)?(jumlah|total|jml\.?|j\s*u\s*m\s*l\s*a\s*h|t\s*o\s*t\s*a\s*l)"
    r"(\s*[/(]?\s*(jumlah|total)\)?)?"
    r"(\s+(keseluruhan|seluruh(nya)?|semua(nya)?|total|akhir|umum|besar|i{1,3}))?\s*:?",
    re.IGNORECASE,
)
_TOTAL_OF = re.compile(r"((sub|grand)[\s-]*)?(jumlah|total|jml\.?)\b\s*(?P<of>.+)", re.IGNORECASE)
_WHOLE = re.compile(
    r"(se[\s-]*|seluruh\s+)(provinsi|kabupaten|kab\.?|kota|kecamatan|kec\.?)\b.*|"
    r"(provinsi|kabupaten|kab\.?|kota)\s+\S.*",
    re.IGNORECASE,
)
"""What a total is of that adds up a whole region: 'se-Kota', 'Kota Contoh'."""
_AVERAGE = re.compile(
    r"(rata[\s-]*rata|rerata|average|mean)(\s+(per|kota|kabupaten|seluruh\w*|keseluruhan|total)\b.*)?"
    r"|(persentase|prosentase|persen)?\s*(%|\(\s*%\s*\))?",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:sumber|source)\s*(?:data)?\s*[:.]\s*(?P<of>.*)", re.IGNORECASE | re.DOTALL
)
_NOTE = re.compile(
    r"(catatan|keterangan|ket\b|note|nb\b|cat\b|penjelasan)|\*|\d\)|[a-z]\)|[¹²³]|"
    r"(halaman|hal\.)\s*\d|lanjutan\s+(tabel|halaman|lampiran)|.*\(lanjutan\)$|bersambung|dicetak|diunduh|diolah|data\s+per\b|per\s+tanggal",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(mengetahui|menyetujui|disahkan|ttd\b|a\.\s?n\.|nip\b[\s.:]*\d)|"
    r"[a-z .]{3,40},\s*(tgl\.?|tanggal)?\s*[\d.\s]{0,12}\s*[a-z]+\s+(19|20)\d{2}$",
    re.IGNORECASE,
)
"""'Mengetahui', 'NIP. 19...', or the place and the day above a signature."""
_GROUP = re.compile(
    r"(?P<kind>provinsi|kabupaten|kota|kecamatan|kec\.?|kelurahan|kel\.?|desa|wilayah|bidang|seksi|"
    r"sub\s*bagian|bagian|upt|uptd|dinas|program|kegiatan|urusan|jenis|kelompok|kategori|triwulan|"
    r"semester|bulan|tahun)\s*[:.]?\s+(?P<name>\S.*)",
    re.IGNORECASE,
)
_KINDS = {"kec": "Kecamatan", "kel": "Kelurahan"}
REGIONS = frozenset({"Provinsi", "Kabupaten", "Kota", "Kecamatan", "Kelurahan", "Desa"})
"""Kinds of groups whose names stand alone in a column: 'Contoh Timur' below 'Kecamatan'."""

WHOLES = frozenset({"Provinsi", "Kabupaten", "Kota"})
"""What a row is called that adds up all districts of a table."""


def year_in(cell: SheetCell) -> int | None:
    """The year that a cell is about when it says nothing else; None where it is none.

    >>> year_in(SheetCell("TAHUN 2024")), year_in(SheetCell("2024*)")), year_in(SheetCell("20245"))
    (2024, 2024, None)
    """
    found = _YEAR.fullmatch(cell.shown)
    year = int(found[1]) if found else 0
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else None


def years_within(text: str) -> tuple[int, ...]:
    """The years that a text names, each once, in their order.

    >>> years_within("Keadaan 31 Desember 2023 dan 2024")
    (2023, 2024)
    """
    return tuple(dict.fromkeys(int(year) for year in _YEAR_WITHIN.findall(text)))


def names_total(text: str) -> bool:
    """Whether a label says no more than: this row adds up.

    >>> names_total("J U M L A H"), names_total("Sub Total"), names_total("Jumlah penduduk")
    (True, True, False)
    """
    return bool(_TOTAL.fullmatch(text.strip()))


def total_of(text: str) -> str:
    """What a label says that it is the total of: 'Jumlah Kecamatan Contoh'; '' when of nothing."""
    found = _TOTAL_OF.fullmatch(text.strip())
    return found["of"].strip() if found and not names_total(text) else ""


def names_whole(of: str) -> bool:
    """Whether what a total is of is a whole region: 'Jumlah Se-Kota', 'Jumlah Kota Contoh'.

    >>> names_whole("Se-Kota"), names_whole("Kab. Contoh"), names_whole("kota")
    (True, True, False)
    """
    return bool(_WHOLE.fullmatch(of.strip()))


def names_part(text: str) -> bool:
    """Whether a label says that its row adds up only a part: 'Sub Jumlah'.

    >>> names_part("Sub Jumlah"), names_part("Jumlah")
    (True, False)
    """
    return names_total(text) and text.strip().casefold().startswith("sub")


def names_average(text: str) -> bool:
    """Whether a label says no more than: this row holds averages, or shares of the total.

    >>> names_average("Rata-rata per kecamatan"), names_average("Persentase (%)")
    (True, True)
    >>> names_average("Rata-rata lama sekolah"), names_average("")
    (False, False)
    """
    return bool(text.strip() and _AVERAGE.fullmatch(text.strip()))


def source_in(text: str) -> str:
    """What a line names as the source; '' where it names none.

    >>> source_in("Sumber: Bidang Rehabilitasi Sosial, 2024")
    'Bidang Rehabilitasi Sosial, 2024'
    """
    found = _SOURCE.match(text.strip())
    return found["of"].strip() if found else ""


def begins_note(text: str) -> bool:
    """Whether a line is a note beside a table: 'Sumber: ...', '*) angka sementara'."""
    return bool(_SOURCE.match(text.strip()) or _NOTE.match(text.strip()))


def begins_signature(text: str) -> bool:
    """Whether a line belongs to the block of a signature below a table.

    >>> begins_signature("Kota Contoh, 5 Januari 2025"), begins_signature("Mengetahui,")
    (True, True)
    >>> begins_signature("Kepala Bidang")
    False
    """
    return bool(_SIGNATURE.match(text.strip()))


def group_in(text: str) -> tuple[str, str] | None:
    """The kind and the name of a group that a line announces.

    >>> group_in("Kec. Contoh Timur"), group_in("Lansia")
    (('Kecamatan', 'Contoh Timur'), None)
    """
    found = _GROUP.fullmatch(text.strip())
    if not found:
        return None
    kind = " ".join(found["kind"].split()).rstrip(".").casefold()
    name = found["name"].strip()
    return _KINDS.get(kind, "UPT" if kind == "upt" else kind.capitalize()), name


def bare_name(text: str) -> str:
    """A name without the level of a region before it.

    >>> bare_name("Kec. Contoh Timur"), bare_name("Lansia")
    ('Contoh Timur', 'Lansia')
    """
    kind, name = group_in(text) or ("", text)
    return name if kind in REGIONS else text
