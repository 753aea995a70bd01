"""The catalogues of an invented agency, read back as other programs read them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from rdflib import DCAT, DCTERMS, RDF, Graph, Namespace, URIRef
from rdflib.compare import isomorphic

from profil_terbuka import catalogues, downloads
from profil_terbuka.catalogues import paging
from profil_terbuka.model import Catalog, Coverage, Dataset, OfficialContact, ReferenceRule
from profil_terbuka.model.products import Criterion, Download, Measurement
from profil_terbuka.read import catalog
from profil_terbuka.read.schemas import schema
from profil_terbuka.system.cache import Cache
from profil_terbuka.words import catalogues as words
from support import BASE, ROOT

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # within rdflib

HOSTILE = 'Judul "aneh"\n</script><!-- {{ angka: x }} \\ 5 < 6 & \N{LINE SEPARATOR} ya'
SITE = "https://data.contoh.example/dinas/"
QUALITY = (
    Measurement(Criterion("isi", "Isi", "Sel yang terisi.", "completeness"), 0.97, "97 %"),
    Measurement(Criterion("lolos", "Lolos", "Tanpa temuan.", "consistency"), True, "ya"),
)

FREQUENCIES = schema("datapackage.schema.json")["properties"]["frekuensi"]["enum"]

Files = dict[str, bytes]


@pytest.fixture
def contoh() -> Catalog:
    """The invented agency at an address of its own."""
    loaded = catalog.load(BASE, "contoh").catalog or pytest.fail("the base does not load")
    return replace(loaded, agency=replace(loaded.agency, site_url=SITE))


@pytest.fixture
def written(tmp_path: Path) -> Callable[[Catalog], Files]:
    """Everything a site would publish of a catalogue, dataset pages reduced to their markup."""

    def write(known: Catalog) -> Files:
        files: Files = {}
        offered: dict[str, tuple[Download, ...]] = {}
        for dataset in known.datasets:
            own = downloads.dataset_downloads(dataset, known.agency, Cache(tmp_path / "made"))
            own |= catalogues.csvw_files(dataset, known.agency, own)
            offered[dataset.slug] = downloads.dataset_offer(dataset, own)
            markup = catalogues.markup(dataset.slug, known, offered[dataset.slug], own)
            own["index.html"] = markup.encode()
            files |= {f"data/{dataset.slug}/{name}": data for name, data in own.items()}
        quality = {dataset.slug: QUALITY for dataset in known.datasets}
        return files | dict(catalogues.catalogue_files(known, offered, files, quality))

    return write


@pytest.fixture
def faults(tmp_path: Path) -> Callable[[Mapping[str, bytes]], list[str]]:
    """What `check` says, without the remedies."""

    def told(files: Mapping[str, bytes]) -> list[str]:
        found = catalogues.check_catalogues(files, Cache(tmp_path / "cache"))
        return [f"{one.place.file}: {words.text(one.message)}" for one in found]

    return told


def with_dataset(known: Catalog, **changes: object) -> Catalog:
    """The agency with its one dataset changed, in the descriptor too where that has the key."""
    dataset = known.datasets[0]
    said = {key: value for key, value in changes.items() if key in ("title", "description")}
    changed = replace(dataset, descriptor={**dataset.descriptor, **said}, **changes)  # type: ignore[arg-type]
    return replace(known, datasets=(changed,))


def without_rows(dataset: Dataset) -> Dataset:
    tables = tuple(replace(table, rows=(), cells=()) for table in dataset.tables)
    return replace(dataset, tables=tables)


def script(files: Files) -> str:
    html = files["data/penerima/index.html"].decode()
    return html.removeprefix('<script type="application/ld+json">').removesuffix("</script>\n")


# Sound catalogues


def test_catalogues_are_sound(contoh: Catalog, written, faults) -> None:
    assert faults(written(contoh)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"title": HOSTILE, "description": HOSTILE},
        {"keywords": ("bansos/pangan", "a", "x,y", "   ")},
        {"keywords": ()},
        {"coverage": Coverage("99.01")},
        {"coverage": Coverage("ID", 2020, 2020)},
        {"notes": ()},
        {"description": "Y"},
    ],
    ids=str,
)
def test_odd_datasets_make_sound_catalogues(contoh: Catalog, written, faults, changes) -> None:
    assert faults(written(with_dataset(contoh, **changes))) == []


@pytest.mark.parametrize("frequency", FREQUENCIES)
def test_every_frequency_that_may_be_declared_makes_sound_catalogues(
    contoh: Catalog, written, faults, frequency: str
) -> None:
    assert faults(written(with_dataset(contoh, frequency=frequency))) == []


def test_empty_tables_make_sound_catalogues(contoh: Catalog, written, faults) -> None:
    empty = replace(contoh, datasets=(without_rows(contoh.datasets[0]),))
    assert faults(written(empty)) == []


def test_agency_without_datasets_has_a_sound_catalogue(contoh: Catalog, written, faults) -> None:
    assert faults(written(replace(contoh, datasets=()))) == []


def test_site_without_address_names_files_relative_to_the_page(
    contoh: Catalog, written, faults
) -> None:
    homeless = replace(contoh, agency=replace(contoh.agency, site_url=None))
    files = written(homeless)
    assert faults(files) == []
    document = json.loads(script(files))
    assert document["distribution"][0]["contentUrl"] == "penerima.csv"
    assert "profil-terbuka.example" not in script(files)
    with zipfile.ZipFile(io.BytesIO(files["ckan.zip"])) as bundle:
        # An empty list would tell CKAN to delete what somebody has uploaded.
        assert "resources" not in json.loads(bundle.read("penerima/dataset.json"))


def test_same_data_make_the_same_bytes(contoh: Catalog, written) -> None:
    assert written(contoh) == written(contoh)


# What each says


def test_all_notations_are_one_graph(contoh: Catalog, written) -> None:
    files = written(with_dataset(contoh, title=HOSTILE, description=HOSTILE))
    first = Graph().parse(data=files["catalog.jsonld"], format="json-ld")
    assert len(first) > 100
    for ending, notation in (("ttl", "turtle"), ("rdf", "xml")):
        other = Graph().parse(data=files[f"catalog.{ending}"], format=notation)
        assert isomorphic(first, other), ending
    dataset = URIRef(f"{SITE}data/penerima/#dataset")
    assert str(first.value(dataset, DCTERMS.description)) == HOSTILE
    assert "\n" not in str(first.value(dataset, DCTERMS.title))


def test_csv_for_excel_is_for_people_only(contoh: Catalog, written) -> None:
    files = written(contoh)
    assert "data/penerima/penerima.id-excel.csv" in files
    graph = Graph().parse(data=files["catalog.jsonld"], format="json-ld")
    offered = {str(url) for url in graph.objects(None, DCAT.downloadURL)}
    assert f"{SITE}data/penerima/penerima.csv" in offered
    assert not [url for url in offered if "id-excel" in url]


def test_quality_is_measured_on_the_dataset(contoh: Catalog, written) -> None:
    nodes = json.loads(written(contoh)["catalog.jsonld"])["@graph"]
    found = {node["@id"]: node for node in nodes}
    dataset = found[f"{SITE}data/penerima/#dataset"]
    values = [found[one]["dqv:value"] for one in dataset["dqv:hasQualityMeasurement"]]
    assert values == [
        {"@value": "0.97", "@type": "xsd:decimal"},
        {"@value": "true", "@type": "xsd:boolean"},
    ]


def test_keywords_fit_ckan(contoh: Catalog, written) -> None:
    odd = with_dataset(contoh, keywords=("bansos/pangan", "a", "x,y", "Data \N{EN DASH} baru"))
    nodes = json.loads(written(odd)["catalog.jsonld"])["@graph"]
    dataset = next(node for node in nodes if node["@type"] == "dcat:Dataset")
    assert dataset["dcat:keyword"] == ["bansos pangan", "x y", "Data baru"]


def test_contacts_come_from_what_is_official(contoh: Catalog, written) -> None:
    official = (
        OfficialContact("Jalan Contoh No. 1", "Kantor"),
        OfficialContact("dinas@contoh.example", "Surat elektronik"),
    )
    agency = replace(contoh.agency, phone="(0561) 000000", official=official)
    files = written(replace(contoh, agency=agency))
    contact = next(
        node
        for node in json.loads(files["catalog.jsonld"])["@graph"]
        if node["@id"].endswith("#kontak")
    )
    assert contact["vcard:hasEmail"] == "mailto:dinas@contoh.example"
    assert contact["vcard:hasTelephone"] == "tel:+62561000000"
    pod = json.loads(files["data.json"])["dataset"][0]["contactPoint"]
    assert pod["hasEmail"] == "mailto:dinas@contoh.example"


def test_no_address_for_mail_is_invented(contoh: Catalog, written) -> None:
    files = written(contoh)
    assert "hasEmail" not in json.loads(files["data.json"])["dataset"][0]["contactPoint"]
    assert b"mailto:" not in files["catalog.jsonld"]


def test_place_has_a_name_and_a_box_around_its_outline(contoh: Catalog, written) -> None:
    nodes = json.loads(written(contoh)["catalog.jsonld"])["@graph"]
    place = next(node for node in nodes if node["@type"] == "dct:Location")
    assert (place["dct:identifier"], place["skos:prefLabel"]) == ("99.01", "Kota Contoh")
    assert place["dcat:bbox"].startswith("POLYGON((")


def test_data_cannot_leave_the_markup(contoh: Catalog, written) -> None:
    text = script(written(with_dataset(contoh, title=HOSTILE, description=HOSTILE)))
    assert not {"<", ">", "&", "\N{LINE SEPARATOR}"} & set(text)
    assert "{{" not in text
    assert json.loads(text)["description"].startswith('Judul "aneh" </script><!-- {{ angka: x }}')


def test_markup_measures_each_variable_once(contoh: Catalog, written) -> None:
    document = json.loads(script(written(contoh)))
    assert [one["unitText"] for one in document["variableMeasured"]] == ["orang"]
    assert document["temporalCoverage"] == "2022/2024"


def test_csvw_takes_types_and_limits_from_the_descriptor(contoh: Catalog, written) -> None:
    metadata = json.loads(written(contoh)["data/penerima/penerima.csv-metadata.json"])
    columns = {one["name"]: one for one in metadata["tables"][0]["tableSchema"]["columns"]}
    assert columns["tahun"]["datatype"] == {"base": "gYear"}
    assert columns["jumlah"]["datatype"] == {"base": "integer", "minimum": 0}
    assert columns["jumlah"]["schema:unitText"] == "orang"
    assert columns["status"]["datatype"]["format"] == "A|r|u|i|x|c|z|p"


def test_notes_have_csvw_metadata_too(contoh: Catalog, written) -> None:
    metadata = json.loads(written(contoh)["data/penerima/catatan.csv-metadata.json"])
    assert [one["url"] for one in metadata["tables"]] == ["catatan.csv"]


@pytest.mark.parametrize(
    ("rule", "tables"),
    [
        (("penerima", ("tahun",), "penerima-total", ("tahun",)), 2),
        (("penerima", ("tahun",), "penerima/penerima-total", ("tahun",)), 2),
        (("penerima", ("tahun",), "lain/penerima-total", ("tahun",)), 1),
        (("penerima-total", ("tahun",), "penerima", ("tahun",)), 1),  # several rows each
        (("penerima", ("kecamatan",), "penerima-total", ("tahun",)), 1),  # other types
        (("penerima", ("jumlah",), "penerima-total", ("jumlah",)), 1),  # values not there
    ],
)
def test_reference_within_the_package_is_a_foreign_key(
    contoh: Catalog, written, faults, rule, tables: int
) -> None:
    files = written(with_dataset(contoh, rules=(ReferenceRule(*rule),)))
    metadata = json.loads(files[f"data/penerima/{rule[0]}.csv-metadata.json"])
    assert len(metadata["tables"]) == tables
    assert ("foreignKeys" in metadata["tables"][0]["tableSchema"]) == (tables == 2)
    assert faults(files) == []


def test_sdi_has_a_row_for_each_dataset_and_column(contoh: Catalog, written) -> None:
    text = written(contoh)["metadata-sdi.csv"].decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    columns = [field.name for one in contoh.datasets[0].tables for field in one.schema.fields]
    assert [row["nama"] for row in rows] == ["penerima", *columns]
    variables = [row["nama"] for row in rows if row["jenis"] == "variabel"]
    assert variables[:3] == ["tahun", "kecamatan", "jumlah"]
    measure = next(row for row in rows if row["nama"] == "jumlah")
    assert measure["satuan"] == "orang"
    assert measure["aturan_validasi"].startswith("paling kecil 0")
    assert measure["produsen_data"] == "Dinas Contoh"


def test_sdi_makes_nothing_up_for_an_agency_that_has_told_nothing(contoh: Catalog, written) -> None:
    rows = list(csv.DictReader(io.StringIO(written(contoh)["metadata-sdi.csv"].decode())))
    concepts = {row["konsep"] for row in rows if row["jenis"] == "variabel"}
    assert concepts == {"belum diisi oleh Dinas Contoh"}
    assert {row["walidata"][:16] for row in rows} == {"belum ditetapkan"}


def test_the_forms_of_statistics_indonesia_stand_beside_it(contoh: Catalog, written) -> None:
    files = written(contoh)
    for name, sheets in (
        ("ms-keg.xlsx", ["MS-Keg", "Variabel", "Jadwal rilis"]),
        ("ms-ind.xlsx", ["Daftar indikator", "MS-Ind"]),
    ):
        assert openpyxl.load_workbook(io.BytesIO(files[name])).sheetnames == sheets


def test_ckan_bundle_holds_what_package_create_takes(contoh: Catalog, written) -> None:
    files = written(contoh)
    with zipfile.ZipFile(io.BytesIO(files["ckan.zip"])) as bundle:
        package = json.loads(bundle.read("penerima/dataset.json"))
        assert bundle.read("penerima/penerima.csv") == files["data/penerima/penerima.csv"]
        assert "package_create" in bundle.read("BACA-SAYA.txt").decode()
    assert (package["name"], package["license_id"]) == ("contoh-penerima", "cc-by")
    assert package["resources"][0]["url"] == f"{SITE}data/penerima/penerima.csv"
    assert package["resources"][0]["format"] == "CSV"


# The portal


def test_portal_joins_what_agencies_have_published(
    contoh: Catalog, written, tmp_path: Path
) -> None:
    other = replace(
        contoh, agency=replace(contoh.agency, slug="lain", site_url="https://lain.example/")
    )
    published = [
        catalogues.PublishedCatalogue(files["catalog.jsonld"], files["data.json"])
        for files in (written(contoh), written(other))
    ]
    files = dict(catalogues.portal("Portal", "https://portal.example/", published))
    assert catalogues.check_catalogues(files, Cache(tmp_path / "cache"), portal=True) == ()
    graph = Graph().parse(data=files["catalog.ttl"], format="turtle")
    datasets = {
        f"{SITE}data/penerima/#dataset",
        "https://lain.example/data/penerima/#dataset",
    }
    assert {str(one) for one in graph.subjects(None, DCAT.Dataset)} == datasets
    whole = URIRef("https://portal.example/catalog.jsonld#catalog")
    assert len(set(graph.objects(whole, DCAT.catalog))) == 2
    listed = json.loads(files["data.json"])["dataset"]
    assert {one["identifier"] for one in listed} == datasets


HYDRA = Namespace("http://www.w3.org/ns/hydra/core#")
PORTAL = "https://portal.example/"


@pytest.fixture
def pages(contoh: Catalog, written, monkeypatch: pytest.MonkeyPatch) -> Files:
    """The catalogue of a portal over three agencies, of which none shares a page."""
    monkeypatch.setattr(paging, "MOST_TOGETHER", 1)
    published = []
    for slug in ("contoh", "kedua", "ketiga"):
        agency = replace(contoh.agency, slug=slug, site_url=f"https://{slug}.example/")
        files = written(replace(contoh, agency=agency))
        published.append(catalogues.PublishedCatalogue(files["catalog.jsonld"], files["data.json"]))
    return dict(catalogues.portal("Portal", PORTAL, published))


def turned(pages: Files, ending: str, notation: str) -> Iterator[Graph]:
    """The pages as ckanext-dcat turns them: from one to the next that a page names."""
    address: str | None = f"catalog.{ending}"
    while address:
        graph = Graph().parse(data=pages[address], format=notation)
        yield graph
        (own,) = graph.subjects(RDF.type, HYDRA.PagedCollection)
        assert str(own) == f"{PORTAL}{address}"
        following = graph.value(own, HYDRA.next)
        address = str(following).removeprefix(PORTAL) if following else None


@pytest.mark.parametrize(
    ("ending", "notation"), [("jsonld", "json-ld"), ("ttl", "turtle"), ("rdf", "xml")]
)
def test_a_large_portal_is_harvested_page_by_page(pages: Files, ending: str, notation: str) -> None:
    graphs = list(turned(pages, ending, notation))
    listed = [str(one) for graph in graphs for one in graph.subjects(RDF.type, DCAT.Dataset)]
    slugs = ("contoh", "kedua", "ketiga")
    assert listed == [f"https://{slug}.example/data/penerima/#dataset" for slug in slugs]
    assert [len(set(graph.objects(None, HYDRA.totalItems))) for graph in graphs] == [1, 1, 1]
    whole = URIRef(f"{PORTAL}catalog.jsonld#catalog")
    assert len(set(graphs[0].objects(whole, DCAT.catalog))) == 3


def test_each_page_of_a_large_portal_is_judged(pages: Files, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    assert catalogues.check_catalogues(pages, cache, portal=True) == ()
    for ending, told in (("ttl", "a dcat:Dataset"), ("rdf", 'xmlns:dcat="')):
        broken = corrupted(pages, f"katalog/3.{ending}", told, f"{told}x")
        found = catalogues.check_catalogues(broken, cache, portal=True)
        assert {one.place.file for one in found} == {"katalog/3.jsonld"}


def test_no_page_is_lost_without_being_missed(pages: Files) -> None:
    assert sorted(pages) == [
        *("catalog.jsonld", "catalog.rdf", "catalog.ttl", "data.json"),
        *("katalog/2.jsonld", "katalog/2.rdf", "katalog/2.ttl"),
        *("katalog/3.jsonld", "katalog/3.rdf", "katalog/3.ttl"),
    ]


# Faults


def corrupted(files: Files, address: str, old: str, new: str) -> Files:
    text = files[address].decode()
    assert old in text
    return files | {address: text.replace(old, new, 1).encode()}


@pytest.mark.parametrize(
    ("address", "old", "new", "told"),
    [
        ("catalog.ttl", "Kota Contoh", "Kota Cotnoh", "catalog.ttl berbeda"),
        ("catalog.rdf", "Kota Contoh", "Kota Cotnoh", "catalog.rdf berbeda"),
        ("catalog.rdf", "</rdf:RDF>", "</rdf:RDFa>", "Tidak terbaca sebagai xml"),
        ("catalog.jsonld", '"@graph": [', '"@graph": [[', "Tidak terbaca sebagai json-ld"),
        ("data.json", '"title": "Penerima', '"judul": "Penerima', "judul"),
        ("data.json", '"R/P1Y"', '"R/PY"', "accrualPeriodicity"),
        ("data.json", f"{SITE}data/penerima/penerima.csv", f"{SITE}data/x.csv", "x.csv` tidak ada"),
        ("data/penerima/index.html", '"name":"Penerima', '"nama":"Penerima', "`name` kosong"),
        ("data/penerima/index.html", '"sha256":"', '"sha256":"0', "tidak cocok"),
        ("data/penerima/index.html", "ld+json", "json", "schema.org `Dataset`"),
        ("data/penerima/index.html", "penerima.csv", "hilang.csv", "hilang.csv` tidak ada"),
        (
            "data/penerima/penerima.csv-metadata.json",
            '"gYear"',
            '"date"',
            "tidak cocok dengan metadata CSVW",
        ),
        ("data/penerima/penerima.csv-metadata.json", '"penerima.csv"', '"x.csv"', "Menyebut"),
        ("data/penerima/penerima.csv", "2022,", "2023,", "Dua baris sama di kolom"),
    ],
)
def test_corruption_is_reported(
    contoh: Catalog, written, faults, address: str, old: str, new: str, told: str
) -> None:
    assert told in "\n".join(faults(corrupted(written(contoh), address, old, new)))


@pytest.mark.parametrize(
    ("term", "told"),
    [
        ("dct:title", "Melanggar DCAT-AP"),
        ("dcat:byteSize", "tidak cocok"),
        ("spdx:checksum", "tidak cocok"),
        ("dcat:downloadURL", "tidak ada"),
    ],
)
def test_missing_term_is_reported(contoh: Catalog, written, faults, term: str, told: str) -> None:
    """Missing from the graph in all notations, as it would be by a mistake of the program."""
    files = written(contoh)
    document = json.loads(files["catalog.jsonld"])
    for node in document["@graph"]:
        if node["@type"] in ("dcat:Dataset", "dcat:Distribution"):
            node.pop(term, None)
    files["catalog.jsonld"] = json.dumps(document).encode()
    graph = Graph().parse(data=files["catalog.jsonld"], format="json-ld")
    files["catalog.ttl"] = graph.serialize(format="turtle").encode()
    files["catalog.rdf"] = graph.serialize(format="xml").encode()
    assert told in "\n".join(faults(files))


def test_verdict_is_kept_and_slow_libraries_stay_away(
    contoh: Catalog, written, tmp_path: Path
) -> None:
    cache = Cache(tmp_path / "cache")
    catalogues.check_catalogues(written(contoh), cache)
    assert cache.made == {"katalog": 6}  # three tables, each also for Excel
    catalogues.check_catalogues(written(contoh), cache)
    assert cache.made == {"katalog": 6}
    code = (
        "import sys, profil_terbuka.catalogues; print({'rdflib','pyshacl','csvw'}&{*sys.modules})"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "hooks", capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "set()"


def test_a_table_unlike_what_croissant_says_is_found(contoh: Catalog, written, faults) -> None:
    files = written(contoh)
    (dataset,) = contoh.datasets
    own = {name.removeprefix("data/penerima/"): data for name, data in files.items()}
    address = "data/penerima/croissant.json"
    files[address] = catalogues.croissant(dataset, contoh.agency, own)
    assert faults(files) == []
    seal = json.loads(files[address])["distribution"][0]["sha256"]
    (told,) = faults(corrupted(files, address, seal, "0" * 64))
    assert told.startswith(f"{address}: ")
    (told,) = faults(corrupted(files, address, '"distribution"', '"lain"'))
    assert told.startswith(f"{address}: ")


def test_a_listing_that_leads_nowhere_is_found(contoh: Catalog, written, faults) -> None:
    files = written(contoh)
    files["llms.txt"] = f"- [Data]({SITE}data/index.md)\n".encode()
    (told,) = faults(files)
    assert told.startswith("llms.txt: ")
    files["data/index.md"] = b"# Data\n"
    assert faults(files) == []
