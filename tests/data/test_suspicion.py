"""What suspicion finds by itself: the known faults of both books, when nobody has noted them.

The notes and the marks of doubt are taken out of a copy of the data. Each fault is named by the
note that tells of it, so its rows are known, and by the kind of finding that must fall on them.
Faults that no check finds stand here too, without a kind, so that the share found is honest. Three
are not here: their numbers are withheld, so that nothing can be found in what is published.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from agencies import catalog_of
from profil_terbuka import check
from profil_terbuka.check.kinds.misspelt_regions import misspelt_regions
from profil_terbuka.model import Catalog, CellStatus, Dataset, Role, Table
from profil_terbuka.model.findings import Finding
from profil_terbuka.words.catalogues import text as text_of

AGENCIES = ("pontianak", "palangka-raya")
HIGH = {
    "pontianak/anggaran-penanggulangan-kemiskinan/nilai-2023-sama": "nilai-kembar",
    "pontianak/asn-jabatan/hanya-12-dari-28": "total-tidak-cocok",
    "pontianak/disabilitas/tahun-2022-jauh-lebih-kecil": "lonjakan",
    "pontianak/disabilitas/nilai-2024-sama-dengan-2023": "tahun-kembar",
    "pontianak/non-asn/jumlah-28-tidak-cocok": "total-tidak-cocok",
    "pontianak/pbi/nol-hilang-sungai-beliung": "tercetak-berbeda",
    "pontianak/pbi/nol-hilang-parit-mayor": "tercetak-berbeda",
    "pontianak/pbi/sungai-jawi-pontianak-barat": "acuan-tidak-ada",
    "pontianak/pbi/lompatan-2021-2022": "lonjakan",
    "pontianak/pbi/tanjung-hilir-2022": "naik-turun",
    "pontianak/pilar-sosial/jumlah-campur-satuan": "satuan-bercampur",
    "pontianak/pkh/kolom-2021-salinan-pbi": "salinan-tabel",
    "pontianak/pkh/nol-hilang-2021": "tercetak-berbeda",
    "pontianak/pkh/kelurahan-tertukar-2024-kota": "urutan-teracak",
    "pontianak/pkh/kelurahan-tertukar-2024-timur": "urutan-teracak",
    "pontianak/pkh/kelurahan-tertukar-2024-barat": "urutan-teracak",
    "pontianak/pkh/kelurahan-tertukar-2024-utara": "urutan-teracak",
    "pontianak/ppks-ditangani/disabilitas-terlantar-2022": "bagian-melebihi-keseluruhan",
    "pontianak/profil-fakta/non-asn-26-atau-28": "banding-tidak-cocok",
    "palangka-raya/anggaran/anggaran-2021-sama-dengan-2022": "nilai-kembar",
    "palangka-raya/kanal-layanan/dua-atau-26-puskesos": "",
    "palangka-raya/karang-taruna/mendawai-mandiri-dua-kali": "baris-terulang",
    "palangka-raya/kepala-dinas/31-juni-2023": "tanggal-mustahil",
    "palangka-raya/pns-golongan/kurang-satu-2021": "total-tidak-cocok",
    "palangka-raya/pns-pendidikan/kurang-satu-2021": "total-tidak-cocok",
    "palangka-raya/ppks-data/lanjut-usia-2019": "lonjakan",
    "palangka-raya/ppks-data/tahun-2018-sama-dengan-2017": "tahun-kembar",
    "palangka-raya/profil-fakta/puskesos-2-atau-26": "banding-tidak-cocok",
    "palangka-raya/profil-fakta/psm-30-atau-24-kelurahan": "banding-tidak-cocok",
    "palangka-raya/psks-jenis/karang-taruna-disalin": "teks-tersalin",
    "palangka-raya/psks-kriteria/kriteria-karang-taruna": "teks-tersalin",
}
MEDIUM = {
    "pontianak/disabilitas/nol-tuna-wicara": "lonjakan",
    "pontianak/disabilitas/nol-lainnya": "lonjakan",
    "pontianak/kepala-dinas/nama-trienawati": "acuan-tidak-ada",
    "pontianak/klien-plat-uprs/uprs-nol": "lonjakan",
    "pontianak/panti-asuhan/kecamatan-tanpa-subtotal": "total-tanpa-pasangan",
    "pontianak/panti-asuhan/kolom-l-kosong-di-delapan-panti": "",
    "pontianak/panti-asuhan/sel-kosong-nol": "tercetak-berbeda",
    "pontianak/pilar-sosial/lks-20-panti-19": "banding-tidak-cocok",
    "pontianak/ppks-ditangani/anak-terlantar-2022": "lonjakan",
    "palangka-raya/anggaran/bl-2018-tidak-berubah": "nilai-kembar",
    "palangka-raya/anggaran/jenis-belanja-berganti": "",
    "palangka-raya/definisi-umum/singkatan-sebutan-lama": "singkatan-tidak-cocok",
    "palangka-raya/kanal-layanan/psm-30-kelurahan": "",
    "palangka-raya/karang-taruna/nomor-17-dua-kali": "nomor-tidak-urut",
    "palangka-raya/lks/layanan-non-aktif": "",
    "palangka-raya/pns-jabatan/eselon-iv-beralih-2021": "lonjakan",
    "palangka-raya/pns-jabatan/jfu-2019": "",
    "palangka-raya/ppks-data/abh-2019-sama": "nilai-terbawa",
    "palangka-raya/ppks-data/disabilitas-2020-sama": "nilai-terbawa",
    "palangka-raya/ppks-data/disabilitas-2022": "lonjakan",
    "palangka-raya/ppks-data/fakir-miskin-2021": "lonjakan",
    "palangka-raya/ppks-data/gelandangan-2021-2022": "lonjakan",
    "palangka-raya/ppks-data/jiwa-per-kk-2017": "orang-per-keluarga-janggal",
    "palangka-raya/ppks-data/kelompok-minoritas-2021-sama": "nilai-terbawa",
    "palangka-raya/ppks-data/korban-bencana-berubah-ubah": "lonjakan",
    "palangka-raya/ppks-data/lanjut-usia-2021-2023": "lonjakan",
    "palangka-raya/ppks-data/naik-sendiri-2019": "",
    "palangka-raya/ppks-data/nama-lembaga-masyarakatan": "singkatan-tidak-cocok",
    "palangka-raya/ppks-data/napza-2020": "lonjakan",
    "palangka-raya/ppks-data/odha-tetap-53": "nilai-terbawa",
    "palangka-raya/ppks-data/pengemis-2021": "lonjakan",
    "palangka-raya/ppks-data/trafficking-2022": "",
    "palangka-raya/ppks-data/turun-tajam-2019": "lonjakan",
    "palangka-raya/ppks-data/turun-tajam-2021": "lonjakan",
    "palangka-raya/ppks-data/tuna-susila-2020": "lonjakan",
    "palangka-raya/ppks-data/tuna-susila-2021-sama": "nilai-terbawa",
    "palangka-raya/psks-jenis/singkatan-wkbsm": "singkatan-tidak-cocok",
    "palangka-raya/psks-kriteria/singkatan-wkbsm": "singkatan-tidak-cocok",
    "palangka-raya/struktur-organisasi/huruf-b-tidak-ada": "nomor-tidak-urut",
}
READ_WITH_JUDGEMENT = (
    "pontianak/asn-golongan/tanda-hubung-nol",
    "pontianak/asn-pendidikan/tanda-hubung-nol",
    "palangka-raya/pns-golongan/sel-kosong-nol-ii-a",
    "palangka-raya/pns-jabatan/jft-kosong-nol",
)
"""Cells whose print was read as 0: small departures, found because the mark was taken away."""

Found = tuple[Catalog, tuple[Finding, ...]]


def plain(table: Table) -> Table:
    """The table with every mark of doubt or mending taken away."""
    marks = table.schema.with_role(Role.STATUS)
    if not marks:
        return table
    at = table.schema.position[marks[0].name]
    told = {CellStatus.REVISED, CellStatus.DOUBTFUL, CellStatus.INVALID}

    measures = [table.schema.position[f.name] for f in table.schema.with_role(Role.MEASURE)]
    rows, cells = [], []
    for row, texts in zip(table.rows, table.cells, strict=True):
        values, written = list(row), list(texts)
        for measure in measures:  # what is invalid stands in no measure any more
            values[measure] = table.stated(row, table.schema.fields[measure].name)
            written[measure] = "" if values[measure] is None else str(values[measure])
        if row[at] in told:
            values[at] = written[at] = "A"
        rows.append(tuple(values))
        cells.append(tuple(written))
    return replace(table, rows=tuple(rows), cells=tuple(cells))


def bare(dataset: Dataset) -> Dataset:
    return replace(dataset, notes=(), tables=tuple(plain(table) for table in dataset.tables))


@pytest.fixture(scope="module")
def found() -> dict[str, Found]:
    """The published catalogue of each agency, and what is found in it without its notes."""
    result = {}
    for agency in AGENCIES:
        whole = catalog_of(agency)
        unnoted = replace(whole, datasets=tuple(bare(dataset) for dataset in whole.datasets))
        result[agency] = whole, check.run(unnoted).findings
    return result


def noted(fault: str, found: dict[str, Found]) -> tuple[Table, set[int], tuple[Finding, ...]]:
    """The table and the rows a fault's note is about, and all findings of its agency."""
    agency, slug, name = fault.split("/")
    whole, findings = found[agency]
    dataset = whole.by_slug[slug]
    note = next(note for note in dataset.notes if note.name == name)
    table = dataset.table(note.table)
    return table, {row for row, _ in table.select(note.where)}, findings


