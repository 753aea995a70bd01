"""The subcommands of `profil-terbuka`: what each is called, and the module that does it.

A module is loaded when its command is given, so that what is quick stays quick.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from ..model.messages import Message, message
from .command import Command


@dataclass(frozen=True, slots=True)
class Subcommand:
    """A subcommand: the module of this room, what it does in one sentence, and other names."""

    module: str
    about: Message
    also: tuple[str, ...] = ()
    """What `make` calls it, where that is something else."""


ROWS: Mapping[str, Subcommand] = {
    "baru": Subcommand("starting", message("commands.new"), ("new",)),
    "impor": Subcommand("importing", message("commands.import")),
    "periksa": Subcommand("checking", message("commands.check"), ("check",)),
    "bangun": Subcommand("building", message("commands.build"), ("site",)),
    "pratinjau": Subcommand("previewing", message("commands.preview"), ("serve",)),
    "meja": Subcommand("bench", message("commands.workbench")),
    "tahun": Subcommand("year", message("commands.year")),
    "templat": Subcommand("registers", message("commands.template")),
    "register": Subcommand("register", message("commands.register")),
    "laporan": Subcommand("year_report", message("commands.report")),
    "surat": Subcommand("letter", message("commands.letter")),
    "semester": Subcommand("half_year", message("commands.half")),
    "koreksi": Subcommand("correcting", message("commands.correct")),
    "tutup": Subcommand("closing", message("commands.withhold")),
    "edisi": Subcommand("edition", message("commands.edition")),
    "catat": Subcommand("recording", message("commands.record")),
    "paket": Subcommand("carrying", message("commands.pack")),
    "beda": Subcommand("data_changes", message("commands.difference")),
    "kepatuhan": Subcommand("duties", message("commands.duties")),
    "bukti": Subcommand("evidence", message("commands.evidence")),
    "bukti-tayang": Subcommand("attesting", message("commands.attest")),
}


def row_name(said: str) -> str:
    """The subcommand that is meant by one of its names; `said` itself where there is none.

    >>> row_name("serve"), row_name("bangun"), row_name("tiada")
    ('pratinjau', 'bangun', 'tiada')
    """
    return next((name for name, row in ROWS.items() if said in row.also), said)


def loaded_command(name: str) -> Command:
    """What the subcommand of that name does."""
    command = import_module(f"{__package__}.{ROWS[name].module}").COMMAND
    assert isinstance(command, Command)
    return command
