"""What adds up and what does not: every word that tells, whatever stands around it.

The words stand here as an official would list them. A word that the engine forgets, a boundary that
moves or an order that turns is noticed.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invented import dataset_of, table_of
from profil_terbuka.model import Additivity, Field, Role, usual_additivity
from profil_terbuka.model.aggregation import additivity, obstacle
from support import examples

ADDITIVE, SEMI, NON = Additivity.ADDITIVE, Additivity.SEMI_ADDITIVE, Additivity.NON_ADDITIVE


def words(text: str) -> list[str]:
    return text.split()


RATIO_UNITS = words("""
    % ‰ °C jiwa/km2 persen persentase prosentase permil poin indeks index rasio ratio skor score
    peringkat rank ranking derajat koefisien desimal rata-rata rerata median nilai skala tahun bulan
    minggu hari jam menit detik mm knot mdpl persentil
""")
PER = words("""
    1 100 1000 orang jiwa siswa murid guru dokter kk kpm keluarga unit hektar hektare ha km km2
    bulan hari tahun penerima
""")
MEANS = [
    *words("persen persentase prosentase persentil rata rerata average mean median kapita"),
    *(f"per {what}" for what in (*PER, "rumah tangga")),
]
RATES = words("harapan kematian kelahiran kesakitan partisipasi melek putus beban")
RATIOS = [
    *words("""
        indeks index rasio ratio modus proporsi prevalensi kepadatan peringkat ranking skor gini ipm
        koefisien ihk inflasi pertumbuhan harga tarif gaji honor honorarium njop kecepatan ump umk
        umr ketinggian suhu kelembapan kelembaban elevasi
    """),
    *("biaya satuan", "curah hujan", "upah minimum", "garis kemiskinan"),
    *(f"angka {what}" for what in RATES),
]
BEGINNINGS = words("tingkat laju derajat usia umur")
FLOW_UNITS = words("""
    rupiah rp idr usd dolar kejadian kali kunjungan permohonan permintaan pengaduan aduan laporan
    transaksi panggilan ton kg kilogram kuintal kwintal liter kwh
