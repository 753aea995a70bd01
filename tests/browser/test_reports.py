"""Questions in SQL, what changed, all notes, filters with counts: in a real browser."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from hosts import Guarded
from playwright.sync_api import Page, expect

from support import OpenPage, Serve, Visit

SQL = "pontianak/data/sql/"
ENGINE_FILES = ("sql-wasm.js", "sql-wasm.wasm", "data.sqlite")


def ask(page: Page, sql: str) -> None:
    """Write a statement and run it; ends when there is an answer or a fault."""
    page.get_by_label("Perintah SQL").fill(sql)
    page.locator(".sql [type=submit]").click()
    expect(page.locator(".sql-kabar")).not_to_have_text(re.compile("^(Me|$)"))


def rows(page: Page) -> list[list[str]]:
    """The answer as it is shown, without its heading."""
    found = page.locator(".sql-hasil tbody tr").all()
    return [row.locator("td").all_inner_texts() for row in found]


@pytest.fixture
def asking(visit: Visit) -> Page:
    return visit(SQL)


def test_nothing_is_loaded_before_it_is_asked_for(open_page: OpenPage) -> None:
    page = open_page(SQL)
    asked = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert not [url for url in asked if url.endswith(ENGINE_FILES)]
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    button = page.get_by_role("button", name=re.compile("Muat mesin SQL"))
    expect(button).to_have_text(re.compile(r"\([\d,]+ kB\) dan data \([\d,]+ kB\), lalu jalankan"))
    button.click()
    expect(page.locator(".sql-kabar")).to_contain_text("baris")
    assert set(ENGINE_FILES) <= set(loaded)


def test_every_ready_question_gives_what_stands_on_the_page(asking: Page) -> None:
    questions = asking.locator(".sql-siap").all()
    assert len(questions) == 10
    for question in questions:
        question.evaluate("node => { node.open = true; }")
        told = question.locator("tbody tr").first.locator("th, td").all_inner_texts()
        ask(asking, question.locator("code").inner_text())
        assert [cell.strip() for cell in rows(asking)[0]] == [cell.strip() for cell in told]
    assert asking.problems == []  # type: ignore[attr-defined]


def test_the_address_holds_the_question(asking: Page, open_page: OpenPage) -> None:
    ask(asking, "SELECT 1 + 1 AS dua")
    assert rows(asking) == [["2"]]
    shared = asking.url
    assert unquote(shared).endswith("#sql=SELECT 1 + 1 AS dua")
    other = open_page(None)
    other.goto(shared)
    expect(other.get_by_label("Perintah SQL")).to_have_value("SELECT 1 + 1 AS dua")
    other.locator(".sql [type=submit]").click()
    expect(other.locator(".sql-hasil td")).to_have_text("2")


def test_the_answer_is_saved_as_csv(asking: Page) -> None:
    ask(asking, """SELECT 'a, "b"' AS teks, 1.5 AS angka, NULL AS kosong""")
    with asking.expect_download() as begun:
        asking.get_by_role("button", name="Unduh jawaban").click()
    saved = Path(begun.value.path()).read_text("utf-8")
    assert saved == 'teks,angka,kosong\n"a, ""b""",1.5,\n'


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT * FROM pkhh", "Tabel “pkhh” tidak ada. Maksud Anda pkh"),
        ("SELECT kelurahn FROM pkh", "Kolom “kelurahn” tidak ada di sana. Maksud Anda kelurahan"),
        ("SELEC 1", "tidak terbaca di dekat “SELEC”"),
        ("SELECT (1", "Perintahnya belum selesai."),
        ("DELETE FROM pkh", "Basis data ini hanya dapat dibaca."),
        ("PRAGMA query_only = OFF; DELETE FROM pkh", "Basis data ini hanya dapat dibaca."),
        ("SELECT * FROM pkh WHERE jumlah < 0", "Tidak ada baris yang cocok."),
        ("PRAGMA user_version = 1", "hanya dapat dibaca"),
    ],
)
def test_faults_are_told_with_a_way_out(asking: Page, sql: str, said: str) -> None:
    ask(asking, sql)
    expect(asking.locator(".sql-kabar")).to_contain_text(said)
    ask(asking, "SELECT count(*) FROM pkh")
    assert rows(asking) == [["145"]]


def test_nothing_that_was_asked_lets_a_later_statement_write(asking: Page) -> None:
    ask(asking, "PRAGMA query_only = OFF")
    ask(asking, "DELETE FROM pkh")
    expect(asking.locator(".sql-kabar")).to_contain_text("hanya dapat dibaca")


def test_a_long_answer_is_shown_in_part_and_says_so(asking: Page) -> None:
    ask(asking, "SELECT a.kode, b.kode FROM wilayah AS a, wilayah AS b")
    expect(asking.locator(".sql-kabar")).to_contain_text("Yang ditampilkan 200 baris pertama")
    assert len(rows(asking)) == 200


def test_a_question_without_end_is_stopped(asking: Page) -> None:
    endless = "WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT max(n) FROM a"
    ask(asking, "SELECT 1")
    asking.get_by_label("Perintah SQL").fill(endless)
    asking.locator(".sql [type=submit]").click()
    asking.get_by_role("button", name="Hentikan").click()
    expect(asking.locator(".sql-kabar")).to_contain_text("Dihentikan")
    ask(asking, "SELECT 3")
    assert rows(asking) == [["3"]]


