"""Which release of the program this is. The one place: the wheel takes its version from here."""

VERSION = "1.0.0"
