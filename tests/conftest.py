"""Hypothesis profiles: `ci` is repeatable, `long` is for a night's run."""

import os

import httpcore  # noqa: F401  (before any run in process, which forgets what it imports, while httpx keeps its classes)
from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=100)
settings.register_profile("long", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
