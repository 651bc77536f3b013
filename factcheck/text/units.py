"""Currencies and units of measure: their words, their codes, and the conversions that are exact."""

from __future__ import annotations

from decimal import Decimal

from factcheck.domain.analysis import Quantity, QuantityKind

SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY",
         "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₴": "UAH", "₵": "GHS"}  # fmt: skip
DOLLAR_PREFIXES = {"us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "nz": "NZD",
                   "hk": "HKD", "s": "SGD", "nt": "TWD", "r": "BRL", "j": "JMD", "z": "ZWL", "ec": "XCD", "tt": "TTD"}  # fmt: skip
# Codes and short forms that stand before (or, in capitals, after) a numeral.
CODES = {code.lower(): code for code in ["USD", "EUR", "GBP", "JPY", "INR", "AUD", "CAD", "NZD", "CHF", "CNY", "HKD", "SGD", "KRW", "RUB", "TRY", "BRL", "MXN", "ZAR", "NGN", "KES", "PKR", "BDT", "LKR", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "ILS", "AED", "SAR", "EGP", "IRR", "IQD", "THB", "IDR", "MYR", "PHP", "VND", "TWD", "UAH"]} | {
    "rs": "INR", "rs.": "INR", "tk": "BDT", "ksh": "KES", "rmb": "CNY", "sfr": "CHF"}  # fmt: skip

_NATIONS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "kong": "HKD", "zealand": "NZD",
    "singapore": "SGD", "taiwan": "TWD", "taiwanese": "TWD", "zimbabwe": "ZWL", "zimbabwean": "ZWL", "jamaican": "JMD",
    "namibian": "NAD", "liberian": "LRD",
}  # fmt: skip
_BY_NATION = {
    "dollar": _NATIONS,
    "pound": {"british": "GBP", "egyptian": "EGP", "sudanese": "SDG", "syrian": "SYP", "lebanese": "LBP"},
    "rupee": {"indian": "INR", "pakistani": "PKR", "lankan": "LKR", "nepalese": "NPR", "nepali": "NPR", "mauritian": "MUR"},
    "franc": {"swiss": "CHF", "cfa": "XOF", "rwandan": "RWF", "congolese": "CDF", "guinean": "GNF", "burundian": "BIF"},
    "peso": {"mexican": "MXN", "philippine": "PHP", "argentine": "ARS", "chilean": "CLP", "colombian": "COP", "cuban": "CUP"},
    "krona": {"swedish": "SEK", "icelandic": "ISK"},
    "krone": {"norwegian": "NOK", "danish": "DKK"},
    "crown": {"czech": "CZK", "swedish": "SEK", "norwegian": "NOK", "danish": "DKK"},
    "shilling": {"kenyan": "KES", "ugandan": "UGX", "tanzanian": "TZS", "somali": "SOS"},
    "dirham": {"moroccan": "MAD", "uae": "AED", "emirati": "AED"},
    "dinar": {"iraqi": "IQD", "kuwaiti": "KWD", "jordanian": "JOD", "serbian": "RSD", "libyan": "LYD", "tunisian": "TND",
              "algerian": "DZD", "bahraini": "BHD"},
    "riyal": {"saudi": "SAR", "qatari": "QAR", "yemeni": "YER"},
    "rial": {"iranian": "IRR", "omani": "OMR", "yemeni": "YER"},
    "ruble": {"belarusian": "BYN", "belarussian": "BYN"},
    "lira": {"syrian": "SYP", "lebanese": "LBP", "italian": "ITL"},
    "won": {"korean": "KRW"},
    "mark": {"german": "DEM"},
}  # fmt: skip
NATION_WORDS = frozenset(nation for nations in _BY_NATION.values() for nation in nations)
# A bare noun with a code means that country's money in the news; one in small letters leaves the country open.
_BARE = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupee": "INR",
    "ruble": "RUB", "lira": "TRY", "rand": "ZAR", "naira": "NGN", "shekel": "ILS", "zloty": "PLN", "forint": "HUF",
    "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "hryvnia": "UAH", "taka": "BDT", "kyat": "MMK", "cedi": "GHS",
    "birr": "ETB", "afghani": "AFN", "tenge": "KZT", "bolivar": "VES", "quetzal": "GTQ", "lempira": "HNL", "won": "KRW",
    "franc": "franc", "peso": "peso", "krona": "SEK", "krone": "krone", "crown": "crown", "shilling": "shilling",
    "dirham": "dirham", "dinar": "dinar", "riyal": "SAR", "rial": "rial", "mark": "mark", "bitcoin": "XBT",
}  # fmt: skip
_FORMS = {
    "roubles": "ruble", "rouble": "ruble", "kronor": "krona", "kroner": "krone", "hryvnias": "hryvnia", "hryven": "hryvnia",
    "sheqels": "shekel", "zlotys": "zloty", "zlotych": "zloty", "lire": "lira", "quid": "pound",
}  # fmt: skip
CURRENCY_NOUNS = {form: noun for noun in _BARE for form in (noun, f"{noun}s")} | _FORMS
SMALL_COINS = {"cent": ("USD", "0.01"), "cents": ("USD", "0.01"), "pence": ("GBP", "0.01"), "penny": ("GBP", "0.01"),
               "paise": ("INR", "0.01"), "eurocents": ("EUR", "0.01"), "kopecks": ("RUB", "0.01")}  # fmt: skip


