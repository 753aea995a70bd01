#!/usr/bin/env python3
"""A signed page about what stood online: make bukti-tayang INSTANSI=..."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.cli.main import run_script  # noqa: E402

if __name__ == "__main__":
    sys.exit(run_script("bukti-tayang", ROOT))
