#!/usr/bin/env python3
"""Bring a table in: from Excel, CSV, OpenDocument, HTML, or the clipboard

    make impor INSTANSI=dinkes-kota-x BERKAS=puskesmas.xlsx            what would be done
    make impor INSTANSI=dinkes-kota-x BERKAS=puskesmas.xlsx TULIS=1    do it

Every time a receipt tells where the table stands, what was done to it, and what has to be decided
or mended first. Nothing is written without --tulis, and nothing that exists is overwritten.
"""

import argparse
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pilihan import Unnamed, chosen  # noqa: E402
from profil_terbuka import disclosure, importer  # noqa: E402
from profil_terbuka.importer import Answers, DraftWishes, Imported, Unusable  # noqa: E402
from profil_terbuka.model import Agency  # noqa: E402
from profil_terbuka.model.messages import Message, message  # noqa: E402
from profil_terbuka.read import agency as agencies  # noqa: E402
from profil_terbuka.read.catalog import DATASETS, TAKEN, reference  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.words.labels import SUBJECT, trouble  # noqa: E402
from profil_terbuka.words.report import paragraph  # noqa: E402

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PASTED = "-"
"""Stands for a file's name: the table comes through the standard input."""
EXAMPLE = 'BERKAS=data.xlsx JUDUL="..." SATUAN=orang'


@dataclass(frozen=True)
class Target:
    """Where a table goes: the agency, and the folder of the dataset, which may not be there yet."""

    agency: Agency
    home: Path
    slug: str

    @property
    def folder(self) -> Path:
        """The dataset."""
        return self.home / self.slug


def identity(slug: str) -> Agency:
    """The agency of that folder; Unusable with its findings when there is none."""
    file = f"{DATASETS}/{slug}/{agencies.NAME}"
    agency, findings = agencies.read_agency(ROOT / DATASETS / slug, file)
    if agency is None:
        told = tuple(map(paragraph, findings))
        raise Unusable(message("commands.agency-unreadable", findings=told))
    return agency


def dataset_name(options: argparse.Namespace) -> tuple[str, list[Message]]:
    """The name of the dataset, and what was chosen for the person: a shorter one."""
    stem = "" if options.berkas == PASTED else Path(options.berkas).stem
    slug = options.dataset or importer.dataset_slug(stem)
    if not SLUG.fullmatch(slug) or slug in TAKEN:
        raise Unusable(message("commands.no-dataset-name", slug=slug))
    most = importer.LONGEST
    if len(slug) > most:
        raise Unusable(
            message("commands.dataset-name-too-long", slug=slug, length=len(slug), most=most)
        )
    whole = re.sub(r"[^a-zA-Z0-9]+", "-", stem).strip("-")
    if not options.dataset and len(slug) < len(whole):
        return slug, [message("commands.dataset-name-shortened", slug=slug, most=most)]
    return slug, []


def kept_answers(target: Target) -> Answers:
    """What was answered before: for the agency, and for this dataset."""
    found: dict[str, str] = {}
    for file in (target.home / importer.ANSWERS, target.folder / importer.ANSWERS):
        if file.is_file():
            shown = str(file.relative_to(ROOT))
            found |= importer.read_answers(file.read_text("utf-8"), shown)
    return found


def keep_answers(target: Target, answers: Answers) -> None:
    """Write the answers down, those about regions for the whole agency."""
    shared = importer.of_agency(answers)
    own = {name: value for name, value in answers.items() if name not in shared}
    for folder, said in ((target.home, shared), (target.folder, own)):
        if said:
            file = folder / importer.ANSWERS
            before = importer.read_answers(file.read_text("utf-8"), "") if file.is_file() else {}
            file.write_text(importer.written_answers({**before, **said}), "utf-8")


def imported(options: argparse.Namespace, target: Target, answers: Answers) -> Imported:
    """What the file holds, as far as it can be understood with these answers."""
    if options.berkas == PASTED:
        book = importer.read_pasted(sys.stdin.buffer.read())
    else:
        book = importer.open_book(Path(options.berkas))
    stem = Path(options.berkas).stem.replace("-", " ")
    wishes = DraftWishes(
        slug=target.slug,
        title=options.judul or importer.spoken_title(stem),
        unit=options.satuan,
        subject=options.subjek,
    )
    known = importer.gazetteer(target.agency.region, reference(ROOT))
    return importer.understand(book, wishes, target.agency, answers, known)


def write(target: Target, made: Imported, answers: Answers) -> list[Message]:
    """The dataset of a draft; what the person should know about it."""
    if made.draft is None:
        raise ValueError("nothing to write: questions are open")
    importer.write_draft(target.folder, made.draft)
    keep_answers(target, answers)
    return list(disclosure.withhold(ROOT, target.home.name).told)


def tell(made: Imported, as_json: bool) -> None:
    """Print the receipt."""
    if as_json:
        print(json.dumps(importer.receipt_document(made.receipt), ensure_ascii=False, indent=2))
    else:
        print(importer.receipt_text(made.receipt), end="")


def run(options: argparse.Namespace) -> int:
    """Import, and tell; 0 where all was done, 1 where people have to decide or mend something."""
    agency = chosen(ROOT, options.instansi, f"make impor INSTANSI={{}} {EXAMPLE}")
    if not options.berkas:
        example = f"make impor INSTANSI={agency} {EXAMPLE}"
        asked = message("commands.name-the-file")
        raise Unusable(message("commands.with-example", said=asked, example=example))
    slug, told = dataset_name(options)
    target = Target(identity(agency), ROOT / DATASETS / agency, slug)
    if target.folder.exists():
        folder = str(target.folder.relative_to(ROOT))
        raise Unusable(message("commands.already-there", folder=folder))
    said = importer.spoken_answers(options.jawab)
    if options.lembar:
        said = {**said, "lembar": options.lembar}
    made = imported(options, target, {**kept_answers(target), **said})
    tell(made, options.json)
    if made.receipt.open:
        return 1
    if options.tulis:
        told += write(target, made, said)
        told.append(message("commands.dataset-made", folder=f"{DATASETS}/{agency}/{slug}/"))
        told.append(message("commands.after-new"))
    else:
        told.append(message("commands.nothing-written"))
    if not options.json:
        print("".join(f"\n{text(line)}" for line in told))
    return 0


def parser() -> argparse.ArgumentParser:
    """The options, named as staff know them from the Makefile."""
    made = argparse.ArgumentParser(description=text(message("commands.import")))
    made.add_argument("instansi", nargs="?", default="")
    made.add_argument(
        "--berkas", default="", help=text(message("commands.option-file", endings=importer.ENDINGS))
    )
    made.add_argument("--dataset", help=text(message("commands.option-dataset")))
    made.add_argument("--judul", help=text(message("commands.option-title")))
    made.add_argument("--satuan", default="", help=text(message("commands.option-unit")))
    made.add_argument("--subjek", default="statistik", choices=sorted(SUBJECT))
    made.add_argument("--lembar", default="", help=text(message("commands.option-sheet")))
    made.add_argument("--jawab", default="", help=text(message("commands.option-answers")))
    made.add_argument("--tulis", action="store_true", help=text(message("commands.option-write")))
    made.add_argument("--json", action="store_true", help=text(message("commands.option-json")))
    return made


def main() -> int:
    """Exit status 1 where people have to decide or mend something, 2 when it was not said where."""
    try:
        return run(parser().parse_args())
    except Unnamed as problem:
        print(problem, file=sys.stderr)
        return 2
    except Unusable as problem:
        print(problem, file=sys.stderr)
        return 1
    except OSError as problem:
        print(trouble(problem), file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
