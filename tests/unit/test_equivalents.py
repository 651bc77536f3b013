from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.equivalents import fold, groups, member_key, phrases, related, same, wider
from factcheck.text.tables import rows
from factcheck.text.words import key

PHRASES = sorted(phrases())
WORDS = sorted({word for phrase in PHRASES for word in phrase} | {"the", "bridge", "nine"})
SENTENCES = st.lists(
    st.one_of(st.sampled_from(WORDS).map(lambda word: (word,)), st.sampled_from(PHRASES)), max_size=8
).map(lambda parts: [word for part in parts for word in part])


def keys(sentence: str) -> list[str]:
    return [key(word) for word in sentence.split()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("asked", "requested", id="ask"),
        pytest.param("exit", "withdrawal", id="troops-leave"),
        pytest.param("killed", "deaths", id="killed-and-deaths"),
        pytest.param("strikes", "attacked", id="strike-as-attack"),
        pytest.param("approved", "passed", id="bill-passes"),
        pytest.param("arrested", "detained", id="held-by-police"),
        pytest.param("purchases", "buying", id="buy"),
        pytest.param("hired", "recruits", id="hire"),
        pytest.param("sacked", "dismissed", id="lose-a-job"),
        pytest.param("film", "movies", id="film"),
        pytest.param("physician", "doctors", id="doctor"),
        pytest.param("quake", "earthquake", id="quake"),
        pytest.param("railroad", "railway", id="across-the-atlantic"),
        pytest.param("soared", "climbed", id="prices-rise"),
        pytest.param("founded", "establish", id="company-founded"),
        pytest.param("sofa", "couch", id="sofa"),
        pytest.param("shrank", "contracted", id="economy-shrinks"),
        pytest.param("designed", "meant", id="what-it-is-for"),
        pytest.param("parliament", "lawmakers", id="house-and-members"),
        pytest.param("sued", "lawsuit", id="taken-to-court"),
        pytest.param("stalemate", "impasse", id="talks-stuck"),
        pytest.param("regained", "retaking", id="town-taken-back"),
        pytest.param("contraception", "contraceptives", id="birth-control"),
    ],
)
def test_words_that_may_stand_for_one_another(one: str, other: str) -> None:
    assert same(key(one), key(other))
    assert same(key(other), key(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("kill", "injure", id="killed-is-not-injured"),
        pytest.param("announce", "decide", id="announced-is-not-decided"),
        pytest.param("arrest", "convict", id="arrested-is-not-convicted"),
        pytest.param("charge", "convict", id="charged-is-not-convicted"),
        pytest.param("accuse", "charge", id="accused-is-not-charged"),
        pytest.param("nominate", "appoint", id="nominated-is-not-appointed"),
        pytest.param("casualties", "deaths", id="casualties-are-not-all-dead"),
        pytest.param("treat", "cure", id="treated-is-not-cured"),
        pytest.param("postpone", "cancel", id="postponed-is-not-cancelled"),
        pytest.param("revenue", "profit", id="revenue-is-not-profit"),
        pytest.param("propose", "approve", id="proposed-is-not-approved"),
        pytest.param("bill", "law", id="a-bill-is-not-yet-law"),
        pytest.param("damage", "destroy", id="damaged-is-not-destroyed"),
        pytest.param("plan", "build", id="planned-is-not-built"),
        pytest.param("accuse", "indict", id="accused-is-not-indicted"),
        pytest.param("wound", "kill", id="wounded-is-not-killed"),
        pytest.param("want", "do", id="wanted-is-not-done"),
        pytest.param("severe", "cut", id="severe-does-not-sever"),
        pytest.param("Democrats", "democracy", id="the-party-is-not-the-order"),
        pytest.param("novel", "new", id="novel-the-book"),
        pytest.param("author", "authority", id="author-has-no-authority"),
        pytest.param("dog", "animal", id="wider-is-not-same"),
        pytest.param("painter", "artist", id="painter-is-narrower"),
        pytest.param("million", "billion", id="scales"),
    ],
)
def test_words_that_must_stay_apart(one: str, other: str) -> None:
    assert key(other) not in related(key(one)) - {key(one)}
    assert key(one) not in related(key(other)) - {key(other)}


def test_every_group_has_two_keys_and_none_stands_twice_or_within_another() -> None:
    table = groups()
    assert len(table) >= 700
    assert [group for group in table if len(group) < 2] == []
    assert len(set(table)) == len(table)
    by_key = {word: [group for group in table if word in group] for group in table for word in group}
    assert [group for group in table if any(group < other for other in by_key[next(iter(group))])] == []


