"""Takes a small workspace and the samples, gives the papers whose pages are measured, in both clothes."""
