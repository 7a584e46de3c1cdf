"""Takes theme days, gives the papers about them."""
