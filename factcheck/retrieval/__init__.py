"""From a claim to a query, and from text to index terms."""
