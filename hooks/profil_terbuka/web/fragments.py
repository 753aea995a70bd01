"""HTML written by templates, and the marks in a page where it goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ..system.compiled_templates import CompiledTemplates
from ..words import amounts, dates, labels, numbers
from ..words.catalogues import text
from ..words.sentences import first_sentence
from ..words.templates import speak
from . import policy

ROOT = "akar:"
"""Begins an address below the agency's root in a fragment; `insert` makes it relative."""

_MARK = re.compile(r'<div data-sisip="([^"]*)"></div>')


def _environment(*folders: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folders),
        bytecode_cache=CompiledTemplates(__name__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    speak(environment)
    environment.filters["bilangan"] = numbers.number
    environment.filters["besaran"] = amounts.amount_and_unit
    environment.filters["ukuran"] = numbers.size
    environment.filters["tanggal"] = dates.date
    environment.filters["kutipan"] = _quoted
    environment.filters["kalimat"] = text
    environment.filters["kalimat_pertama"] = first_sentence
    environment.globals["akar"] = ROOT
    environment.globals["kata"] = {
        name: getattr(module, name) for module, names in _SAID.items() for name in names
    }
    return environment


_SAID = {
    dates: ("date", "years"),
    labels: ("CHANGE", "FREQUENCY", "NOTE_STATUS", "TYPE"),
    numbers: ("enumeration",),
}
"""Words that templates say as `kata.years(...)`."""


def _quoted(text: str) -> Markup:
    """Escaped text with what stands between backticks as code."""
    return Markup(re.sub("`([^`]*)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704


def renderer(*folders: Path) -> Callable[..., str]:
    """How a room writes its templates: `render("permohonan", agency=...)` is HTML.

    Every value is escaped. Of templates alike by name that in the first folder counts.
    """
    environment = _environment(*folders)

    def write(template: str, **values: object) -> str:
        return _terse(literal(environment.get_template(f"{template}.html").render(values)))

    return write


render = renderer(Path(__file__).parent / "templates")
"""One template of web/templates/ as HTML."""


def _terse(html: str) -> str:
    """Without indentation and empty lines, except in what is set as it stands.

    Readers pay for every byte, and templates are indented for those who write them.
    """
    head, *others = html.split("<pre")
    parts = [_flush(head)]
    for other in others:
        code, _, rest = other.partition("</pre>")
        parts.append(f"<pre{code}</pre>{_flush(rest)}")
    return "".join(parts)


def _flush(html: str) -> str:
    return "\n".join(filter(None, (line.strip(" ") for line in html.split("\n"))))


def literal(html: str) -> str:
    """Double braces in data as character references: in a page they would mean a reference."""
    return html.replace("{{", "&#123;&#123;")


def head(rules: policy.Policy) -> Markup:
    """What a document says in its head about itself."""
    return Markup(policy.policy_head(rules))  # noqa: S704  fixed words


_ALIGNED = re.compile(r'<(t[hd]) style="text-align: (left|center|right);">')
_ALIGNMENTS = {"left": "", "center": ' class="rata-tengah"', "right": ' class="rata-kanan"'}


def aligned(html: str) -> str:
    """What Markdown made of `:--:` in tables as classes: no page may set a style of its own."""
    return _ALIGNED.sub(lambda found: f"<{found[1]}{_ALIGNMENTS[found[2]]}>", html)


def safe(html: str) -> Markup:
    """HTML of another template, to be placed as it is."""
    return Markup(html)  # noqa: S704  its values were escaped when it was written


def mark(key: str) -> str:
    """The mark that `insert` replaces by the fragment `key`; a block of its own in Markdown."""
    return f'<div data-sisip="{escape(key)}"></div>'


def table_key(slug: str, table: str) -> str:
    """The name by which pages ask for a table of a dataset."""
    return f"{slug}/tabel/{table}"


def insert(html: str, to_root: str, *fragments: Mapping[str, str]) -> str:
    """The page with each mark replaced; `to_root` leads from the page to the root ('../..').

    Of `fragments` the first that knows a mark counts. Only attributes can begin with `="akar:`: in
    text Jinja has escaped the quotation mark.
    """

    def placed_at(mark: re.Match[str]) -> str:
        name = unescape(mark[1])
        return next((known[name] for known in fragments if name in known), mark[0])

    placed = _MARK.sub(placed_at, html)
    return placed.replace(f'="{ROOT}', f'="{to_root}')


def leftovers(html: str) -> list[str]:
    """Marks that nothing replaced, and addresses that were not made relative."""
    return [*_MARK.findall(html), *re.findall(f'="{ROOT}[^"]*', html)]
