"""Takes HTTP requests, gives pages for clerks and answers for programs: the same verbs as the command line."""
