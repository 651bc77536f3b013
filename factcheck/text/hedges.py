"""How a figure is meant: the words around it that make it rough, a bound or a range."""

from __future__ import annotations

from factcheck.domain.analysis import Hedge
from factcheck.text.number_tokens import NUMERAL, Tokens
from factcheck.text.number_words import NUMBER_WORDS, word_set

_SLIGHTLY = (
    "just",
    "slightly",
    "a little",
    "a bit",
    "a shade",
    "marginally",
    "only just",
    "only slightly",
    "fractionally",
)
_GREATLY = (
    "well", "far", "much", "significantly", "considerably", "substantially", "comfortably", "way", "many", "little", "somewhat",
    "even", "vastly",
)  # fmt: skip
_OVER = (
    "more than",
    "over",
    "above",
    "in excess of",
    "greater than",
    "higher than",
    "upwards of",
    "upward of",
    "north of",
)
_UNDER = ("less than", "fewer than", "under", "below", "lower than", "short of", "shy of")

_PHRASES: dict[Hedge, tuple[str, ...]] = {
    Hedge.ABOUT: (
        "about", "some", "around", "roughly", "approximately", "approx", "approx .", "an estimated", "estimated", "est .",
        "circa", "c .", "ca .", "~", "≈", "in the region of", "in the neighborhood of", "in the neighbourhood of",
        "on the order of", "in the order of", "of the order of", "something like", "just about", "more or less",
        "at about", "at around", "somewhere around", "somewhere near", "an approximate", "approximated", "estimated at about",
        "an estimated about", "believed to be about", "in the vicinity of", "broadly",
    ),
    Hedge.NEARLY: (
        "nearly", "almost", "close to", "nearing", "approaching", "virtually", "not quite", "very nearly", "very close to", "near to",
        *(f"{slightly} {under}" for slightly in _SLIGHTLY for under in _UNDER), "short of",
    ),
    Hedge.MORE_THAN: (
        *_OVER, "exceeding", "exceeds", "exceed", "exceeded", "surpassing", "surpassed", "surpasses", "topped", "topping", "tops", ">",
        "better than", "larger than", "bigger than", "beyond", "longer than", "older than", "taller than", "faster than",
        "heavier than", "stronger than",
        *(f"{much} {over}" for much in (*_SLIGHTLY, *_GREATLY) for over in _OVER),
    ),
    Hedge.AT_LEAST: (
        "at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum of", "minimum",
        "as few as", "as little as", "as low as", "≥", "at the very least", "a confirmed minimum of", "at a minimum",
    ),
    Hedge.LESS_THAN: (
        "less than", "fewer than", "under", "below", "lower than", "smaller than", "<", "younger than", "shorter than",
        "not even", *(f"{much} {under}" for much in _GREATLY for under in _UNDER),
    ),
    Hedge.AT_MOST: (
        "up to", "as many as", "as much as", "at most", "at the most", "no more than", "not more than", "a maximum of", "maximum of",
        "as high as", "as far as", "≤", "not exceeding", "no higher than", "no greater than", "no longer than", "anything up to",
    ),
}  # fmt: skip


_BEFORE = {phrase: hedge for hedge, phrases in _PHRASES.items() for phrase in phrases}
_LENGTHS: dict[str, list[int]] = {}  # last word -> lengths in words of the phrases that end in it, longest first
for _phrase in _BEFORE:
    _words = _phrase.split()
    _LENGTHS[_words[-1]] = sorted({*_LENGTHS.get(_words[-1], []), len(_words)}, reverse=True)
_AFTER = {
    ("or", "so"): Hedge.ABOUT,
    ("or", "thereabouts"): Hedge.ABOUT,
    ("or", "more"): Hedge.AT_LEAST,
    ("or", "older"): Hedge.AT_LEAST,
    ("or", "higher"): Hedge.AT_LEAST,
    ("or", "above"): Hedge.AT_LEAST,
    ("or", "over"): Hedge.AT_LEAST,
    ("or", "better"): Hedge.AT_LEAST,
    ("or", "greater"): Hedge.AT_LEAST,
    ("and", "above"): Hedge.AT_LEAST,
    ("and", "over"): Hedge.AT_LEAST,
    ("and", "older"): Hedge.AT_LEAST,
    ("and", "up"): Hedge.AT_LEAST,
    ("or", "fewer"): Hedge.AT_MOST,
    ("or", "less"): Hedge.AT_MOST,
    ("or", "younger"): Hedge.AT_MOST,
    ("or", "under"): Hedge.AT_MOST,
    ("or", "below"): Hedge.AT_MOST,
    ("and", "under"): Hedge.AT_MOST,
    ("and", "below"): Hedge.AT_MOST,
    ("and", "younger"): Hedge.AT_MOST,
}
_JOINED = {"odd": Hedge.ABOUT, "ish": Hedge.ABOUT, "plus": Hedge.AT_LEAST}
BOUNDS = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.LESS_THAN, Hedge.AT_MOST})
UPWARD = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST})

