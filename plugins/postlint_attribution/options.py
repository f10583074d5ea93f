"""What a site's configuration may add to the wordings."""

from __future__ import annotations

from postlint import Options


class AttributionsOptions(Options):
    """Options of the view `attributions`, under `[views.attributions]`."""
