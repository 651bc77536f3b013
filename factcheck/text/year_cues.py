"""Whether a bare number such as 2020 is meant as a year, by the words around it."""

from __future__ import annotations

import re

_WORD_BEFORE = re.compile(r"([A-Za-z$£€'’.-]+)[\s(\[\"“‘,–—-]*$")
_WORD_AFTER = re.compile(r"(?:['’]s)?[\s-]{1,3}([A-Za-z][A-Za-z.]*)")
_WORDS_AFTER = re.compile(r"\s{1,3}([A-Za-z.'’-]+)(?:\s([A-Za-z.'’-]+))?(?:\s([A-Za-z.'’-]+))?")

COUNTED = frozenset(
    """people persons men women children boys girls civilians troops soldiers officers policemen police personnel
    protesters demonstrators militants rebels fighters insurgents gunmen prisoners detainees inmates refugees migrants
    residents villagers families households homes houses workers employees staff jobs students pupils teachers doctors
    nurses patients passengers victims survivors casualties deaths dead injured wounded injuries fatalities cases
    infections participants delegates supporters fans spectators attendees voters votes guests tourists visitors
    volunteers marines sailors airmen observers peacekeepers monitors police-officers firefighters others more
    members copies units items pieces tickets cars vehicles trucks planes aircraft ships tanks rockets missiles
    bombs buildings schools hospitals villages shops stores companies flights seats beds rooms tests doses shares points
    times goals runs yards words pages chapters episodes species animals cattle sheep birds trees acres hectares
    additional dollars euros pounds rupees yen pesos rubles crore lakh million billion trillion thousand hundred dozen
    percent per pc degrees km kilometers kilometres kilometer kilometre miles mile meters metres meter metre m ft feet
    foot inches cm mm kg kilograms kilogrammes kilos tons tonnes tonne ton grams liters litres gallons barrels watts
    megawatts mw kw gw kwh hp horsepower calories volts bushels carats ounces gmt utc hours hrs est edt pst pdt cet bst
    ist local-time square cubic sq nautical light-years knots mph kph rpm hz mhz ghz mb gb megabytes bits
    """.split()
)
"""Words after a number that make it a count or a measure."""

_PERSONS = frozenset("people men women children voters residents others workers students troops soldiers police members".split())
_MORE_OR_LESS = frozenset(
    """about around some roughly approximately nearly almost over exceeding exactly only least most than under above below
    approx estimated totaling totalling numbering killed killing wounded injured were has have had another additional
    total number numbers plus minus times contains containing comprising comprises costs cost price priced worth
    weighs weighing reached reaching reaches averaging averages every nos gained scored scoring rose fell
    """.split()
)
"""Words before a number that make it a count."""

_LABELS = frozenset(
    """resolution flight route room page pages no no. nos. number num section sections article articles highway interstate lot
    model part version build code suite box channel line bus train windows chapter verse directive order proposal gate
    ext extension phone tel zip figure id isbn issn item asteroid peugeot boeing ps psalm pp p. pp. vol volume ch
    form serial pin invoice case docket bill decree paragraph clause rule unit apartment apt building area tower radio
    at scored
    """.split()
)
"""Words before a number that make it a name or a clock time."""

