#!/usr/bin/env python3
"""What changed in the data since a commit, as Markdown: beda.py origin/main"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.cli.main import run_script  # noqa: E402

if __name__ == "__main__":
    sys.exit(run_script("beda", ROOT))
