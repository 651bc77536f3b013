"""Claim files: YAML text in, claims out."""

from factcheck.claimfile.parse import ClaimFile, parse
from factcheck.claimfile.schema import schema_text

__all__ = ["ClaimFile", "parse", "schema_text"]
