"""The same as the command `profil-terbuka`: python -m profil_terbuka.cli"""

import sys

from .main import command_line

if __name__ == "__main__":
    sys.exit(command_line())
