"""What a text says: each finding with its span."""
