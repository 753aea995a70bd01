"""Citation files: reference managers and word processors must be able to read them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from profil_terbuka import citation
from profil_terbuka.citation.formats import bibtex, cff, csl, ris
from profil_terbuka.citation.record import CitedWork, chart_record, dataset_record
from profil_terbuka.model import Agency, Dataset, Licence
from profil_terbuka.read import catalog
from support import BASE

ADDRESS = "https://data.example.id/"
HOSTILE = 'Biaya 50% & "lain" {a}_b #1 $ ~ ^ \\ akhir\nER  - \n}'


def known(address: str | None = ADDRESS) -> tuple[Dataset, Agency]:
    found = catalog.load(BASE, "contoh").catalog
    assert found is not None
    return found.datasets[0], replace(found.agency, site_url=address)


@pytest.fixture
def record() -> CitedWork:
    return dataset_record(*known())


@pytest.fixture
def hostile(record: CitedWork) -> CitedWork:
    return replace(record, title=HOSTILE, note=HOSTILE, description=HOSTILE)


def balanced(text: str) -> tuple[str, str]:
    """What stands before the first comma outside braces, and what follows it."""
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "{") - (letter == "}")
        if letter == "," and not depth:
            return text[:place], text[place + 1 :]
    pytest.fail(f"braces do not balance: {text}")


def entry(text: str) -> tuple[str, str, dict[str, str]]:
    """Type, key and fields of the only BibTeX entry, read as BibTeX does: by counting braces."""
    head = re.match(r"@(\w+)\{([^,\s]+),", text)
    assert head, text
    fields, rest = {}, text[head.end() :]
    while field := re.match(r"\s*(\w+) = ", rest):
        value, rest = balanced(rest[field.end() :])
        fields[field[1]] = value
    assert rest.strip() == "}", rest
    return head[1], head[2], fields


def tags(text: str) -> list[tuple[str, str]]:
    lines = text.split("\r\n")
    assert lines[-2:] == ["ER  - ", ""]
    for line in lines[:-1]:
        assert re.match(r"[A-Z][A-Z0-9]  - ", line), line
    return [(line[:2], line[6:]) for line in lines[:-1]]


def test_the_year_is_that_of_the_edition(record: CitedWork) -> None:
    kind, key, fields = entry(bibtex(record))
    assert (kind, key) == ("dataset", "contoh-penerima-2026")
    assert (fields["year"], fields["month"], fields["version"]) == ("{2026}", "jan", "{1.0.0}")
    assert fields["url"] == f"{{{ADDRESS}data/penerima/}}"
    assert dict(tags(ris(record)))["PY"] == "2026"
    assert json.loads(csl(record))[0]["issued"] == {"date-parts": [[2026, 1, 2]]}
    assert yaml.safe_load(cff(record))["date-released"] == "2026-01-02"


def test_bibtex_survives_any_title(hostile: CitedWork) -> None:
    _, _, fields = entry(bibtex(hostile))
    assert fields["title"] == (
        r'{{Biaya 50\% \& "lain" \textbraceleft{}a\textbraceright{}\_b \#1 \$ '
        r"\textasciitilde{} \textasciicircum{} \textbackslash{} akhir ER - \textbraceright{}}}"
    )
    assert fields["author"] == "{{Dinas Contoh}}"


def test_ris_survives_any_title(hostile: CitedWork) -> None:
    found = tags(ris(hostile))
    assert [tag for tag, _ in found].count("ER") == 1
    assert dict(found)["TI"] == " ".join(HOSTILE.split())


def test_control_characters_never_reach_a_file(record: CitedWork) -> None:
    broken = replace(record, title="a\x1bb\x00c")
    assert dict(tags(ris(broken)))["TI"] == "a b c"
    assert yaml.safe_load(cff(broken))["title"] == "a b c"


def test_a_publisher_with_commas_is_no_surname(record: CitedWork) -> None:
    found = dict(tags(ris(replace(record, publisher="Dinas Sosial, Perempuan, dan Anak"))))
    assert found["AU"] == "Dinas Sosial Perempuan dan Anak"
    assert found["PB"] == "Dinas Sosial, Perempuan, dan Anak"


def test_csl_names_what_styles_ask_for(hostile: CitedWork) -> None:
    (item,) = json.loads(csl(hostile))
    assert item["type"] == "dataset"
    assert item["author"] == [{"literal": "Dinas Contoh"}]
    assert item["URL"] == f"{ADDRESS}data/penerima/"
    assert {"id", "title", "publisher", "version"} <= item.keys()
    assert item["title"] == " ".join(HOSTILE.split())


@pytest.mark.parametrize(
    "title", ["Penerima: 2024", "1.0", "- a", "'b' #c", HOSTILE, "é\u2028ü 🙂"]
)
@pytest.mark.parametrize("address", [ADDRESS, None])
def test_cff_follows_its_schema(title: str, address: str | None, tmp_path: Path) -> None:
    dataset, agency = known(address)
    record = replace(dataset_record(dataset, agency), title=title, keywords=("dtks", "dtks"))
    file = tmp_path / "CITATION.cff"
    file.write_text(cff(record), "utf-8")
    command = [Path(sys.executable).parent / "check-jsonschema", "--builtin-schema"]
    command += ["vendor.citation-file-format", file]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
    assert yaml.safe_load(cff(record))["title"] == " ".join(title.split())
    assert "&id" not in cff(record)


def test_a_licence_unknown_to_spdx_is_given_by_address(record: CitedWork) -> None:
    odd = Licence("other-open", "Lain", "https://example.id/lisensi")
    document = yaml.safe_load(cff(replace(record, licences=(odd,))))
    assert document["license-url"] == "https://example.id/lisensi"
    assert "license" not in document


def test_without_an_address_none_is_invented() -> None:
    record = dataset_record(*known(None))
    written = "".join(write(record) for write in (bibtex, ris, csl, cff))
    assert "http" not in written


def test_a_chart_is_cited_at_its_anchor() -> None:
    dataset, agency = known()
    record = chart_record(dataset.views[0], dataset, agency)
    found = dict(tags(ris(record)))
    assert found["TI"] == dataset.views[0].title
    assert found["TY"] == "FIGURE"
    assert found["UR"] == f"{ADDRESS}data/penerima/#grafik-penerima-per-kecamatan"
    assert "Penerima bantuan per kecamatan" in found["N1"]


def test_every_file_that_is_offered_is_written() -> None:
    dataset, agency = known()
    offered = {*citation.dataset_citations(dataset.slug).values()}
    for view in dataset.views:
        offered |= {*citation.chart_citations(view.name).values()}
    assert citation.citation_files(dataset, agency).keys() == offered
