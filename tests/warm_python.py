"""A Python that has the libraries loaded and runs scripts in children of its own.

Starting Python and importing MkDocs, pandas and the engine takes longer than most scripts do; so
does what a script reads before its first page. This program does both once; for each request (a
line of JSON) it forks, the child becomes the script with its own arguments, environment, folder and
limits, and its output and exit status are answered (a line of JSON). The engine is this
repository's: a test that changes the engine itself must start Python anew.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import resource
import runpy
import selectors
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from jinja2 import Environment

from profil_terbuka import pipeline
from profil_terbuka.system import recipes
from profil_terbuka.words import language as words
from profil_terbuka.words.catalogues import catalogue

LOADED = (
    "mkdocs.commands.build",
    "mkdocs.config",
    "profil_terbuka.pipeline",
    "profil_terbuka.portal.assembling",
    # What the engine loads when it is needed, which in a build is always or often.
    "PIL.Image",
    "altair",
    "csvw",
    "frictionless",
    "markdown.extensions",
    "openpyxl",
    "pyarrow.dataset",
    "pyarrow.parquet",
    "pygments.formatters.html",
    "pyshacl",
    "rdflib",
    "tinycss2",
    "vl_convert",
    "zxingcpp",
)


def main() -> None:
    """Answer requests until there are no more."""
    for name in LOADED:
        importlib.import_module(name)
    read_ahead()
    for line in sys.stdin:
        sys.stdout.write(f"{json.dumps(answered(json.loads(line)))}\n")
        sys.stdout.flush()


def read_ahead() -> None:
    """Compile the engine's templates, read what its modules import and the words they tell: all
    of it is remembered."""
    for environment in [one for one in gc.get_objects() if isinstance(one, Environment)]:
        names = environment.list_templates(extensions=["html"]) if environment.loader else ()
        for name in names:
            environment.get_template(name)
    recipes.recipe(pipeline.__name__)
    for area in words.folder(words.language()).glob("*.po"):
        catalogue(words.language(), area.stem)
    gc.collect()
    gc.freeze()  # children leave alone what they did not make


def answered(request: dict[str, Any]) -> dict[str, Any]:
    """Status and output of one script, run in a child."""
    pipes = {name: os.pipe() for name in ("out", "err")}
    child = os.fork()
    if not child:
        become(request, *(pipes[name][1] for name in ("out", "err")))
    for _, write in pipes.values():
        os.close(write)
    told = read_all({name: read for name, (read, _) in pipes.items()})
    _, status = os.waitpid(child, 0)
    return {"status": os.waitstatus_to_exitcode(status), **told}


def read_all(ends: dict[str, int]) -> dict[str, str]:
    """What comes out of pipes until all are closed, by name."""
    found = dict.fromkeys(ends, b"")
    with selectors.DefaultSelector() as waiting:
        for name, end in ends.items():
            waiting.register(end, selectors.EVENT_READ, name)
        while waiting.get_map():
            for ready, _ in waiting.select():
                data = os.read(ready.fd, 1 << 16)
                found[ready.data] += data
                if not data:
                    waiting.unregister(ready.fd)
                    os.close(ready.fd)
    return {name: data.decode("utf-8") for name, data in found.items()}


def become(request: dict[str, Any], out: int, err: int) -> None:
    """Be the script; never returns."""
    status = 1
    try:
        for target, end in ((0, os.open(os.devnull, os.O_RDONLY)), (1, out), (2, err)):
            os.dup2(end, target)
        os.environ.clear()
        os.environ.update(request["environment"])
        time.tzset()
        os.chdir(request["folder"])
        resource.setrlimit(resource.RLIMIT_FSIZE, tuple(request["largest_file"]))
        signal.alarm(request["seconds"])
        status = run(request["words"])
    except SystemExit as end:
        status = told(end)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def run(words: list[str]) -> int:
    """Run `script argument ...` or `-m module argument ...`."""
    if words[0] == "-m":
        sys.path[0] = str(Path.cwd())
        sys.argv = words[1:]
        runpy.run_module(words[1], run_name="__main__", alter_sys=True)
    else:
        sys.path[0] = str(Path(words[0]).parent)
        sys.argv = words
        runpy.run_path(words[0], run_name="__main__")
    return 0


def told(end: SystemExit) -> int:
    """The status that Python itself would exit with."""
    if end.code is None or isinstance(end.code, int):
        return end.code or 0
    sys.stderr.write(f"{end.code}\n")
    return 1


if __name__ == "__main__":
    main()
