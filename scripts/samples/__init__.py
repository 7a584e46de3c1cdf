"""Takes a seed, gives sample workspaces: the committed one, the broken ones, and any size for measurements."""
