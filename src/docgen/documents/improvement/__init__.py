"""Takes a branch's cycles of improvement, gives the papers about them."""
