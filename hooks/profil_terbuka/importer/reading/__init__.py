"""What the cells of a column say: figures, days, periods, units, marks; one reading a column."""
