"""All input and output: disk, clock, readers, engines."""
