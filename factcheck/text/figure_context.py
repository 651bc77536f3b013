"""What stands around a figure: what it counts, whose age it is, of what total, under what heading."""

from __future__ import annotations

from decimal import Decimal

from factcheck.domain.analysis import Hedge, QuantityKind
from factcheck.text import hedges, units
from factcheck.text.counted import Counted, ends_phrase, plural_head, singular_head, size_head, state_head
from factcheck.text.figure_units import figure_at
from factcheck.text.figures import ONE, Figure
from factcheck.text.number_tokens import MONTHS, NUMERAL, SIGN, WORD, Tokens
from factcheck.text.number_words import is_year, word_set
from factcheck.text.ordinals import POSSESSIVES
from factcheck.text.words import key

_HYPHEN_IDIOMS = word_set(
    """way sided faced dimensional wheel piece ply stop off liner upmanship on tier ish something ball letter"""
)

_AGED = word_set("aged age ages turned turns turning")

AGE_GROUPS = word_set(
    """children child people persons those anyone everyone kids youths youngsters adults girls boys men women voters
    americans citizens players athletes workers patients residents pupils students teenagers infants babies females
    males"""
)

_REACHING = word_set(
    """is was are were of at to reached reaches reaching hit hits stands stood totaled totalled totals exceeded exceeds
    topped tops passed numbered numbers numbering remains remained now has had have be been climbed risen rose grown
    grew rising up from crossed neared passed"""
)

_TOTALS = word_set("toll population membership attendance tally turnout headcount circulation enrollment enrolment")

_TALKING_POINTS = word_set("thing way side hand point end time")

# What "no" counts: people and things that a report gives a number of. "No plans" or "no comment" is a denial, no figure.
COUNTABLE = frozenset(
    key(word)
    for word in word_set(
        """people person civilian soldier troop casualty injury death fatality victim survivor passenger child woman
        man hostage prisoner detainee officer policeman worker employee student patient refugee militant rebel
        insurgent suspect resident peacekeeper marine sailor pilot journalist protester demonstrator inmate migrant
        settler American Israeli Palestinian Iraqi Afghan Briton Russian Ukrainian seat vote ballot goal point medal
        case infection missile rocket bomb weapon warhead warship ship vessel aircraft plane jet helicopter tank
        vehicle car truck bus house home building school hospital arrest attack strike explosion blast gunman
        attacker bomber bystander tourist visitor member candidate lawmaker voter shot round title trophy penalty
        run wicket boat train crew staff servicemember"""
    )
)

_NOT_BEFORE_ONE = word_set("no any each this that which the every another number last next same first loved little")

_NOT_AFTER_ONE = word_set("of another who that which by time")

_BEFORE_TOTAL = word_set(
    "the its their those these all his her about some roughly nearly more than total past last next"
)


def counts(t: Tokens, f: Figure, hedge: tuple[Hedge, int] | None) -> bool:
    """Whether a number without a unit counts something, and is no idiom ("one another", "two-way")."""
    j = f.end
    before, nxt = t.low[f.first - 1], t.low[j]
    if f.words and t.hyphen(j) and t.low[j + 1] in _HYPHEN_IDIOMS:
        return False
    if f.noun is None and (
        t.low[j - 1] == "few" or (t.low[j - 1] == "zero" and t.kind[j] == WORD and not ends_phrase(nxt))
    ):
        return False
    if f.value != 1 or f.end - f.first > 1 or t.low[f.first] != "one" or f.of is not None:
        return True
    if before in _NOT_BEFORE_ONE or nxt in _NOT_AFTER_ONE or t.hyphen(f.first - 1):
        return False
    if t.hyphen(j) and t.low[j + 1] in {"time", "day", "half", "third", "fifth", "to", "man", "woman", "party"}:
        return False
    if f.noun is not None:
        low = t.low[f.noun.end - 1]
        return not (low == "thing" or (low in _TALKING_POINTS and before in {"at", "on", "in", "for", "to", "from"}))
    if (
        nxt
        in {
            "killed",
            "dead",
            "injured",
            "wounded",
            "missing",
            "more",
            "other",
            "died",
            "survived",
            "drowned",
            "escaped",
            "abstained",
        }
        and before != "the"
    ):
        return True
    return hedge is not None and hedge[0] in hedges.BOUNDS and t.kind[j] != WORD


def is_some_day(t: Tokens, f: Figure, hedge: tuple[Hedge, int] | None) -> bool:
    """Whether "one day" is "some day" rather than a length of time."""
    if hedge is not None or t.hyphen(f.first + 1):
        return False
    return t.low[f.first - 1] not in {"in", "within", "for", "lasted", "only", "just"} and t.low[f.end] not in {
        "later",
        "after",
        "before",
        "earlier",
        "of",
    }