# "talks about two islands", "a row over three seats": the word says what it is about, not how many.
_TALK = word_set(
    """talk talks talked talking speak speaks spoke speaking ask asked asking complain complained complaining concern concerns
    concerned worry worries worried question questions questioned information news report reports story stories book film know
    knew learn learned think thought told tell tells doubt doubts debate debated lied lying warned warning argue argued arguing"""
)
_DISPUTE = word_set(
    """dispute disputes row rows clash clashes clashed fight fighting fought war differ differed negotiations negotiate disagree
    disagreed disagreement quarrel quarrelled feud control sovereignty anger angry outrage outcry criticism criticised criticized
    detained arrested questioned charged fined sued tension tensions conflict argue argued arguing protest protests concern
    concerns concerned debate debated"""
)
_TOPICS = {"about": _TALK, "around": _TALK, "over": _DISPUTE}
_MOVING = word_set(
    """went go goes going gone moved move pushed push climbed walked drove grew add adds added live lived toll total
    number count price prices figure"""
)
# "over five years" is how long; "for over five years" is more than five.
_DURATION_LEADS = word_set("for after in of just well is was last lasted lasts spent than took takes take since within")


def before(tokens: Tokens, i: int, floor: int) -> tuple[Hedge, int] | None:
    """The hedge that ends just before token i, and its first token.

    Args:
        tokens: The sentence.
        i: First token of the figure.
        floor: Tokens below this index belong to another figure.
    """
    found: tuple[Hedge, int] | None = None
    j = i
    while (one := _one_before(tokens, j, floor)) is not None:
        hedge, j = one
        # "at least about 20": the bound tells more than the roughness.
        outer = found is None or (found[0] not in BOUNDS and hedge in BOUNDS)
        found = (hedge if outer or found is None else found[0]), j
    return found


def _one_before(tokens: Tokens, i: int, floor: int) -> tuple[Hedge, int] | None:
    low = tokens.low
    for length in _LENGTHS.get(low[i - 1], ()) if i > floor else ():
        first = i - length
        hedge = _BEFORE.get(" ".join(low[first:i])) if first >= floor else None
        if hedge is None:
            continue
        topic = length == 1 and low[first - 1] in _TOPICS.get(low[first], ())
        moving = length == 2 and low[first] == "up" and low[first + 1] == "to" and low[first - 1] in _MOVING
        return None if topic or moving else (hedge, first)
    return None


def after(tokens: Tokens, i: int) -> tuple[Hedge, int, int] | None:
    """The hedge that starts at token i, just after a figure: the hedge, its first token and the one past its last."""
    low = tokens.low
    leads_on = tokens.kind[i + 2] == NUMERAL or low[i + 2] in NUMBER_WORDS or low[i + 2] in {"$", "£", "€"}
    if not leads_on and (hedge := _AFTER.get((low[i], low[i + 1]))) is not None:
        return hedge, i, i + 2
    if low[i] == "+" and tokens.end[i - 1] == tokens.start[i]:
        return Hedge.AT_LEAST, i, i + 1
    if low[i] == "plus" and low[i + 1] not in {"a", "an", "the"} and not low[i + 1].isdigit():
        return Hedge.AT_LEAST, i, i + 1
    if tokens.hyphen(i) and (hedge := _JOINED.get(low[i + 1])) is not None:
        return hedge, i + 1, i + 2
    if low[i] == "odd":
        return Hedge.ABOUT, i, i + 1
    return None


def is_span_of_time(tokens: Tokens, first: int, end: int) -> bool:
    """Whether "over", at token `first`, says how long rather than how much: "spent it over five years".

    Args:
        tokens: The sentence.
        first: The token "over".
        end: One past the unit of time.
    """
    return (
        tokens.low[first] == "over"
        and tokens.low[first - 1] not in _DURATION_LEADS
        and tokens.low[end] not in {"ago", "old", "later", "earlier"}
    )
