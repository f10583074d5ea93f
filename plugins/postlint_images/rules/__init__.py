"""The rules of the plugin, one a module."""
