"""Takes what branches and members win, gives the papers about it."""
