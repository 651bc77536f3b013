"""Whether a bare number such as 2020 is meant as a year, by the words around it."""

from __future__ import annotations

import re

from factcheck.text.date_grammar.patterns import words

_WORD_BEFORE = re.compile(r"([A-Za-z$£€'’.-]+)[\s(\[\"“‘,–—-]*$")
_WORD_AFTER = re.compile(r"(?:['’]s)?[\s-]{1,3}([A-Za-z][A-Za-z.]*)")
_PER_CENT = re.compile(r"\s?per[\s-]cent\b", re.IGNORECASE)
_WORDS_AFTER = re.compile(r"\s{1,3}([A-Za-z.'’-]+)(?:\s([A-Za-z.'’-]+))?(?:\s([A-Za-z.'’-]+))?")

COUNTED = frozenset(
    words("""people persons men women children boys girls civilians troops soldiers officers policemen police personnel
    protesters demonstrators militants rebels fighters insurgents gunmen prisoners detainees inmates refugees migrants
    residents villagers families households homes houses workers employees staff jobs students pupils teachers doctors
    nurses patients adults respondents passengers victims survivors casualties deaths dead injured wounded injuries fatalities cases
    infections participants delegates supporters fans spectators attendees voters votes guests tourists visitors
    volunteers marines sailors airmen observers peacekeepers monitors police-officers firefighters others
    members copies units items pieces tickets cars vehicles trucks planes aircraft ships tanks rockets missiles
    bombs buildings schools hospitals villages shops stores companies flights seats beds rooms tests doses shares points
    goals yards words pages chapters episodes species animals cattle sheep birds trees acres hectares
    additional dollars euros pounds rupees yen pesos rubles crore lakh million billion trillion thousand hundred dozen
    percent pc degrees km kilometers kilometres kilometer kilometre miles mile meters metres meter metre m ft feet
    foot inches cm mm kg kilograms kilogrammes kilos tons tonnes tonne ton grams liters litres gallons barrels watts
    megawatts mw kw gw kwh hp horsepower calories volts bushels carats ounces gmt utc hours hrs est edt pst pdt cet bst
    ist local-time square cubic sq nautical light-years knots mph kph rpm hz mhz ghz mb gb megabytes bits
    """)
)
"""Words after a number that make it a count or a measure."""

_PERSONS = frozenset(
    words("people men women children voters residents others workers students troops soldiers police members")
)
_MORE_OR_LESS = frozenset(
    words("""about around some roughly approximately nearly almost over exceeding exactly only than under above below
    approx estimated totaling totalling numbering killed killing wounded injured were has have had another additional
    number numbers plus minus contains containing comprising comprises s d
    weighs weighing reached reaching reaches averaging averages every gained scored scoring
    """)
)
"""Words before a number that make it a count."""

_LABELS = frozenset(
    words("""resolution flight route room page pages no nos number num section sections article articles highway interstate lot
    model part version build code suite box channel line bus train windows chapter verse gate
    ext extension phone tel zip figure id isbn issn item asteroid peugeot boeing ps psalm pp p vol volume ch
    form serial pin invoice docket paragraph clause unit apartment apt building area tower radio
    at scored
    """)
)
"""Words before a number that make it a name or a clock time."""

_TEMPORAL = frozenset(
    words("""in since during until till before after between throughout circa ca c year years fiscal early late mid spring summer
    autumn winter christmas easter january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec through from built born died b d est established founded circa dated by beyond thru onward
    """)
)
_MEASURED = re.compile(
    r"\b(?:total|number|numbers|height|distance|population|sum|length|weight|altitude|elevation|speed|price|average|maximum"
    r"|minimum|crowd|group|force|staff|score|rating|depth|area|capacity|audience|majority|team|army|seed)\s+of\s+$",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|fall(?:s|en|ing)?|fell|increas\w+|decreas\w+|dropp\w+|grew|grown|grows|growing|climb\w+|declin\w+|rais\w+|lower\w+"
    r"|reduc\w+|cut|jump\w*|soar\w*|plung\w+|surg\w+|expand\w+|shr[aiu]nk|swell\w*|swelled|doubl\w+|amount\w*|equal\w*|up|down|close|next)"
    r"\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_BACK_TO = re.compile(
    r"\b(?:back|prior|dat\w+|due|up|postponed|moved|delayed|extended|through|return\w*|goes|until)\s$", re.IGNORECASE
)
_STREET = re.compile(
    r"\s(?:[NSEW]\.?\s)?(?:[A-Z][\w'’]+\.?\s){1,3}(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|Drive|Dr|Lane|Way|Highway|Parkway)\b"
)
_ERA_LIKE = re.compile(r"[-–](?:era|vintage|model|style|like|only|born|dated|present|now|today|election|style)\b")
_FUNCTION_WORDS = frozenset(
    words("""and or to in of at on by for with from as is was were are has had have the a an but when while who which that after
    before since during until through between against over under into about if although though where his her its their
    he she it they""")
)
_DETERMINERS = frozenset(words("the a an his her its their our my this that these those"))


def word_before(text: str, place: int) -> str:
    """The word before a place, in lower case; empty when there is none within 30 characters."""
    found = _WORD_BEFORE.search(text[max(0, place - 30) : place])
    return found[1].lower() if found else ""


def word_after(text: str, place: int) -> str:
    """The word after a place, as written; empty when a sign stands between."""
    found = _WORD_AFTER.match(text, place)
    return found[1].rstrip(".") if found else ""


