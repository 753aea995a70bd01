"""Whatever Markdown makes of a hostile page, none of it is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from payloads import ACTIVE, INERT
from profil_terbuka.model.findings import Finding
from profil_terbuka.publish.verify import verify
from profil_terbuka.system.cache import Cache
from profil_terbuka.web import markup, policy
from profil_terbuka.words import catalogues as words
from rendering import FRAME, rendered


def found(page: str, folder: Path) -> tuple[Finding, ...]:
    """What the gate says of a site with that one page."""
    site = folder / "site"
    site.mkdir()
    (site / "index.html").write_text(page, "utf-8")
    for name in ("gambar.png", "halaman.html"):
        (site / name).write_text("")
    return verify(site, {}, {}, Cache(folder / "cache"))


@pytest.mark.parametrize("payload", ACTIVE)
def test_hostile_page_is_refused(payload: str, tmp_path: Path) -> None:
    assert found(rendered(payload), tmp_path)


@pytest.mark.parametrize("payload", INERT)
def test_quoted_attack_is_text(payload: str, tmp_path: Path) -> None:
    assert found(rendered(payload), tmp_path) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Teks **tebal**, `kode`, [tautan](https://contoh.go.id 'Judul').\n\n---\n\n> Kutipan",
        "# Judul {: #awal .besar }\n\n1. satu\n2. dua\n\n* tiga\n\n![Gambar](gambar.png)",
        "| a | b |\n|:--|--:|\n| x | y |\n\n*[KK]: Kartu keluarga\n\nSatu KK.",
        '<div class="kartu" markdown>\n\nIsi\n\n</div>',
        "<details><summary>Syarat</summary>KTP</details>",
        'H<sub>2</sub>O, m<sup>2</sup>, <kbd>Ctrl</kbd>, <abbr title="Kartu">KK</abbr><br>baris',
    ],
)
def test_plain_writing_passes(text: str, tmp_path: Path) -> None:
    assert found(rendered(text), tmp_path) == ()


@pytest.mark.parametrize(
    ("head", "part"),
    [
        ('<meta name="description" content="x" autofocus onfocus="a()">', "`onfocus`"),
        ('<meta http-equiv="refresh" content="0; url=//contoh.test/">', "content"),
        ('<link rel="import" href="x.html">', "rel"),
        ("<style>p { background: u\\72l(x) }</style>", "Lembar gaya"),
        ("<style>@import 'x.css';</style>", "Lembar gaya"),
        ('<base href="https://contoh.test/">', "href"),
        ('<script src="https://contoh.test/aset/x.js"></script>', "src"),
        ('<script type="module">a()</script>', "type"),
        ('<script type="application/ld+json">{"a": "<!--<script>"}</script>', "<"),
    ],
)
def test_hostile_head_is_refused(head: str, part: str) -> None:
    page = (FRAME % "<p>Isi</p>").replace("</head>", f"{head}</head>")
    assert [
        breach for breach in markup.read_markup(page).breaches if part in words.text(breach.what)
    ]


@pytest.mark.parametrize("place", ["</head>", "<p>Isi"])
def test_no_script_stands_in_a_page(place: str, tmp_path: Path) -> None:
    page = (FRAME % "<p>Isi</p>").replace(place, f"<script>a()</script>{place}")
    told = words.text(found(page, tmp_path)[0].message)
    assert "skrip yang ditulis di dalam halaman" in told


def test_columns_of_tables_are_aligned_without_style() -> None:
    page = rendered("| a | b | c |\n|:--|:-:|--:|\n| x | y | z |")
    assert '<td>x</td>\n<td class="rata-tengah">y</td>\n<td class="rata-kanan">z</td>' in page
    assert "style" not in page


def test_an_example_of_a_style_in_the_prose_stays_as_it_is() -> None:
    text = 'Tulis `<td style="text-align: right;">`.'
    assert '&lt;td style="text-align: right;"&gt;' in rendered(text)


@pytest.mark.parametrize(
    "rules", [policy.PAGE, policy.BARE, policy.EMBED, policy.dossier_policy("p { margin: 0 }")]
)
def test_a_page_may_tell_our_policies(rules: policy.Policy) -> None:
    page = (FRAME % "<p>Isi</p>").replace("<title>", f"{policy.policy_head(rules)}<title>")
    assert markup.read_markup(page).breaches == ()


@pytest.mark.parametrize(
    "rules",
    [
        policy.PREVIEW,
        policy.DOSSIERS,
        policy.PAGE.but("script-src", "*"),
        policy.PAGE.but("report-uri", "https://contoh.test/"),
    ],
)
def test_a_page_may_not_tell_another_policy(rules: policy.Policy) -> None:
    page = (FRAME % "<p>Isi</p>").replace("<title>", f"{policy.policy_head(rules)}<title>")
    assert [
        item for item in markup.read_markup(page).breaches if "content" in words.text(item.what)
    ]
