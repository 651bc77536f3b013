"""Claim files: YAML text in, claims out."""
