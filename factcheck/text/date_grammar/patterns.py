"""How dates are written in English: one pattern a rule, and the first words that lead to each.

A date is a prefix (an article and a part: "the end of", "mid-", "early in") and a core. A core is tried only where one
of its first words stands, in the order of `CORES`: the longer way of writing before the shorter. No pattern repeats
an open-ended group, so the time stays linear in the length of the text.
"""

from __future__ import annotations

import re


def words(listed: str) -> list[str]:
    """The words of a table that is written as running text."""
    return listed.split()


_DASH = r"(?:\s?[-–‑]\s?|—)"
_APOSTROPHE = "['’‘]"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?"
    r"|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_MONTH_ALONE = (
    r"(?-i:(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?![a-zA-Z])"
    r"|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.(?!\w)"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?=[-–/](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\w)"
_WEEKDAY_SHORT = rf"(?:{_WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)(?:\.|(?![a-z])))"
_DAY_NUMBER = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:/][0-9]|\s?[ap]\.?m\b)"
_LONE_YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|2100)"
_YEAR_END = r"(?![\w%]|[.,:/][0-9])"
_YEAR = _LONE_YEAR + _YEAR_END
_SHORT_YEAR = rf"{_APOSTROPHE}[0-9]{{2}}(?![\w%]|[.,:/][0-9])"
_ANY_YEAR = rf"(?P<y>{_YEAR}|{_SHORT_YEAR})"
_SECOND_YEAR = r"(?P<y2>[0-9]{4}|[0-9]{1,2})(?![\w%]|[.,:/–-][0-9])"
_TURN_YEAR = (
    r"(?:,\s|\s)(?:of\s|in\s)?(?:the\s)?"
    r"(?P<ry>this|last|next|that(?:\ssame)?|same|following|previous|preceding)\syear(?!\w|-)"
)
_LINK = r"(?:\s?[-–‑]\s?|—|\s(?:to|through|until|till|and|or|&)\s)"
_TURN = r"(?:this\spast|this\scoming|this|last|next|past)"
_TIME_OF_DAY = r"(?:\s(?:morning|afternoon|evening|night)(?!\w))?"
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_SMALL = words("one two three four five six seven eight nine")
_TEENS = words("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_WORD_COUNT = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_SMALL)}))?|{'|'.join(_TEENS + _SMALL[::-1])})"
_COUNT = (
    r"(?<![0-9][.,])(?P<n>[0-9]{1,3},[0-9]{3}|[0-9]{1,4}|half\san?|(?:a\s)?quarter(?:[-\s]of)?[-\s]an?|(?:a\s)?couple(?:\sof)?|(?:(?:a|two|three|four|five)\s)?dozen"
    rf"|(?:a|one)\shundred|{_WORD_COUNT}|an?)"
)
_VAGUE_COUNT = r"(?P<vague>several|(?:a\s)?few|many|some)"
_UNIT = r"(?P<u>hour|day|week|fortnight|month|quarter|year|decade|centur)(?:s|y|ies)?(?!\w)"
_ORDINAL_WORDS = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
_CENTURY_NUMBER = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(_ORDINAL_WORDS, key=len, reverse=True))})"
_CENTURY_LINK = r"(?:\s(?:to|through|and|or)\s(?:the\s)?|\s?[-–]\s?)"
_BEFORE_CHRIST = r"(?-i:BCE?|B\.C\.(?:E\.)?)(?!\w)"
_ANNO_DOMINI = r"(?-i:AD|A\.D\.|CE|C\.E\.)(?!\w)"
_DECADE_WORDS = words("twenties thirties forties fifties sixties seventies eighties nineties")
_SEASON = "(?P<s>spring|summer|autumn|fall|winter)"
_CLAUSE_END = r"(?=\s?(?:[.,;:)?!”\"]|$))"

DAY_ORDINALS = (
    {word: day for day, word in enumerate(_ORDINAL_WORDS, start=1)}
    | {
        f"{tens}-{word}": start + place
        for tens, start, count in (("twenty", 20, 9), ("thirty", 30, 1))
        for place, word in enumerate(_ORDINAL_WORDS[:count], start=1)
    }
    | {"thirtieth": 30}
)
COUNTS = (
    {word: place for place, word in enumerate(_SMALL, start=1)}
    | {word: place for place, word in enumerate(_TEENS, start=10)}
    | {word: 10 * place for place, word in enumerate(_TENS, start=2)}
)
ORDINALS = {word: place for place, word in enumerate(_ORDINAL_WORDS, start=1)}
DECADES = {word: 1920 + 10 * place for place, word in enumerate(_DECADE_WORDS)} | {"noughties": 2000}

