"""What staff run: the command `profil-terbuka`, a module for each of its subcommands.

The outermost room: it alone prints, and nothing of the engine knows it. `table.py` lists the
subcommands; a new one is a module with a `COMMAND` and a line there.
"""
