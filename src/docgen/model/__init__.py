"""Takes typed text, gives the nouns of the domain: records, units, settings, periods and subjects."""
