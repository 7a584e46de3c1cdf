"""Takes the five monthly items, gives the papers about them."""