def test_the_keyboard_is_enough(asking: Page) -> None:
    asking.get_by_label("Perintah SQL").fill("SELECT 7 AS tujuh")
    asking.keyboard.press("Control+Enter")
    expect(asking.locator(".sql-hasil td")).to_have_text("7")
    asking.get_by_label("Perintah SQL").focus()
    asking.keyboard.press("Tab")
    assert asking.evaluate("document.activeElement.type") == "submit"


def test_a_ready_question_is_taken_up(asking: Page) -> None:
    ask(asking, "SELECT 1")
    question = asking.locator(".sql-siap").nth(1)
    question.locator("summary").click()
    question.get_by_role("button", name="Pakai perintah ini").click()
    expect(asking.locator(".sql-hasil tbody tr").first).to_be_visible()
    wanted = question.locator("code").inner_text().strip()
    expect(asking.get_by_label("Perintah SQL")).to_have_value(wanted)


def test_a_host_with_its_own_headers_lets_the_engine_run(
    built: Path, serve: Serve, open_page: OpenPage
) -> None:
    page = open_page(SQL, serve(built, Guarded))
    page.evaluate(
        "document.addEventListener('securitypolicyviolation', () => { document.title = 'x'; })"
    )
    ask(page, "SELECT 5")
    assert rows(page) == [["5"]]
    assert page.title() != "x"
    assert page.problems == []  # type: ignore[attr-defined]


def test_without_script_the_answers_are_there(open_page: OpenPage) -> None:
    page = open_page(SQL, java_script_enabled=False)
    assert page.locator(".sql form").is_hidden()
    assert page.get_by_text("diperlukan JavaScript").is_visible()
    assert page.locator(".sql-siap").count() == 10
    assert page.locator(".sql-siap tbody tr").first.is_visible()
    assert page.get_by_role("link", name="data.sqlite").is_visible()


def test_choices_tell_how_much_they_leave(visit: Visit) -> None:
    page = visit("pontianak/data/")
    subject = page.get_by_role("combobox", name="Subjek")
    options = subject.locator("option").all_text_contents()[1:]
    counts = [int(re.search(r"\((\d+)\)$", option)[1]) for option in options]  # type: ignore[index]
    items = page.locator("[data-segi]:visible")
    assert sum(counts) == items.count()
    subject.select_option("Statistik")
    assert items.count() == counts[[option[:9] for option in options].index("Statistik")]
    state = page.get_by_role("combobox", name="Keadaan nilai").locator(
        "option", has_text="diragukan"
    )
    told = int(re.search(r"\((\d+)\)$", state.text_content() or "")[1])  # type: ignore[index]
    page.get_by_role("combobox", name="Keadaan nilai").select_option("ada yang diragukan")
    assert items.count() == told > 0


def test_a_range_of_years_keeps_what_is_about_one_of_them(visit: Visit) -> None:
    page = visit("pontianak/data/")
    page.get_by_role("combobox", name="Tahun, dari").select_option("2020")
    page.get_by_role("combobox", name="Tahun, sampai").select_option("2020")
    expect(page.get_by_role("link", name="Keluarga penerima manfaat PKH")).to_be_visible()
    shown = page.locator("[data-segi]:visible")
    for item in shown.all():
        values = item.get_attribute("data-segi") or ""
        assert '"2020"' in values


def test_notes_are_filtered_and_the_folds_that_hold_them_open(visit: Visit) -> None:
    page = visit("palangka-raya/data/catatan/")
    fold = page.locator("#status-diperbaiki")
    assert fold.get_attribute("open") is None
    page.get_by_role("combobox", name="Status").select_option("diperbaiki")
    assert fold.locator("li:visible").count() > 10
    assert page.locator("#status-diragukan").is_hidden()


def test_doubtful_datasets_are_two_clicks_from_the_front_page(visit: Visit) -> None:
    page = visit("pontianak/")
    page.get_by_role("navigation").get_by_role("link", name="Data", exact=True).first.click()
    page.get_by_role("link", name="Semua catatan mutu").click()
    page.wait_for_url("**/data/catatan/")
    table = page.get_by_role("table").first
    expect(table).to_contain_text("Baris diragukan")
    assert page.get_by_role("link", name="Semua catatan sebagai CSV").is_visible()


def test_what_changed_is_two_clicks_from_the_front_page(visit: Visit) -> None:
    page = visit("pontianak/")
    page.get_by_role("navigation").get_by_role("link", name="Data", exact=True).first.click()
    page.get_by_role("link", name="Apa yang berubah").click()
    page.wait_for_url("**/data/perubahan/")
    expect(page.get_by_role("heading", name="2023 ke 2024")).to_be_visible()
    expect(page.get_by_text("naik 13,9 % dari 2023").first).to_be_visible()


def test_a_dataset_page_opens_a_request_that_names_it(visit: Visit) -> None:
    page = visit("pontianak/data/pkh/")
    page.get_by_text("Butuh yang lebih rinci?").click()
    letter = page.locator(".minta code")
    expect(letter).to_contain_text("PKH")
    expect(letter).to_contain_text("edisi")
    page.locator(".minta").get_by_role("link", name="cara meminta").click()
    page.wait_for_url("**/ppid/permohonan/")
