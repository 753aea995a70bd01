"""What tells a withheld number besides declared sums: each way in which the engine looks."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from invented import AGENCY, table_of
from profil_terbuka.disclosure.figures import said_numbers
from profil_terbuka.disclosure.protection import protection
from profil_terbuka.model import (
    Catalog,
    Dataset,
    Field,
    Role,
    Suppression,
    Table,
)
from profil_terbuka.read import catalog
from support import BASE, add_material

PLACES = ("Utara", "Selatan", "Timur", "Barat", "Tengah")
COUNTS = (2, 14, 7, 31, 9)
HIV = "Orang dengan HIV"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """A dataset to be filled with other tables."""
    root = tmp_path_factory.mktemp("ikatan") / "repo"
    shutil.copytree(BASE, root)
    add_material(root, "kasus")
    read = catalog.load(root, "contoh").catalog
    assert read
    return read.by_slug["kasus"]


def table(name: str, columns: str, rows: Iterable[tuple], title: str = HIV) -> Table:
    """`columns`: 'kecamatan jumlah=orang': those with a unit are measures."""
    fields = []
    for column in columns.split():
        key, _, unit = column.partition("=")
        role = Role.MEASURE if unit else Role.DIMENSION
        kind = "number" if unit else "year" if key == "tahun" else "string"
        fields.append(Field(key, key, kind, "", role, unit.replace("_", " ") or None))
    keys = tuple(field.name for field in fields if field.role is Role.DIMENSION)
    values = tuple(rows)
    cells = tuple(tuple(map(str, row)) for row in values)
    return table_of(fields, values, name, keys, title=title, cells=cells)


def withheld(plain: Dataset, *tables: Table) -> set[tuple[str, int, str]]:
    """What is withheld where each table is a dataset and `hiv` is sensitive."""
    datasets = tuple(
        replace(
            plain,
            slug=each.name,
            title=each.title,
            file=f"{each.name}.json",
            tables=(each,),
            rules=(),
            editions=(),
            suppressions=tuple(
                Suppression("hiv", field.name)
                for field in each.schema.with_role(Role.MEASURE)
                if field.unit == "orang" and each.name == "hiv"
            ),
        )
        for each in tables
    )
    plan = protection(Catalog(AGENCY, datasets, ()))
    assert plan.exposed == ()
    return {(cell.file, cell.at, cell.measure) for cell in plan.withheld}


def counts(columns: str = "kecamatan jumlah=orang") -> Table:
    return table("hiv", columns, zip(PLACES, COUNTS, strict=True))


def test_a_small_count_alone_is_withheld_alone(plain: Dataset) -> None:
    assert withheld(plain, counts()) == {("hiv.csv", 0, "jumlah")}


def test_a_total_of_the_year_tells_a_table_without_a_year(plain: Dataset) -> None:
    total = table("total", "tahun jumlah=orang", [(2024, 63)])
    assert len(withheld(plain, counts(), total)) == 2


def test_columns_of_other_names_hold_the_same_places(plain: Dataset) -> None:
    by_sex = [
        (place, sex, number)
        for place, count in zip(PLACES, COUNTS, strict=True)
        for sex, number in (("L", count), ("P", 3 * count + 11))
    ]
    sums = [(f"Kec. {place}", 4 * count + 11) for place, count in zip(PLACES, COUNTS, strict=True)]
    found = withheld(
        plain,
        table("hiv", "kecamatan jenis_kelamin jumlah=orang", by_sex),
        table("rekap", "nama_wilayah total=orang", sums),
    )
    assert found == {("hiv.csv", 0, "jumlah"), ("hiv.csv", 1, "jumlah")}


def test_the_same_people_by_other_traits_tell(plain: Dataset) -> None:
    ages = table(
        "hiv", "umur jumlah=orang", [("0-17", 2), ("18-40", 16), ("41-60", 9), ("60+", 13)]
    )
    sexes = table("jk", "jenis_kelamin jumlah=orang", [("Laki-laki", 22), ("Perempuan", 18)])
    assert len(withheld(plain, ages, sexes)) == 2


def test_a_copy_under_another_name_goes_too(plain: Dataset) -> None:
    copy = table("salinan", "nama banyak=orang", zip(PLACES, COUNTS, strict=True), "Rekap")
    assert ("salinan.csv", 0, "banyak") in withheld(plain, counts(), copy)


def test_a_column_is_what_a_row_elsewhere_is_called(plain: Dataset) -> None:
    wide = [(place, n, n + 20, n + 9) for place, n in zip(PLACES, COUNTS, strict=True)]
    kinds = [("HIV", 63), ("TBC", 163), ("Kusta", 108)]
    found = withheld(
        plain,
        table("hiv", "kecamatan hiv=orang tbc=orang kusta=orang", wide, "Penyakit"),
        table("jenis", "jenis jumlah=orang", kinds, "Menurut jenis"),
    )
    assert len({cell for cell in found if cell[2] == "hiv"}) == 2


def test_levels_of_places_in_one_table(plain: Dataset) -> None:
    rows = [
        ("Kota", "Contoh", 63),
        ("Kecamatan", "Utara", 23),
        ("Kelurahan", "Melati", 2),
        ("Kelurahan", "Mawar", 21),
        ("Kecamatan", "Selatan", 40),
        ("Kelurahan", "Anggrek", 15),
        ("Kelurahan", "Dahlia", 25),
    ]
    found = withheld(plain, table("hiv", "tingkat wilayah jumlah=orang", rows))
    assert found == {("hiv.csv", 2, "jumlah"), ("hiv.csv", 3, "jumlah")}


def test_a_last_row_that_adds_up_the_others_needs_no_name(plain: Dataset) -> None:
    rows = [("Triwulan I", 2), ("Triwulan II", 30), ("Triwulan III", 9), ("Setahun", 41)]
    assert len(withheld(plain, table("hiv", "waktu jumlah=orang", rows))) == 2


def test_many_columns_that_add_up(plain: Dataset) -> None:
    rows = [(place, n, 8, 12, 7, 30, 11, n + 68) for place, n in zip(PLACES, COUNTS, strict=True)]
    columns = "kecamatan a=orang b=orang c=orang d=orang e=orang f=orang semua=orang"
    assert len(withheld(plain, table("hiv", columns, rows))) == 2


def test_a_sum_up_to_this_month_tells_the_month(plain: Dataset) -> None:
    rows = [("01", 5, 5), ("02", 2, 7), ("03", 9, 16), ("04", 12, 28), ("05", 30, 58)]
    found = withheld(plain, table("hiv", "bulan jumlah=orang sampai_kini=orang", rows))
    shown = {(at, name) for at in (0, 1) for name in ("jumlah", "sampai_kini")} - {
        cell[1:] for cell in found
    }
    assert (1, "jumlah") not in shown
    assert not {(0, "jumlah"), (1, "sampai_kini")} <= shown
    assert not {(0, "sampai_kini"), (1, "sampai_kini")} <= shown


def test_a_change_since_last_year_tells_last_year(plain: Dataset) -> None:
    rows = [
        row
        for step, (place, n) in enumerate(zip(PLACES, COUNTS, strict=True), start=5)
        for row in ((2023, place, n, None), (2024, place, n + step, step))
    ]
    found = withheld(plain, table("hiv", "tahun kecamatan jumlah=orang kenaikan=orang", rows))
    assert {cell[1:] for cell in found} & {(1, "jumlah"), (1, "kenaikan")}


def test_one_wrong_total_does_not_hide_the_right_ones(plain: Dataset) -> None:
    """A book errs in one district; readers still compute in the others."""
    numbers = [(2, 20), (14, 5), (7, 9), (31, 8), (9, 30), (12, 12)]
    places = (*PLACES, "Hulu")
    rows = [
        (place, kind, number)
        for place, pair in zip(places, numbers, strict=True)
        for kind, number in zip("ab", pair, strict=True)
    ]
    totals = [(place, sum(pair)) for place, pair in zip(places, numbers, strict=True)]
    totals[-1] = ("Hulu", 25)
    found = withheld(
        plain,
        table("hiv", "kecamatan jenis jumlah=orang", rows),
        table("total", "kecamatan jumlah=orang", totals),
    )
    assert found == {("hiv.csv", 0, "jumlah"), ("hiv.csv", 1, "jumlah")}


def percent(count: int, whole: int) -> Decimal:
    return round(Decimal(count) * 100 / whole, 1)


def test_a_share_elsewhere_goes_with_its_count_and_tells_the_sum(plain: Dataset) -> None:
    shares = [(place, percent(n, 63)) for place, n in zip(PLACES, COUNTS, strict=True)]
    found = withheld(plain, counts(), table("bagian", "kecamatan bagian=persen", shares, "Bagian"))
    assert found == {
        (file, at, name)
        for file, name in (("hiv.csv", "jumlah"), ("bagian.csv", "bagian"))
        for at in (0, 2)
    }


def test_shares_beside_the_counts_tell_their_sum(plain: Dataset) -> None:
    rows = [(place, n, percent(n, 63)) for place, n in zip(PLACES, COUNTS, strict=True)]
    found = withheld(plain, table("hiv", "kecamatan jumlah=orang bagian=persen", rows))
    assert {at for _, at, name in found if name == "jumlah"} == {0, 2}


def test_a_rate_goes_with_its_count(plain: Dataset) -> None:
    residents = (1000, 20000, 14000, 15000, 9000)
    rates = [
        (place, round(Decimal(n) * 1000 / people, 2))
        for place, n, people in zip(PLACES, COUNTS, residents, strict=True)
    ]
    found = withheld(
        plain,
        counts(),
        table("penduduk", "nama_kecamatan jumlah=jiwa", zip(PLACES, residents, strict=True)),
        table("laju", "kecamatan laju=per_1000_jiwa", rates, "Laju"),
    )
    assert found == {("hiv.csv", 0, "jumlah"), ("laju.csv", 0, "laju")}


def test_money_for_each_person_goes_with_the_count(plain: Dataset) -> None:
    rows = [
        (place, n, n * (600_000 + 1000 * at))
        for at, (place, n) in enumerate(zip(PLACES, COUNTS, strict=True))
    ]
    found = withheld(plain, table("hiv", "kecamatan jumlah=orang bantuan=rupiah", rows))
    assert found == {("hiv.csv", 0, "jumlah"), ("hiv.csv", 0, "bantuan")}


def test_other_money_stays(plain: Dataset) -> None:
    money = (900_000, 250_000, 4_000_000, 120_000, 77_000)
    rows = list(zip(PLACES, COUNTS, money, strict=True))
    found = withheld(plain, table("hiv", "kecamatan jumlah=orang bantuan=rupiah", rows))
    assert found == {("hiv.csv", 0, "jumlah")}


def test_unrelated_tables_ask_for_nothing(plain: Dataset) -> None:
    other = [(place, number) for place, number in zip(PLACES, (40, 3, 88, 5, 61), strict=True)]
    assert len(withheld(plain, counts(), table("lks", "kecamatan jumlah=unit", other, "LKS"))) == 1


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("seluruhnya enam belas orang", [16]),
        ("lima puluh satu anak", [51]),
        ("seratus dua puluh tiga KK", [123]),
        ("dua ribu seratus sebelas jiwa", [2111]),
        ("seribu lima ratus", [1500]),
        ("1.245 orang, 12,5 persen", [1245]),
        ("kesatuan, ketiga, berlima", []),
    ],
)
def test_numbers_in_words(sentence: str, values: list[int]) -> None:
    assert [figure.value for figure in said_numbers(sentence)] == values
