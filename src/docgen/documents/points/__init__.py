"""Takes a branch's points of a quarter or a year, gives the papers about them."""