def is_found(fault: str, kind: str, found: dict[str, Found]) -> bool:
    table, rows, findings = noted(fault, found)
    return any(
        place.file == table.file and (place.row is None or place.row in rows)
        for finding in findings
        if finding.code.name == kind
        for place in (finding.place, *finding.related)
    )


@pytest.mark.parametrize(("fault", "kind"), sorted((HIGH | MEDIUM).items()))
def test_fault_is_found_as_its_kind(fault: str, kind: str, found: dict[str, Found]) -> None:
    if kind:
        assert is_found(fault, kind, found)
    else:
        assert noted(fault, found)[1], "the fault is still noted, and told of to readers"


@pytest.mark.parametrize(("faults", "least"), [(HIGH, 0.9), (MEDIUM, 0.8)], ids=["high", "medium"])
def test_share_of_faults_found(
    faults: dict[str, str], least: float, found: dict[str, Found]
) -> None:
    hits = [fault for fault, kind in faults.items() if is_found(fault, kind, found)]
    assert len(hits) >= least * len(faults)


def mentioning(text: str) -> Catalog:
    """An agency of which one table speaks of a region."""
    whole = catalog_of("palangka-raya")
    dataset = whole.by_slug["visi-misi"]
    table, at = dataset.main, dataset.main.schema.position["isi"]
    spoken = tuple((*row[:at], text, *row[at + 1 :]) for row in table.rows)
    told = replace(dataset, tables=(replace(table, rows=spoken),))
    return replace(whole, datasets=(told,))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("dua unit di Kelurahan Kalamancangan", "Kalampangan"),
        ("di Kelurahan Bukit Tunggul dan sekitarnya", "Bukit Tunggal"),
        ("di Kecamatan Bukti Batu", "Bukit Batu"),
        ("di Kelurahan Palangka Kota Palangka Raya", ""),
        ("di Kecamatan Bukit", ""),
        ("di Kelurahan Tumbang Talaken", ""),
        ("setiap kelurahan punya Puskesos", ""),
    ],
)
def test_misspelt_region_in_a_sentence(text: str, meant: str) -> None:
    messages = [text_of(finding.message) for finding in misspelt_regions(mentioning(text))]
    assert len(messages) == bool(meant)
    assert all(f"mungkin maksudnya `{meant}`" in message for message in messages)


def sound_tables(found: dict[str, Found]) -> Iterator[Table]:
    """Tables with rows and without a fault that is listed here."""
    faulty = {noted(fault, found)[0].file for fault in (*HIGH, *MEDIUM, *READ_WITH_JUDGEMENT)}
    for whole, _ in found.values():
        for dataset in whole.datasets:
            yield from (item for item in dataset.tables if item.rows and item.file not in faulty)


def test_sound_tables_are_left_alone(found: dict[str, Found]) -> None:
    sound = {table.file for table in sound_tables(found)}
    accused = {
        finding.place.file
        for _, findings in found.values()
        for finding in findings
        if finding.place.file in sound
    }
    assert len(sound) > 50
    assert len(accused) <= 0.05 * len(sound), accused
