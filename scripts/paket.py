#!/usr/bin/env python3
"""The built site as one ZIP to carry away: make paket [INSTANSI=...] [LURING=1] [POHON=1]"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.cli.main import run_script  # noqa: E402

if __name__ == "__main__":
    sys.exit(run_script("paket", ROOT))
