"""Takes finished bytes and names, gives files on disk: safe names, whole files, archives."""

from docgen.outputs.files import digest, sweep, unwritable, whole, write_whole
from docgen.outputs.gathering import Gathering
from docgen.outputs.names import file_name, safe_part
from docgen.outputs.packing import pack, packed

__all__ = [
    "Gathering",
    "digest",
    "file_name",
    "pack",
    "packed",
    "safe_part",
    "sweep",
    "unwritable",
    "whole",
    "write_whole",
]
