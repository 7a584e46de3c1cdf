"""Takes the command line, gives it to the faces: `python -m docgen` is `docgen`."""

from docgen.cli.main import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
