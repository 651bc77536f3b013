"""What can be learnt about claims by running them more than once: what they leave out of a draft, what they would let through, how they would pass."""
