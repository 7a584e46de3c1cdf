"""Takes the words of a command line, gives files, lines on the terminal and an exit code."""