def measure_apart(t: Tokens, f: Figure) -> None:
    """Make "three straight days" a measure, a length of time whose unit stands apart, and "3.2-fold" a ratio."""
    if f.noun is None or f.noun.end - f.noun.first > 4:
        return
    if f.noun.key == "fold":
        f.kind, f.unit, f.rule = QuantityKind.RATIO, "fold", "fold"
        return
    unit = units.MEASURES.get(t.low[f.noun.end - 1])
    if unit in units.TIME_UNITS and t.low[f.noun.end - 1] != "second":
        f.kind, f.unit, f.rule = QuantityKind.MEASURE, unit, "measure-apart"


def magnitude(t: Tokens, f: Figure) -> None:
    """Make "magnitude 6.1", "magnitude-5" and "a magnitude of at least 7.3" measures."""
    for k in range(f.first - 1, max(-1, f.first - 5), -1):
        if t.low[k] in {",", ";", ".", "and"}:
            return
        if t.low[k] == "magnitude":
            f.kind, f.unit, f.noun, f.rule = QuantityKind.MEASURE, "magnitude", None, "measure"
            return


def age_in_context(t: Tokens, f: Figure, hedge: tuple[Hedge, int] | None) -> None:
    """Make an age of "aged 34", "at the age of 80", "who is 76", "Smith, 34, said", "children under five"."""
    value = f.value if f.value is not None else f.high
    if f.noun is not None or value is None or not 0 < value < 120 or f.scale != ONE or f.of is not None:
        return
    low, p = t.low, (hedge[1] if hedge else f.first) - 1
    told = low[p] in _AGED or (low[p] == "of" and low[p - 1] == "age") or (low[p] == "from" and low[p - 1] in _AGED)
    is_aged = (
        low[p] in {"is", "was"}
        and low[p - 1] in {"he", "she", "who", "i"}
        and (t.kind[f.end] != WORD or low[f.end] in {"and", "when", "or"})
    )
    group = hedge is not None and low[f.first - 1] in {"under", "over", "than"} and low[p] in AGE_GROUPS
    if told or is_aged or group or _is_apposed(t, f):
        f.kind, f.unit, f.rule = QuantityKind.AGE, "year", "age"


def _is_apposed(t: Tokens, f: Figure) -> bool:
    """Whether the figure stands between commas after a name: "Ingrid Berg, 47, runs"."""
    p = f.first - 2
    if (
        t.kind[f.first] != NUMERAL
        or f.value is None
        or f.value < 10
        or t.low[f.first - 1] != ","
        or t.low[f.end] != ","
    ):
        return False
    return t.kind[p] == WORD and t.capital(p) and t.low[p] not in MONTHS


def total_of(t: Tokens, f: Figure) -> Decimal | None:
    """The total of "5,000 of the 12,000 workers"; the total is found again as a figure of its own."""
    j = f.end
    if t.low[j] != "of" or f.value is None:
        return None
    j += 1
    for _ in range(3):
        if t.low[j] in _BEFORE_TOTAL or t.low[j].endswith(("'s", "’s")):
            j += 1
    b = figure_at(t, j)
    if b is None or b.value is None:
        return None
    if b.kind is QuantityKind.MEASURE and b.unit in units.TIME_UNITS and t.low[j - 1] in {"past", "last", "next"}:
        f.kind, f.unit, f.noun = b.kind, b.unit, None
        return b.value
    if not b.plain or b.rule == "code" or b.value <= f.value or (b.bare and is_year(t.low[j])):
        return None
    f.noun = f.noun or counted_after(t, b.end, b.value)
    return b.value


def governing_noun(t: Tokens, i: int) -> str | None:
    """The noun before a figure that stands alone: "the death toll rose to 45", "the number of deaths reached 12"."""
    low = t.low
    j = i - 1
    while low[j] in _REACHING and j > i - 5:
        j -= 1
    if j == i - 1:
        return key(low[j]) if low[j] in _TOTALS else None  # "the toll topped 90": the verb is the hedge
    for k in range(j, max(-1, j - 14), -1):
        if low[k] in _TOTALS:
            return key(low[k])
        if (
            low[k] in {"count", "total"}
            and j - k < 6
            and k > 0
            and t.kind[k - 1] == WORD
            and low[k - 1] not in POSSESSIVES
            and low[k - 1] != "total"
            and not low[k - 1].endswith(("ing", "ed"))
        ):
            return key(low[k - 1])
        if low[k] == "number" and low[k + 1] == "of":
            noun = plural_head(t, k + 2)
            return noun.key if noun else None
        if t.kind[k] == SIGN:
            return None
    return None


def counted_after(t: Tokens, j: int, value: Decimal | None) -> Counted | None:
    """What the count that ends before token j counts."""
    if t.hyphen(j) and t.kind[j + 1] == WORD:
        word = t.low[j + 1]
        if word in {"strong", "odd", "plus", "something"}:
            return plural_head(t, j + 2) if word in {"odd", "plus"} else None
        return None if ends_phrase(word) else Counted(key(word), j + 1, j + 2)
    if (size := size_head(t, j)) is not None:
        return size
    if (state := state_head(t, j)) is not None:
        return state
    later = hedges.after(t, j)
    start = later[2] if later else j
    found = plural_head(t, start)
    if found is None and value == 1 and t.low[start] != "of":
        found = singular_head(t, start)
    return found
