"""From a table as it stands to rows of data: totals apart, headings as dimensions, places known."""
