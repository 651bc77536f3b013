import pytest

from factcheck.adapters.readers.charsets import decode, in_utf8, known
from factcheck.errors import CorpusError

RUSSIAN = "Мэр города сказал, что мост открыт с понедельника. Жители недовольны ценами на билеты и расписанием парома."
GREEK = "Ο δήμαρχος είπε ότι η γέφυρα είναι ανοιχτή από τη Δευτέρα. Οι κάτοικοι δεν είναι ευχαριστημένοι."
ARABIC = "قال رئيس البلدية إن الجسر مفتوح منذ يوم الاثنين. السكان غير راضين عن أسعار التذاكر."
JAPANESE = "市長は橋が月曜日から開いていると述べた。住民は切符の値段に不満を持っている。"
ENGLISH = "The café of Lund sells “tea” – at £3 a cup, the naïve mayor’s brother said on Monday."


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        pytest.param(RUSSIAN, "cp1251", id="russian-windows"),
        pytest.param(RUSSIAN, "koi8-r", id="russian-koi8"),
        pytest.param(GREEK, "cp1253", id="greek"),
        pytest.param(ARABIC, "cp1256", id="arabic"),
        pytest.param(JAPANESE, "cp932", id="japanese"),
        pytest.param(JAPANESE, "iso2022_jp", id="japanese-mail"),
        pytest.param(ENGLISH, "cp1252", id="english-windows"),
        pytest.param(ENGLISH, "utf-8", id="utf-8"),
    ],
)
def test_a_character_set_is_guessed(text: str, charset: str) -> None:
    assert decode(text.encode(charset)) == (text, charset)


@pytest.mark.parametrize(
    ("data", "declared", "expected"),
    [
        pytest.param("Caffè".encode("mac_roman"), "macintosh", ("Caffè", "mac-roman"), id="what-is-declared"),
        pytest.param(
            "“tea”".encode("cp1252"), "iso-8859-1", ("“tea”", "cp1252"), id="latin-1-means-windows-on-the-web"
        ),
        pytest.param("Café".encode(), "klingon", ("Café", "utf-8"), id="an-unknown-name-is-left-aside"),
        pytest.param(
            "Café".encode(), "ascii", ("CafÃ©", "cp1252"), id="what-is-declared-wrongly-is-believed-if-it-fits"
        ),
        pytest.param("Café".encode("cp1252"), "utf-8", ("Caf\ufffd", "utf-8"), id="one-broken-character"),
        pytest.param(b"\xef\xbb\xbfCaf\xc3\xa9", "cp1252", ("Café", "utf-8"), id="the-mark-goes-first"),
        pytest.param("Café".encode(), "utf-7", ("Café", "utf-8"), id="what-browsers-refuse"),
    ],
)
def test_a_declared_character_set(data: bytes, declared: str, expected: tuple[str, str]) -> None:
    assert decode(data, declared=declared) == expected


def test_a_long_text_cut_within_a_character_stays_what_it_is() -> None:
    assert decode(("é" * 1000).encode()[:-1]) == ("é" * 999 + "\ufffd", "utf-8")


def test_names_of_no_character_set() -> None:
    assert [known(name) for name in (None, "", "base64", "rot13", "idna", "no such", "x" * 500, "a\0b")] == [None] * 8


def test_a_stated_character_set_is_used_for_text_alone() -> None:
    assert in_utf8("Caffè".encode("cp1252"), "cp1252", path="a.txt").decode("utf-8-sig") == "Caffè"
    assert in_utf8(b"%PDF\xe8", "cp1252", path="a.pdf") == b"%PDF\xe8"
    with pytest.raises(CorpusError) as fault:
        in_utf8(b"\xff\xfe\xfa", "utf-8", path="a.txt")
    assert fault.value.code == "C127"
