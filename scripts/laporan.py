#!/usr/bin/env python3
"""Count a year of the register: make laporan INSTANSI=... BERKAS=register.xlsx TAHUN=2025"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.cli.main import run_script  # noqa: E402

if __name__ == "__main__":
    sys.exit(run_script("laporan", ROOT))
