"""Languages: each folder of words says what every other says, and nothing else names it."""

from __future__ import annotations

import doctest
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import kata
from other_language import marked_language, spoken_there
from profil_terbuka import words
from profil_terbuka.model.messages import message
from profil_terbuka.system import recipes
from profil_terbuka.words import (
    amounts,
    capitals,
    catalogues,
    chart_sentences,
    dates,
    labels,
    language,
    numbers,
    readme,
    templates,
)
from support import change

WORDS = Path(words.__file__).parent
LANGUAGES = sorted(folder.name for folder in WORDS.iterdir() if (folder / "__init__.py").is_file())
FACES = {
    "amounts": amounts.AmountWords,
    "capitals": capitals.CapitalWords,
    "chart_sentences": chart_sentences.ChartWords,
    "dates": dates.DateWords,
    "labels": labels.LabelWords,
    "numbers": numbers.NumberWords,
    "readme": readme.ReadmeWords,
}
"""Module of a language -> what it must say."""
FACED = [amounts, capitals, chart_sentences, dates, labels, numbers]


def said_by(protocol: Any) -> Iterator[str]:
    yield from protocol.__annotations__
    yield from (name for name, value in vars(protocol).items() if inspect.isfunction(value))


def parameters(function: Any) -> list[str]:
    return [name for name in inspect.signature(function).parameters if name != "self"]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("part", FACES)
def test_a_language_says_everything(code: str, part: str) -> None:
    module = import_module(f"{words.__name__}.{code}.{part}")
    names = [name for name in said_by(FACES[part]) if not name.startswith("_")]
    assert names
    for name in names:
        said = getattr(module, name)
        if callable(said):
            assert parameters(said) == parameters(getattr(FACES[part], name)), name


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_every_module_and_catalogue_of_the_first(code: str) -> None:
    of_first = {path.name for path in (WORDS / language.DEFAULT).iterdir() if path.is_file()}
    assert of_first <= {path.name for path in (WORDS / code).iterdir()}


def lacking(code: str) -> list[str]:
    """What pages would say in that language, and cannot, or with other values than they have."""
    mine = catalogues.catalogue(code, templates.AREA)
    lacks = [
        str(asked.id)
        for asked in kata.sentences()
        if asked.id and not any((mine.get(asked.id, asked.context) or asked).string or ())
    ]
    return lacks + [str(entry.id) for entry, wrong in mine.check() if wrong]


def test_a_language_says_every_sentence_of_the_templates(tmp_path: Path) -> None:
    for code in {*LANGUAGES} - {language.DEFAULT}:
        assert not lacking(code)
    folder = marked_language(tmp_path / "xx")
    with spoken_there(folder) as code:
        assert not lacking(code)
        change(folder / "templates.po", 'msgstr "⟦Ke beranda⟧"', 'msgstr ""')
        change(folder / "templates.po", "⟦Berlaku %(period)s.⟧", "⟦Berlaku %(day)s.⟧")
        catalogues.catalogue.cache_clear()
        assert lacking(code) == ["Ke beranda", "Berlaku %(period)s."]


@pytest.fixture
def english(tmp_path: Path) -> Iterator[None]:
    """A second language as a folder and nothing else; half of it will do here."""
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "numbers.py").write_text(
        "def number(value): return f'{value:,}'\n"
        "def percent(value): return f'{value}%'\n"
        "def enumeration(items): return ' and '.join(items)\n"
    )
    (folder / "amounts.py").write_text("def shift(found, before): return f'{found.kind} {before}'")
    (folder / "labels.py").write_text("YES, NO = 'yes', 'no'\nSUBJECT = {'profil': 'Profile'}\n")
    (folder / "report.po").write_text(
        'msgid "closing"\nmsgstr "{errors} errors, {suspicions} suspicions."\n'
    )
    with spoken_there(folder) as code, language.speaking(code):
        yield


@pytest.mark.usefixtures("english")
def test_another_language_is_another_folder_and_nothing_else() -> None:
    assert numbers.number(1234) == "1,234"
    assert numbers.size(2_340_000) == "2.3 MB"
    assert amounts.quantity(18.4, "persen") == "18.4%"
    assert labels.cell(True, "boolean") == "yes"
    assert labels.SUBJECT["profil"] == "Profile"
    closing = message("report.closing", errors=1200, suspicions=1)
    assert catalogues.text(closing) == "1,200 errors, 1 suspicions."


@pytest.mark.usefixtures("english")
def test_the_first_language_is_spoken_again_afterwards() -> None:
    with language.speaking("id"):
        assert numbers.number(1234) == "1.234"
    assert numbers.number(1234) == "1,234"


def test_nobody_is_spoken_to_in_a_language_that_is_not_there() -> None:
    with pytest.raises(ModuleNotFoundError), language.speaking("tiada"):
        pass
    assert language.language() == "id"


def test_words_are_part_of_whatever_is_kept_and_holds_some() -> None:
    """A picture kept from before its words changed must not be published."""
    modules = recipes.reached(recipes.ENGINE / "charts" / "kinds" / "bars.py", recipes.ENGINE)
    held = {*modules, *recipes.sentences(modules, recipes.ENGINE)}
    assert {*(WORDS / "id").glob("*.py")} <= held
    assert WORDS / "id" / "charts.po" in held


def test_nothing_but_the_words_names_a_language() -> None:
    """`words.id` is imported by nobody, so that `words.en` can take its place."""
    named = re.compile(r"words\.(" + "|".join(LANGUAGES) + r")\b|words import id\b")
    for path in recipes.ENGINE.rglob("*.py"):
        if WORDS not in path.parents:
            assert not named.search(path.read_text("utf-8")), path


@pytest.mark.parametrize("module", FACED, ids=lambda m: m.__name__)
def test_examples_hold(module: ModuleType) -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert failed == 0
