"""Takes a template that somebody sent, gives it checked and kept in the workspace, the one before it beside it.

Whatever reads the file does so in a confined process; in this one it is bytes.
"""

from docgen.stationery.receiving.keeping import keep, previous, restore, withdraw
from docgen.stationery.receiving.receive import WARM, Received, attempt, receive

__all__ = ["WARM", "Received", "attempt", "keep", "previous", "receive", "restore", "withdraw"]
