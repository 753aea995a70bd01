"""What tells of single people: found, left out, counted instead."""
