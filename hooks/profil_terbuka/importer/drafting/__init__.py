"""From rows of data to a data package that is written, and can be read again."""
