"""An agency's identity (datasets/<agency>/instansi.yml) as an Agency."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..model import (
    Agency,
    DataProtection,
    InformationDesk,
    KeyFigure,
    MenuEntry,
    OfficialContact,
    Photograph,
    ServiceOffer,
    ServicePart,
    ServiceTask,
    ServiceWording,
    Stewardship,
    Texts,
    codes,
    timezones,
)
from ..model.findings import Finding, Place
from ..model.messages import message
from . import formulas, hygiene
from .descriptor.parts import row_filter
from .documents import Json, read_document
from .located import every, path
from .manuscripts import PAGES
from .obligation_claims import read_claims, read_custody
from .open_places import open_in_document

NAME = "instansi.yml"
_DESK = {
    "jabatan": "post",
    "atasan": "superior",
    "dasar": "basis",
    "utama": "main",
    "situs_utama": "main_site",
    "alamat": "address",
    "surel": "email",
    "telepon": "phone",
    "jam_layanan": "hours",
    "komisi_informasi": "commission",
    "maklumat": "charter",
}
"""Keys of `ppid` and the fields they fill."""
_PROTECTION = {
    "petugas": "officer",
    "dasar": "basis",
    "alamat": "address",
    "surel": "email",
    "telepon": "phone",
    "pengelola_server": "host",
}
"""Keys of `pelindungan_data` and the fields they fill."""
_STEWARDSHIP = {
    "walidata": "steward",
    "cara_pengumpulan": "collection",
    "sektor": "sector",
    "latar_belakang": "background",
    "tujuan": "purpose",
}
"""Keys of `satu_data` and the fields they fill."""


def read_agency(folder: Path, file: str) -> tuple[Agency | None, tuple[Finding, ...]]:
    """The agency described in `folder`, or None; with findings. `file` is the path people see.

    What is still to be written does not keep an agency from being read, only from being published.
    """
    document, findings = read_document(folder / NAME, file, "instansi.schema.json")
    if document is None:
        return None, findings
    services = document.get("standar_pelayanan", {})
    return (
        Agency(
            slug=folder.name,
            name=document["nama"],
            short_name=document["nama_singkat"],
            region=document["wilayah"],
            summary=document["ringkasan"],
            book=document["buku"],
            address=document["alamat"],
            phone=document.get("telepon"),
            website=document.get("situs"),
            colour=document["warna"],
            menu=tuple(_menu(document["menu"])),
            site_url=document.get("alamat_situs"),
            logo=document.get("logo", ""),
            photograph=_photograph(document.get("foto")),
            as_of=document.get("keadaan", ""),
            custody=read_custody(document.get("dip", {})),
            official=tuple(
                OfficialContact(item["nilai"], item["peran"])
                for item in document.get("kontak_resmi", ())
            ),
            inspected=tuple(item["sidik"] for item in document.get("dokumen_diperiksa", ())),
            figures=tuple(
                KeyFigure(item["judul"], item["angka"]) for item in document.get("angka_utama", ())
            ),
            desk=_desk(document.get("ppid", {})),
            standards=tuple(map(_texts, services.get("komponen", ()))),
            charter=_texts(services["maklumat"]) if "maklumat" in services else None,
            zone=_zone(document),
            sensitive=tuple(document.get("hal_peka", ())),
            stewardship=_stewardship(document.get("satu_data", {})),
            protection=_protection(document.get("pelindungan_data", {})),
            named_domains=tuple(document.get("domain_sendiri", ())),
            services=_services(document),
        ),
        (
            *open_in_document(document, file),
            *formulas.formulas_in_document(document, file),
            *_garbled(document, file),
            *_missing_pictures(document, folder, file),
        ),
    )


def _menu(told: Iterable[Mapping[str, Any]]) -> Iterator[MenuEntry]:
    """The entries, each told as one title with its page, or with the pages below it."""
    for entry in told:
        for title, target in entry.items():
            if isinstance(target, str):
                yield MenuEntry(title, target)
            else:
                yield MenuEntry(title, below=tuple(_menu(target)))


def _photograph(told: Json | None) -> Photograph | None:
    return Photograph(told["berkas"], told["keterangan"]) if told else None


def _missing_pictures(document: Json, folder: Path, file: str) -> Iterator[Finding]:
    """Logo and photograph lie beside the pages: docs/<agency>/ is two folders up and down again."""
    pages = folder.parent.parent / PAGES / folder.name
    named = {"logo": document.get("logo"), "foto": document.get("foto", {}).get("berkas")}
    for key, name in named.items():
        if name and not (pages / name).is_file():
            where = f"{PAGES}/{folder.name}/{name}"
            said = message("read.picture-missing", key=key, path=where)
            yield Finding(
                codes.FILE_MISSING, Place(file), said, message("read.lay-picture", key=key)
            )


def _garbled(document: Json, file: str) -> Iterator[Finding]:
    for keys, text in every(document):
        yield from hygiene.garbled(text, Place(file), message("read.at-path", path=path(keys)))


def _zone(document: Json) -> datetime.timezone:
    named = document.get("zona_waktu")
    return timezones.BY_NAME[named] if named else timezones.of_region(document["wilayah"])


def _desk(item: Json) -> InformationDesk:
    return InformationDesk(**_told(item, _DESK), unverified=_unsure(item, _DESK))


def _protection(item: Json) -> DataProtection:
    return DataProtection(**_told(item, _PROTECTION), unverified=_unsure(item, _PROTECTION))


def _stewardship(item: Json) -> Stewardship:
    return Stewardship(**_told(item, _STEWARDSHIP), unverified=_unsure(item, _STEWARDSHIP))


def _services(document: Json) -> ServiceOffer:
    told = document.get("layanan", {})
    return ServiceOffer(
        hours=document.get("jam_layanan", ""),
        tasks=tuple(map(_task, told.get("tugas", ()))),
        wordings=tuple(
            ServiceWording(
                printed=item["buku"],
                told=tuple(item["halaman"]),
                detail=item.get("keterangan", ""),
                place=item.get("tempat", ""),
            )
            for item in told.get("kata", ())
        ),
        wanted=tuple(told.get("utama", ())),
    )


def _task(item: Json) -> ServiceTask:
    return ServiceTask(
        name=item["nama"],
        slug=item["alamat"],
        title=item.get("judul", ""),
        summary=item.get("ringkasan", ""),
        place=item.get("tempat", ""),
        remark=item.get("catatan", ""),
        claims=read_claims(item.get("kewajiban", ())),
    )


def _told(item: Json, fields: Mapping[str, str]) -> dict[str, str]:
    return {field: item[key] for key, field in fields.items() if key in item}


def _unsure(item: Json, fields: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(fields[key] for key in item.get("perlu_verifikasi", ()))


def _texts(item: Json) -> Texts:
    return Texts(
        table=item["tabel"],
        column=item["isi"],
        component=item.get("komponen", ""),
        service=item.get("layanan"),
        where=row_filter(item.get("saring", {})),
        part=ServicePart(item["sebagai"]) if "sebagai" in item else None,
        detail=item.get("rincian"),
    )
