"""The key of a word: one string for its forms, British and American spelling included."""

from __future__ import annotations

import re
from functools import lru_cache

import Stemmer

_STEMMER = Stemmer.Stemmer("english")

_IRREGULAR = {
    form: base
    for line in """
    be am is are was were been being
    have has had having
    do does did done doing
    go goes went gone
    arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began begun; bend bent
    bet; bid bade bidden; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred
    bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came
    creep crept; deal dealt; dig dug; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten
    fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden
    forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given
    grind ground; grow grew grown; hang hung; hear heard; hide hid hidden; hold held; keep kept; kneel knelt
    know knew known; lay laid; lead led; learn learnt; leave left; lend lent; lie lay lain; light lit; lose lost; make made
    mean meant; meet met; mistake mistook mistaken; overthrow overthrew overthrown; overtake overtook overtaken; oversee oversaw overseen; uphold upheld; retake retook retaken; foresee foresaw foreseen; redo redid redone
    pay paid; prove proven; read; rebuild rebuilt; ride rode ridden; ring rang rung; rise rose risen; run ran; say said says
    see saw seen; seek sought; sell sold; send sent; shake shook shaken; shine shone; shoot shot; show shown
    shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken
    spend spent; spin spun; spring sprang sprung; stand stood; steal stole stolen; stick stuck; strike struck stricken
    strive strove striven; swear swore sworn; sweep swept; swim swam swum; swing swung; take took taken; teach taught
    tear tore torn; tell told; think thought; throw threw thrown; undergo underwent undergone
    understand understood; undertake undertook undertaken; wake woke woken; wear wore worn; weave wove woven; win won
    wind wound; withdraw withdrew withdrawn; withhold withheld; withstand withstood; write wrote written
    man men; woman women; child children; person people; foot feet; tooth teeth; mouse mice; goose geese
    crisis crises; basis bases; thesis theses; analysis analyses; axis axes; oasis oases; medium media; datum data
    criterion criteria; phenomenon phenomena; life lives; wife wives; knife knives; leaf leaves; half halves
    thief thieves; shelf shelves; loaf loaves; wolf wolves; self selves
    die dying; lie lying; tie tying
    good better best; bad worse worst; far farther further farthest furthest; many more most; little less least
    big bigger biggest; large larger largest
    """.replace(";", "\n").split("\n")
    if line.strip()
    for base, *forms in [line.split()]
    for form in forms
}
# "leaves" and "lay" are more often the verb, "bases" the noun with bombs in the news.
_IRREGULAR |= {"leaves": "leave", "left": "leave", "bases": "base", "lay": "lay", "found": "find", "ground": "ground"}
for _comparison in (
    "better",
    "best",
    "worse",
    "worst",
    "more",
    "most",
    "less",
    "least",
    "larger",
    "largest",
    "bigger",
    "biggest",
):
    _IRREGULAR.pop(_comparison, None)

