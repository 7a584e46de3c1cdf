"""Takes a branch's records, gives its papers."""

__version__ = "0.1.0"
