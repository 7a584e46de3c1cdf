"""Takes the outlines, writes the built-in templates: `python -m docgen.stationery`."""

from docgen.stationery import builtin_folder
from docgen.stationery.build import build

for path in build(builtin_folder()):
    print(path)
