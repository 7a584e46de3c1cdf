"""Takes the records of one or of many units, gives what does not agree between them."""
