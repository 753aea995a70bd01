"""The number formats that every Excel knows and no workbook writes out (ECMA-376 part 1, 18.8.30).

A library has them too; loading it costs as much time as reading a sheet.
"""

from __future__ import annotations

from collections.abc import Mapping

from .excel_values import GENERAL, NumberFormat, number_format

_CODES: Mapping[int, str] = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}
_LOCAL_DAYS = {*range(27, 32), *range(34, 37), *range(50, 59)}
"""Formats that are days in the East Asian languages, and nowhere anything else."""


def built_in_format(number: int) -> NumberFormat:
    """A format that every Excel knows, by its number.

    >>> built_in_format(10).mark, built_in_format(14).shows.value, built_in_format(9999) == GENERAL
    ('%', 'day', True)
    """
    if number in _LOCAL_DAYS:
        return number_format("yyyy-mm-dd")
    code = _CODES.get(number)
    return number_format(code) if code else GENERAL