def currency(noun: str, nation: str = "") -> str | None:
    """ISO code for a currency noun in any form, with the nation's adjective in small letters if there is one.

    "franc", "peso", "krone", "dinar" and the like without a nation give the noun itself: the country is open. None when
    the nation has no such money.
    """
    base = CURRENCY_NOUNS[noun]
    return _BY_NATION.get(base, {}).get(nation) if nation else _BARE[base]


_WORDS = {
    "km": "kilometer kilometers kilometre kilometres km kms", "m": "meter meters metre metres",
    "cm": "centimeter centimeters centimetre centimetres cm", "mm": "millimeter millimeters millimetre millimetres mm",
    "mile": "mile miles mi", "yard": "yard yards", "foot": "foot feet ft", "inch": "inch inches",
    "nautical-mile": "nautical_mile nautical_miles", "light-year": "light_year light_years light-years",
    "kg": "kilogram kilograms kilogramme kilogrammes kg kgs kilo kilos", "g": "gram grams gramme grammes",
    "mg": "milligram milligrams mg", "tonne": "tonne tonnes metric_ton metric_tons metric_tonnes metric_tonne",
    "ton": "ton tons short_ton short_tons", "pound": "lb lbs", "ounce": "ounce ounces oz", "carat": "carat carats",
    "hectare": "hectare hectares", "acre": "acre acres",
    "km2": "square_kilometer square_kilometers square_kilometre square_kilometres square_km sq_km km2 km²",
    "m2": "square_meter square_meters square_metre square_metres square_m sq_m m2",
    "mile2": "square_mile square_miles sq_miles sq_mi", "foot2": "square_foot square_feet sq_ft",
    "m3": "cubic_meter cubic_meters cubic_metre cubic_metres m3 cu_m", "km3": "cubic_kilometers cubic_kilometres cu_km",
    "foot3": "cubic_foot cubic_feet",
    "litre": "liter liters litre litres", "ml": "milliliter milliliters millilitre millilitres ml",
    "gallon": "gallon gallons", "barrel": "barrel barrels bbl", "bushel": "bushel bushels", "teu": "teu teus",
    "celsius": "degrees_celsius degree_celsius degrees_centigrade degrees_c degree_c celsius °c °_c",
    "fahrenheit": "degrees_fahrenheit degree_fahrenheit degrees_f degree_f fahrenheit °f °_f",
    "degree": "degree degrees °",
    "second": "second seconds sec secs", "millisecond": "millisecond milliseconds", "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs", "day": "day days", "week": "week weeks", "month": "month months", "year": "year years",
    "decade": "decade decades", "century": "century centuries",
    "km/h": "kph kmh km/h kmph kilometers_per_hour kilometres_per_hour kilometers_an_hour kilometres_an_hour km_per_hour",
    "mph": "mph miles_per_hour miles_an_hour", "knot": "knot knots",
    "m/s": "meters_per_second metres_per_second m/s", "barrel/day": "bpd barrels_per_day barrels_a_day barrel_per_day barrels_of_oil_per_day barrels_of_oil_a_day "
    "barrels_of_crude_per_day barrels_of_crude_a_day b/d bbl/day",
    "watt": "watt watts", "kw": "kilowatt kilowatts kw", "mw": "megawatt megawatts mw", "gw": "gigawatt gigawatts gw",
    "tw": "terawatt terawatts tw", "kwh": "kilowatt-hour kilowatt-hours kilowatt_hours kwh",
    "mwh": "megawatt-hours megawatt_hours mwh", "gwh": "gigawatt-hours gigawatt_hours gwh",
    "twh": "terawatt-hours terawatt_hours twh", "volt": "volt volts", "hz": "hz hertz", "mhz": "mhz megahertz", "ghz": "ghz gigahertz",
    "kb": "kb kilobyte kilobytes", "mb": "mb megabyte megabytes", "gb": "gb gigabyte gigabytes", "tb": "tb terabyte terabytes",
    "calorie": "calorie calories", "decibel": "decibel decibels db", "kiloton": "kiloton kilotons", "megaton": "megaton megatons",
    "magnitude": "magnitude",
}  # fmt: skip
MEASURES = {
    form.replace("_", " ").replace("/", " / ").replace("-", " - "): unit
    for unit, forms in _WORDS.items()
    for form in forms.split()
}
MEASURE_FIRST = frozenset(form.split()[0] for form in MEASURES)
LONGEST_MEASURE = max(form.count(" ") for form in MEASURES) + 1
# Signs that need a numeral before them; the case is part of the sign.
SIGNS_AFTER_NUMERAL = {"m": "m", "g": "g", "l": "litre", "t": "tonne", "ha": "hectare", "C": "celsius", "F": "fahrenheit",
                       "W": "watt", "V": "volt", "h": "hour"}  # fmt: skip

