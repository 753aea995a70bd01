"""The sentences of templates: each stands in its template, in the first language, where it is said.

So a template reads as the page does. Another language has them in its `templates.po`, by gettext:
the sentence is the name. `{% trans %}` holds HTML and says whole sentences, their markup included;
`{{ _("...") }}` is text, and what means something in HTML is escaped in it. Values have names;
numbers among them are written as the language writes them, a year is handed on as `str`. A sentence
that differs by number counts by its value `n`. Where one sentence means two things, the rarer says
which: `{{ pgettext("how often", "Terbit") }}`.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from jinja2 import Environment, nodes, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from .catalogues import COUNT, catalogue, form
from .language import DEFAULT, language
from .numbers import number

AREA = "templates"
_HTML, _IN_CONTEXT, _TEXT = "gettext", "pgettext", "_"
"""The functions in templates; `{% trans %}` becomes a call of the first, or of the second."""


def speak(environment: Environment) -> None:
    """Give an environment's templates their words: `{% trans %}`, `_`, and `bahasa()`, the code of
    the language. Which is asked whenever a template is written, never before."""
    environment.policies["ext.i18n.trimmed"] = True
    environment.add_extension("jinja2.ext.i18n")
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # of the extension
    environment.globals.update(
        {_HTML: _html, _IN_CONTEXT: _html_in_context, _TEXT: _text, "bahasa": language}
    )


@pass_context
def _html(context: Context, sentence: str, /, **values: Any) -> str:
    return _filled(_as_html(context, _spoken(sentence, values)), values)


@pass_context
def _html_in_context(context: Context, meaning: str, sentence: str, /, **values: Any) -> str:
    return _filled(_as_html(context, _spoken(sentence, values, meaning)), values)


@pass_context
def _text(context: Context, sentence: str, /, **values: Any) -> str:
    spoken = _spoken(sentence, values)
    # Where templates escape, they will; where they do not, values came escaped.
    return _filled(spoken if context.eval_ctx.autoescape else str(escape(spoken)), values)


def _as_html(context: Context, spoken: str) -> str:
    return Markup(spoken) if context.eval_ctx.autoescape else spoken  # noqa: S704  our own words


def _filled(spoken: str, values: Mapping[str, Any]) -> str:
    return spoken % {name: _written(value) for name, value in values.items()}


def _written(value: Any) -> Any:
    counted = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return number(value) if counted else value


def _spoken(sentence: str, values: Mapping[str, Any], meaning: str | None = None) -> str:
    """The sentence in the language that is spoken; KeyError where it lacks it."""
    code = language()
    if code == DEFAULT:
        return sentence
    spoken = catalogue(code, AREA)
    entry = spoken.get(sentence, meaning)
    if entry is None or not entry.string:
        raise KeyError(f"no words for {sentence!r} in {code}")
    return form(entry, spoken, values.get(COUNT, 1))


# What there is to translate


@dataclass(frozen=True, order=True)
class TemplateSentence:
    """A sentence of a template: its values in `%(name)s`; `counted` where it differs by number."""

    text: str
    meaning: str | None = None
    counted: bool = False


def template_sentences(source: str) -> Iterator[TemplateSentence]:
    """The sentences of a template, as they stand in it.

    >>> list(template_sentences('<p>{% trans n=rows %}{{ n }} baris{% endtrans %}</p>'))
    [TemplateSentence(text='%(n)s baris', meaning=None, counted=True)]
    """
    environment = Environment(autoescape=True)
    speak(environment)
    for call in environment.parse(source).find_all(nodes.Call):
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        if name not in (_HTML, _IN_CONTEXT, _TEXT):
            continue
        *meaning, sentence = (argument.as_const() for argument in call.args)
        counted = any(argument.key == COUNT for argument in call.kwargs)
        yield TemplateSentence(sentence, meaning[0] if meaning else None, counted)


def translators_catalogue(templates: Mapping[str, str]) -> Catalog:
    """All sentences of templates, by file, for whoever adds a language."""
    found = Catalog()
    for file, source in sorted(templates.items()):
        for sentence in template_sentences(source):
            name = (sentence.text, sentence.text) if sentence.counted else sentence.text
            found.add(name, locations=[(file, 0)], context=sentence.meaning)
    return found


def as_po(sentences: Catalog) -> bytes:
    """A catalogue as a PO file: in the order of templates, without a day that would change it."""
    file = io.BytesIO()
    write_po(file, sentences, width=100, omit_header=True, include_lineno=False)
    return file.getvalue()
