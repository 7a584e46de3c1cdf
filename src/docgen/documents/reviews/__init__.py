"""Takes the words and the counts of a year, gives the reviews and reports of it."""
