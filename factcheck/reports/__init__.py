"""One file per format: verdicts in, text out."""
