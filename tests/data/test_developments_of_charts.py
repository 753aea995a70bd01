"""What the page of changes tells is what the charts tell: two ways to the same numbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from profil_terbuka import charts
from profil_terbuka.charts.frame import frame
from profil_terbuka.charts.levels import newest
from profil_terbuka.model import Dataset, PeriodKind
from profil_terbuka.model.products import ChartData
from profil_terbuka.read import catalog
from profil_terbuka.reporting.developments import table_developments
from support import ROOT

AGENCIES = sorted(path.parent.name for path in ROOT.glob("datasets/*/instansi.yml"))


@cache
def drawn(agency: str) -> tuple[tuple[Dataset, ChartData], ...]:
    """Charts over whole years of which every point is a single number of a table."""
    return tuple(_drawn(agency))


def _drawn(agency: str) -> Iterator[tuple[Dataset, ChartData]]:
    found = catalog.load(ROOT, agency).catalog or pytest.fail(agency)
    for dataset in found.datasets:
        for view in dataset.views:
            data = charts.prepare_chart(view, dataset, (*found.reference, *found.datasets))
            if isinstance(data, ChartData) and (data.axis_periods or data.series_periods):
                single = all(len(rows) == 1 for rows in frame(view, dataset).groups.values())
                yearly = (data.axis_periods or data.series_periods)[0].kind is PeriodKind.YEAR
                if single and yearly and data.series != ("",):
                    yield dataset, data


@pytest.mark.parametrize("agency", AGENCIES)
def test_each_change_that_a_chart_may_tell_is_among_those_of_its_table(agency: str) -> None:
    told = 0
    for dataset, data in drawn(agency):
        table = dataset.table(data.view.table)
        pairs = _pairs(dataset, data)
        levels = newest(data)
        whole = max(table.years(), default=None) == int(levels.when or 0)
        for name in levels.sure.keys() & levels.earlier.keys() if whole else ():
            assert (levels.earlier[name], levels.sure[name]) in pairs, (table.name, name)
            told += 1
    assert told > 3


def _pairs(dataset: Dataset, data: ChartData) -> set[tuple[float, float]]:
    table = dataset.table(data.view.table)
    found = table_developments(dataset, table, table.schema[data.view.measure])
    return {(item.old, item.new) for item in found.developments}


@pytest.mark.parametrize("agency", AGENCIES)
def test_what_a_chart_does_not_compare_is_not_compared(agency: str) -> None:
    for dataset, data in drawn(agency):
        if not data.comparable:
            assert _pairs(dataset, data) == set(), data.view.name
