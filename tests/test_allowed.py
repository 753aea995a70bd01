"""Whatever Markdown makes of a hostile page, none of it is published."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
import yaml

from payloads import ACTIVE, INERT
from profil_terbuka import markup
from profil_terbuka.cache import Cache
from profil_terbuka.findings import Finding
from profil_terbuka.verify import verify
from support import ROOT

FRAME = """<!doctype html>
<html lang="id">
<head><title>Contoh</title></head>
<body>
%s
</body>
</html>
"""


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, which has tags of its own."""


_Loader.add_multi_constructor("!", lambda loader, tag, node: None)


def rendered(text: str) -> str:
    """A page of that Markdown, as MkDocs renders it with the site's own extensions."""
    extensions = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Loader)["markdown_extensions"]
    names = [one if isinstance(one, str) else next(iter(one)) for one in extensions]
    names += ["fenced_code"]  # MkDocs' own
    return FRAME % markdown.markdown(text, extensions=names)


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
    assert [breach for breach in markup.read(page).breaches if part in breach.what]


def test_script_of_the_theme_passes_word_for_word_only(tmp_path: Path) -> None:
    theme = (ROOT / "hooks/profil_terbuka/theme/base.html").read_text("utf-8")
    script = theme[theme.index("<script>") : theme.index("</script>", theme.index("<script>")) + 9]
    assert found(FRAME % script, tmp_path) == ()
    changed = script.replace("<script>", "<script>a();")
    (tmp_path / "site" / "index.html").write_text(FRAME % changed, "utf-8")
    assert verify(tmp_path / "site", {}, {}, Cache(tmp_path / "cache"))