def test_groups_do_not_chain() -> None:
    assert same(key("fire"), key("dismiss"))
    assert same(key("fire"), key("blaze"))
    assert not same(key("dismiss"), key("blaze"))


@given(st.sampled_from(groups()).flatmap(lambda group: st.tuples(*[st.sampled_from(sorted(group))] * 2)))
def test_same_and_related_agree(pair: tuple[str, str]) -> None:
    one, other = pair
    assert same(one, other)
    assert other in related(one)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("the prime minister stepped down", ["the", "prime_minister", key("resign")], id="office-and-deed"),
        pytest.param("troops pulled out of Mali", [key("troops"), key("withdraw"), "of", key("mali")], id="pull-out"),
        pytest.param("the deputy prime minister spoke", ["the", "deputy_prime_minister", key("speak")], id="longest"),
        pytest.param("two air strikes", ["two", key("airstrike")], id="plural-phrase"),
        pytest.param("parliament voted for it", [key("parliament"), "vote_for", "it"], id="vote-for"),
        pytest.param("he will go on trial", ["he", "will", "stand_trial"], id="on-trial"),
        pytest.param("police opened an inquiry", [key("police"), key("investigate")], id="a-light-verb-and-its-deed"),
        pytest.param("he sat", ["he", "sit"], id="no-phrase"),
        pytest.param("", [], id="no-words"),
    ],
)
def test_phrases_fold_to_one_key(sentence: str, expected: list[str]) -> None:
    assert [folded for folded, _, _ in fold(keys(sentence))] == expected


@given(SENTENCES)
def test_folded_pieces_cover_the_sentence_in_order(words: list[str]) -> None:
    covered = []
    at = 0
    for folded, start, end in fold(words):
        assert start == at
        assert end > start
        assert folded == (words[start] if end == start + 1 else phrases()[tuple(words[start:end])])
        covered += words[start:end]
        at = end
    assert covered == words


def test_no_phrase_stands_for_two_things() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for row in rows("phrases"):
        head, _, members = row.partition(":")
        for member in members.split(","):
            words = tuple(map(key, member.split()))
            assert len(words) > 1, member
            assert seen.setdefault(words, head) == head, member


def test_a_phrase_that_no_table_lists_is_a_fault() -> None:
    assert member_key("prime_minister") == "prime_minister"
    assert member_key("step_down") == key("resign")
    with pytest.raises(KeyError):
        member_key("purple_minister")


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        pytest.param("spaniel", "animal", id="in-two-steps"),
        pytest.param("women", "person", id="plural"),
        pytest.param("airstrike", "attack", id="airstrike"),
        pytest.param("missile", "weapon", id="missile"),
        pytest.param("foreign_minister", "official", id="minister-official"),
        pytest.param("president", "leader", id="president-leader"),
        pytest.param("militia", "group", id="militia-group"),
        pytest.param("cellist", "musician", id="cellist-musician"),
        pytest.param("measles", "disease", id="measles-disease"),
    ],
)
def test_a_passage_with_the_narrow_word_bears_out_the_wide_one_only(narrow: str, wide: str) -> None:
    assert member_key(wide) in wider(member_key(narrow))
    assert member_key(narrow) not in wider(member_key(wide))


def test_wider_words_make_no_circle_and_are_never_the_same() -> None:
    narrow = {member_key(word) for row in rows("wider") for word in row.partition(":")[2].split()}
    assert sum(len(row.partition(":")[2].split()) for row in rows("wider")) >= 400
    for word in narrow:
        assert wider(word)
        assert word not in wider(word)
        assert [wide for wide in wider(word) if word in wider(wide) or same(word, wide)] == []


def test_every_row_of_wider_words_names_wide_and_narrow() -> None:
    for row in rows("wider"):
        wide, sign, narrow = row.partition(":")
        assert sign == ":", row
        assert wide.split(), row
        assert narrow.split(), row


def test_stems_that_run_together_do_not_join_two_senses() -> None:
    # Each pair has one key by stemming; neither may bring the other's meaning into a group.
    for word, stranger in [
        ("department", "leave"),
        ("university", "cosmos"),
        ("several", "harsh"),
        ("international", "inner"),
        ("important", "purchase"),
        ("executive", "behead"),
        ("political", "courteous"),
        ("generally", "commander"),
        ("medical", "physician"),
    ]:
        assert not same(key(word), key(stranger)), (word, stranger)


def test_groups_of_one_word_are_found_from_each_member() -> None:
    for group in groups():
        for one, other in combinations(sorted(group), 2):
            assert same(one, other)
            assert same(other, one)
