"""What templates and scripts say goes through the words, so that it can be said in any language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment

import kata
from other_language import spoken_there
from page_words import FORMATS, SCRIPTS, TEMPLATES, outside_of_words, strings_of
from profil_terbuka.words.language import speaking
from profil_terbuka.words.scripts import scripted
from profil_terbuka.words.templates import as_po, speak, template_sentences
from support import ENGINE

IN_TEMPLATES = {
    *FORMATS,
    *("jenis", "subjek", "tahun", "instansi", "angka", "unduh"),  # names of fields and places
    *("situs", "permintaan", "nama", "hak", "petugas", "pribadi"),  # places on pages
    *("diragukan", "semua"),
    *("biasa", "dosir", "sematan", "banyak"),  # classes
    *(" hidden", " open", 'id="', 'data-n="', 'data-baris="'),  # markup
}
IN_SCRIPTS = {
    *("Home", "End", "Enter", "Escape"),  # keys
    *("(prefers-color-scheme: dark)", "(min-width: 45em)", "file:", "px", "VERSI"),
    *("SELECT DISTINCT kolom FROM kolom", "PRAGMA query_only = ON", "#sql="),
    "SELECT name FROM sqlite_schema WHERE type = 'table'",
    ".md-typeset > :is(figure.grafik, .tabel-gulir, .catatan-mutu)",
    "main details:not([open])",
    *("url(#", "translate(0,", "translate(16,", "),scale("),  # in drawings
    "table.dapat-dikutip td.angka",
    "tombol-salin tombol-kutip",
    *(".sql-siap code", "tabel-gulir utuh"),
}


def ids(path: Path) -> str:
    return path.relative_to(ENGINE).as_posix()


@pytest.mark.parametrize("path", TEMPLATES, ids=ids)
def test_a_template_shows_nothing_that_is_not_said(path: Path) -> None:
    assert set(outside_of_words(path.read_text("utf-8"))) <= IN_TEMPLATES


@pytest.mark.parametrize("path", SCRIPTS, ids=ids)
def test_a_script_holds_nothing_to_read(path: Path) -> None:
    assert set(strings_of(path.read_text("utf-8"))) <= IN_SCRIPTS


def test_what_is_excepted_is_there() -> None:
    templates = {text for path in TEMPLATES for text in outside_of_words(path.read_text("utf-8"))}
    scripts = {text for path in SCRIPTS for text in strings_of(path.read_text("utf-8"))}
    assert templates == IN_TEMPLATES
    assert scripts == IN_SCRIPTS


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Sumber: {{ source }}</p>", ["Sumber:"]),
        ('<p>{{ _("Sumber") }} data</p>', ["data"]),
        ('<a title="Catatan">†</a>', ["Catatan"]),
        ('<b>{{ "ya" if met else _("belum") }}</b>', ["ya"]),
        ('{{ halaman.section("Riwayat") }}', ["Riwayat"]),
        ('<p class="tanda">{% trans %}Sumber <b>data</b>{% endtrans %}</p>', []),
    ],
)
def test_words_of_a_template_are_seen(source: str, found: list[str]) -> None:
    assert outside_of_words(source) == found


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ('label.textContent = "Salin";', ["Salin"]),
        ("count.textContent = `${shown} dari ${total}`;", ["dari"]),
        ('tell("tekan lagi"); // Says so.', ["tekan lagi"]),
        ('node.className = "tombol-salin"; label.textContent = kata("scripts.copy");', []),
    ],
)
def test_words_of_a_script_are_seen(script: str, found: list[str]) -> None:
    assert list(strings_of(script)) == found


def test_translators_are_asked_for_what_the_templates_say() -> None:
    """`make kata` writes it."""
    assert (ENGINE / "words" / "templates.pot").read_bytes() == as_po(kata.sentences())


def test_a_language_is_told_what_is_new_and_what_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "words" / "xx" / "templates.po"
    mine.parent.mkdir(parents=True)
    mine.write_text('msgid "Unduh"\nmsgstr "Get"\n\nmsgid "Surat"\nmsgstr "Letter"\n')
    (tmp_path / "a.html").write_text('{{ _("Unduh") }} {% trans n=n %}{{ n }} baris{% endtrans %}')
    monkeypatch.setattr(kata, "ENGINE", tmp_path)
    kata.main()
    assert mine.read_text().replace("#, python-format\n", "") == (
        '#: a.html\nmsgid "Unduh"\nmsgstr "Get"\n\n'
        '#: a.html\nmsgid "%(n)s baris"\nmsgid_plural "%(n)s baris"\nmsgstr[0] ""\nmsgstr[1] ""\n\n'
    )


# What is said reaches the page


def written(source: str, escapes: bool = True, **values: object) -> str:
    environment = Environment(autoescape=escapes)
    speak(environment)
    return environment.from_string(source).render(values)


def test_values_are_escaped_where_templates_escape() -> None:
    source = "{% trans name=name %}<b>{{ name }}</b> & kawan{% endtrans %}"
    assert written(source, name="<i>") == "<b>&lt;i&gt;</b> & kawan"
    assert written(source, escapes=False, name="&lt;i>") == "<b>&lt;i></b> & kawan"


def test_text_is_escaped_once() -> None:
    source = '<a title="{{ _("A & %(name)s", name=name) }}">'
    assert written(source, name="<i>") == '<a title="A &amp; &lt;i&gt;">'
    assert written(source, escapes=False, name="&lt;i>") == '<a title="A &amp; &lt;i>">'


def test_numbers_are_written_as_the_language_does_and_signs_stay() -> None:
    assert written("{% trans n=1234, year='2024' %}{{ n }} ({{ year }}) 5%{% endtrans %}") == (
        "1.234 (2024) 5%"
    )


def test_a_sentence_on_several_lines_is_one() -> None:
    (found,) = template_sentences("{% trans %}\n  satu\n  dua\n{% endtrans %}")
    assert found.text == "satu dua"


@pytest.fixture
def counting(tmp_path: Path) -> Iterator[None]:
    """A language in which it matters how many there are."""
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "numbers.py").write_text("def number(value): return f'{value:,}'\n")
    (folder / "templates.po").write_text(
        'msgid "%(n)s baris"\nmsgid_plural "%(n)s baris"\n'
        'msgstr[0] "one row"\nmsgstr[1] "%(n)s rows"\n\n'
        'msgid "Terbit"\nmsgstr "Published"\n\n'
        'msgctxt "how often"\nmsgid "Terbit"\nmsgstr "Appears"\n'
    )
    (folder / "scripts.po").write_text(
        'msgid "rows-shown"\nmsgid_plural "rows-shown"\n'
        'msgstr[0] "one row"\nmsgstr[1] "{n} rows of {total}"\n'
    )
    with spoken_there(folder):
        yield


@pytest.mark.usefixtures("counting")
@pytest.mark.parametrize(("count", "said"), [(1, "one row"), (2, "2 rows"), (1200, "1,200 rows")])
def test_another_language_counts_in_its_own_way(count: int, said: str) -> None:
    with speaking("xx"):
        assert written("{% trans n=n %}{{ n }} baris{% endtrans %}", n=count) == said


@pytest.mark.usefixtures("counting")
def test_one_sentence_may_mean_two_things() -> None:
    source = '{{ _("Terbit") }}, {{ pgettext("how often", "Terbit") }}'
    with speaking("xx"):
        assert written(source) == "Published, Appears"
    assert written(source) == "Terbit, Terbit"


@pytest.mark.usefixtures("counting")
def test_what_a_language_lacks_is_no_secret() -> None:
    with speaking("xx"), pytest.raises(KeyError, match="Unduh"):
        written('{{ _("Unduh") }}')


@pytest.mark.usefixtures("counting")
def test_a_script_counts_in_the_language_of_its_reader() -> None:
    source = 'told = kata("scripts.rows-shown", { n: shown, total: all.length });'
    assert scripted(source) == "told = `${shown} dari ${all.length} baris`;"
    with speaking("xx"):
        assert scripted(source) == (
            "told = ((n) => [`one row`, `${shown} rows of ${all.length}`][+((n != 1))])(shown);"
        )


def test_words_cannot_leave_a_script() -> None:
    with pytest.raises(KeyError):
        scripted('kata("scripts.tiada")')
    with pytest.raises(KeyError):
        scripted('kata("scripts.sorted", { column: name })')
