#!/usr/bin/env python3
"""Correct one number: make koreksi DATASET=pbi KUNCI="2024 Mariana" NILAI=919 ALASAN="..."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.cli.main import run_script  # noqa: E402

if __name__ == "__main__":
    sys.exit(run_script("koreksi", ROOT))
