"""Takes a branch's meetings and theme days of a year, gives the ledgers of them."""
