"""How far a deed has come: wanted, possible, planned, announced, decided, done, and only alleged."""

import pytest

from tests.judging.desk import Said, label


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "Norvia has expelled the ambassador of Lettin.",
            "Opposition leaders in Norvia called on the government to expel the ambassador of Lettin.",
            "missing",
            id="called-for-is-not-done",
        ),
        pytest.param(
            "Norvia has expelled the ambassador of Lettin.",
            "Norvia expelled Lettin's ambassador on Friday after the shooting.",
            "supported",
            id="expelled",
        ),
        pytest.param(
            "Norvia has expelled the ambassador of Lettin.",
            "Norvia has not expelled the ambassador of Lettin, a spokesman said.",
            "contradicted",
            id="not-expelled",
        ),
        pytest.param(
            "Opposition leaders want the ambassador of Lettin expelled.",
            "Opposition leaders called for the expulsion of Lettin's ambassador.",
            "supported",
            id="want-is-called-for-nominal",
        ),
        pytest.param(
            "The carmaker closed its plant in Genk.",
            "The carmaker plans to close its plant in Genk next year.",
            "missing",
            id="plans-to-close",
        ),
        pytest.param(
            "The carmaker plans to close its plant in Genk.",
            "The carmaker intends to shut its Genk plant, with the loss of 1,100 jobs.",
            "supported",
            id="intends-is-plans",
        ),
        pytest.param(
            "The carmaker plans to close its plant in Genk.",
            "The carmaker has no plans to close its plant in Genk.",
            "contradicted",
            id="no-plans",
        ),
        pytest.param(
            "The carmaker closed its plant in Genk.",
            "The carmaker is considering closing its plant in Genk.",
            "missing",
            id="considering",
        ),
        pytest.param(
            "The plant in Genk was closed.",
            "The plant in Genk has yet to be closed.",
            "contradicted",
            id="has-yet-to",
        ),
        pytest.param(
            "The city council set a date for the referendum.",
            "The city council formed a committee that is to set a date for the referendum.",
            "missing",
            id="committee-to-set-a-date",
        ),
        pytest.param(
            "The city council has set a date for the referendum.",
            "The city council set 12 June as the date of the referendum.",
            "supported",
            id="set-a-date",
        ),
        pytest.param(
            "The city council has set a date for the referendum.",
            "No date has been set for the referendum, the city council said.",
            "contradicted",
            id="no-date-set",
        ),
        pytest.param(
            "The board decided to cut the dividend.",
            "The board has decided that the dividend will be cut.",
            "supported",
            id="decided",
        ),
        pytest.param(
            "The firm cut its dividend.",
            "Analysts expect the firm to cut its dividend.",
            "missing",
            id="expected",
        ),
        pytest.param(
            "The orchestra may move to Turin.",
            "The orchestra might move to Turin, its manager said.",
            "supported",
            id="may-might",
        ),
        pytest.param(
            "The orchestra moved to Turin.",
            "The orchestra may move to Turin, its manager said.",
            "missing",
            id="may-is-not-did",
        ),
        pytest.param(
            "The governor signed the water bill into law.",
            "The governor is expected to sign the water bill into law on Friday.",
            "missing",
            id="expected-to-sign",
        ),
        pytest.param(
            "The governor signed the water bill into law.",
            "The governor vetoed the water bill.",
            "contradicted",
            id="signed-vetoed",
        ),
        pytest.param(
            "The governor signed the water bill into law.",
            "The water bill became law on Friday when the governor signed it.",
            "supported",
            id="signed-it",
        ),
        pytest.param(
            "The club has agreed to sell its captain.",
            "The club is in talks to sell its captain.",
            "missing",
            id="in-talks-is-not-agreed",
        ),
        pytest.param(
            "The rebels agreed to a ceasefire.",
            "The rebels refused a ceasefire.",
            "contradicted",
            id="agreed-refused",
        ),
        pytest.param(
            "The rebels agreed to a ceasefire.",
            "Mediators urged the rebels to agree to a ceasefire.",
            "missing",
            id="urged",
        ),
        pytest.param(
            "Prosecutors charged the banker with fraud.",
            "Prosecutors are weighing whether to charge the banker with fraud.",
            "missing",
            id="weighing-whether",
        ),
        pytest.param(
            "Prosecutors charged the banker with fraud.",
            "The banker was charged with fraud by prosecutors in Antwerp.",
            "supported",
            id="charged-passive",
        ),
        pytest.param(
            "Prosecutors charged the banker with fraud.",
            "Prosecutors decided not to charge the banker with fraud.",
            "contradicted",
            id="decided-not-to",
        ),
        pytest.param(
            "The chemical company poisoned the lake.",
            "Residents allege that the chemical company poisoned the lake.",
            "missing",
            id="alleged",
        ),
        pytest.param(
            "Residents accuse the chemical company of poisoning the lake.",
            "Residents allege that the chemical company poisoned the lake.",
            "supported",
            id="accusation-asserted",
        ),
        pytest.param(
            "The army bombed the market.",
            "The rebels claimed that the army had bombed the market.",
            "missing",
            id="claimed-by-a-party",
        ),
        pytest.param(
            "The rebels said the army bombed the market.",
            "The army bombed the market, the rebels said.",
            "supported",
            id="saying-is-asserted",
        ),
        pytest.param(
            "The airline will resume flights to Tbilisi in June.",
            "The airline announced that it would resume flights to Tbilisi in June.",
            "supported",
            id="announced-will",
        ),
        pytest.param(
            "The airline has resumed flights to Tbilisi.",
            "The airline announced that it would resume flights to Tbilisi in June.",
            "missing",
            id="announced-is-not-done",
        ),
        pytest.param(
            "The airline will not resume flights to Tbilisi this year.",
            "The airline announced that it would resume flights to Tbilisi this year.",
            "contradicted",
            id="will-not-against-would",
        ),
        pytest.param(
            "The team reached the final.",
            "The team needs one more win to reach the final.",
            "missing",
            id="needs-one-more-win",
        ),
        pytest.param(
            "If elected, the candidate would abolish the tax on books.",
            "The candidate promised to abolish the tax on books if she is elected.",
            "supported",
            id="promise-if-elected",
        ),
        pytest.param(
            "The candidate abolished the tax on books.",
            "The candidate promised to abolish the tax on books if she is elected.",
            "missing",
            id="promise-is-not-deed",
        ),
    ],
)
def test_plan_and_deed(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected
