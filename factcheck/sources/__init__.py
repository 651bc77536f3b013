"""Article text in, sources and passages out."""
