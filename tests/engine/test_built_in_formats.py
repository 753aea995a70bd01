"""Our list of Excel's own number formats is that of a library that has it as well."""

from __future__ import annotations

import pytest
from openpyxl.styles.numbers import BUILTIN_FORMATS

from profil_terbuka.importer.formats.built_in_formats import built_in_format
from profil_terbuka.importer.formats.excel_values import GENERAL, number_format


@pytest.mark.parametrize(("number", "code"), BUILTIN_FORMATS.items())
def test_a_format_that_is_not_written_out_is_known(number: int, code: str) -> None:
    assert built_in_format(number) == number_format(code)


def test_what_nobody_knows_is_a_plain_number() -> None:
    assert built_in_format(max(BUILTIN_FORMATS) + 100) == GENERAL
