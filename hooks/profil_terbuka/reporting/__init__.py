"""What whoever reports on an agency asks of all its data at once: what changed, what is in doubt,
what comes when, and whatever else can be asked in SQL.
"""
