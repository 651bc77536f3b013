import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.equivalents import groups, same, wider
from factcheck.text.opposites import contraries, in_turn, opposed, opposite, pairs
from factcheck.text.words import key

PAIRS = st.sampled_from(sorted(pairs()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("approved", "rejected", id="approve-reject"),
        pytest.param("stabilising", "destabilizing", id="prefix-and-spelling"),
        pytest.param("rose", "fell", id="rise-fall"),
        pytest.param("increase", "decreased", id="increase-decrease"),
        pytest.param("won", "lost", id="win-lose"),
        pytest.param("opened", "closes", id="open-close"),
        pytest.param("allow", "bans", id="allow-ban"),
        pytest.param("supports", "opposed", id="support-oppose"),
        pytest.param("guilty", "innocent", id="verdict"),
        pytest.param("convicted", "acquitted", id="convict-acquit"),
        pytest.param("alive", "dead", id="alive-dead"),
        pytest.param("man", "women", id="man-woman"),
        pytest.param("legal", "illegal", id="legal-illegal"),
        pytest.param("success", "failed", id="success-failure"),
        pytest.param("hired", "fired", id="hire-fire"),
        pytest.param("arrived", "departure", id="arrive-depart"),
        pytest.param("sitting", "standing", id="posture"),
        pytest.param("always", "never", id="always-never"),
        pytest.param("non-binding", "binding", id="prefix-with-hyphen"),
        pytest.param("unarmed", "armed", id="unarmed"),
        pytest.param("happy", "sad", id="mood"),
        pytest.param("north", "southern", id="north-south"),
    ],
)
def test_words_that_exclude_one_another(one: str, other: str) -> None:
    assert opposite(key(one), key(other))
    assert opposite(key(other), key(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("killed", "injured", id="both-may-happen"),
        pytest.param("uncle", "nephew", id="uncle-may-be-a-nephew"),
        pytest.param("form", "inform", id="in-is-no-prefix-here"),
        pytest.param("cover", "discover", id="dis-is-no-prefix-here"),
        pytest.param("defeat", "lose", id="converse-not-opposite"),
        pytest.param("born", "died", id="one-life"),
        pytest.param("some", "all", id="all-includes-some"),
        pytest.param("export", "import", id="a-country-does-both"),
    ],
)
def test_words_that_do_not_exclude_one_another(one: str, other: str) -> None:
    assert not opposite(key(one), key(other))


@given(PAIRS)
def test_opposites_are_mutual_and_never_the_same_nor_wider(pair: tuple[str, str]) -> None:
    one, other = pair
    assert opposite(other, one)
    assert one in opposed(other)


def test_no_pair_is_both_same_and_opposite() -> None:
    assert [(one, other) for one, other in sorted(pairs()) if one == other or same(one, other)] == []


def test_no_pair_is_both_wider_and_opposite() -> None:
    assert [(one, other) for one, other in sorted(pairs()) if one in wider(other)] == []


def test_no_group_of_equivalents_holds_opposites() -> None:
    assert [group for group in groups() if any(opposed(word) & group for word in group)] == []


def test_the_table_is_large_enough() -> None:
    assert len(pairs()) // 2 >= 500


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("enter", "leave", True, id="enter-then-leave"),
        pytest.param("open", "close", True, id="open-then-close"),
        pytest.param("marry", "divorce", True, id="marry-then-divorce"),
        pytest.param("guilty", "innocent", False, id="verdict-stands"),
        pytest.param("approve", "reject", False, id="one-vote"),
        pytest.param("rise", "fall", False, id="one-figure"),
    ],
)
def test_opposites_that_may_follow_one_another(one: str, other: str, expected: bool) -> None:  # noqa: FBT001
    assert in_turn(key(one), key(other)) is expected
    assert in_turn(key(other), key(one)) is expected
    assert opposite(key(one), key(other))


def test_a_scale_has_at_least_two_members() -> None:
    assert [group for group in contraries() if len(group) < 2] == []
