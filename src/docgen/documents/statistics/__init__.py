"""Takes the activities of a year, gives the statistics of them."""
