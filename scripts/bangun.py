#!/usr/bin/env python3
"""Build every agency and the portal into site/: make site"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.cli.main import run_script  # noqa: E402

if __name__ == "__main__":
    sys.exit(run_script("bangun", ROOT))
