import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.gazetteer import (
    Gender,
    Kind,
    alias_words,
    aliases,
    canonical,
    demonyms,
    gender,
    government_of,
    is_in,
    multiword,
    title,
    titles,
)
from factcheck.text.tables import rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("U.S.", ("us", Kind.COUNTRY), id="dots"),
        pytest.param("US", ("us", Kind.COUNTRY), id="capitals"),
        pytest.param("the United States", ("us", Kind.COUNTRY), id="article"),
        pytest.param("America's", ("us", Kind.COUNTRY), id="possessive"),
        pytest.param("America’s", ("us", Kind.COUNTRY), id="curly-possessive"),
        pytest.param("Americans", ("us", Kind.DEMONYM), id="people"),
        pytest.param("us", None, id="pronoun"),
        pytest.param("Us", None, id="pronoun-at-the-start"),
        pytest.param("Britain", ("uk", Kind.COUNTRY), id="britain"),
        pytest.param("UAE", ("uae", Kind.COUNTRY), id="uae"),
        pytest.param("DRC", ("dr_congo", Kind.COUNTRY), id="drc"),
        pytest.param("North Korea", ("north_korea", Kind.COUNTRY), id="two-words"),
        pytest.param("Spaniards", ("spain", Kind.DEMONYM), id="spaniards"),
        pytest.param("Dutch", ("netherlands", Kind.DEMONYM), id="dutch"),
        pytest.param("Filipina", ("philippines", Kind.DEMONYM), id="filipina"),
        pytest.param("Turkey", ("turkey", Kind.COUNTRY), id="country"),
        pytest.param("turkey", None, id="bird"),
        pytest.param("Polish", ("poland", Kind.DEMONYM), id="polish-people"),
        pytest.param("polish", None, id="polish-shoes"),
        pytest.param("WHO", ("who", Kind.BODY), id="health-body"),
        pytest.param("Who", None, id="question"),
        pytest.param("IS", ("islamic_state", Kind.GROUP), id="armed-group"),
        pytest.param("is", None, id="verb"),
        pytest.param("Daesh", ("islamic_state", Kind.GROUP), id="daesh"),
        pytest.param("Miss.", ("mississippi", Kind.STATE), id="state-with-dot"),
        pytest.param("Miss", None, id="title-without-dot"),
        pytest.param("Calif.", ("california", Kind.STATE), id="calif"),
        pytest.param("L.A.", ("los_angeles", Kind.CITY), id="city-by-letters"),
        pytest.param("Côte d’Ivoire", ("ivory_coast", Kind.COUNTRY), id="accents-and-curly-apostrophe"),
        pytest.param("Guinea-Bissau", ("guinea_bissau", Kind.COUNTRY), id="hyphen"),
        pytest.param("Pentagon", ("pentagon", Kind.BODY), id="pentagon"),
        pytest.param("Defense Department", ("pentagon", Kind.BODY), id="its-official-name"),
        pytest.param("Associated Press", ("ap", Kind.MEDIA), id="agency"),
        pytest.param("Shiite", ("shia_islam", Kind.RELIGION), id="shiite"),
        pytest.param("Scottish", ("scotland", Kind.DEMONYM), id="people-of-a-part"),
        pytest.param("Nile", ("nile", Kind.WATER), id="river"),
        pytest.param("Fed", ("federal_reserve", Kind.BODY), id="central-bank"),
        pytest.param("fed", None, id="was-fed"),
        pytest.param("Xanadu", None, id="unknown"),
        pytest.param("", None, id="nothing"),
        pytest.param("...", None, id="dots-only"),
    ],
)
def test_canonical(text: str, expected: tuple[str, Kind] | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("place", "container", "expected"),
    [
        pytest.param("mosul", "iraq", True, id="city-in-country"),
        pytest.param("mosul", "middle_east", True, id="city-in-region"),
        pytest.param("los_angeles", "us", True, id="city-in-state-in-country"),
        pytest.param("england", "uk", True, id="part-of-a-country"),
        pytest.param("nigeria", "africa", True, id="country-in-continent"),
        pytest.param("egypt", "africa", True, id="two-regions-one"),
        pytest.param("egypt", "middle_east", True, id="two-regions-other"),
        pytest.param("iraq", "mosul", False, id="not-the-other-way-round"),
        pytest.param("iraq", "iraq", False, id="not-in-itself"),
        pytest.param("atlantis", "europe", False, id="unknown"),
    ],
)
def test_is_in(place: str, container: str, expected: bool) -> None:  # noqa: FBT001
    assert is_in(place, container) is expected


