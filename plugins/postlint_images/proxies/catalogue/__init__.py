"""The catalogue of proxies: modules of literals, one a family, each entry with where it is known from."""

from __future__ import annotations

from postlint_images.proxies.catalogue.fetch import FETCH
from postlint_images.proxies.catalogue.images import IMAGES
from postlint_images.proxies.catalogue.mirrors import MIRRORS
from postlint_images.proxies.catalogue.optimisers import OPTIMISERS
from postlint_images.proxies.catalogue.readers import READERS
from postlint_images.proxies.catalogue.search import SEARCH

CATALOGUE = (*FETCH, *IMAGES, *READERS, *SEARCH, *MIRRORS, *OPTIMISERS)
