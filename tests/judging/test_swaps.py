"""A small mutation check: a borne claim with one of its words swapped for another of the same kind is never borne."""

from collections.abc import Iterator

import pytest

from factcheck.domain.analysis import UnitKind
from factcheck.text.analyse import analyse
from factcheck.text.equivalents import related, wider
from factcheck.text.words import key
from tests.judging.desk import label

# A claim and a source that bears it in somewhat other words.
TRUE = {
    "lighthouse": ("The storm damaged the lighthouse.", "The old lighthouse was damaged by the storm on Friday."),
    "violins": ("The orchestra sold 12 violins in 1998.", "In 1998 the orchestra sold 12 violins to a dealer."),
    "senate": ("The senate approved the fisheries bill.", "The senate on Wednesday approved the fisheries bill."),
    "vaccine": ("The vaccine protects children.", "The new vaccine protects children for about three years."),
    "bakery": ("The bakery employs 40 apprentices.", "The bakery employs 40 apprentices and two masters."),
    "glacier": ("The glacier retreated by 30 metres in a decade.", "In a decade the glacier retreated by 30 metres."),
    "coach": ("The coach praised the goalkeeper.", "The goalkeeper was praised by the coach after the match."),
    "canal": ("Engineers widened the canal in 1911.", "In 1911 engineers widened the canal and built two locks."),
    "ferry": ("The ferry carries 300 passengers.", "The ferry carries 300 passengers and 40 cars."),
    "brewery": ("The brewery plans to close the cellar.", "The brewery plans to close the cellar in May."),
    "monks": ("The monks refused to leave the abbey.", "The monks refused to leave the abbey, the bishop wrote."),
    "tram": ("The council has not approved the tram.", "The council has not approved the tram so far."),
    "attack": ("Wolves attacked the flock.", "The attack by wolves on the flock was seen from the road."),
    "mayor": ("The poet is the mayor of the town.", "The poet became the mayor of the town in 2009."),
    "mill": ("The firm owns a paper mill.", "The firm owns a paper mill near the river."),
    "prize": ("The novel won the prize.", "The prize was won by the novel."),
    "has": ("The museum has a garden.", "The museum has a walled garden."),
    "merger": ("The bank rejected the merger.", "The bank's rejection of the merger surprised the market."),
}
POOL = {
    UnitKind.NOUN: {
        "N": "kitchen cathedral novel pigeon senator harvest tunnel museum tax lawyer piano treaty",
        "S": "kitchens cathedrals novels pigeons senators harvests tunnels museums taxes lawyers pianos treaties",
    },
    UnitKind.VERB: {
        "V": "paint count bury invite weigh copy",
        "D": "painted counted buried invited weighed copied",
        "B": "painted counted buried invited weighed copied",
    },
    UnitKind.ADJECTIVE: {"A": "wooden silent foreign bitter"},
}


def _swaps(claim: str) -> Iterator[str]:
    found = analyse(claim)
    tag_at = {start: tag for (start, _, _), tag in zip(found.tokens, found.tags, strict=True)}
    for unit in found.units:
        if unit.light or not unit.text.islower() or " " in unit.text:
            continue
        for word in POOL.get(unit.kind, {}).get(tag_at[unit.start], "").split():
            other = key(word)
            if other not in related(unit.key) | wider(unit.key) | {unit.key} and unit.key not in wider(other):
                yield claim[: unit.start] + word + claim[unit.end :]


@pytest.mark.parametrize(("claim", "said"), [pytest.param(*pair, id=name) for name, pair in TRUE.items()])
def test_the_claim_itself_is_borne(claim: str, said: str) -> None:
    assert label(claim, said) == "supported"


@pytest.mark.parametrize(("claim", "said"), [pytest.param(*pair, id=f"{name}-swapped") for name, pair in TRUE.items()])
def test_no_swap_is_borne(claim: str, said: str) -> None:
    swaps = list(_swaps(claim))
    assert len(swaps) > 5
    assert [swap for swap in swaps if label(swap, said) == "supported"] == []
