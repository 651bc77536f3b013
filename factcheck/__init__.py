"""A test suite for facts."""
