"""Takes ledgers and a day, gives what the pages of overview show: the desk, the statistics, the findings."""
