"""Takes a month's news and facts of an organisation's units, gives its bulletin."""
