"""What surrounds the work: the clock, git, kept results, folders that take the place of others."""