def counts_next_word(text: str, place: int) -> bool:
    """Whether the very next word makes the number a count: "5 people", "1500 km"."""
    found = _WORDS_AFTER.match(text, place)
    return found is not None and (found[1].lower().rstrip(".") in COUNTED or _PER_CENT.match(text, place) is not None)


def is_count(text: str, place: int) -> bool:
    """Whether one of the next three words makes the number a count: "5 people", "1500 newly arrived British troops"."""
    if counts_next_word(text, place):
        return True
    found = _WORDS_AFTER.match(text, place)
    if found is None:
        return False
    first, second, third = (word.lower().rstrip(".") if word else "" for word in found.groups())
    if first in _FUNCTION_WORDS or not second:
        return False
    return second in _PERSONS or (second not in _FUNCTION_WORDS and third in _PERSONS)


def means_year(text: str, start: int, end: int, year: int) -> bool:
    """Whether the four digits from `start` to `end` are a year.

    Gets right: "the 2016 Olympics", "2000 soldiers". Gets wrong: "He owned 1950 stamps" (taken for a year).
    """
    window = text[max(0, start - 60) : start]
    touching = window.rstrip()
    tied = touching[-1:].isalnum() or touching.endswith((".", "'", "’"))
    before = word_before(text, start).rstrip(".") if tied else ""
    following = word_after(text, end).lower()
    label = before in _LABELS and not (before == "at" and following in {"level", "levels", "prices"})
    if label or not _stands_alone(text, start, end) or _STREET.match(text, end):
        return False
    recent, rounded = 1900 <= year <= 2040, year % 50 == 0
    if counts_next_word(text, end) if before in _TEMPORAL else is_count(text, end):
        told = before in {"in", "since", "during"} and following in _PERSONS
        told = told or (before == "the" and following in _YEARLY) or before in {"a", "an"}
        meant = told and recent and not rounded
    elif before in _MORE_OR_LESS or _AT_LEAST.search(window):
        meant = _is_hedged_year(window, before, following, recent=recent and not rounded)
    elif not before:
        closed = re.match(r"\s?[);,–-]", text[end : end + 2]) is not None
        meant = (touching.endswith(("(", "-", "–")) and (recent or closed)) or (recent and not (rounded and touching))
    elif before in {"to", "by", "from"}:
        meant = _is_end_of_change(text, end, window.rstrip(), before, year)
    else:
        plural = following.endswith("s") and following not in _FUNCTION_WORDS
        meant = recent or _is_old_year(before, following, rounded=rounded, plural=plural)
        meant = meant and not (before == "of" and _MEASURED.search(window) is not None)
    return meant


def _is_end_of_change(text: str, end: int, window: str, before: str, year: int) -> bool:
    """Whether the number after "from", "to" or "by" is a year, not where something rose to."""
    recent = 1900 <= year <= 2040
    other = _TO_YEAR.match(text, end) if before == "from" else _FROM_YEAR.search(window + " ")
    if other and recent and 1900 <= int(other[1]) <= 2040 and (year % 50 or int(other[1]) % 50):
        return True
    if recent and year % 50 and before != "to" and not other:
        return True
    head = window[: -len(before)]
    return _BACK_TO.search(head) is not None or (not _CHANGED.search(head) and (recent or before != "to"))


def _is_old_year(before: str, following: str, *, rounded: bool, plural: bool) -> bool:
    """Whether a number outside 1900 to 2040 is a year: "in 1848", "the 1815 battle", not "in 1500 homes"."""
    if before == "of":
        return not (rounded or plural)
    if before in _TEMPORAL:
        return not (rounded and plural)
    return before in _DETERMINERS and not rounded and following != ""


_AT_LEAST = re.compile(r"\bat\s(?:least|most)\s$", re.IGNORECASE)
_YEARLY = frozenset(words("deaths votes flights shares tests goals cases attacks"))
_NO_LATER_THAN = re.compile(r"\b(?:later|earlier|sooner)\sthan\s$", re.IGNORECASE)
_HEDGED_YEAR = re.compile(
    r"\b(?:in|from|since|until|by|to|before|after|of|built|dating|dated)\s(?:\w+|at\sleast)\s$", re.IGNORECASE
)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no hyphen ties the number to a word: not in "1500-strong", "COVID-2019"."""
    sign = text[end : end + 1]
    if sign in {"-", "–", "‑"} and text[end + 1 : end + 2].isalnum() and not _ERA_LIKE.match(text, end):
        return False
    if text[start - 1 : start] == "-" and text[max(0, start - 2) : start - 1].isalnum():
        return _HYPHENED.search(text[max(0, start - 8) : start]) is not None
    return True


_HYPHENED = re.compile(r"\b(?:pre|post|mid|end|since)-$", re.IGNORECASE)
_TO_YEAR = re.compile(r"\s(?:to|through|until|till|into)\s([12][0-9]{3})(?![\w,.][0-9])")
_FROM_YEAR = re.compile(r"\bfrom\s([12][0-9]{3})\s(?:to|through|until|till|into)\s$", re.IGNORECASE)


def _is_hedged_year(window: str, before: str, following: str, *, recent: bool) -> bool:
    """Whether "about 1850" and "over 2009" are years: only where a preposition of time stands before, or nothing follows."""
    if before in {"about", "around", "roughly", "approximately", "least"}:
        return _HEDGED_YEAR.search(window) is not None or (recent and following == "" and before != "least")
    if _NO_LATER_THAN.search(window):
        return True
    if before in {"over", "below", "above", "than"} and not re.search(r"\b(?:more|less|fewer)\sthan\s$", window):
        return recent and following in {"", "level", "levels", "and", "but"}
    return before == "had" and recent