# Words whose stems run together with those of quite other words, each with the form that it keeps.
_APART = {
    form: base
    for line in """
    authority authorities; authorize authorized authorizes authorizing authorise authorised authorization authorisation; department departments departmental
    important importance importantly; several; protestant protestants; officer officers; executive executives; premiere premieres premiered
    business businesses; personal personally; position positions positioned; positive positively; apartment apartments; political politics politically politician politicians
    useful; majority; defendant defendants; publication publications; sunny; conservative conservatives; liberal liberals; community communities; communist communists
    senate senates; senator senators; university universities; universe universal; organ organs organic; general generals generally; international internationally; internal internally; nation nations national
    nationals nationally nationality; station stations stationed; operator operators; opera operas; policy policies; police policeman policemen; new news; animal animals
    animate animated animation; past paste; experience experiences experienced; experiment experiments experimental; number numbers; numb; relative relatives; relativity
    secretary secretaries; secret secrets; minister ministers ministerial; ministry ministries; minority minorities; minor minors; active activity activities; activist activists
    sue sues sued suing; boycott boycotts boycotted boycotting; adviser advisers advisor advisors; severe severely; democrat democrats
    democratic; objection objections; objective objectives; medic medics; medical; liquid liquids; audition auditions; shelve shelves shelved shelving;
    unite united unites uniting; unit units; union unions; unity; action actions; actor actors actress actresses; act acts acted acting; special specially specialist specialists; species; port ports; portable; portion portions
    """.replace("\n", ";").split(";")
    if line.strip()
    for base, *forms in [line.split()]
    for form in (base, *forms)
}
_BRITISH = re.compile(r"(?<=[a-z]{3})(?:isation|ising|ised|ises|ise|iser)(?=s?$)")
_NOT_ISE = frozenset(
    """rise arise raise praise noise advise advertise exercise promise compromise surprise premise otherwise precise
    wise concise disguise cruise bruise expertise franchise supervise televise revise improvise devise enterprise
    merchandise paradise poise likewise demise excise despise comprise chastise circumcise incise
    advised advises advising advertised advertises advertising advertiser exercised exercises exercising promised
    promises promising compromised compromises compromising surprised surprises surprising raised raises raising
    praised praises praising rising arising arises supervised supervises supervising televised revised revises revising
    devised devises devising comprised comprises comprising disguised premises cruised cruises cruising despised
    enterprises franchises revision promiser adviser""".split()
)
_OUR = re.compile(r"^(col|fav|hon|lab|neighb|rum|hum|harb|behavi|endeav|flav|vap|vig|rig|arm|parl|od|sav|splend)our")
_SPELLING = {
    "defence": "defense", "offence": "offense", "licence": "license", "centre": "center", "centres": "centers", "theatre": "theater", "theatres": "theaters",
    "metre": "meter", "metres": "meters", "litre": "liter", "litres": "liters", "fibre": "fiber", "kilometre": "kilometer", "kilometres": "kilometers",
    "programme": "program", "programmes": "programs", "tonne": "ton", "tonnes": "tons", "cheque": "check", "grey": "gray", "tyre": "tire", "tyres": "tires",
    "aluminium": "aluminum", "aeroplane": "airplane", "aeroplanes": "airplanes", "plough": "plow", "sceptical": "skeptical", "manoeuvre": "maneuver",
    "manoeuvres": "maneuvers", "practise": "practice", "practised": "practiced", "judgement": "judgment", "ageing": "aging", "enrol": "enroll", "fulfil": "fulfill",
    "analyse": "analyze", "analysed": "analyzed", "analysing": "analyzing", "catalyse": "catalyze", "paralysed": "paralyzed", "dialogue": "dialog", "catalogue": "catalog",
    "traveller": "traveler", "travellers": "travelers", "travelled": "traveled", "travelling": "traveling", "cancelled": "canceled", "cancelling": "canceling",
    "labelled": "labeled", "modelled": "modeled", "signalled": "signaled", "fuelled": "fueled", "jewellery": "jewelry", "storey": "story", "kerb": "curb",
}  # fmt: skip


@lru_cache(maxsize=200_000)
def key(word: str) -> str:
    """The key of a word, equal for its inflected forms and spellings: "withdrew" and "withdraws" give "withdraw".

    Args:
        word: One word without spaces; case does not matter, a possessive ending is dropped.

    Gets right: "destabilising" and "destabilize". Gets wrong: "left" the side is the key of "leave".
    """
    low = word.lower()
    if not (low.isascii() and low.isalpha()):
        low = low.replace("’", "'").replace("”", "'").replace(".", "")
        low = low.removesuffix("'s").rstrip("'") or low
    if low in _APART:
        return _APART[low]
    if low in _IRREGULAR:
        return str(_STEMMER.stemWord(_IRREGULAR[low]))
    if low.endswith("men") and len(low) > 4 and low not in {"specimen", "regimen", "abdomen", "omen", "yemen"}:
        low = low[:-3] + "man"
    low = _SPELLING.get(low, low)
    if "is" in low and low not in _NOT_ISE:
        low = _BRITISH.sub(lambda found: found.group().replace("is", "iz", 1), low)
    if "our" in low:
        low = _OUR.sub(r"\1or", low)
    return str(_STEMMER.stemWord(low))