_TIME: dict[str, int | str] = {
    "millisecond": "0.001",
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86_400,
    "week": 604_800,
}
_FACTORS: dict[str, dict[str, int | str]] = {
    "time": _TIME,
    "calendar": {"month": 1, "year": 12, "decade": 120, "century": 1200},
    "length": {"mm": "0.001", "cm": "0.01", "m": 1, "km": 1000, "inch": "0.0254", "foot": "0.3048", "yard": "0.9144",
               "mile": "1609.344", "nautical-mile": 1852},
    "mass": {"mg": "0.000001", "g": "0.001", "carat": "0.0002", "ounce": "0.028349523125", "pound": "0.45359237", "kg": 1,
             "tonne": 1000},
    "area": {"m2": 1, "foot2": "0.09290304", "acre": "4046.8564224", "hectare": 10_000, "km2": 1_000_000,
             "mile2": "2589988.110336"},
    "volume": {"ml": "0.001", "litre": 1, "m3": 1000, "km3": 10**12, "foot3": "28.316846592"},
    "speed": {"m/s": 3600, "km/h": 1000, "mph": "1609.344", "knot": 1852},
    "power": {"watt": 1, "kw": 10**3, "mw": 10**6, "gw": 10**9, "tw": 10**12},
    "energy": {"kwh": 1, "mwh": 10**3, "gwh": 10**6, "twh": 10**9},
    "frequency": {"hz": 1, "mhz": 10**6, "ghz": 10**9},
    "yield": {"kiloton": 1, "megaton": 1000},
    "data": {"kb": 1, "mb": 10**3, "gb": 10**6, "tb": 10**9},
    "percentage-points": {"percentage-point": 1, "basis-point": "0.01"},
}  # fmt: skip
_BASE = {unit: (Decimal(factor), name) for name, table in _FACTORS.items() for unit, factor in table.items()}
TIME_UNITS = frozenset(_FACTORS["time"]) | frozenset(_FACTORS["calendar"])


def convert(value: Decimal, unit: str) -> tuple[Decimal, str] | None:
    """`value` in the base unit of its dimension, and the dimension's name; None when nothing safe is known.

    Base units: second, month, metre, kg, square metre, litre, metres an hour, watt, kWh, degree Celsius. Days never become months
    (they differ in length); a ton, a gallon and a barrel stay what they are (several are in use).
    """
    if unit == "celsius":
        return value, "temperature"
    if unit == "fahrenheit":
        return (value - 32) * 5 / 9, "temperature"
    if unit not in _BASE:
        return None
    factor, dimension = _BASE[unit]
    return value * factor, dimension


def to_base(quantity: Quantity) -> tuple[Decimal, str] | None:
    """The figure in the base unit of its dimension (see `convert`); None for a range, a vague number or no measure."""
    measured = quantity.kind in {QuantityKind.MEASURE, QuantityKind.POINTS, QuantityKind.AGE}
    if not measured or quantity.value is None or quantity.unit is None:
        return None
    return convert(quantity.value, quantity.unit)
