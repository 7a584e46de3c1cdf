"""Takes nothing, gives what the service itself remembers, in one SQLite file; never records."""
