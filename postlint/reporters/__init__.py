"""Results to text: one module an output format."""
