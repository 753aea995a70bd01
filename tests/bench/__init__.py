"""What building and checking costs, beside the least that it could cost: `make bench`.

datasets_made.py    invented datasets, the same each time
long_table.py       an invented table of a million rows
repository_made.py  a whole repository around them
floors.py           the same data as a site of plain MkDocs, and of an installable peer
columnar.py         the same checks of the long table by Polars and DuckDB
measuring.py        one command's seconds of work and memory
comparing.py        what is run, in which order
telling.py          the table of it
"""
