"""Hypothesis strategies that several test files share."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = (
    "Bridges",
    "the",
    "mayor",
    "of",
    "closed",
    "2,500",
    "ferries",
    "café",
    "𝔘nion",
    "said",
    "“soon”",
    "12:30",
    "NO",
)

plain_sentences = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=12).map(
    lambda words: f"Last year {' '.join(words)}."
)
"""Sentences that YAML leaves alone without quotes."""

any_sentences = (
    st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029"), min_size=1, max_size=80)
    .map(lambda text: f"{text} was seen".strip())
    .filter(lambda text: len(text.split()) > 2)
)
"""Sentences of any characters that a claim may hold, without white space around them."""

yaml_fragments = st.lists(
    st.sampled_from(
        ["claims:", "- ", "\n", "  ", "claim: ", "id: a", "'", '"', "[", "]", "{", "}", ",", ": ", " #2", "*a", "&a ", "!t ",
         "|", ">-", "---", "\t", "\r\n", "?", "@", "%", "`", "\\", "a", "2,500", "é", "𝔘", "\xa0", "policy: ", "review: ",
         "number: ", "value: ", "tolerance: 5%", "as_of: 2024-01-01", "x-a: ", "~", "\ufeff", "\x00", "\u2028", "..."]
    ),
    max_size=40,
).map("".join)  # fmt: skip
"""Texts that are nearly YAML, where its readers go wrong."""