PREFIX = re.compile(
    r"(?P<the>the\s{1,3})?(?:"
    r"(?:very\s)?(?P<part>earlier|early|mid|later|late)(?:[-\s](?:to|or|and)[-\s]{1,2}(?P<part2>mid|late))?"
    r"(?:-\s?|\s{1,3}(?:in\s|part\sof\s)?)(?:the\s)?"
    r"|(?:very\s)?(?P<of>(?:beginning|start|end|close|middle|(?:early|latter|late)\spart)(?=\sof\s|-|(?<=by\send)\s)"
    r"|(?:first|second|last|latter)\shalf)(?:\sof\s|-|\s)(?:the\s)?"
    r"|(?P<nth>first|second|third|fourth|last|final)\s(?P<unit>day|week)\s(?:of|in)\s(?=[A-Z0-9]))?",
    re.IGNORECASE,
)
"""An article, a part, or both, before a date."""

CORES: dict[str, tuple[str, str]] = {
    "iso-day": ("0", rf"(?P<y>{_LONE_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9]|-[0-9])"),
    "numeric-day": (
        "0",
        (
            r"(?<![0-9][-/.,:])(?<![$£€#/])(?P<a>[0-9]{1,2})(?P<s1>[/.-])(?P<b>[0-9]{1,2})(?P<s2>[/.-])"
            r"(?P<y>[0-9]{4}|[0-9]{2})(?![\w%]|[/.,:-][0-9])"
        ),
    ),
    "nine-eleven": ("0", r"(?<![0-9][-/.,])9/11(?![0-9/%]|[.,][0-9])"),
    "year-month-day": ("0", rf"(?P<y>{_YEAR})[\s-](?P<m>{_MONTH})[\s-](?P<d>{_DAY_NUMBER})"),
    "day-month": (
        "0 WEEKDAY",
        (
            rf"(?:(?P<w>{_WEEKDAY_SHORT}),?\s(?:the\s)?)?(?<![0-9][-–/:.,])(?<![$£€¥#])"
            rf"(?P<d>{_DAY_NUMBER})(?:(?P<link>{_LINK})(?:the\s)?(?P<d2>{_DAY_NUMBER}))?"
            rf"(?P<of>\s(?:day\s)?of\s|[\s-])\s?(?P<m>{_MONTH})(?:(?:,\s?|\s{{1,2}}|-|\sof\s){_ANY_YEAR}|{_TURN_YEAR})?"
        ),
    ),
    "month-day": (
        "MONTH WEEKDAY",
        (
            rf"(?:(?P<w>{_WEEKDAY_SHORT}),?\s)?(?P<m>{_MONTH})\s{{0,2}}(?:the\s)?(?P<d>{_DAY_NUMBER})"
            rf"(?:(?P<link>{_LINK})(?:the\s)?(?P<d2>{_DAY_NUMBER})(?!\s{_MONTH}))?"
            rf"(?:(?:\s?,\s?|\s{{1,2}}|\sof\s){_ANY_YEAR}|{_TURN_YEAR})?"
        ),
    ),
    "month-ordinal": (
        "MONTH",
        (
            rf"(?P<m>{_MONTH})\s(?P<o>{'|'.join(sorted(DAY_ORDINALS, key=len, reverse=True))})"
            r"(?=\s?(?:[.,;:)]|$)|\s(?:to|in|at|on|and|when|after|as|with|by|that|the|he|she|it|they)\b)"
        ),
    ),
    "month-year": (
        "MONTH",
        rf"(?P<m>{_MONTH})(?:,?\s{{1,2}}(?:of\s(?:the\syear\s)?)?|/|-|{_APOSTROPHE}s?\s){_ANY_YEAR}",
    ),
    "month-of-year": ("MONTH", rf"(?P<m>{_MONTH}){_TURN_YEAR}"),
    "turn-month": ("this last next past", rf"(?P<turn>{_TURN})\s(?P<m>{_MONTH_ALONE})"),
    "month": ("MONTH", rf"(?P<m>{_MONTH_ALONE})"),
    "first-months": (
        "first last",
        (
            rf"(?P<which>first|last)\s(?P<n>[0-9]{{1,2}}|{_WORD_COUNT})\s(?P<u>month|quarter|week|day)s\sof\s"
            rf"(?:(?P<y>{_YEAR})|(?P<turn>this|last|next)\syear|the\syear)"
        ),
    ),
    "quarter": (
        "0 first second third fourth final last",
        (
            rf"(?:(?P<y0>{_YEAR}){_APOSTROPHE}s\s)?(?P<q>first|second|third|fourth|1st|2nd|3rd|4th|final|last)"
            rf"[-\s]quarter(?![\w-])(?:,?\s(?:of\s(?:the\s)?|in\s)?"
            rf"(?:(?P<y>{_YEAR})|(?P<turn>this|last|next)\syear|(?P<own>year)))?"
        ),
    ),
    "quarter-code": (
        "0 q h",
        rf"(?:(?P<y0>{_YEAR})[\s-]?)?(?P<kind>[QH])(?P<q>[1-4])(?!\w)(?:(?:\s(?:of\s)?|[-/]){_ANY_YEAR})?",
    ),
    "season": (
        "SEASON",
        rf"{_SEASON}(?:(?:,?\s(?:of\s(?:the\syear\s)?)?){_ANY_YEAR}(?:[-–/]{_SECOND_YEAR})?|{_TURN_YEAR})",
    ),
    "turn-season": ("this last next past", rf"(?P<turn>{_TURN})\s{_SEASON}(?!\w)"),
    "fiscal-year": (
        "fiscal financial fy",
        (
            rf"(?:(?:fiscal|financial)(?:\syear)?|FY)[\s-]?(?P<y>{_LONE_YEAR}(?![\w%]|[.,:][0-9])|{_APOSTROPHE}?[0-9]{{2}}(?![\w%]|[.,:/][0-9]))"
            rf"(?:[-–/]{_SECOND_YEAR})?"
        ),
    ),
    "open-years": ("0", rf"(?<![$£€#./:-])(?P<y>{_YEAR}){_DASH}(?:present|now|today)(?!\w)"),
    "years": ("0", rf"(?<![$£€#./:-])(?P<y>{_LONE_YEAR})(?P<dash>{_DASH}|/){_SECOND_YEAR}"),
    "decade": (
        "0 ' DECADE",
        (
            rf"(?:(?P<y>[12][0-9]{{2}}0)(?P<own>{_APOSTROPHE})?s|(?P<yy>{_APOSTROPHE}?[0-9]0){_APOSTROPHE}?s"
            rf"|(?P<word>{'|'.join(_DECADE_WORDS)}|noughties))(?!\w)"
        ),
    ),
    "century": (
        "0 first ORDINAL",
        (
            rf"(?P<c>{_CENTURY_NUMBER})(?:{_CENTURY_LINK}(?:(?P<part>early|mid|late)[-\s])?(?P<c2>{_CENTURY_NUMBER}))?"
            rf"[-\s]centur(?:y|ies)(?!\w)(?:\s(?P<era>{_BEFORE_CHRIST}))?"
        ),
    ),
    "era": (
        "0 a ad ce",
        rf"(?:{_ANNO_DOMINI}\s(?P<after>[0-9]{{1,4}})|(?<![0-9][.,])(?P<n>[0-9]{{1,4}})\s(?:(?P<before>{_BEFORE_CHRIST})|{_ANNO_DOMINI}))(?!\w)",
    ),
    "weekday": (
        "WEEKDAY this last next past coming",
        rf"(?:(?P<turn>{_TURN}|coming)\s)?(?P<w>{_WEEKDAY}){_TIME_OF_DAY}(?:\s(?:of\s)?(?P<week>this|last|next)\sweek(?!\w))?",
    ),
    "week-weekday": ("this last next", rf"(?P<turn>(?!))?(?P<week>this|last|next)\sweek\s(?:on\s)?(?P<w>{_WEEKDAY})"),
    "day-word": (
        "day yesterday today tomorrow tonight last this",
        (
            r"(?P<word>day\sbefore\syesterday|day\safter\stomorrow|yesterday|today|tomorrow|tonight|last\s(?:night|evening)"
            rf"|this\s(?:morning|afternoon|evening))(?!\w){_TIME_OF_DAY}"
        ),
    ),
    "turn": (
        "this last next past coming current that same previous preceding following ensuing",
        (
            r"(?P<turn>this\spast|this\scoming|this\ssame|this|last|next|past|coming|current|that\ssame|that|same|previous"
            r"|preceding|following|ensuing)"
            r"\s(?P<u>day|week|weekend|month|quarter|year|decade|century|morning|afternoon|evening|night)(?![\w-])"
        ),
    ),
    "event-weekday": (
        "that same previous preceding following",
        rf"(?:that|same|previous|preceding|following)\s{_WEEKDAY}",
    ),
    "weekend": ("weekend", r"(?<=the\s)weekend(?!\w|-|\sof)"),
    "past-span": ("past last next coming", rf"(?P<turn>past|last|next|coming)\s{_COUNT}\s{_UNIT}"),
    "ago": (
        "COUNT VAGUE",
        rf"(?:{_COUNT}|{_VAGUE_COUNT})\s{_UNIT}\sago(?!\w)(?:\s(?P<exact>today|this\s(?:week|month)))?",
    ),
    "from-now": ("COUNT", rf"{_COUNT}\s{_UNIT}(?:\sfrom\snow|{_APOSTROPHE}\stime)(?!\w)"),
    "later": (
        "COUNT VAGUE",
        (
            rf"(?:{_COUNT}|{_VAGUE_COUNT})\s{_UNIT}\s"
            rf"(?P<dir>(?:later|afterwards?|thereafter|earlier|previously)(?!\w|\sthan)|(?:before|after|prior){_CLAUSE_END})"
        ),
    ),
    "day-after": ("day week month year", rf"(?P<u>day|week|month|year)\s(?P<dir>before|after|prior){_CLAUSE_END}"),
    "year-end": ("year", rf"year(?:[-\s]end|{_APOSTROPHE}s\send)(?!\w)(?:\s{_ANY_YEAR})?"),
    "short-year": ("'", rf"{_APOSTROPHE}(?P<y>[0-9]{{2}})(?![\w%'’]|[.,:/][0-9])"),
    "year": ("0 year", rf"(?:year\s)?(?<![$£€¥#@.:/+])(?P<y>{_YEAR})"),
    "bare-unit": ("week month year decade century", r"(?P<u>week|month|year|decade|century)(?![\w-])"),
}
"""For each rule the kinds of first word it can begin with, and its pattern."""

