"""Imports a file of the site's own as a plugin."""

from __future__ import annotations

import os
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import module_from_spec
from types import CodeType, ModuleType


class _Loader(SourceFileLoader):
    """Compiles the file each time.

    Byte code beside it would litter the site, and Python takes it for that of a file that was changed within the same
    second and is as long as before.
    """

    def get_code(self, fullname: str) -> CodeType:
        """Return the code of the file as it is now."""
        return self.source_to_code(self.get_data(self.path), self.path)


def import_file(name: str, path: str) -> ModuleType:
    """Import the file at a path under a name. Raises FileNotFoundError, and whatever its code raises."""
    if not os.path.isfile(path):
        raise FileNotFoundError(f"no such file: {path}")
    loader = _Loader(name, path)
    spec = ModuleSpec(name, loader, origin=path)
    spec.has_location = True
    module = module_from_spec(spec)
    sys.modules[name] = module
    loader.exec_module(module)
    return module
