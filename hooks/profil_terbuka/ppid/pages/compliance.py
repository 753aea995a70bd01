"""ppid/kepatuhan/: every obligation with its state, what is missing first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ...model.products import Page
from ...web.fragments import front_matter, mark
from ..desk.openness import Openness
from ..desk.standings import Standing
from ..law.obligations import CATEGORIES, Obligation
from ..law.states import State
from ..law.words import MEANING, STATE
from .templates import render

TITLE = "Kewajiban informasi publik"
FACETS = '<div data-saring="[&quot;Golongan&quot;, &quot;Biasanya dipegang&quot;]" '
COLUMNS = (State.MISSING, State.LATE, State.PARTIAL, State.MET)


@dataclass(frozen=True, slots=True)
class Parent:
    """A rule of a statute, and how many of the items below it are settled."""

    obligation: Obligation
    settled: int
    below: int


def compliance_page(openness: Openness) -> Page:
    """A summary by group, all obligations by state, and the statute's own rules."""
    description = f"Apa yang wajib diumumkan {openness.agency.name}, apa yang sudah ada, apa belum."
    fragments = {
        "ppid/kepatuhan": render(
            "keterbukaan-kepatuhan",
            openness=openness,
            kolom=COLUMNS,
            kata_keadaan=STATE,
            golongan=_by_category(openness),
        ),
        "ppid/kepatuhan/induk": render("keterbukaan-induk", induk=_parents(openness)),
    }
    parts = [front_matter(TITLE, description), f"# {TITLE}", mark("ppid/kepatuhan")]
    parts.append(f'{FACETS}data-isian="3" markdown>')
    for state in State:
        if found := openness.having(state):
            key = f"ppid/kepatuhan/{state}"
            fragments[key] = render(
                "keterbukaan-butir",
                butir=found,
                arti=MEANING[state],
                kata_keadaan=STATE,
                golongan=CATEGORIES,
                pemegang=_holders,
            )
            parts += [
                "<div data-kelompok markdown>",
                f"## {STATE[state]} {{: #{state} }}",
                mark(key),
                "</div>",
            ]
    parts += ["</div>", "## Menurut undang-undang", mark("ppid/kepatuhan/induk")]
    return Page("ppid/kepatuhan/index.md", "\n\n".join(parts) + "\n", fragments)


def _by_category(openness: Openness) -> list[tuple[str, list[int], int]]:
    """Title of a group, how many obligations are in each of the COLUMNS, how many elsewhere."""
    found: list[tuple[str, list[int], int]] = []
    for name, title in CATEGORIES.items():
        states = Counter(
            item.state for item in openness.standings if item.obligation.category == name
        )
        if states:
            shown = [states[state] for state in COLUMNS]
            found.append((title, shown, states.total() - sum(shown)))
    return found


def _parents(openness: Openness) -> list[Parent]:
    """What stands above the leaves is never judged itself."""
    found = []
    for name, item in openness.law.all.items():
        below = openness.law.below(name)
        if below:
            states = [openness.judged[leaf.name].state for leaf in below]
            found.append(Parent(item, sum(state.settled for state in states), len(below)))
    return found


def _holders(item: Standing) -> list[str]:
    """Those who usually hold it, one by one: values to filter by."""
    return [name.strip() for name in item.obligation.holder.split(";") if name.strip()]
