"""Which language a text is written in: enough to tell English from what is not judged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

SAMPLE = 6_000
"""Code points looked at, from the start."""
FEW_WORDS = 6
_SURE = 0.10
_DIFFERENT = 3
_SURELY_ENGLISH = 0.25
_MOSTLY_LATIN = 1.15
"""Bytes of UTF-8 for a code point, up to which most letters are Latin."""
_NO_ENGLISH = 0.06
_ENOUGH_WORDS = 40

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Words that hold sentences together and are rare in the other languages of the table.
_FUNCTION_WORDS = {
    "en": """a an in is to do so no me us am the of and to that is was for with as his her he she it they by are this which have has had from at be been not but who were their its or
        an will would said says there what when more after about up out than into could can you we i my your no if do did over before also""",
    "fr": """le les des du et une est dans que qui pour sur pas par au avec ce cette ils elle nous vous sont plus été était ses leur aux mais ou où selon après
        depuis deux ont d'un d'une l'un c'est qu'il n'est""",
    "es": """el los las del y que una por con para se su es en al lo como más pero sus fue ha este esta son entre cuando muy sin sobre también hasta hay donde
        desde está años según tras""",
    "pt": """os as do da dos das em um uma que não com por para se mais foi ao como são mas pelo pela seu sua também ele ela entre já até quando está há
        anos muito nos segundo após""",
    "it": """il gli della del di che e è una per non con sono dei nel alla le più anche come ma dal delle si al nella stato ha dopo due anni hanno questo
        questa loro secondo fino""",
    "ro": "și în la cu de pe care este nu din pentru sunt mai un o au fost ce prin către după anul sau cel său",
    "de": """der die das und ist von den nicht mit dem ein eine zu auf für sich des im als auch wird sie er es dass bei nach wurde sind hat aus werden
        einen einer am über noch wie um vor zum zur""",
    "nl": "het een van en de dat niet is op te zijn met voor die er aan ook door bij om als naar maar werd wordt heeft hebben uit nog dan tot geen",
    "sv": "och att det som en är för på med av den inte till har de ett om var från vid kan men eller under efter mot ska sig hade där",
    "da": "og at det som en er for på med af den ikke til har de et om var fra ved kan men eller under efter mod skal sig havde der blev",
    "no": "og å det som en er for på med av den ikke til har de et om var fra ved kan men eller under etter mot skal seg hadde der ble",
    "fi": "ja on ei että oli se hän ovat kun mutta myös joka jos ole tai sen niin kuin mukaan ollut vuoden jotka sekä",
    "pl": "i w na z że się nie do jest to o jak po od dla przez są był było która który oraz ale tym roku będzie ich za może",
    "cs": "a v na se že je s z do o k pro jsou by ale jako za po byl bylo který která roku podle také jsem od ve jeho",
    "hu": "a az és hogy nem is egy volt ezt meg van de csak már még el mint után szerint ki ha vagy által",
    "tr": "ve bir bu için ile de da olarak olan çok daha gibi kadar sonra ise değil en ne var olduğu göre tarafından ancak",
    "id": "yang dan di dari untuk dengan pada ini itu tidak dalam akan telah oleh ke juga sebagai adalah mereka karena bisa kata tahun",
    "vi": "và của là các có được cho trong không một đã những với này người để khi từ theo cũng đến năm",
    "sw": "ya na wa kwa ni katika za la kuwa hiyo hilo huo cha hii baada yake watu alisema amesema wake lakini kama",
    "ha": "da ta ya na a cewa wanda ba sun an ga wannan shi su ne ce daga don amma ko kuma yake suka yi mai cikin bayan zai",
    "yo": "ti ni ó àti tí ní wọ́n fún náà sí pé kò ṣe láti ọ̀ jẹ́ àwọn",
    "so": "oo iyo ka ku ah in waa la uu ee waxay waxa soo aan ayaa si kale badan",
    "tl": "ang ng sa na mga ay at ni para hindi ito siya nila kung may isang ayon dahil",
}
_PARTICLES = frozenset(
    [
        "de",
        "la",
        "las",
        "los",
        "del",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "du",
        "des",
        "der",
        "den",
        "van",
        "von",
        "y",
        "e",
        "el",
        "al",
        "bin",
        "zu",
    ]
)
_ENGLISH = frozenset(_FUNCTION_WORDS["en"].split()) | {
    "son",
    "die",
    "war",
    "man",
    "ten",
    "per",
    "pour",
    "plus",
    "pay",
    "den",
    "si",
    "men",
}
_HOLDING = {
    language: frozenset(words.split()) - (_ENGLISH if language != "en" else frozenset())
    for language, words in _FUNCTION_WORDS.items()
}
_SCRIPTS = (
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("pa", re.compile("[\u0a00-\u0a7f]")),
    ("gu", re.compile("[\u0a80-\u0aff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("te", re.compile("[\u0c00-\u0c7f]")),
    ("ml", re.compile("[\u0d00-\u0d7f]")),
    ("si", re.compile("[\u0d80-\u0dff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("am", re.compile("[\u1200-\u137f]")),
    ("km", re.compile("[\u1780-\u17ff]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
)
_LATIN = re.compile("[A-Za-zÀ-ɏḀ-ỿ]")
# Letters that tell languages of one script apart: (language, its script's first guess, its letters, share of the script).
_LETTERS = (
    ("uk", "ru", re.compile("[іїєґІЇЄҐ]"), 0.02),
    ("sr", "ru", re.compile("[јљњћђџЈЉЊЋЂЏ]"), 0.02),
    ("ur", "ar", re.compile("[ٹڈڑےہں]"), 0.03),
    ("fa", "ar", re.compile("[پچژگی]"), 0.03),
)


def recognise_language(text: str) -> str:
    """The ISO 639-1 code of the language of `text`; `en` when little speaks against it, `und` when nothing fits.

    Gets right: an English list of Spanish names is `en`. Gets wrong: a few words of a language not in the table are `en`.
    """
    sample = text[:SAMPLE]
    if _is_plainly_english(sample):
        return "en"
    script = _script(sample)
    if script:
        return script
    words = _WORD.findall(sample)
    if len(words) < FEW_WORDS:
        return "en"
    counts = Counter(_outside_names(words))
    english = _share("en", counts)
    if english >= _SURELY_ENGLISH:
        return "en"
    shares = {language: _share(language, counts) for language in _HOLDING}
    best = max(shares, key=shares.__getitem__)
    different = sum(1 for word in _HOLDING[best] if word in counts)
    if best != "en" and different >= _DIFFERENT and shares[best] >= _SURE and shares[best] >= 1.5 * english:
        return best
    small = sum(1 for word in words if word[0].islower())
    return "und" if english < _NO_ENGLISH and small >= _ENOUGH_WORDS else "en"


def _is_plainly_english(sample: str) -> bool:
    """Whether the letters are mostly Latin and enough of the words hold English together, names not looked at."""
    pieces = sample.lower().split()
    if len(pieces) < FEW_WORDS or len(sample.encode("utf-8", "replace")) > _MOSTLY_LATIN * len(sample):
        return False
    holds = _HOLDING["en"].__contains__
    if sum(map(holds, pieces)) >= _SURELY_ENGLISH * len(pieces):
        return True
    words = _WORD.findall(" ".join(pieces))
    return sum(map(holds, words)) >= _SURELY_ENGLISH * len(words)


def _share(language: str, counts: Counter[str]) -> float:
    return sum(counts[word] for word in _HOLDING[language]) / counts.total()


def _outside_names(words: list[str]) -> Iterator[str]:
    """The words in lower case without the particles of names: "de la" of "Pérez de la Cruz" is not Spanish."""
    named = False
    for word in words:
        if not (named and word in _PARTICLES):
            named = word[0].isupper()
            yield word.lower().replace("’", "'")


def _script(sample: str) -> str:
    """The language that the script tells; empty for Latin letters or none."""
    if sample.isascii():
        return ""
    latin = len(_LATIN.findall(sample))
    found = {language: len(letters.findall(sample)) for language, letters in _SCRIPTS}
    total = sum(found.values())
    if total <= latin:
        return ""
    best = max(found, key=found.__getitem__)
    if best == "zh" and found["ja"] > 0.05 * total:
        return "ja"
    return next(
        (
            name
            for name, base, letters, share in _LETTERS
            if base == best and len(letters.findall(sample)) >= share * found[best]
        ),
        best,
    )
