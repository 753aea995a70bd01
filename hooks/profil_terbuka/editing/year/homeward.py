"""Forms come home: each into its own dataset, whatever becomes of the others."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath

from ...history import Impossible
from ...importer import Answers, DraftWishes, Receipt, Unusable, read_book
from ...importer.merging import FormCode, code_of
from ...model.messages import NOTHING, Message, message
from ..bringing import Brought, bring, keep
from ..sending import FilledFile, open_sending
from ..target import Target, target_of
from ..unasked import unasked
from .owed import year_round
from .standing import YearState


class FormFate(StrEnum):
    """What became of a form that came back."""

    READY = "ready"
    SAME = "same"
    UNFILLED = "unfilled"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """One file: the dataset it is about, and what it would do there."""

    file: FilledFile
    receipt: Receipt
    code: FormCode | None = None
    target: Target | None = None
    brought: Brought | None = None
    unasked: Mapping[str, Message] | None = None
    """Answers that this form cannot ask for, with what to tell of each; None: it was not read."""

    @property
    def fate(self) -> FormFate:
        """Whether its rows can be written, and if not, whether it is faulty or only unfinished."""
        if self.receipt.obstacles or self.receipt.questions:
            return FormFate.WRONG
        if self.receipt.unfilled:
            return FormFate.UNFILLED
        renewal = self.brought.renewal if self.brought else None
        return FormFate.READY if renewal and renewal.alters else FormFate.SAME


@dataclass(frozen=True, slots=True)
class ReturnedRound:
    """All that came back at once, and what is still waited for."""

    forms: tuple[ReturnedForm, ...]
    others: tuple[str, ...]
    """Files that hold no table."""
    awaited: tuple[str, ...]
    """Datasets that lack rows of the year, and of which no form came."""

    def having(self, fate: FormFate) -> tuple[ReturnedForm, ...]:
        """The forms of which that became."""
        return tuple(form for form in self.forms if form.fate is fate)

    @property
    def unasked(self) -> Mapping[str, Message]:
        """What to tell of each answer that none of the forms asks for."""
        read = [form.unasked for form in self.forms if form.unasked is not None]
        if not read:
            return {}
        first, *others = read
        return {name: said for name, said in first.items() if all(name in item for item in others)}

    @property
    def open(self) -> bool:
        """Whether a form is faulty or unfinished."""
        return bool(self.having(FormFate.WRONG) or self.having(FormFate.UNFILLED))


def bring_round(root: Path, agency: str, source: Path, answers: Answers) -> ReturnedRound:
    """What the forms in a ZIP or a folder would do; writes nothing.

    Raises Unusable where there is no form at all.
    """
    sending = open_sending(source)
    forms = [bring_form(root, agency, file, answers) for file in sending.files]
    return returned_round(root, agency, forms, sending.others)


def returned_round(
    root: Path, agency: str, each: Sequence[ReturnedForm], others: tuple[str, ...]
) -> ReturnedRound:
    """The forms, each read on its own, held against each other and against what is asked for."""
    forms = tuple(_each_once(each))
    return ReturnedRound(forms, others, _awaited(root, agency, forms))


def bring_form(root: Path, agency: str, file: FilledFile, answers: Answers) -> ReturnedForm:
    """One form, on its own: what is wrong with it keeps no other from being read."""
    name = PurePosixPath(file.name).name
    code = None
    try:
        book = read_book(file.data, name)
        code = code_of(book)
        if code is None:
            raise Unusable(message("editing.form-unknown"))
        target = target_of(root, agency, code.slug)
        if target.dataset is None:
            raise Unusable(message("editing.form-of-no-dataset", folder=target.shown))
        brought = bring(target, book, DraftWishes(code.slug, "", "", ""), answers)
    except Unusable as reason:
        return ReturnedForm(file, Receipt(name, obstacles=(reason.said,)), code)
    lost = unasked(answers, book, target.dataset, brought.receipt)
    return ReturnedForm(file, brought.receipt, code, target, brought, lost)


def _each_once(forms: Sequence[ReturnedForm]) -> Iterator[ReturnedForm]:
    """The forms, faulty where several are of one dataset: nobody knows which of them holds."""
    counts = Counter(form.code for form in forms if form.code)
    for form in forms:
        if form.code is None or counts[form.code] == 1:
            yield form
            continue
        names = tuple(other.file.name for other in forms if other.code == form.code)
        said = message("editing.form-twice", files=names)
        yield replace(form, receipt=Receipt(form.receipt.file, obstacles=(said,)))


def _awaited(root: Path, agency: str, forms: Sequence[ReturnedForm]) -> tuple[str, ...]:
    """Of what the round asks for, what has not come."""
    years = Counter(form.code.year for form in forms if form.code)
    if not years:
        return ()
    year = years.most_common(1)[0][0]
    came = {form.code.slug for form in forms if form.code}
    try:
        owed = year_round(root, agency, year).forms
    except Unusable:  # an agency without yearly data waits for nothing
        return ()
    return tuple(
        form.dataset.slug
        for form in owed
        if form.standing.state is not YearState.DONE and form.dataset.slug not in came
    )


@dataclass(frozen=True, slots=True)
class KeptForm:
    """A form whose rows were to be written, and what the person should know about that."""

    form: ReturnedForm
    told: tuple[Message, ...]
    refusal: Message = NOTHING
    """Why nothing was written after all."""


def keep_round(
    root: Path, round_: ReturnedRound, answers: Answers, why: str, today: datetime.date
) -> Iterator[KeptForm]:
    """Write the forms that are ready, one after the other; the others are left.

    Writing one may withhold numbers of another dataset, so each is read anew before it is written.
    """
    for form in round_.having(FormFate.READY):
        if form.code is None or form.target is None:
            raise ValueError("a form that is ready has a dataset")
        target = target_of(root, form.target.home.name, form.code.slug)
        book = read_book(form.file.data, form.receipt.file)
        brought = bring(target, book, DraftWishes(form.code.slug, "", "", ""), answers)
        try:
            yield KeptForm(form, keep(target, brought, _heard(form, answers), why, today))
        except (Impossible, Unusable) as reason:
            yield KeptForm(form, (), reason.said)


def _heard(form: ReturnedForm, answers: Answers) -> Answers:
    """The answers that a form may ask for: no others are kept for the next time."""
    lost = form.unasked or {}
    return {name: value for name, value in answers.items() if name not in lost}
