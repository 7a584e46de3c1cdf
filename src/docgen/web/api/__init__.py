"""Takes requests of programs, gives answers for programs below /api/v1."""
