"""Takes a function and plain data, gives its answer from a process of its own: bounded, without a network, without files.

Time holds everywhere. Processor time and memory are bounded where the system can (`resource`); Windows cannot, there the
time limit alone ends what runs away.
"""

from docgen.confinement.confinement import Confinement
from docgen.confinement.limits import Limits

__all__ = ["Confinement", "Limits"]
