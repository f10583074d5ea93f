"""What a site's configuration may add to the wordings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from postlint import Options, option
from postlint_attribution.kinds import Kind


class AttributionsOptions(Options):
    """Options of the view `attributions`, under `[views.attributions]`."""

    wordings: Mapping[Kind, tuple[re.Pattern[str], ...]] = option(
        default={},
        doc="Further wordings: kind of statement to patterns (RE2). The groups `source`, `author` and `url` name what "
        "was found; without them the value is what follows the match.",
    )
