"""Services as tasks: what is read of them, what their pages say, and what they leave open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from invented import AGENCY, dataset_with, table_of
from profil_terbuka.model import (
    Agency,
    Catalog,
    Claim,
    Field,
    Note,
    NoteStatus,
    Role,
    ServiceOffer,
    ServicePart,
    ServiceTask,
    ServiceWording,
    Texts,
)
from profil_terbuka.services import public_services, unfounded_services, wanted_services
from profil_terbuka.web.services import service_list, service_pages

NAME = Field("layanan", "Layanan", "string", "", Role.DIMENSION)
PART = Field("bagian", "Bagian", "string", "", Role.DIMENSION)
TEXT = Field("isi", "Isi", "string", "", Role.REMARK)
MORE = Field("nilai", "Nilai", "string", "", Role.REMARK)
ROWS = (
    ("Surat Rekaan", "berkas", "FOTOCOPY KARTU KELUARGA (KK)"),
    ("Surat Rekaan", "berkas", "FOTOCOPY KTP"),
    ("Surat Rekaan", "biaya", "GRATIS! TANPA DIPUNGUT BIAYA"),
    ("Surat Rekaan", "langkah", "Berkas di serahkan ke loket dan di periksa"),
    ("Bantuan Rekaan", "sasaran", "keluarga miskin"),
)
CHANNELS = (("Telepon", "(000) 000000"), ("Situs web", None))
WORDINGS = (
    ServiceWording("GRATIS! TANPA DIPUNGUT BIAYA", ("Gratis",)),
    ServiceWording(
        "Berkas di serahkan ke loket dan di periksa",
        ("Serahkan berkas ke loket.", "Petugas memeriksanya."),
        place="Loket",
    ),
)


def catalog_of(offer: ServiceOffer | None = None, **agency: object) -> Catalog:
    """Two services in one table, and the channels of all in another."""
    services = dataset_with(table_of((NAME, PART, TEXT), ROWS, "rincian", ("layanan", "isi")))
    channels = dataset_with(table_of((TEXT, MORE), CHANNELS, "kanal", ("isi",)))
    parts = map(ServicePart, ("berkas", "biaya", "langkah", "sasaran"))
    named = (
        *(
            Texts("rincian", "isi", service="layanan", where={"bagian": (part,)}, part=part)
            for part in parts
        ),
        Texts("kanal", "isi", part=ServicePart.COMPLAINTS, detail="nilai"),
    )
    given = {"standards": named, "services": offer or ServiceOffer(), **agency}
    office: Agency = replace(AGENCY, **given)  # type: ignore[arg-type]
    return Catalog(office, (services, channels))


def test_a_service_is_all_that_the_tables_say_of_it() -> None:
    letter, help_ = public_services(catalog_of())
    assert (letter.name, letter.title, letter.slug) == ("Surat Rekaan",) * 2 + ("surat-rekaan",)
    assert letter.said(ServicePart.PAPERS) == (
        "Fotocopy kartu keluarga (KK)",
        "FOTOCOPY KTP",
    )
    assert help_.said(ServicePart.AUDIENCE) == ("Keluarga miskin",)
    assert help_.papers == ()
    assert letter.address == "layanan/surat-rekaan/"


def test_what_holds_for_all_services_belongs_to_each_and_an_unusable_channel_is_none() -> None:
    for service in public_services(catalog_of()):
        (channel,) = service.texts(ServicePart.COMPLAINTS)
        assert (channel.told, channel.detail) == (("Telepon",), "(000) 000000")


def test_plain_words_take_the_place_of_the_books_while_it_says_so() -> None:
    letter, _ = public_services(catalog_of(ServiceOffer(wordings=WORDINGS)))
    assert letter.said(ServicePart.COST) == ("Gratis",)
    assert letter.said(ServicePart.STEPS) == (
        "Serahkan berkas ke loket.",
        "Petugas memeriksanya.",
    )
    assert letter.places == ("Loket",)
    assert "GRATIS! TANPA DIPUNGUT BIAYA" in letter.printed


def test_a_task_has_the_title_and_address_that_people_gave_it() -> None:
    task = ServiceTask("Bantuan Rekaan", "minta-bantuan", "Meminta bantuan", place="Kelurahan")
    _, help_ = public_services(catalog_of(ServiceOffer(tasks=(task,))))
    assert (help_.title, help_.address) == ("Meminta bantuan", "layanan/minta-bantuan/")
    assert help_.places == ("Kelurahan",)


def test_the_first_services_are_wanted_until_somebody_says_which() -> None:
    plain, chosen = catalog_of(), catalog_of(ServiceOffer(wanted=("bantuan-rekaan",)))
    assert [item.slug for item in wanted_services(plain, public_services(plain))] == [
        "surat-rekaan",
        "bantuan-rekaan",
    ]
    assert [item.slug for item in wanted_services(chosen, public_services(chosen))] == [
        "bantuan-rekaan"
    ]


def test_a_doubted_text_is_marked_with_its_note() -> None:
    whole = catalog_of()
    note = Note(
        "kk-diragukan", "rincian", NoteStatus.DOUBTFUL, "a", "b", "c", "d", "2026-01-01",
        where={"isi": ("FOTOCOPY KTP",)}, columns=("isi",),
    )  # fmt: skip
    first, second = whole.datasets
    doubted = replace(whole, datasets=(replace(first, notes=(note,)), second))
    letter, _ = public_services(doubted)
    assert [text.doubt for text in letter.papers] == ["", "kk-diragukan"]
    (page, _) = service_pages(doubted, overview=False)
    assert 'href="../../data/rincian/#catatan-kk-diragukan"' in page.html


def test_what_nobody_tells_is_said_in_its_place() -> None:
    letter, help_ = service_pages(catalog_of(), overview=False)
    assert "Tidak ada di buku" in letter.html
    assert "Belum diisi dinas" in letter.html
    assert "Telepon kantor belum diisi dinas." in letter.html
    assert "1. Siapkan 2 berkas" in letter.html
    assert 'type="checkbox"' in letter.html
    assert "Tanyakan dulu berkas dan caranya" in help_.html
    assert 'type="checkbox"' not in help_.html
    assert "ppid" not in help_.html


def test_what_the_office_tells_stands_on_every_page() -> None:
    hours = "Senin sampai Jumat, 08.00 sampai 15.00"
    told = catalog_of(ServiceOffer(hours=hours), phone="(0561) 000000")
    for page in service_pages(told, "ppid/permohonan/", overview=False):
        assert hours in page.html
        assert 'href="tel:+62561000000"' in page.html
        assert 'href="../../ppid/permohonan/"' in page.html
        assert "Belum diisi dinas" not in page.html


def test_the_books_words_stand_below_as_they_are_printed() -> None:
    letter, _ = service_pages(catalog_of(ServiceOffer(wordings=WORDINGS)), overview=False)
    head, _, printed = letter.html.partition("Bunyi asli di buku")
    assert "GRATIS!" not in head
    assert "GRATIS! TANPA DIPUNGUT BIAYA" in printed
    assert "Berkas di serahkan ke loket dan di periksa." in printed


def test_an_overview_is_made_only_where_nobody_wrote_one() -> None:
    made, *_ = service_pages(catalog_of(ServiceOffer(wordings=WORDINGS)))
    assert made.address == "layanan/"
    assert "Gratis · 2 berkas · Loket" in made.html
    assert "Biaya dan berkas tidak ada di buku; telepon dulu" in made.html
    assert [page.address for page in service_pages(catalog_of(), overview=False)] == [
        "layanan/surat-rekaan/",
        "layanan/bantuan-rekaan/",
    ]
    assert service_pages(Catalog(AGENCY, ())) == ()


@pytest.mark.parametrize("which", ["utama", "semua"])
def test_a_list_of_services_leads_to_each(which: str) -> None:
    html = service_list(which, catalog_of()) or ""
    assert html.count("<li>") == (3 if which == "utama" else 2)
    assert 'href="akar:/layanan/surat-rekaan/"' in html
    assert service_list("semuanya", catalog_of()) is None


def test_a_list_of_no_services_says_so() -> None:
    assert "Belum ada layanan yang dicatat." in (service_list("semua", Catalog(AGENCY, ())) or "")


def test_words_about_nothing_are_found() -> None:
    offer = ServiceOffer(
        tasks=(ServiceTask("Surat Rekan", "surat"), ServiceTask("Bantuan Rekaan", "surat-rekaan")),
        wordings=(ServiceWording("GRATIS", ("Gratis",)),),
        wanted=("surat",),
    )
    said = [finding.message.name for finding in unfounded_services(catalog_of(offer))]
    assert said == [
        "services.no-such-service",
        "services.no-such-wording",
        "services.no-such-address",
        "services.address-twice",
    ]


def test_nothing_is_judged_where_a_table_cannot_be_used() -> None:
    offer = ServiceOffer(tasks=(ServiceTask("Surat Rekan", "surat"),))
    whole = catalog_of(offer)
    assert list(unfounded_services(replace(whole, datasets=whole.datasets[1:]))) == []


def test_an_obligation_that_a_service_meets_is_kept() -> None:
    task = ServiceTask("Surat Rekaan", "surat", claims=(Claim("rekaan", "Sebagian."),))
    letter, _ = public_services(catalog_of(ServiceOffer(tasks=(task,))))
    assert letter.claims == (Claim("rekaan", "Sebagian."),)
