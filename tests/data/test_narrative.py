"""Every sentence of both sites in one reviewed file: what changes shows as a difference.

tests/kalimat.txt holds the finding, title and remarks of each chart, each card and each line of the
comparisons. A mismatch leaves tests/kalimat-changed.txt beside it: read it aloud, then take it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest

from golden import compare
from profil_terbuka import citation, comparison, pipeline
from profil_terbuka.charts import remarks_on as remarks
from profil_terbuka.charts import sentence_of as sentence
from profil_terbuka.comparison import snapshot
from profil_terbuka.model.products import Drawing
from profil_terbuka.references import reference_words
from profil_terbuka.system.cache import Cache
from profil_terbuka.web.cards import card
from profil_terbuka.words.amounts import amount_and_unit
from support import ROOT

AGENCIES = ("palangka-raya", "pontianak")
_CARD = re.compile(r"\{\{\s*kartu:\s*(.*?)\s*\}\}")


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pipeline.Prepared]:
    cache = Cache(tmp_path_factory.mktemp("cache"))
    return {slug: pipeline.examine(ROOT, slug, cache) for slug in AGENCIES}


def test_every_sentence_has_been_read(checked: dict[str, pipeline.Prepared]) -> None:
    lines = [line for slug in AGENCIES for line in told(slug, checked[slug])]
    lines += compared([checked[slug] for slug in AGENCIES])
    compare("\n".join(lines) + "\n", ROOT / "tests" / "kalimat.txt")


def told(slug: str, made: pipeline.Prepared) -> Iterator[str]:
    """The sentences of one agency, each chart and card under its address."""
    assert made.catalog is not None
    for data in made.charts:
        dataset = made.catalog.by_slug[data.slug]
        text = data.finding or sentence(data)
        drawing = Drawing(data, text, "", (), b"", b"")
        yield f"# {slug}/{data.slug}/{data.view.name}"
        yield f"  {data.view.title}"
        yield f"  > {text}"
        for remark in remarks(data):
            yield f"  ! {remark}"
        yield f"  @ {citation.cite_figure(drawing, dataset, made.catalog.agency).text}"
    for page in sorted((ROOT / "docs" / slug).rglob("*.md")):
        for found in _CARD.findall(page.read_text("utf-8")):
            target, *options = reference_words(found)
            name = page.relative_to(ROOT / "docs").as_posix()
            yield f"# {name}: {target}"
            yield f"  {plain(card(target, options, made.catalog))}"


def plain(html: str) -> str:
    """The words of a fragment."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def compared(made: list[pipeline.Prepared]) -> Iterator[str]:
    """What the portal says about both agencies."""
    catalogs = [item.catalog for item in made if item.catalog is not None]
    taken = [snapshot.take_snapshot(catalog, _highlights(catalog)) for catalog in catalogs]
    for item in taken:
        for mark in item.highlights:
            yield f"# portal/{item.slug}: {mark.label}"
            yield f"  {' '.join(amount_and_unit(mark.value, mark.unit))}"
    for found in comparison.compare(taken, comparison.concepts(catalogs[0].reference)):
        yield f"# portal/perbandingan/{found.concept.name}"
        yield f"  {comparison.years_sentence(found)}"
        if found.equal:
            yield f"  > {comparison.comparison_chart(found).finding}"


def _highlights(catalog: object) -> tuple[snapshot.Highlight, ...]:
    found = snapshot.highlights(catalog)
    return tuple(item for item in found if isinstance(item, snapshot.Highlight))


@pytest.mark.parametrize(
    "word", ["antarpanel", "korelasi", "kolom", "None", "nan", "skala sendiri"]
)
def test_no_headline_speaks_in_jargon(word: str) -> None:
    lines = (ROOT / "tests" / "kalimat.txt").read_text("utf-8").splitlines()
    heads = [line for line in lines if line.startswith("  > ")]
    assert heads
    assert not [line for line in heads if re.search(rf"\b{word}\b", line)]
