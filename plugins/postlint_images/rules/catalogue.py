"""Every rule of the plugin, in code order."""

from __future__ import annotations

from postlint import RuleClass
from postlint_images.rules.insecure_image import InsecureImage
from postlint_images.rules.missing_alt_text import MissingAltText
from postlint_images.rules.proxied_image import ProxiedImage

RULES: tuple[RuleClass, ...] = (ProxiedImage, InsecureImage, MissingAltText)
