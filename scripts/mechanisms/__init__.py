"""Takes the catalogue and the samples, writes docs/机制对照.md and docs/手册: `python -m scripts.mechanisms`.

Nothing in these pages is typed by hand but the names of mechanisms and how each is used: which rules look at a kind of record
is read off the broken samples and the obligations, which papers tell of it off the sources of the samples' papers.
"""
