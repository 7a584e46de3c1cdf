"""Takes meetings, gives the papers about them."""
