"""The wording of findings stands in one place: tests/wording/, a file for each catalogue of words.

Each message that any case's findings say is told once, by name, with the values of the first case
that says it; the clauses within messages are told by themselves. Whoever changes a sentence changes
its line in the catalogue and its line here, and no case.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from expectation import findings_in, messages_of, written
from golden import CASES, compare
from profil_terbuka.check import EVERY_CODE
from profil_terbuka.model.findings import Finding, Place
from profil_terbuka.model.messages import NOTHING, Message, message
from profil_terbuka.words.catalogues import text
from support import ROOT, names

WORDING = ROOT / "tests" / "wording"


def first_told() -> dict[str, Message]:
    """Every message of the cases by its name, with the first values it is told with."""
    found: dict[str, Message] = {}
    for path in sorted(CASES.glob("*/*/harapan.yml")):
        for finding in findings_in(path.read_text("utf-8")):
            for told in messages_of(finding):
                found.setdefault(told.name, told)
    return found


EXAMPLES = first_told()
AREAS = sorted({name.partition(".")[0] for name in EXAMPLES})


@pytest.mark.parametrize("area", AREAS)
def test_the_words_of_findings_have_been_read(area: str) -> None:
    told = (
        f"{name}\n{_indented(text(EXAMPLES[name]))}"
        for name in sorted(EXAMPLES)
        if name.startswith(f"{area}.")
    )
    compare("\n".join(told) + "\n", WORDING / f"{area}.txt")


def test_no_wording_is_left_over() -> None:
    assert {name for name in names(WORDING) if not name.endswith("-changed.txt")} == {
        f"{area}.txt" for area in AREAS
    }


def _indented(sentence: str) -> str:
    return "\n".join(f"    {line}" for line in sentence.splitlines())


def test_what_a_case_holds_is_read_as_it_was_written() -> None:
    clause = message("check.x", year="2024", share="1e3", yes="yes", nothing=NOTHING)
    place = Place("a.csv", 2, "jumlah: [x]")
    told = message(
        "check.y", of=(clause, "b", 3), at=place, file="a: {b}\n!c #d", share=Decimal("-0.14")
    )
    found = Finding(EVERY_CODE[0], place, told, clause, (Place("b.csv"), place))
    assert findings_in(written([found])) == (found,)
