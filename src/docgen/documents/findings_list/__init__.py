"""Takes what is wrong in a period's records, gives the 问题清单."""
