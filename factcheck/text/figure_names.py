"""Numbers that are no figures: years, dates, times, codes, and the numbers in names."""

from __future__ import annotations

from factcheck.domain.analysis import Hedge, QuantityKind
from factcheck.text import units
from factcheck.text.counted import Counted, plural_head
from factcheck.text.figure_context import COUNTABLE, counted_after
from factcheck.text.figures import Figure
from factcheck.text.number_tokens import CODE, DASHES, NUMERAL, WORD, Tokens
from factcheck.text.number_words import is_year, word_set

_ERAS = word_set("b.c. a.d. bc ad bce ce b.c.e. c.e.")

_ZONES = word_set("gmt utc est edt pst bst cet ist hrs noon midnight")

# A number after one of these is a name, whatever follows.
_DESIGNATORS = word_set(
    """article articles section sections chapter chapters page pages verse paragraph clause amendment flight route
    highway interstate channel phase phases stage type category level tier version volume vol resolution boeing
    airbus windows iphone ipad galaxy playstation xbox apollo soyuz sputnik voyager formula psalm opus agenda vision
    proposition prop no nos number numbers nr room gate platform terminal runway suite apartment apt figure table
    annex appendix protocol exhibit lot track schedule title catch fahrenheit covid fiscal episode season euro area
    u2 blink sum convoy pier dock plot sector zone precinct ward constituency model nokia f fifa nba nfl eurovision
    tokyo rio sochi expo"""
)

# A number after one of these is a name unless something countable follows it.
_SOFT_DESIGNATORS = word_set(
    """rule grade group class line step unit reactor district block part act scene week day round game lap hole order
    law decree case item question form series size station camp building house street door division brigade
    battalion regiment squadron bus train"""
)

_JETS = word_set("707 717 727 737 747 757 767 777 787")

_STREETS = word_set("street st avenue ave road rd lane drive boulevard blvd square terrace downing whitehall")

_TIME_AFTER = word_set("a.m. p.m. am pm a.m p.m o'clock o’clock fm")

_NOT_AFTER_YEAR_LEADS = word_set(
    "in since by until till the of from before after during between and 's circa late early mid"
)

_COUNT_HEDGES = frozenset({"than", "least", "nearly", "almost", "some", "estimated"})

_BEFORE_FIGURE = word_set(
    """about some around roughly nearly almost over under only just all another the these those at in on by for with
    from to of than least most approximately estimated between after before since killing wounding injuring leaving
    and but a an as its their his her our more up among also including either both yet still now then even last next
    first minimum maximum additionally altogether overall when while if where that"""
)


def no_figure(t: Tokens, f: Figure) -> bool:
    """Whether the number is a name, a date, a time or a code."""
    i, end = f.first, f.end
    if f.rule == "code" or _is_glued(t, i, end):
        return True
    joined = f.rule == "score" or f.hedge is Hedge.RANGE
    if t.low[i - 1] in _DESIGNATORS and f.unit is None and (joined or (f.plain and f.words)):
        return True
    clock = t.low[end] in _TIME_AFTER or t.low[end] in _ZONES or t.month(end)
    if clock and (f.plain or (joined and f.kind is QuantityKind.COUNT)):
        return True
    if f.plain and (_is_odd_inch(t, i, end) or _is_loose_one_or_two(t, i)):
        return True
    if f.bare:
        return _in_row(t, i, end) or _is_named(t, f, i, end)
    return f.words and t.capital(i) and not t.opens(i)


def _is_odd_inch(t: Tokens, i: int, end: int) -> bool:
    """Whether the number is the inches of "six foot two"."""
    return t.low[i - 1] in {"foot", "feet"} and t.kind[end] != WORD


def _is_loose_one_or_two(t: Tokens, i: int) -> bool:
    """Whether the number is the end of "a day or two"."""
    return t.low[i - 1] == "or" and t.low[i - 2] in units.MEASURES and t.low[i - 3] in {"a", "an"}


def _is_glued(t: Tokens, i: int, end: int) -> bool:
    """Whether the number touches something that makes it a code: "F-16", "12:30", "+44", "'98", "$5/8"."""
    before, nxt = t.low[i - 1], t.low[end]
    if t.kind[end - 1] == NUMERAL and nxt in _GLUE and t.touches(end - 1) and t.touches(end):
        return True
    if not i or t.end[i - 1] != t.start[i]:
        return False
    glued = t.end[i - 2] == t.start[i - 1]
    if before in DASHES:
        spelled = before == "–" and t.kind[i - 2] == WORD
        return glued and not spelled and t.kind[i - 2] in (WORD, CODE, NUMERAL) and t.low[i - 2] not in _JOINING
    if t.kind[i] != NUMERAL or before not in _GLUE_BEFORE:
        return False
    return glued or before == "/" or (before in {"'", "’", "+"} and len(t.low[i]) == 2)


