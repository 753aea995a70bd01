"""Whatever colour an agency has, its pages and charts can be read, by day and by night."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profil_terbuka.model.colours import READABLE, contrast
from profil_terbuka.model.palette import NIGHT, PAPER, palette

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
MARK = 3.0
"""The least contrast of a shape with its ground (success criterion 1.4.11)."""


@given(COLOURS)
def test_links_and_buttons_are_readable(colour: str) -> None:
    for scheme, ground in ((palette(colour).light, PAPER), (palette(colour).dark, NIGHT)):
        assert contrast(scheme.accent, ground) >= READABLE
        assert contrast(scheme.accent, scheme.wash) >= READABLE
        assert contrast(scheme.on_accent, scheme.accent) >= READABLE


@given(COLOURS)
def test_white_is_readable_on_the_front_pages_head(colour: str) -> None:
    assert contrast(palette(colour).light.strong, PAPER) >= READABLE
    assert contrast(palette(colour).dark.strong, PAPER) >= READABLE


@given(COLOURS)
def test_letters_are_readable_on_every_class_of_a_map(colour: str) -> None:
    for scheme in (palette(colour).light, palette(colour).dark):
        for shade, ink in zip(scheme.ramp, scheme.letters, strict=True):
            assert contrast(shade, ink) >= READABLE


@given(COLOURS)
def test_a_map_goes_from_few_to_many_in_one_direction(colour: str) -> None:
    light, dark = palette(colour).light.ramp, palette(colour).dark.ramp
    assert sorted(light, key=lambda shade: contrast(shade, PAPER)) == list(light)
    assert sorted(dark, key=lambda shade: contrast(shade, NIGHT)) == list(dark)


@given(COLOURS)
def test_every_series_and_year_is_seen(colour: str) -> None:
    for scheme, ground in ((palette(colour).light, PAPER), (palette(colour).dark, NIGHT)):
        for shade in (*scheme.series, *scheme.years):
            assert contrast(shade, ground) >= MARK


@given(COLOURS)
def test_no_two_series_have_the_same_colour(colour: str) -> None:
    for scheme in (palette(colour).light, palette(colour).dark):
        assert len(set(scheme.series)) == len(scheme.series) == 8


@pytest.mark.parametrize("colour", ["#0b5c8a", "#1b6b46"])
def test_a_colour_that_can_be_read_stays_as_it_is(colour: str) -> None:
    assert palette(colour).light.accent == colour


def test_the_second_series_is_no_neighbour_of_the_agencys_own() -> None:
    assert palette("#c2571a").light.series[1] != "#c2571a"
    assert palette("#c8102e").light.series[1] not in ("#c2571a", "#b3261e")