@pytest.mark.parametrize(
    ("city", "country"),
    [
        pytest.param("Washington", "us", id="washington"),
        pytest.param("Baghdad", "iraq", id="baghdad"),
        pytest.param("Beijing", "china", id="beijing"),
        pytest.param("New Delhi", "india", id="new-delhi"),
        pytest.param("Mosul", None, id="no-capital"),
    ],
)
def test_a_capital_stands_for_its_government(city: str, country: str | None) -> None:
    found = canonical(city)
    assert found is not None
    assert government_of(found[0]) == country


def test_demonyms() -> None:
    assert "Iraqis" in demonyms("iraq")
    assert demonyms("atlantis") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("PM", "prime_minister", id="pm"),
        pytest.param("pm", None, id="afternoon"),
        pytest.param("premier", "prime_minister", id="premier"),
        pytest.param("Foreign Secretary", "foreign_minister", id="british-foreign-secretary"),
        pytest.param("secretary of state", "secretary_of_state", id="american"),
        pytest.param("spokeswoman", "spokesperson", id="spokeswoman"),
        pytest.param("CEO", "chief_executive", id="ceo"),
        pytest.param("Gen.", "general", id="gen"),
        pytest.param("Gen", None, id="gen-without-dot"),
        pytest.param("Lt. Gen.", "lieutenant_general", id="lt-gen"),
        pytest.param("Sens.", "senator", id="sens"),
        pytest.param("chairwoman", "chairman", id="chair"),
        pytest.param("plumber", None, id="no-title"),
    ],
)
def test_titles(text: str, expected: str | None) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Angela", Gender.FEMALE, id="angela"),
        pytest.param("mohammed", Gender.MALE, id="lower-case"),
        pytest.param("Taylor", Gender.EITHER, id="either"),
        pytest.param("Zzyzx", None, id="unknown"),
    ],
)
def test_gender(name: str, expected: Gender | None) -> None:
    assert gender(name) is expected


def _written() -> list[str]:
    countries = [row.split("|") for row in rows("countries")]
    return [
        name.strip().removesuffix("!")
        for cells in countries
        for name in f"{cells[1]},{cells[2]},{cells[3]}".split(",")
        if name.strip()
    ]


@given(st.sampled_from(_written()), st.sampled_from(["{}", "the {}", "{}'s", "{}’s", " {} "]))
def test_every_written_name_is_known_with_article_and_possessive(name: str, frame: str) -> None:
    assert canonical(frame.format(name)) == canonical(name) is not None


def _bearers(table: str, column: slice) -> list[tuple[str, str]]:
    return [
        (name.strip().removesuffix("!"), cells[0])
        for row in rows(table)
        for cells in [[cell.strip() for cell in row.split("|")]]
        for name in ",".join(cells[column]).split(",")
        if name.strip()
    ]


def test_an_alias_stands_for_one_thing() -> None:
    written = _bearers("bodies", slice(2, 3)) + _bearers("countries", slice(1, 3))
    assert [(name, key) for name, key in written if aliases()[alias_words(name)].key != key] == []


def test_every_country_has_its_people_and_lies_somewhere() -> None:
    for row in rows("countries"):
        key, _, _, capital, regions = (cell.strip() for cell in row.split("|"))
        for region in regions.split(","):
            assert is_in(key, "_".join(alias_words(region)))
        if capital:
            assert is_in(canonical(capital.removesuffix("!"))[0], key)  # type: ignore[index]


def test_holders_are_known_places() -> None:
    known = {found.key for found in aliases().values()}
    holders = {row.partition(":")[0].rpartition(" ")[2] for row in rows("places")} - {"world"}
    assert holders - known == set()


def test_long_names_come_first_under_their_first_word() -> None:
    for first, group in multiword().items():
        assert [len(words) for words in group] == sorted((len(words) for words in group), reverse=True)
        for words in group:
            assert words[0] == first
            assert words in aliases()


def test_titles_have_keys_of_their_own_kind() -> None:
    assert {found.kind for found in titles().values()} == {Kind.TITLE}
