"""The descriptor's own keys, from `grafik` to `riwayat`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...model import (
    SMALL,
    Aim,
    BreakRule,
    Change,
    ChangeKind,
    Comparable,
    CompareRule,
    Denominator,
    Disclosure,
    Filter,
    FormulaRule,
    JumpBound,
    Note,
    NoteStatus,
    OrderRule,
    ReferenceRule,
    Relation,
    Rule,
    Side,
    SumRule,
    Suppression,
    View,
    YearEvent,
)
from ..documents import Json


def row_filter(item: Json) -> Filter:
    """A row selector; a single value stands for a list of one."""
    return {
        column: tuple(values) if isinstance(values, list) else (values,)
        for column, values in item.items()
    }


def view(item: Json) -> View:
    """One entry of `grafik`."""
    return View(
        name=item["nama"],
        title=item["judul"],
        kind=item["jenis"],
        table=item["tabel"],
        axis=item["sumbu"],
        measure=item.get("ukuran", ""),
        series=item.get("seri"),
        group=item.get("kelompok"),
        start=item.get("mulai", ""),
        end=item.get("selesai", ""),
        where=row_filter(item.get("saring", {})),
        by_value=item.get("urut") == "nilai",
        own_scale=item.get("skala") == "sendiri",
        denominator=_denominator(item["penyebut"]) if "penyebut" in item else None,
        aims=tuple(
            Aim(aim["nilai"], str(aim.get("tahun", "")), aim["sumber"])
            for aim in item.get("target", ())
        ),
        events=tuple(
            YearEvent(str(event["tahun"]), event["teks"])
            for event in sorted(item.get("peristiwa", ()), key=lambda event: int(event["tahun"]))
        ),
        own={key: value for key, value in item.items() if key not in _VIEW_KEYS},
    )


_VIEW_KEYS = frozenset(
    (
        *("nama", "judul", "jenis", "tabel", "sumbu", "ukuran", "seri", "saring", "urut"),
        *("kelompok", "mulai", "selesai", "skala", "penyebut", "target", "peristiwa"),
    )
)
"""Keys of `grafik` that a View has names for."""


def _denominator(item: Json) -> Denominator:
    """The key `penyebut` of a map."""
    where = row_filter(item.get("saring", {}))
    return Denominator(item["tabel"], item["ukuran"], item["per"], where)


def rule(item: Json) -> Rule:
    """One entry of `aturan`."""
    return _RULES[item["jenis"]](item)


def _sum_rule(item: Json) -> SumRule:
    return SumRule(
        table=item["tabel"],
        measure=item["ukuran"],
        total=item["total"],
        by=item["menurut"],
        where=row_filter(item.get("saring", {})),
    )


def _reference_rule(item: Json) -> ReferenceRule:
    return ReferenceRule(item["tabel"], tuple(item["kolom"]), item["acuan"], tuple(item["ke"]))


def _compare_rule(item: Json) -> CompareRule:
    def side(part: Json) -> Side:
        return Side(part["tabel"], part["ukuran"], row_filter(part.get("saring", {})))

    relation = Relation(item["hubungan"])
    return CompareRule(side(item["kiri"]), relation, side(item["kanan"]), item["menurut"])


def _formula_rule(item: Json) -> FormulaRule:
    return FormulaRule(item["tabel"], tuple(item["kolom"]), item["hasil"])


def _order_rule(item: Json) -> OrderRule:
    return OrderRule(item["tabel"], tuple(item["kolom"]))


def _jump_bound(item: Json) -> JumpBound:
    return JumpBound(item["tabel"], item["ukuran"], item["batas"])


def _break_rule(item: Json) -> BreakRule:
    return BreakRule(
        table=item["tabel"],
        time=item["kolom"],
        since=str(item.get("sejak", "")),
        why=item["alasan"],
        where=row_filter(item.get("saring", {})),
    )


_RULES: Mapping[str, Callable[[Json], Rule]] = {
    "jumlah": _sum_rule,
    "acuan": _reference_rule,
    "banding": _compare_rule,
    "rumus": _formula_rule,
    "urutan": _order_rule,
    "lonjakan": _jump_bound,
    "putus": _break_rule,
}


def note(item: Json) -> Note:
    """One entry of `catatan`."""
    return Note(
        name=item["nama"],
        table=item["tabel"],
        status=NoteStatus(item["status"]),
        printed=item["tercetak"],
        published=item["terbit"],
        reason=item["alasan"],
        decided_by=item["oleh"],
        decided_on=item["tanggal"],
        where=row_filter(item.get("baris", {})),
        columns=tuple(item.get("kolom", ())),
        findings=tuple(item.get("temuan", ())),
    )


def suppression(item: Json) -> Suppression:
    """An entry of `privasi` that withholds small counts."""
    return Suppression(
        table=item["tabel"],
        measure=item["ukuran"],
        where=row_filter(item.get("saring", {})),
        threshold=item.get("ambang", SMALL),
        by=tuple(item["menurut"]) if "menurut" in item else None,
        span=item.get("lebar"),
    )


def disclosure(item: Json) -> Disclosure:
    """An entry of `privasi` that shows small counts, with the agency's reason."""
    return Disclosure(item["tabel"], item["alasan"])


def change(item: Json) -> Change:
    """One entry of `riwayat`."""
    return Change(
        version=item["versi"],
        date=item["tanggal"],
        kind=ChangeKind(item["jenis"]),
        what=item["perubahan"],
        why=item["alasan"],
    )


def comparable(item: Json) -> Comparable:
    """One entry of `perbandingan`."""
    return Comparable(
        concept=item["konsep"],
        table=item["tabel"],
        meaning=item["pengertian"].strip().removesuffix("."),
        equal=item["sama"],
        remark=item["beda"],
        decided_by=item["oleh"],
        decided_on=item["tanggal"],
        measure=item.get("ukuran"),
        counted=item.get("hitung"),
        time=item.get("waktu"),
        year=item.get("tahun"),
        category=item.get("kategori"),
        codes=item.get("padanan", {}),
        where=row_filter(item.get("saring", {})),
    )
