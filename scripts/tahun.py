#!/usr/bin/env python3
"""Begin a year's round: make tahun TAHUN=2025 [INSTANSI=...] [TENGGAT=2026-03-31] [ULANG=1]"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.cli.main import run_script  # noqa: E402

if __name__ == "__main__":
    sys.exit(run_script("tahun", ROOT))
