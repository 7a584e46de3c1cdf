"""Takes the parts of a Word file, gives them changed as they were told to be."""
