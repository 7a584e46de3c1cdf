"""Takes requests of browsers, gives pages for people."""
