"""Small words that narrow a statement or turn its place round: "only", "never", "before"."""

from __future__ import annotations

WEIGHT = 0.1
"""What such a word weighs where a passage lacks it, whatever the length of the claim."""
LIMITS: dict[str, set[str]] = {
    "only": {"solely", "exclusively", "alone", "sole", "just", "merely"}, "solely": {"only", "exclusively", "alone", "sole"},
    "exclusively": {"only", "solely"}, "alone": {"only", "solely"}, "merely": {"only", "just"}, "sole": {"only"},
    "all": {"every", "each", "whole", "entire", "both", "any"}, "every": {"all", "each", "any"}, "always": {"every", "all", "constantly"},
    "permanently": {"always", "permanent"}, "unofficially": {"unofficial", "informally"}, "officially": {"official", "formally"},
    "never": {"no", "not", "n't", "n’t", "none"}, "outside": {"beyond", "off"}, "inside": {"in", "within"}, "most": {"majority", "mostly", "bulk"},
    "mostly": {"most", "mainly", "largely", "primarily"}, "mainly": {"mostly", "largely", "primarily", "chiefly"}, "completely": {"fully", "entirely", "totally"},
    "entirely": {"fully", "completely", "wholly", "whole", "entire"}, "fully": {"completely", "entirely"}, "more": {"higher", "greater", "extra", "additional", "further"},
    "less": {"lower", "fewer", "smaller"}, "fewer": {"less", "lower"}, "before": {"ahead", "prior", "until"}, "after": {"following", "since", "when", "once"},
    "half": {"50"}, "majority": {"most", "mostly"}, "without": {"no", "lacking", "lacks", "not"}, "against": {"opposed", "opposes", "versus", "over", "beat", "fight", "fought"},
    "unlike": set(), "despite": {"although", "though", "but"},
}  # fmt: skip
"""With the words that may stand for each."""
