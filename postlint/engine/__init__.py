"""From settings and paths to a result: discovery, workers, fixes, phases."""
