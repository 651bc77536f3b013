"""Hypothesis profiles and the plugin line."""

import os

from hypothesis import settings

pytest_plugins = ["factcheck.pytest_plugin", "pytester"]

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=100)
settings.register_profile("long", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
