import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.classes import exclusive, is_hard, members, names
from factcheck.text.equivalents import member_key, same, wider
from factcheck.text.tables import rows
from factcheck.text.words import key

MEMBERS = sorted({member for name in names() for member in members(name)})


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        pytest.param("red", "blue", "colour", id="colours"),
        pytest.param("guitars", "violin", "instrument", id="instruments"),
        pytest.param("summer", "autumn", "season", id="seasons"),
        pytest.param("mother", "father", "parent", id="hard-class-first"),
        pytest.param("prime_minister", "president", "office", id="offices"),
        pytest.param("tennis", "basketball", "sport", id="sports"),
        pytest.param("wine", "beer", "drink", id="drinks"),
        pytest.param("brick", "wooden", "material", id="materials"),
        pytest.param("kitchen", "bedroom", "room", id="rooms"),
        pytest.param("Mars", "Venus", "planet", id="planets"),
        pytest.param("northern", "south", "direction", id="directions"),
        pytest.param("rifle", "knife", "weapon", id="weapons"),
    ],
)
def test_members_of_one_class_exclude_one_another(one: str, other: str, name: str) -> None:
    assert exclusive(member_key(one), member_key(other)) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("car", "automobile", id="two-words-for-one-thing"),
        pytest.param("gray", "grey", id="spellings"),
        pytest.param("kitten", "cat", id="young-of-the-kind"),
        pytest.param("eagle", "bird", id="wider-word"),
        pytest.param("red", "guitar", id="two-classes"),
        pytest.param("red", "justice", id="no-class"),
        pytest.param("red", "red", id="itself"),
        pytest.param("comedy", "horror", id="genres-mix"),
        pytest.param("boy", "man", id="boy-grows-up"),
    ],
)
def test_words_that_may_hold_together(one: str, other: str) -> None:
    assert exclusive(key(one), key(other)) is None


@given(st.sampled_from(MEMBERS), st.sampled_from(MEMBERS))
def test_exclusion_is_mutual_and_never_between_words_of_one_meaning(one: str, other: str) -> None:
    found = exclusive(one, other)
    assert exclusive(other, one) == found
    if found:
        assert not same(one, other)
        assert one not in wider(other)
        assert {one, other} <= members(found)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("parent", True, id="one-is-not-both-parents"),
        pytest.param("season", True, id="seasons"),
        pytest.param("animal", False, id="a-sentence-may-hold-dog-and-cat"),
        pytest.param("occupation", False, id="some-have-two-trades"),
    ],
)
def test_hard_and_soft(name: str, expected: bool) -> None:  # noqa: FBT001
    assert is_hard(name) is expected


def test_every_class_is_marked_and_its_slots_are_disjoint() -> None:
    for row in rows("classes"):
        head, _, slots = row.partition(":")
        name, strength = head.split()
        assert strength in {"hard", "soft"}, row
        found = [{member_key(word) for word in slot.split("/")} for slot in slots.split()]
        assert len(found) > 1, row
        seen: set[str] = set()
        for slot in found:
            assert not slot & seen, (name, slot & seen)
            seen |= slot


def test_an_unknown_class_is_a_fault() -> None:
    with pytest.raises(KeyError):
        members("nothing")
