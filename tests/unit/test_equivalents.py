import pytest

from factcheck.text.equivalents import fold, same, wider
from factcheck.text.words import key


def keys(sentence: str) -> list[str]:
    return [key(word) for word in sentence.split()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("asked", "requested", id="asked-requested"),
        pytest.param("exit", "withdrawal", id="exit-withdrawal"),
        pytest.param("killed", "deaths", id="killed-deaths"),
        pytest.param("hired", "recruits", id="hired-recruits"),
    ],
)
def test_words_that_may_stand_for_one_another(one: str, other: str) -> None:
    assert same(key(one), key(other))
    assert same(key(other), key(one))


def test_phrases_fold_to_one_key_longest_first() -> None:
    assert fold(keys("the prime minister stepped down")) == [
        ("the", 0, 1),
        ("prime_minister", 1, 3),
        (key("resign"), 3, 5),
    ]


def test_a_dog_is_an_animal_but_not_the_other_way_round() -> None:
    assert key("animal") in wider(key("dogs"))
    assert key("dog") not in wider(key("animal"))
