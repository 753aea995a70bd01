"""What an article says as Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profil_terbuka.publish.programs.markdown import markdown_of


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1 id='a'>Data</h1>\n<p>Satu\n dua.</p>", "# Data\n\nSatu dua."),
        ("<ul><li>satu</li><li>dua<ul><li>tiga</li></ul></li></ul>", "- satu\n- dua\n  - tiga"),
        ("<ol><li><p>satu</p></li><li><p>dua</p></li></ol>", "1. satu\n1. dua"),
        ("<p><a href='../'>Naik</a> dan <a id='x'></a>lagi</p>", "[Naik](../) dan lagi"),
        ("<dl><dt>PKH</dt><dd>Bantuan.</dd></dl>", "**PKH**: Bantuan."),
        ("<pre><code>a = 1\n  b</code></pre>", "```\na = 1\n  b\n```"),
        ("<p>Kolom <code>status</code></p>", "Kolom `status`"),
        ("<figure><svg><text>9</text></svg><figcaption>Grafik</figcaption></figure>", "Grafik"),
        ("<div role='img'><p>x</p></div><p>y</p>", "y"),
        ("<p hidden>rahasia</p><p>terlihat</p>", "terlihat"),
        ("<details><summary>Tabel</summary><p>isi</p></details>", "**Tabel**\n\nisi"),
        ("<button>Salin</button><p>5 &lt; 6 &amp; 7</p>", "5 < 6 & 7"),
    ],
)
def test_elements(html: str, expected: str) -> None:
    assert markdown_of(html) == f"{expected}\n"


def test_a_table_keeps_its_cells() -> None:
    html = (
        "<table><caption>Penerima</caption><thead><tr><th>Tahun</th><th>A|B <small>orang</small>"
        "</th></tr></thead><tbody><tr><th>2024</th><td>1.234\n*</td></tr><tr><td>2025</td></tr>"
        "</tbody></table>"
    )
    assert markdown_of(html).splitlines()[-4:] == [
        "| Tahun | A\\|B orang |",
        "| --- | --- |",
        "| 2024 | 1.234 * |",
        "| 2025 |  |",
    ]
    assert "Penerima" in markdown_of(html)


@given(st.text(alphabet="<>/ab td=th'\"&!-ulipre\n", max_size=80))
def test_broken_html_never_raises(html: str) -> None:
    assert markdown_of(html).endswith("\n")
