"""The commands of `factcheck`, one module each: `add_to` adds its parser, `run` runs it and returns the exit status."""
