"""What appears when: what is late, what comes, what has no day."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from calendars import read_calendar
from profil_terbuka.model import Catalog, Dataset
from profil_terbuka.model.invented import invented_catalog, invented_dataset, invented_table
from profil_terbuka.reporting.releases import (
    Release,
    ReleaseState,
    releases,
    releases_calendar,
    releases_csv,
)
from profil_terbuka.web.releases_page import releases_page

DAY = datetime.date(2026, 11, 30)


def issued(name: str, created: str, frequency: str = "tahunan", **more: Any) -> Dataset:
    table = invented_table("tahun, jumlah (orang)", (2024, 7), name=name, title=name.title())
    return invented_dataset(table, created=f"{created}T00:00:00Z", frequency=frequency, **more)


def known() -> Catalog:
    return invented_catalog(
        issued("akan", "2026-11-22"),
        issued("hari-ini", "2025-11-30"),
        issued("terlambat", "2025-11-29"),
        issued("lama", "2020-02-29"),
        issued("sekali", "2020-01-01", "sekali"),
        issued("sewaktu", "2020-01-01", "sewaktu-waktu"),
        issued("register", "2020-01-01", updated="2026-11-30"),
    )


def by_name() -> dict[str, Release]:
    return {item.dataset.slug: item for item in releases(known(), DAY)}


@pytest.mark.parametrize(
    ("name", "state", "days"),
    [
        ("akan", ReleaseState.COMING, 357),
        ("hari-ini", ReleaseState.COMING, 0),
        ("terlambat", ReleaseState.LATE, 1),
        ("lama", ReleaseState.LATE, 2100),
        ("sekali", ReleaseState.ONCE, 0),
        ("sewaktu", ReleaseState.UNTOLD, 0),
        ("register", ReleaseState.KEPT, 0),
    ],
)
def test_each_dataset_stands_to_its_own_rhythm(name: str, state: ReleaseState, days: int) -> None:
    found = by_name()[name]
    assert (found.state, found.days) == (state, days)


def test_what_is_late_comes_first_the_longest_before_the_others() -> None:
    assert [*by_name()][:4] == ["lama", "terlambat", "hari-ini", "akan"]


def test_the_calendar_holds_what_has_a_day_and_puts_what_is_late_on_today() -> None:
    catalog = known()
    calendar = read_calendar(releases_calendar(catalog.agency, releases(catalog, DAY), DAY))
    told = {event["SUMMARY"]: event.day for event in calendar.within}
    assert told == {
        "Terlambat: Lama": DAY,
        "Terlambat: Terlambat": DAY,
        "Edisi baru: Hari-Ini": DAY,
        "Edisi baru: Akan": datetime.date(2027, 11, 22),
    }


def test_the_table_leaves_open_what_nobody_knows() -> None:
    lines = releases_csv(releases(known(), DAY)).decode().splitlines()
    assert lines[0] == "dataset,judul,frekuensi,edisi,terbit,berikutnya,keadaan"
    assert "sekali,Sekali,sekali,1.0.0,2020-01-01,,sekali" in lines
    assert "register,Register,tahunan,1.0.0,2026-11-30,,register" in lines


def test_the_page_says_late_in_words() -> None:
    catalog = known()
    html = releases_page(catalog.agency, releases(catalog, DAY), DAY).html
    assert "2 kumpulan data terlambat terbit" in html
    assert "<b>terlambat 1 hari</b>" in html
    assert "diharapkan hari ini" in html


def test_a_page_where_nothing_is_late_says_that() -> None:
    catalog = invented_catalog(issued("akan", "2026-11-22"))
    html = releases_page(catalog.agency, releases(catalog, DAY), DAY).html
    assert "tidak ada kumpulan data yang terlambat" in html
    assert "<b>terlambat" not in html
