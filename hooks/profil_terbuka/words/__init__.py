"""Every sentence that readers and staff see, and how numbers and dates are written in it."""