_TEMPORAL = frozenset(
    """in since during until till before after between throughout circa ca c year years fiscal early late mid spring summer
    autumn winter christmas easter january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec through from by beyond thru onward
    """.split()
)
_MEASURED = re.compile(
    r"\b(?:total|number|numbers|height|distance|population|sum|length|weight|altitude|elevation|speed|price|average|maximum"
    r"|minimum|crowd|group|force|staff|score|rating|depth|area|capacity|audience|majority|team|army|seed)\s+of\s+$",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|fall(?:s|en|ing)?|fell|increas\w+|decreas\w+|dropp\w+|grew|grow\w*|climb\w+|declin\w+|rais\w+|lower\w+"
    r"|reduc\w+|cut|jump\w*|soar\w*|plung\w+|surg\w+|expand\w+|shr[aiu]nk|swell\w*|swelled|doubl\w+|amount\w*|equal\w*|up|down|close|next)"
    r"\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_BACK_TO = re.compile(r"\b(?:back|prior|dat\w+|due|up|postponed|moved|delayed|extended|through|return\w*|goes|until)\s$", re.IGNORECASE)
_STREET = re.compile(r"\s(?:[NSEW]\.?\s)?(?:[A-Z][\w'’]+\.?\s){1,3}(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|Drive|Dr|Lane|Way|Highway|Parkway)\b")
_ERA_LIKE = re.compile(r"[-–](?:era|vintage|model|style|like|only|born|dated|present|now|today|election|style)\b")
_FUNCTION_WORDS = frozenset("and or to in of at on by for with from as is was were are has had have the a an but when while who which that".split())
_DETERMINERS = frozenset("the a an his her its their our my this that these those".split())


def word_before(text: str, place: int) -> str:
    """The word before a place, in lower case; empty when there is none within 30 characters."""
    found = _WORD_BEFORE.search(text[max(0, place - 30) : place])
    return found[1].lower() if found else ""


def word_after(text: str, place: int) -> str:
    """The word after a place, as written; empty when a sign stands between."""
    found = _WORD_AFTER.match(text, place)
    return found[1] if found else ""


def is_count(text: str, place: int) -> bool:
    """Whether the word after a number makes it a count: "5 people", "1500 British troops"."""
    found = _WORDS_AFTER.match(text, place)
    if found is None:
        return False
    first, second, third = (word.lower().rstrip(".") if word else "" for word in found.groups())
    if first in COUNTED or any(half in COUNTED for half in first.split("-")[-1:]):
        return True
    if first in _FUNCTION_WORDS or not second:
        return False
    return second in _PERSONS or (second not in _FUNCTION_WORDS and third in _PERSONS)


def means_year(text: str, start: int, end: int, year: int) -> bool:
    """Whether the four digits from `start` to `end` are a year.

    Gets right: "the 2016 Olympics", "2000 soldiers". Gets wrong: "He owned 1950 stamps" (taken for a year).
    """
    sign = text[start - 1 : start]
    if sign == "-" or text[end : end + 1] in {"-", "–", "‑"}:
        joined = text[end + 1 : end + 2]
        if joined.isalnum() and not _ERA_LIKE.match(text, end):
            return False
    before = word_before(text, start)
    window = text[max(0, start - 60) : start]
    round_number = year % 50 == 0
    recent = 1900 <= year <= 2040
    touching = window.rstrip(" \t\n")
    adjacent = touching[-1:].isalnum() or touching.endswith(".")
    if is_count(text, end):
        return before in {"in", "since", "during"} and adjacent and recent and not round_number and word_after(text, end).lower() in _PERSONS
    if adjacent and (before in _LABELS or before.rstrip(".") in _LABELS) or _STREET.match(text, end):
        return False
    if adjacent and before in _MORE_OR_LESS:
        return before in {"about", "around"} and bool(re.search(r"\b(?:in|from|since|until|by|of)\s\w+\s$", window)) or (before == "had" and recent)
    if touching.endswith("(") or (touching.endswith(("-", "–")) and recent):
        return recent or bool(re.match(r"\s?[);,–-]", text[end : end + 2]))
    if not adjacent:
        return recent and not round_number or recent and not touching
    if before == "of":
        return not _MEASURED.search(window) and (recent or not round_number)
    if before in {"to", "by", "from"}:
        head = window.rstrip(" ")[: -len(before)]
        if _BACK_TO.search(head):
            return True
        return not _CHANGED.search(head) and (recent or before != "to")
    if before in _TEMPORAL:
        following = word_after(text, end)
        plural = following.islower() and following.endswith("s") and following not in {"is", "was", "as", "has", "this", "its", "his"}
        return recent or not (round_number and plural)
    if recent:
        return True
    following = word_after(text, end)
    return before in _DETERMINERS and not round_number and bool(following)
