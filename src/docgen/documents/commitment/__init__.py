"""Takes a year's commitments, gives the papers about them."""
