"""The desk's files to download: values in, bytes by address out."""
