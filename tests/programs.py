"""The scripts of a repository, run as staff run them: with their own arguments and exit status.

`run` forks them from a Python that is warm already (warm_python.py), which saves a second each
time. `anew` starts Python anew: for tests that change the engine itself, or what Python reads when
it starts (PYTHONHASHSEED).
"""

from __future__ import annotations

import atexit
import json
import os
import resource
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from support import ROOT

WARM = ROOT / "tests" / "warm_python.py"
SECONDS = 900
"""No script of a test takes longer, not even where much else is being done."""
Done = subprocess.CompletedProcess[str]


def words(project: Path, script: str, arguments: tuple[str, ...]) -> list[str]:
    """What Python is called with: `scripts/bangun.py ...`, or a module as in `-m mkdocs ...`."""
    first = ["-m", *script.split()[1:]] if script.startswith("-m ") else []
    return [*(first or [str(project / "scripts" / script)]), *arguments]


def run(project: Path, script: str, *arguments: str, **environment: str) -> Done:
    """Run a script: run(project, "periksa.py", "--strict"), run(project, "-m mkdocs", "build")."""
    called = words(project, script, arguments)
    request = {
        "words": called,
        "folder": str(project),
        "environment": {**os.environ, **environment},
        "largest_file": resource.getrlimit(resource.RLIMIT_FSIZE),
        "seconds": SECONDS,
    }
    answer = _ask(_warm(), request)
    return Done(called, answer["status"], answer["out"], answer["err"])


def start(project: Path, script: str, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """Begin a script in a Python of its own."""
    return subprocess.Popen(
        [sys.executable, *words(project, script, arguments)],
        cwd=project,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: subprocess.Popen[str]) -> Done:
    """Wait for what was started."""
    out, err = process.communicate(timeout=SECONDS)
    return Done(process.args, process.returncode, out, err)


def anew(project: Path, script: str, *arguments: str, **environment: str) -> Done:
    """Run a script in a Python of its own, which reads the engine of that project."""
    return finish(start(project, script, *arguments, **environment))


def well(done: Done) -> Done:
    """What a script that must not fail has told."""
    assert done.returncode == 0, done.stderr
    return done


def _ask(warm: subprocess.Popen[str], request: dict[str, Any]) -> dict[str, Any]:
    assert warm.stdin
    assert warm.stdout
    assert warm.poll() is None, f"the warm Python has ended: {warm.returncode}"
    print(json.dumps(request), file=warm.stdin, flush=True)
    answer = warm.stdout.readline()
    assert answer, f"the warm Python has ended: {warm.wait()}"
    found: dict[str, Any] = json.loads(answer)
    return found


@cache
def _warm() -> subprocess.Popen[str]:
    """The warm Python of this process."""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    warm = subprocess.Popen(
        [sys.executable, str(WARM)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=surroundings,
        text=True,
    )
    atexit.register(warm.communicate)  # it ends with its requests
    return warm
