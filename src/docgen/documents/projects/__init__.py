"""Takes projects and brands, gives the papers by which they are applied for and concluded."""
