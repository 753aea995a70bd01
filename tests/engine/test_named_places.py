"""Which cells, columns, rows and sheet a sentence is about."""

from __future__ import annotations

import pytest

from profil_terbuka.importer.annotating.places import NamedPlaces, areas_of, named_places
from profil_terbuka.model.messages import Message, message

BROKEN = message("importer.formula-broken", place="E2")
LISTED = message("importer.cells", cells=("C4",))
SHEET = message("importer.in-sheet", name="Isian")


@pytest.mark.parametrize(
    ("said", "areas"),
    [
        (message("importer.formula-broken", place="B3", title="A1", cell="C4"), ["B3"]),
        (message("importer.written-in-two-ways", place="B3", other_place="B9"), ["B3", "B9"]),
        (message("importer.merged-figure", first="C5", last="D7", cell="12"), ["C5:D7"]),
        (message("importer.form-headings-changed", place="B1", last="F1"), ["B1:F1"]),
        (message("importer.step-headings-joined", first="4", last="5"), []),
        (message("importer.choice-table", area="A3:F20", titles=("Desa",)), ["A3:F20"]),
        (message("importer.ask-whose-name", title="Nama", column="C"), ["C"]),
        (message("importer.step-absent", cells=("B3", "-"), places=LISTED), ["C4"]),
        (message("importer.formulas-broken", faults=(BROKEN,)), ["E2"]),
        (message("importer.cell-in-sheet", cell="B3", sheet="Isian"), ["B3"]),
    ],
)
def test_places_are_taken_from_the_values_of_a_message(said: Message, areas: list[str]) -> None:
    assert [area.name for area in areas_of(said)] == areas


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        (message("importer.fault-in-row", row="7"), (7,)),
        (message("importer.twin-rows", one="4", other="9"), (4, 9)),
        (message("importer.twin-rows", one="B4", other="B9"), ()),
    ],
)
def test_rows_are_told_apart_from_cells(said: Message, rows: tuple[int, ...]) -> None:
    assert named_places(said).rows == rows


def test_the_sheet_is_found_in_a_clause() -> None:
    found = named_places(message("importer.cell-misfits", sheet=SHEET, place="D3"))
    assert (found.sheet, found.cells) == ("Isian", ("D3",))


def test_of_an_area_the_corners_are_marked_and_of_a_column_no_cell() -> None:
    (area,) = areas_of(message("importer.merged-figure", first="C5", last="D7"))
    (column,) = areas_of(message("importer.ask-whose-name", column="C"))
    assert NamedPlaces((area, column)).cells == ("C5", "D7")
