"""Takes the assessments of branches, gives the papers about them."""
