"""Takes the outlines, writes the built-in templates: `python -m docgen.stationery`."""

from docgen.stationery import build, builtin_folder

for path in build(builtin_folder()):
    print(path)
