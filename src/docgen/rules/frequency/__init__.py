"""Takes a unit's ledger and a year, gives what is owed in each window of it."""
