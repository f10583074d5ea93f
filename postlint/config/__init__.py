"""Config files and flags to settings, checked against the registry."""
