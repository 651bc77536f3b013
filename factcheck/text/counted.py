"""What a figure counts: the head noun after it, found without a tagger and given up when unsure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from factcheck.text.number_tokens import CODE, NUMERAL, WORD, Tokens
from factcheck.text.number_words import NUMBER_WORDS, SCALES, word_set
from factcheck.text.words import key

_IRREGULAR_PLURALS = word_set(
    """people men women children troops feet teeth mice geese series species crises bacteria criteria phenomena alumni fungi
    nuclei stimuli oxen lice dice bases analyses oases theses buses viruses campuses menus gurus seamen"""
)
# Plural in sense when nothing of the noun phrase follows: "100 police", but "two police stations", "the cod stock".
_COLLECTIVES = word_set(
    """police personnel staff aircraft cattle fish sheep media data headquarters offspring spacecraft crew deer poultry clergy youth
    faithful chassis buffalo bison salmon trout cod squid shrimp elk moose"""
)
_NOT_PLURAL = word_set(
    """news politics economics physics mathematics athletics gymnastics gas lens canvas bias diabetes rabies measles
    always perhaps equals deserves besides towards afterwards sometimes overseas indoors outdoors upwards downwards forwards
    backwards thus plus this his its is was has does goes says ours yours theirs hers as us yes christmas texas
    kansas arkansas paris laos honduras cyprus hamas illinois massachusetts athens wales netherlands philippines
    brussels reuters los las angeles orleans james charles thomas nicholas marcus lewis davis francis louis dennis
    chris jones williams adams harris evans across unless whereas nowadays versus minus previous serious various
    famous dangerous religious nervous obvious sans alias atlas pancreas corps des les biblical anonymous indigenous
    continuous simultaneous numerous consecutive vegas dallas memphis minneapolis annapolis belarus mauritius
    damascus caucasus vilnius tigris abbas yours mars venus uranus sarkozy's bahamas maldives seychelles barbados"""
)
_STOP = word_set(
    """a an the this that these those my your his her its our their whose which who whom what when where why how there
    here he she it they we you i me him them us himself herself itself themselves of in on at by for with from to
    into onto upon over under between among amid during after before since until till against about above across
    along around behind below beneath beside beyond despite down except inside like near off out outside past per
    through throughout toward towards up via within without versus vs than as because although though while whereas
    if unless whether and or but nor so yet plus minus is are was were be been being am has have had having do does
    did will would shall should can could may might must not no n't never also too very just only even still already
    now then ever again almost nearly soon later earlier ago today yesterday tomorrow tonight overnight together
    apart away back ahead abroad here each every both either neither monday tuesday wednesday thursday friday
    saturday sunday said say says saying told tell tells added adds including included includes regarding concerning
    following according such some any all most several few many much less last next died die dies dying met won took
    take takes taken made make makes making saw got came come comes went go gave give given gives fell fled flee
    began begin became become brought bought fought sent led run ran rose rise drew drove flew grew grow threw wrote
    spoke sought taught thought kept felt stood sat struck swept wore beat blew broke chose did put set hit held
    hold holds let remain remains remained need needs want wants seem seems appear appears alive aboard respectively
    overall altogether alone instead otherwise however meanwhile elsewhere hurt found believed thought feared more
    fewer others other another else apiece"""
)
_AFTER_NUMBER = word_set("more other additional further extra fewer less")
_PASTS = word_set(
    """paid left lost sold shot caught built cut shut spread burst quit broke stole hid swore wore tore drank sang sank swam rang shook
    woke heard meant read bet laid lay slept stuck stung swung spun dug fed bled bred bent lent leapt dealt"""
)
_STATES = word_set("dead wounded injured missing homeless")
# After "the two", "all three": more often what they do than what they are.
_DEEDS = word_set(
    """face deny plan demand visit vote plead claim work share report call use play start move sign travel attend agree
    want need say talk meet discuss face support oppose back"""
)
_ING_NOUNS = word_set(
    """building meeting hearing training bombing shooting killing landing ring evening morning spring king wing string ceiling holding
    offering ruling briefing opening crossing setting sibling funding warning filing reading wedding recording painting being outing
    housing mining marketing manufacturing banking fishing shipping sting swing earning sling gathering finding"""
)
_EST_NOUNS = word_set(
    "test west guest request protest arrest forest harvest interest contest priest chest nest rest quest conquest behest vest crest "
    "zest pest jest inquest southwest northwest midwest digest manifest unrest bequest everest modest honest earnest"
)
_PARTICIPLES = word_set(
    """accused alleged suspected detained convicted wounded injured armed wanted kidnapped abducted arrested named elected united red
    charred damaged proposed planned disputed occupied related besieged displaced so-called captured unidentified unnamed deceased
    jailed sacked retired disgraced newly-elected allied combined registered required listed affected infected stranded"""
)
_DETERMINERS = word_set("the its his her their our my your these those all such this that some any each every whose")


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun phrase: the key of its head, its first token, and one past its head."""

    key: str
    first: int
    end: int


def is_plural(tokens: Tokens, i: int) -> bool:
    """Whether token i looks like a plural noun."""
    if tokens.kind[i] == CODE:
        return False
    word = tokens.low[i]
    if word in _COLLECTIVES:
        follower = tokens.low[i + 1]
        return tokens.kind[i + 1] != WORD or follower in _STOP or follower.endswith(("ed", "ing"))
    if word in _IRREGULAR_PLURALS:
        return True
    if len(word) < 4 or word in _NOT_PLURAL or word in _STOP:
        return _short_plural(word)
    return _plural_shape(word) and (not word.endswith("is") or tokens.text[tokens.start[i]].isupper())


def _short_plural(word: str) -> bool:
    return word in {"men", "mps", "gis", "ids", "tvs", "cds", "pcs", "ngos", "ads", "eus", "aps", "gps"}


@lru_cache(maxsize=4096)
def _plural_shape(word: str) -> bool:
    if word.endswith(("men", "people", "children")):
        return word not in {"specimen", "regimen", "abdomen", "omen", "yemen", "ramen"}
    return word[-1] == "s" and not word.endswith(("ss", "us", "'s", "’s")) and "." not in word


def _has_apostrophe(tokens: Tokens, i: int) -> bool:
    """Whether a plural is followed by its apostrophe: "soldiers'" or, split, "countries '"."""
    sign = tokens.low[i + 1]
    return sign in {"'", "’"}


def plural_head(tokens: Tokens, i: int) -> Counted | None:
    """The plural noun that a figure before token i counts, modifiers allowed between.

    Gets right: "2,500 U.S. troops", "dozens of drone and missile attacks". Gets wrong: "the 12 seat buyers", where "seat"
    is a verb, gives the buyers.
    """
    first = _past_partitive(tokens, i)
    if first < 0:
        return None
    head = _first_plural(tokens, first)
    after_all = tokens.low[first - 2] in {"the", "all", "these", "those"}
    if head < 0 or (head > first and after_all and _is_deed_of_all(tokens, first)):
        return None
    while _goes_on(tokens, head):
        head += 1
    return Counted(_key_of_plural(tokens, head), first, head + 1)


def _key_of_plural(tokens: Tokens, i: int) -> str:
    """The key of a plural; "MPs" and "NGOs" lose their s, which the stem of so short a word would keep."""
    word = tokens.original(i)
    return key(word[:-1] if word[-1] == "s" and word[:-1].isupper() and len(word) > 2 else word)


def _goes_on(tokens: Tokens, head: int) -> bool:
    """Whether the word after a plural is the true head ("sales people"), not a verb ("each of four lines carries a million")."""
    if (
        _has_apostrophe(tokens, head)
        or not is_plural(tokens, head + 1)
        or tokens.capital(head) < tokens.capital(head + 1)
    ):
        return False
    follower = tokens.low[head + 2]
    return (
        tokens.kind[head + 2] != NUMERAL
        and follower not in NUMBER_WORDS
        and follower not in {"a", "an", "the", "its", "their"}
    )


def is_superlative(word: str) -> bool:
    """Whether a word in small letters is "largest", "most" and the like."""
    return word in {"most", "least", "worst"} or (word.endswith("est") and word not in _EST_NOUNS)


def _is_deed_of_all(tokens: Tokens, i: int) -> bool:
    """Whether token i, after "the two" or "all three", is more likely their deed: "face charges", "discussed oil prices"."""
    word = tokens.low[i]
    return word in _DEEDS or (word.endswith("ed") and word not in _PARTICIPLES)


def _first_plural(tokens: Tokens, first: int) -> int:
    """The first plural from token `first` on, with nothing but modifiers before it; -1 when there is none."""
    j, limit = first, first + 9
    while j < limit and tokens.kind[j] in (WORD, CODE):
        word = tokens.low[j]
        joins = word in {"and", "or"} and j > first and is_plural_ahead(tokens, j + 1)
        if _ends(tokens, j) and not joins and not (word in {"most", "all"} and j == first):
            break
        if word.endswith("ed") and (tokens.low[j + 1].endswith("ing") or tokens.low[j + 1] in _STOP):
            break
        if tokens.hyphen(j + 1):
            j, limit = j + 2, limit + 2
            continue
        if is_plural(tokens, j):
            return j
        j += 1
    coordinated = tokens.low[j] in {"and", "or"} and (
        tokens.kind[j + 1] == NUMERAL or tokens.low[j + 1] in NUMBER_WORDS
    )
    return j - 1 if j > first and _is_people(tokens, j - 1) and not coordinated else -1


def _ends(tokens: Tokens, j: int) -> bool:
    """Whether token j ends a noun phrase; a part of a hyphenated word never does, nor does "US" in capitals."""
    word = tokens.low[j]
    if tokens.hyphen(j - 1):
        return False
    if word in NUMBER_WORDS or word in SCALES:
        return True
    return word in _STOP and not tokens.hyphen(j + 1) and tokens.original(j) != "US"


def _is_people(tokens: Tokens, i: int) -> bool:
    """Whether token i names a people in a form without -s: "Sudanese", "French"."""
    word = tokens.low[i]
    return (
        word.endswith("ese") or word in {"british", "french", "irish", "dutch", "swiss", "english", "welsh"}
    ) and tokens.text[tokens.start[i]].isupper()


def is_plural_ahead(tokens: Tokens, i: int) -> bool:
    """Whether a plural noun follows within three words, with nothing but modifiers between."""
    for j in range(i, i + 3):
        if tokens.kind[j] not in (WORD, CODE) or tokens.low[j] in _STOP:
            return False
        if is_plural(tokens, j):
            return True
        if tokens.hyphen(j + 1):
            return False
    return False


def _past_partitive(tokens: Tokens, i: int) -> int:
    """The first token of the noun phrase after a figure, past "of the", "more", "other"; -1 when a pronoun follows."""
    low = tokens.low
    while low[i] in _AFTER_NUMBER:
        i += 1
    if low[i] == "of":
        i += 1
        if low[i] in {"all", "both"}:
            i += 1
        if low[i] in _DETERMINERS:
            i += 1
        while low[i] in _AFTER_NUMBER:
            i += 1
        if low[i] in {"them", "us", "you", "whom", "which", "it"}:
            return -1
    return i


def singular_head(tokens: Tokens, i: int) -> Counted | None:
    """The noun that "one", "fifth" or a number with "of" before token i speaks of, ending before a verb or preposition."""
    first = _past_partitive(tokens, i)
    if first < 0:
        return None
    low = tokens.low
    j, limit, head = first, first + 7, -1
    while j < limit and tokens.kind[j] in (WORD, CODE) and not _ends(tokens, j):
        if head >= 0 and _is_noun(tokens, head) and _is_deed(tokens, j):
            break
        if low[j].endswith("ly") and low[j + 1] in _STOP:
            break
        head = j
        if tokens.hyphen(j + 1):
            j, limit = j + 2, limit + 2
            continue
        if low[j].endswith(("'s", "’s")):
            break
        j += 1
    if (
        head < 0
        or tokens.kind[head] == CODE
        or len(low[head]) < 2
        or low[head] in _STATES
        or low[head].endswith(("ed", "ly", "ing"))
    ):
        return None
    return Counted(key(low[head]), first, head + 1)


def _is_noun(tokens: Tokens, i: int) -> bool:
    return not tokens.capital(i) and not tokens.low[i].endswith(("ly", "ed")) and not is_superlative(tokens.low[i])


def _is_deed(tokens: Tokens, j: int) -> bool:
    """Whether token j, after a singular noun, is more likely its verb: "soldier wounded", "expert believes", "man sold"."""
    word = tokens.low[j]
    if word in _STATES or word in _PASTS or word.endswith(("ed", "ly")):
        return True
    if word.endswith("ing"):
        return word not in _ING_NOUNS or tokens.low[j + 1] in _STOP or tokens.kind[j + 1] != WORD
    return is_plural(tokens, j) and word not in _IRREGULAR_PLURALS and word not in _COLLECTIVES


_SIZES = word_set(
    """member seat nation party person man woman team bed room judge state page storey story vehicle ship dollar"""
)


def size_head(tokens: Tokens, i: int) -> Counted | None:
    """The singular that tells a size, written without its hyphen: "an 11 member cartel", "a 25,000 seat stadium"."""
    if (
        tokens.low[i] in _SIZES
        and tokens.kind[i + 1] == WORD
        and tokens.low[i + 1] not in _STOP
        and not is_plural(tokens, i + 1)
    ):
        return Counted(key(tokens.low[i]), i, i + 1)
    return None


def ends_phrase(word: str) -> bool:
    """Whether a word in small letters can be no part of a noun phrase."""
    return word in _STOP


def state_head(tokens: Tokens, i: int) -> Counted | None:
    """Take "dead", "wounded", "injured", "missing", "homeless" right after a figure: "12 dead", "300 wounded in the blast"."""
    low = tokens.low
    while low[i] in _AFTER_NUMBER:
        i += 1
    if low[i] in _STATES and (tokens.kind[i + 1] != WORD or low[i + 1] in _STOP):
        return Counted(key(low[i]), i, i + 1)
    return None