_CLASSES = {
    "0": ["0"],
    "WEEKDAY": words(
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
    ),
    "MONTH": words(
        "january february march april may june july august september october november december "
        "jan feb mar apr jun jul aug sep sept oct nov dec"
    ),
    "SEASON": words("spring summer autumn fall winter"),
    "DECADE": [*_DECADE_WORDS, "noughties"],
    "ORDINAL": [word.partition("-")[0] for word in _ORDINAL_WORDS],
    "COUNT": ["0", "a", "an", "half", "quarter", "couple", "dozen", *_SMALL, *_TEENS, *_TENS],
    "VAGUE": ["several", "few", "many", "some"],
}


def _starts() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    table: dict[str, dict[str, re.Pattern[str]]] = {}
    for name, (kinds, pattern) in CORES.items():
        compiled = re.compile(pattern, re.IGNORECASE)
        for kind in kinds.split():
            for word in _CLASSES.get(kind, [kind]):
                table.setdefault(word, {})[name] = compiled
    return {word: tuple(rules.items()) for word, rules in table.items()}


STARTS = _starts()
"""For each first word, in lower case ("0" for digits), the rules to try there, in order."""

PREFIX_WORDS = frozenset(
    words(
        "third fourth final the very earlier early mid later late beginning start end close middle first second last latter"
    )
)

WORD = re.compile(r"(?<!\w)(?:[A-Za-z]+|[0-9]+|['’‘](?=[0-9]))")
"""The places where a date can begin."""

MONTHS = {name: place for place, name in enumerate(words("jan feb mar apr may jun jul aug sep oct nov dec"), start=1)}
WEEKDAYS = {name: place for place, name in enumerate(words("mon tue wed thu fri sat sun"))}
