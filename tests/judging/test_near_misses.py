"""Almost the same, and yet not said: the claim adds, widens, narrows or moves what the source says."""

import pytest

from tests.judging.desk import Said, label


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "Estavia condemned the bombing of its embassy.",
            "Estavia condemned the war, and its government called attacks on foreign firms illegal.",
            id="condemned-something-else",
        ),
        pytest.param(
            "All buses in Esk run on electricity.", "Some buses in Esk run on electricity.", id="all-from-some"
        ),
        pytest.param(
            "Every school in the county has a library.",
            "The largest school in the county has a library.",
            id="every-from-one",
        ),
        pytest.param("Only women may join the choir.", "Women may join the choir.", id="only-is-more"),
        pytest.param(
            "The senator was the first woman to chair the committee.",
            "The senator chaired the committee.",
            id="first-woman",
        ),
        pytest.param("The senator resigned over the affair.", "The senator resigned on Tuesday.", id="reason-added"),
        pytest.param(
            "The senator resigned after threats.", "The senator received threats in May.", id="threats-no-resignation"
        ),
        pytest.param(
            "The fire destroyed the church and the school.",
            "The fire destroyed the church.",
            id="second-half-unstated",
        ),
        pytest.param(
            "The minister and his wife opened the fair.",
            "The minister opened the fair on Saturday with a short speech.",
            id="wife-unstated",
        ),
        pytest.param(
            "The drug reduced deaths by 30 percent in women.",
            "The drug reduced deaths by 30 percent in men.",
            id="other-group",
        ),
        pytest.param(
            "The drug reduced deaths by 30 percent.",
            "The drug reduced hospital stays by 30 percent.",
            id="other-outcome",
        ),
        pytest.param(
            "The drug has been tested on humans.",
            "The drug was tested on mice.",
            id="mice-not-humans",
        ),
        pytest.param(
            "Rents in the capital rose by 8 percent last year.",
            "Rents in the capital rose by 8 percent in the past decade.",
            id="other-period",
        ),
        pytest.param(
            "The airport handled 2 million passengers in May.",
            "The airport handled 2 million passengers in April.",
            id="other-month-of-a-series",
        ),
        pytest.param(
            "The airport handled 2 million passengers in May.",
            "The airport handled 2 million parcels in May.",
            id="parcels-not-passengers",
        ),
        pytest.param(
            "Norvia spends 2 percent of its output on defence.",
            "Norvia has promised to spend 2 percent of its output on defence by 2030.",
            id="promise-of-spending",
        ),
        pytest.param(
            "Norvia spends 2 percent of its output on defence.",
            "Lettin spends 2 percent of its output on defence.",
            id="other-country",
        ),
        pytest.param(
            "The union's leader was arrested.",
            "A member of the union was arrested.",
            id="member-not-leader",
        ),
        pytest.param(
            "A bomb killed two soldiers in Sarel.",
            "A bomb killed two civilians in Sarel.",
            id="civilians-not-soldiers",
        ),
        pytest.param(
            "The writer won the national book prize.",
            "The writer was nominated for the national book prize.",
            id="nominated-not-won",
        ),
        pytest.param(
            "The writer won the national book prize.",
            "The writer won the national poetry prize.",
            id="other-prize",
        ),
        pytest.param(
            "The village was liberated by the third brigade.",
            "The village was liberated in March.",
            id="liberator-unstated",
        ),
        pytest.param(
            "The tunnel connects Norvia with Lettin.",
            "The tunnel was built by workers from Norvia and Lettin.",
            id="built-by-not-connects",
        ),
        pytest.param(
            "The suspect confessed to the murder.",
            "The suspect was charged with the murder.",
            id="charged-not-confessed",
        ),
        pytest.param(
            "The suspect was convicted of the murder.",
            "The suspect was charged with the murder.",
            id="charged-not-convicted",
        ),
        pytest.param(
            "The actor died of cancer.",
            "The actor, who had been ill for some time, died on Sunday.",
            id="illness-unnamed",
        ),
        pytest.param(
            "The actor was born in Vienna.",
            "The actor lived in Vienna for most of his life.",
            id="lived-not-born",
        ),
        pytest.param(
            "The team trained in Spain.",
            "The team beat Spain.",
            id="spain-in-another-part",
        ),
        pytest.param(
            "Helios supplies the army with drones.",
            "Helios showed a new drone at the air show.",
            id="showed-not-supplies",
        ),
        pytest.param(
            "The treaty was signed by Norvia.",
            "The treaty was praised by Norvia.",
            id="praised-not-signed",
        ),
        pytest.param(
            "The storm was the worst in a century.",
            "The storm was the worst of the winter.",
            id="smaller-superlative",
        ),
        pytest.param(
            "The club is the oldest in the country.",
            "The club is one of the oldest in the country.",
            id="one-of-the-oldest",
        ),
        pytest.param(
            "The mayor speaks Greek.",
            "The mayor received a delegation from Greece.",
            id="greek-delegation",
        ),
        pytest.param(
            "The lake is 40 metres deep.",
            "The lake is 40 kilometres long.",
            id="deep-is-not-long",
        ),
        pytest.param(
            "The lake is 40 metres deep.",
            "The river is 40 metres deep at this point.",
            id="river-not-lake",
        ),
        pytest.param(
            "The company has paid the fine.",
            "The company was ordered to pay the fine.",
            id="ordered-not-paid",
        ),
        pytest.param(
            "The company has repaid the loan.",
            "The company took out the loan in 2015.",
            id="took-out-not-repaid",
        ),
        pytest.param(
            "The government lowered the voting age.",
            "The government lowered the speed limit.",
            id="same-verb-other-thing",
        ),
        pytest.param(
            "The government lowered the voting age to 16.",
            "At 16, the activist spoke before parliament about the voting age.",
            id="age-of-the-activist",
        ),
        pytest.param(
            "Sami Rahal was the architect of the new station.",
            "Sami Rahal laid the foundation stone of the new station.",
            id="stone-not-plans",
        ),
        pytest.param(
            "The new station was designed by Sami Rahal.",
            "The new station was inaugurated by Sami Rahal.",
            id="inaugurated-not-designed",
        ),
        pytest.param(
            "The whales died from plastic waste.",
            "Plastic waste was found near the beach where the whales had stranded.",
            id="cause-suggested-only",
        ),
        pytest.param(
            "Smoking caused the fire.",
            "Firefighters saw smoke rising from the roof.",
            id="smoke-is-not-smoking",
        ),
        pytest.param(
            "The trial lasted three months.",
            "The trial begins in three months.",
            id="duration-is-not-distance",
        ),
        pytest.param(
            "The star is 300 light years away.",
            "The star is 300 times as bright as the sun.",
            id="bright-is-not-far",
        ),
        pytest.param(
            "Residents of the island voted for independence.",
            "Residents of the island will vote on independence in October.",
            id="will-vote-on",
        ),
        pytest.param(
            "The museum returned the statue to Benin.",
            "Benin demanded the return of the statue from the museum.",
            id="demanded-not-returned",
        ),
        pytest.param(
            "The bishop blessed the ship.",
            "The ship, named after a bishop, was launched in 1932.",
            id="named-after-a-bishop",
        ),
        pytest.param(
            "The refugees came from Sarel.",
            "The refugees were sent to Sarel.",
            id="to-is-not-from",
        ),
        pytest.param(
            "The gas flows from Norvia to Lettin.",
            "The gas flows from Lettin to Norvia.",
            id="direction-reversed",
        ),
        pytest.param(
            "Doctors advise against the diet.",
            "A magazine recommends the diet.",
            id="magazine-not-doctors",
        ),
        pytest.param(
            "The poll was carried out among teachers.",
            "The poll found that most people trust teachers.",
            id="asked-about-teachers",
        ),
        pytest.param(
            "The ship sank with 200 containers on board.",
            "The ship lost 200 containers in the storm.",
            id="lost-containers-not-sank",
        ),
    ],
)
def test_near_misses_are_missing(claim: str, said: Said) -> None:
    assert label(claim, said) == "missing"
