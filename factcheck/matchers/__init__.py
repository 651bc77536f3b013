"""One file per aspect: an analysis against an analysis."""
