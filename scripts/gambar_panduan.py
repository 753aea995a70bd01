#!/usr/bin/env python3
"""Take the pictures of the staff guide anew: gambar_panduan.py

They are taken where the guide shows them, while the tests follow its pages at the workbench
(tests/browser/test_guide.py). Whoever changes a page of the workbench looks at them afterwards.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLLOWED = "tests/browser/test_guide.py"


def main() -> int:
    """The exit status of the tests: a page that cannot be followed has no new pictures."""
    called = [sys.executable, "-m", "pytest", "-n", "0", FOLLOWED]
    return subprocess.call(called, cwd=ROOT, env={**os.environ, "GAMBAR": "1"})


if __name__ == "__main__":
    sys.exit(main())
