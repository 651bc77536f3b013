"""Verdict to pytest outcome."""
