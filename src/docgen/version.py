"""Takes nothing, gives docgen's version, declared here once."""

__version__ = "0.7.2"
