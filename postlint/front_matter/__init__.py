"""Front matter to nodes with spans; knows no generator."""
