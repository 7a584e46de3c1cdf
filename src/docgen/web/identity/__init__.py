"""Takes a request, gives who asks: sessions, tokens, the right to change something."""