_GLUE = frozenset([":", "/", "_", "\\", "@"])
_GLUE_BEFORE = frozenset([".", ":", "/", "_", "\\", "'", "’", "+"])
_JOINING = word_set("magnitude to and or some")


def _in_row(t: Tokens, i: int, end: int) -> bool:
    """Whether a bare numeral is part of a time, a year span, a list number or a row of numbers."""
    before, nxt, word = t.low[i - 1], t.low[end], t.low[i]
    if (
        nxt in _TIME_AFTER
        or nxt in _ERAS
        or (nxt in DASHES and t.low[end + 2] in _ERAS)
        or (len(word) == 4 and nxt in _ZONES)
    ):
        return True
    if before == "(" and nxt == ")" and len(word) == 3 and t.kind[end + 1] == NUMERAL:
        return True  # an area code
    if i == 0 and nxt in {".", ")"} and t.touches(i) and len(word) <= 2 and t.size > 3:
        return True
    if before in DASHES and is_year(t.low[i - 2]) and (len(word) <= 2 or is_year(word)):
        return True
    return (t.kind[i - 1] == NUMERAL and not is_year(before)) or (t.kind[end] == NUMERAL and not is_year(nxt))


def _is_named(t: Tokens, f: Figure, i: int, end: int) -> bool:
    """Whether a bare numeral belongs to a name or is a year: "Article 5", "10 Downing Street", "Apollo 11", "in 1999"."""
    before, word = t.low[i - 1], t.low[i]
    abbreviated = before == "." and t.end[i - 2] == t.start[i - 1]
    at = i - 2 if abbreviated else i - 1
    name = t.low[at]
    if name in _DESIGNATORS and (name != "no" or t.original(at)[0] == "N"):
        return True
    if t.capital(end) and any(t.low[k] in _STREETS for k in range(end, end + 4) if t.capital(k)):
        return True
    counted = counted_after(t, f.end, f.value)
    if is_year(word):
        return _is_bare_year(t, i, counted)
    if before == "group" or (before == "of" and t.low[i - 2] == "group"):
        return True
    if counted is not None:
        return False
    return (
        name in _SOFT_DESIGNATORS
        or word in _JETS
        or (t.kind[at] == WORD and t.capital(at) and name not in _BEFORE_FIGURE)
    )


def in_date(t: Tokens, i: int, end: int) -> bool:
    """Whether the numeral stands beside a month: "Jan. 5", "5 May", "March 3 and 4"."""
    word = t.low[i]
    if len(word) > 4 or not word.isdigit() or (len(word) == 3) or (len(word) <= 2 and int(word) > 31):
        return False
    k = i - 1
    if t.low[k] == "." and t.end[k - 1] == t.start[k]:
        k -= 1
    if t.month(k):
        return True
    if len(word) <= 2 and t.month(t.after(end - 1)):
        return True
    if len(word) <= 2 and t.low[end] == "of" and t.month(end + 1):
        return True
    linked = (
        t.low[i - 1] in {"and", "or", "to", ",", "through", "-", "–"}
        and t.kind[i - 2] == NUMERAL
        and len(t.low[i - 2]) <= 2
    )
    return linked and len(word) != 3 and t.month(i - 3) and (len(word) == 4 or plural_head(t, end) is None)


def _is_bare_year(t: Tokens, i: int, counted: Counted | None) -> bool:
    """Whether 1000 to 2100 without a comma is a year: yes, unless a count's hedge or a countable noun says otherwise."""
    before = t.low[i - 1]
    if before in _COUNT_HEDGES or (before == "as" and t.low[i - 2] in {"many", "few", "much"}):
        return False
    if before in {"than", "to"} and t.low[i - 2] == "up" and counted is not None:
        return False
    if counted is None or before in _NOT_AFTER_YEAR_LEADS or before.endswith(("'s", "’s")):
        return True
    if before in {"about", "around", "over", "approximately", "roughly"}:
        return False
    near = counted.end - counted.first == 1
    return not (near and (counted.key in COUNTABLE or t.low[i] < "1900"))
