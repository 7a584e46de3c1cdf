"""Takes anybody's Word file or finished page, gives what is in it and what is remarked on it."""
