"""Families of sources that go back to one report: ten papers that run one wire story are one origin.

`decisive` groups the sources of the passages that decide a claim; `corpus` groups a whole corpus.
"""
