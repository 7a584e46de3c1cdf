"""Takes nothing, gives the names of what stands around the view of every paper."""

from __future__ import annotations

TITLE, DRAFT, PUBLISHER = "题名", "草稿", "署名单位"
FRAME = (TITLE, DRAFT, PUBLISHER)
"""What every template may show beside its view's own labels."""
