"""How a reason in Indonesian says what it supposes."""

SUPPOSING = ("agaknya", "mungkin", "bukan data", "tidak diketahui")
"""A sentence with one of these tells what the writer makes of the evidence."""
