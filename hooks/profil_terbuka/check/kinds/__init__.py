"""The checks, one a module: its kinds of finding, its generator, and `CHECK`, which joins them."""
