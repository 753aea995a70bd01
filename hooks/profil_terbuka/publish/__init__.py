"""A finished site: listed, sealed, held against what it should be, and told to the world."""
