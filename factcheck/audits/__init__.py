"""What is learnt about claims beyond their verdicts: whether the evidence drifted, whether a sign-off still counts."""
