"""The command `profil-terbuka`: finds the repository and the subcommand, and hands over.

profil-terbuka bangun                           in the folder of the repository
profil-terbuka --akar /srv/profil periksa       from anywhere else
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..model.messages import message
from ..model.release import VERSION
from ..read.catalog import DATASETS
from ..words.catalogues import text
from .choosing import Unnamed, exit_status
from .make_words import as_options
from .parsers import SpokenParser
from .table import ROWS, loaded_command, row_name

PROGRAM = "profil-terbuka"
_ROOT = "--akar"
_ANYWHERE = {"baru"}
"""Subcommands that need no repository: they begin one."""


def command_line(arguments: Sequence[str] | None = None) -> int:
    """The exit status of what `arguments` ask for: those that Python was called with, usually."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    at = _place_of_name(words)
    parser = _outer_parser()
    own = parser.parse_args(words[:at])
    if at == len(words):
        parser.print_help(sys.stderr)
        return 2
    name = row_name(words[at])
    if name not in ROWS:
        known = tuple(ROWS)
        parser.error(text(message("commands.no-such-command", name=words[at], known=known)))
    return exit_status(lambda: _carried_out(name, words[at + 1 :], own.akar))


def run_script(name: str, root: Path) -> int:
    """The same for a script of a repository, which knows where it lies and what it is about."""
    return command_line([_ROOT, str(root), name, *sys.argv[1:]])


def _place_of_name(words: Sequence[str]) -> int:
    """Where the subcommand stands: behind the options that come before it."""
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] == _ROOT else 1
    return min(at, len(words))


def _outer_parser() -> SpokenParser:
    widest = max(map(len, ROWS))
    listed = "\n".join(f"  {name:{widest}}  {text(row.about)}" for name, row in ROWS.items())
    epilog = text(message("commands.list-of-commands", listed=listed))
    about = text(message("commands.program"))
    parser = SpokenParser(PROGRAM, about, epilog, usage=text(message("commands.program-usage")))
    _ask_for_root(parser, Path())
    version = text(message("commands.option-version"))
    parser.add_argument("--version", action="version", version=VERSION, help=version)
    return parser


def _ask_for_root(parser: argparse.ArgumentParser, root: Path) -> None:
    folder = text(message("commands.option-root"))
    parser.add_argument(_ROOT, type=Path, default=root, metavar="FOLDER", help=folder)


def _carried_out(name: str, words: Sequence[str], root: Path) -> int:
    """Do what the subcommand does in the repository `root`, or in the one that it is told."""
    command = loaded_command(name)
    parser = SpokenParser(f"{PROGRAM} {name}", text(ROWS[name].about))
    command.options(parser)
    _ask_for_root(parser, root)
    options = parser.parse_args(as_options(words, parser))
    options.akar = options.akar.resolve()
    if name not in _ANYWHERE and not (options.akar / DATASETS).is_dir():
        raise Unnamed(message("commands.no-repository", folder=str(options.akar)))
    return command.run(options)
