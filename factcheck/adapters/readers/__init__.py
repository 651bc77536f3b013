"""One reader per family of formats."""
