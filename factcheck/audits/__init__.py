"""What is learnt about claims beyond their verdicts: whether evidence drifted and a sign-off counts, what a draft leaves uncovered, what a wrong claim would get through, how it could be mended."""
