"""Yes and no: not, never, without, denials, and predicates that are opposites."""

import pytest

from tests.judging.desk import Said, label


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "The harbour board has set no date for the sale of the pier.",
            "The harbour board has not set a date for the sale of the pier.",
            "supported",
            id="set-no-date-not-set-a-date",
        ),
        pytest.param(
            "The harbour board has set a date for the sale of the pier.",
            "The harbour board has set no date for the sale of the pier.",
            "contradicted",
            id="set-a-date-set-no-date",
        ),
        pytest.param(
            "Gold was found in the creek.",
            "The prospectors dug in the creek for gold all summer; none was found.",
            "contradicted",
            id="none-was-found",
        ),
        pytest.param(
            "The senate approved the fisheries bill.",
            "The senate on Wednesday approved a fisheries bill that had divided the coalition.",
            "supported",
            id="approved-approved",
        ),
        pytest.param(
            "The senate approved the fisheries bill.",
            "The senate on Wednesday rejected the fisheries bill by a wide margin.",
            "contradicted",
            id="approved-rejected",
        ),
        pytest.param(
            "The senate approved the fisheries bill.",
            "The senate debated the fisheries bill until midnight.",
            "missing",
            id="approved-debated",
        ),
        pytest.param(
            "The regulator has not licensed the drug.",
            "The drug is not licensed by the regulator and can only be had abroad.",
            "supported",
            id="not-licensed",
        ),
        pytest.param(
            "The regulator has licensed the drug for children.",
            "The regulator has not licensed the drug for children.",
            "contradicted",
            id="licensed-against-not",
        ),
        pytest.param(
            "The regulator has not licensed the drug for children.",
            "The regulator licensed the drug for children in the spring.",
            "contradicted",
            id="not-licensed-against-licensed",
        ),
        pytest.param(
            "The goalkeeper never played for the national team.",
            "The goalkeeper never played for the national team, though he was called up twice.",
            "supported",
            id="never",
        ),
        pytest.param(
            "The goalkeeper never played for the national team.",
            "The goalkeeper played 14 times for the national team.",
            "contradicted",
            id="never-against-14-times",
        ),
        pytest.param(
            "The climbers reached the summit.",
            "The climbers failed to reach the summit because of high winds.",
            "contradicted",
            id="failed-to",
        ),
        pytest.param(
            "The climbers did not reach the summit.",
            "The climbers failed to reach the summit because of high winds.",
            "supported",
            id="did-not-is-failed-to",
        ),
        pytest.param(
            "The plane landed without a front wheel.",
            "The plane landed without its front wheel at Cork airport.",
            "supported",
            id="without",
        ),
        pytest.param(
            "The factory operated without a permit.",
            "The factory had a valid permit when it operated, the inspectorate said.",
            "contradicted",
            id="without-against-had",
        ),
        pytest.param(
            "The minister denied having met the lobbyist.",
            "The minister denied that he had met the lobbyist.",
            "supported",
            id="denial-as-deed",
        ),
        pytest.param(
            "The minister admitted meeting the lobbyist.",
            "The minister denied that he had met the lobbyist.",
            "contradicted",
            id="admitted-denied",
        ),
        pytest.param(
            "House prices in Rotterdam rose in May.",
            "House prices fell in Rotterdam in May for the third month running.",
            "contradicted",
            id="rose-fell",
        ),
        pytest.param(
            "House prices in Rotterdam rose in May.",
            "In May house prices in Rotterdam went up again, estate agents reported.",
            "supported",
            id="rose-went-up",
        ),
        pytest.param(
            "House prices in Rotterdam rose in May.",
            "House prices in Utrecht rose in May.",
            "missing",
            id="rose-elsewhere",
        ),
        pytest.param(
            "The jury acquitted the former treasurer.",
            "The jury found the former treasurer not guilty on all counts.",
            "supported",
            id="acquitted-not-guilty",
        ),
        pytest.param(
            "The jury acquitted the former treasurer.",
            "The jury convicted the former treasurer of fraud.",
            "contradicted",
            id="acquitted-convicted",
        ),
        pytest.param(
            "The ferry is safe, inspectors found.",
            "Inspectors found the ferry unsafe.",
            "contradicted",
            id="safe-unsafe",
        ),
        pytest.param(
            "The union accepted the offer.",
            "The union turned down the offer.",
            "contradicted",
            id="accepted-turned-down",
        ),
        pytest.param(
            "The union rejected the offer.",
            "The union turned down the offer after a ballot of its members.",
            "supported",
            id="rejected-turned-down",
        ),
        pytest.param(
            "The museum is open on Mondays.",
            "The museum is closed on Mondays.",
            "contradicted",
            id="open-closed",
        ),
        pytest.param(
            "The prime minister ruled out a snap election.",
            "The prime minister said she was open to a snap election.",
            "contradicted",
            id="ruled-out-open-to",
        ),
        pytest.param(
            "The prime minister ruled out a snap election.",
            "There will be no snap election, the prime minister said.",
            "supported",
            id="ruled-out-will-be-no",
        ),
        pytest.param(
            "There is no evidence that the vaccine causes infertility.",
            "The review found no evidence that the vaccine causes infertility.",
            "supported",
            id="no-evidence",
        ),
        pytest.param(
            "The vaccine causes infertility.",
            "The review found no evidence that the vaccine causes infertility.",
            "missing",
            id="no-evidence-is-not-a-denial",
        ),
        pytest.param(
            "The striker will miss the final.",
            "The striker will play in the final, his coach confirmed.",
            "contradicted",
            id="miss-play",
        ),
        pytest.param(
            "Both pilots survived the crash.",
            "Neither of the pilots survived the crash.",
            "contradicted",
            id="both-neither",
        ),
        pytest.param(
            "None of the hostages was harmed.",
            "None of the hostages came to harm, the interior ministry said.",
            "supported",
            id="none-harmed",
        ),
        pytest.param(
            "The city has banned diesel cars from the centre.",
            "Diesel cars are allowed in the city centre.",
            "contradicted",
            id="banned-allowed",
        ),
        pytest.param(
            "The city has banned diesel cars from the centre.",
            "The city has lifted its ban on diesel cars in the centre.",
            "contradicted",
            id="ban-lifted",
        ),
        pytest.param(
            "The audit found no irregularities.",
            "Auditors found several irregularities in the accounts.",
            "contradicted",
            id="no-irregularities-against-several",
        ),
        pytest.param(
            "The judge did not allow cameras in the courtroom.",
            "The judge refused to allow cameras in the courtroom.",
            "supported",
            id="refused-to",
        ),
        pytest.param(
            "The river is unfit for swimming.",
            "The river is not fit for swimming, laboratory tests showed.",
            "supported",
            id="unfit-not-fit",
        ),
        pytest.param(
            "The two countries have not resumed talks on the border.",
            "Talks on the border have resumed between the two countries.",
            "contradicted",
            id="resumed-nominal",
        ),
    ],
)
def test_polarity(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("He resigned because he was not ill.", "He resigned because he was ill.", id="not-ill"),
        pytest.param("He resigned because he was ill.", "He resigned because he was not ill.", id="ill"),
        pytest.param("She said the firm, which is not profitable, will close.", "She said the firm, which is profitable, will close.", id="not-profitable"),
        pytest.param("The bridge was closed although it was not damaged.", "The bridge was closed although it was damaged.", id="not-damaged"),
        pytest.param("The police released the men who did not carry weapons.", "The police released the men who carried weapons.", id="not-carried"),
        pytest.param("He left soon as he wants the attacks to go on.", "He left soon as he does not want the attacks to go on.", id="wants"),
        pytest.param("The minister said they are not “closing the camp”.", "The minister said they are “closing the camp”.", id="not-before-quotation"),
        pytest.param("The minister said they are in the “process of closing”.", "The minister said they are not in the “process of closing”.", id="before-quotation-not"),
    ],
)  # fmt: skip
def test_a_denial_in_a_side_clause_or_before_a_quotation_is_heard(claim: str, said: str) -> None:
    assert label(claim, said) != "supported"
    assert label(said, said) == "supported"


def test_what_is_wanted_not_to_be_so_denies_nothing() -> None:
    said = "The exit should be quick, so that the troops don't remain in Norvia."
    assert label("The troops remain in Norvia.", said) == "missing"


def test_a_headline_about_leaving_does_not_say_that_somebody_stays() -> None:
    assert (
        label("Norvian forces should remain in Sarel.", "Sarel Seeks Quick Exit Of Norvian Forces, Says PM")
        == "missing"
    )