""")
STOCKS = [
    *words("""
        kumulatif tabungan kredit pinjaman outstanding stok saldo persediaan posisi cadangan aset
        aktiva utang hutang piutang kas simpanan modal ekuitas kapasitas sisa s.d. s/d
    """),
    *("sampai dengan", "daftar tunggu", "daya tampung"),
]
COUNTS = ["jumlah", "banyak", "banyaknya", "total", "volume"]
PLAIN = st.sampled_from(["", "dinas", "kota", "warga", "layanan", "kelurahan"])
"""Words that tell nothing."""


def headed(before: str, word: str, after: str) -> str:
    return " ".join(filter(None, (before, word, after)))


def as_written(text: str, way: int) -> str:
    """The same heading as a title, in capitals, or as the name of a column."""
    return (text, text.title(), text.upper(), text.replace(" ", "_"))[way]


@pytest.mark.parametrize("unit", [*RATIO_UNITS, "orang per km2"])
@settings(max_examples=examples(20))
@given(name=PLAIN, capital=st.booleans())
def test_values_of_a_ratio_add_up_to_nothing(unit: str, name: str, capital: bool) -> None:
    assert usual_additivity(unit.upper() if capital else unit, f"jumlah {name}") is NON


@pytest.mark.parametrize("word", MEANS)
@settings(max_examples=examples(20))
@given(before=st.sampled_from(COUNTS) | PLAIN, after=PLAIN, way=st.integers(0, 3))
def test_a_mean_adds_up_to_nothing_even_of_what_is_counted(
    word: str, before: str, after: str, way: int
) -> None:
    assert usual_additivity("rupiah", as_written(headed(before, word, after), way)) is NON


@pytest.mark.parametrize("word", RATIOS)
@settings(max_examples=examples(20))
@given(before=PLAIN, after=PLAIN, count=st.sampled_from(COUNTS), way=st.integers(0, 3))
def test_a_ratio_adds_up_to_nothing_unless_things_are_counted(
    word: str, before: str, after: str, count: str, way: int
) -> None:
    said = headed(before, word, after)
    assert usual_additivity("rupiah", as_written(said, way)) is NON
    assert usual_additivity("orang", as_written(said, way)) is NON
    assert usual_additivity("orang", as_written(f"{count} {said}", way)) is SEMI
    assert usual_additivity("orang", as_written(f"{said} {count}", way)) is NON


@pytest.mark.parametrize("word", BEGINNINGS)
def test_some_words_tell_at_the_beginning_only(word: str) -> None:
    assert usual_additivity("orang", f"{word} warga") is NON
    assert usual_additivity("orang", f"warga menurut {word}") is SEMI


@pytest.mark.parametrize("unit", FLOW_UNITS)
@settings(max_examples=examples(20))
@given(name=PLAIN, capital=st.booleans(), stock=st.sampled_from(STOCKS), way=st.integers(0, 3))
def test_what_happens_adds_up_and_what_is_there_not_over_time(
    unit: str, name: str, capital: bool, stock: str, way: int
) -> None:
    given_unit = unit.upper() if capital else unit
    assert usual_additivity(given_unit, as_written(f"realisasi {name}".strip(), way)) is ADDITIVE
    assert usual_additivity(given_unit, as_written(headed(name, stock, "akhir"), way)) is SEMI


@pytest.mark.parametrize("stock", STOCKS)
def test_every_word_of_a_stock_is_known(stock: str) -> None:
    assert usual_additivity("rupiah", f"{stock} dinas") is SEMI


@pytest.mark.parametrize("word", [*RATIOS, *(w for w in MEANS if " " not in w), *STOCKS])
def test_part_of_a_longer_word_tells_nothing(word: str) -> None:
    hidden = f"x{word.replace(' ', '').replace('.', '').replace('/', '')}x"
    assert usual_additivity("rupiah", hidden) is ADDITIVE


@pytest.mark.parametrize("unit", [unit for unit in (*RATIO_UNITS, *FLOW_UNITS) if unit.isalpha()])
def test_part_of_a_longer_unit_tells_nothing(unit: str) -> None:
    for longer in (f"x{unit}", f"{unit}x"):
        assert usual_additivity(longer, "realisasi") is SEMI


@pytest.mark.parametrize("unit", ["orang", "unit", "keluarga", "", "ekor"])
def test_what_cannot_be_told_is_a_stock(unit: str) -> None:
    assert usual_additivity(unit, "apa saja") is SEMI


# What a descriptor declares, and rows of several units


UNITS = {ADDITIVE: "rupiah", SEMI: "orang", NON: "persen"}
KINDS = st.sampled_from(list(Additivity))
NAME = Field("nama", "Nama", "string", "N.", Role.DIMENSION)
YEAR = Field("tahun", "Tahun", "year", "T.", Role.DIMENSION)
UNIT = Field("satuan", "Satuan", "string", "S.", Role.UNIT)


def measure(declared: Additivity | None, unit: str | None) -> Field:
    return Field("angka", "Angka", "number", "A.", Role.MEASURE, unit, additivity=declared)


@given(declared=st.none() | KINDS, usual=KINDS)
def test_what_is_declared_counts_but_shares_never_add_up_over_time(
    declared: Additivity | None, usual: Additivity
) -> None:
    table = table_of([NAME, measure(declared, UNITS[usual])], [("A", 1)])
    expected = declared or usual
    if (declared, usual) == (ADDITIVE, NON):
        expected = SEMI
    assert additivity(table, "angka", table.rows) is expected


@given(st.lists(KINDS, min_size=1, max_size=4))
def test_of_several_units_the_most_careful_counts(kinds: list[Additivity]) -> None:
    rows = [(f"N{n}", n, UNITS[kind]) for n, kind in enumerate(kinds)]
    table = table_of([NAME, measure(None, None), UNIT], rows)
    order = (NON, SEMI, ADDITIVE)
    assert additivity(table, "angka", table.rows) is min(kinds, key=order.index)


@given(name=KINDS, title=KINDS)
def test_the_name_of_a_column_or_its_title_may_tell(name: Additivity, title: Additivity) -> None:
    words = {ADDITIVE: "realisasi", SEMI: "saldo", NON: "harga"}
    field = Field(words[name], words[title], "number", "A.", Role.MEASURE, "rupiah")
    table = table_of([NAME, field], [("A", 1)])
    order = (NON, SEMI, ADDITIVE)
    assert additivity(table, field.name, table.rows) is min((name, title), key=order.index)


@given(kind=KINDS, years=st.integers(1, 3), names=st.integers(1, 3), by=st.integers(0, 3))
def test_a_sum_is_stopped_exactly_where_the_kind_forbids_it(
    kind: Additivity, years: int, names: int, by: int
) -> None:
    columns = [(), ("tahun",), ("nama",), ("tahun", "nama")][by]
    rows = [
        (2020 + y, f"Hal {chr(65 + n)}", 10 + y + n) for y in range(years) for n in range(names)
    ]
    table = dataset_of([YEAR, NAME, measure(kind, "laporan")], rows).main
    over_time = "tahun" not in columns and years > 1
    across = "nama" not in columns and names > 1
    forbidden = (kind is NON and (over_time or across)) or (kind is SEMI and over_time)
    found = obstacle(table, "angka", table.rows, columns)
    assert (found is not None) == forbidden
    if found:
        assert found.by_kind
        assert found.column == ("tahun" if over_time else "nama")
        assert found.choice == (str(2019 + years) if over_time else f"Hal {chr(64 + names)}")
