"""Deeds that a source tells as nouns: whose they are, to whom they are done, and whether they came about."""

import pytest

from tests.judging.desk import Said, label


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Pirates attacked the tanker.", "The attack on the tanker by pirates lasted an hour.", id="on-by"),
        pytest.param(
            "Pirates attacked the tanker.", "The pirates' attack on the tanker lasted an hour.", id="owner-on"
        ),
        pytest.param(
            "Pirates attacked the tanker.", "Pirates launched an attack on the tanker at dawn.", id="launched"
        ),
        pytest.param(
            "Pirates attacked the tanker.",
            "Pirates carried out the attack against the tanker at dawn.",
            id="carried-out-against",
        ),
        pytest.param("The tanker was attacked.", "The attack on the tanker lasted an hour.", id="passive-from-noun"),
        pytest.param("The tanker was attacked.", "The tanker has faced dozens of attacks.", id="faced"),
        pytest.param(
            "Vandals attacked the chapel.",
            "The bishop condemned the attack by vandals on the chapel.",
            id="condemned-grants-it",
        ),
        pytest.param(
            "Norvia invaded Estavia.",
            "Norvia's invasion of Estavia began in March.",
            id="invasion-of",
        ),
        pytest.param(
            "The brigade withdrew from Ruvo.", "The brigade's withdrawal from Ruvo began on Monday.", id="began"
        ),
        pytest.param(
            "The brigade withdrew from Ruvo.",
            "The withdrawal of the brigade from Ruvo was completed on Monday.",
            id="withdrawal-of",
        ),
        pytest.param("The director resigned.", "The director's resignation surprised the board.", id="resignation"),
        pytest.param(
            "The director resigned.", "The resignation of the director surprised the board.", id="resignation-of"
        ),
        pytest.param(
            "Northline acquired Pell.", "Northline completed its acquisition of Pell on Friday.", id="completed-its"
        ),
        pytest.param(
            "Northline acquired Pell.", "Northline's acquisition of Pell was completed on Friday.", id="owner-of"
        ),
        pytest.param(
            "The strike ended.",
            "The end of the strike on Thursday brought crowds back to the station.",
            id="end-of-past",
        ),
        pytest.param(
            "Rangers killed the bear.", "The killing of the bear by rangers angered hikers.", id="killing-of-by"
        ),
        pytest.param(
            "The court ruled against the brewery.",
            "The court's ruling against the brewery was published on Friday.",
            id="ruling-against",
        ),
        pytest.param(
            "Ana Ruiz heads the academy.", "Ana Ruiz, the head of the academy, opened the fair.", id="head-of"
        ),
        pytest.param(
            "The union criticised the tariff.", "The union's criticism of the tariff was sharp.", id="criticism-of"
        ),
    ],
)
def test_a_deed_told_as_a_noun_bears_the_claim(claim: str, said: Said) -> None:
    assert label(claim, said) == "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "The coastguard attacked the tanker.",
            "The coastguard denounced the attacks by pirates on the tanker.",
            id="denounced-by-others",
        ),
        pytest.param(
            "The coastguard attacked the tanker.",
            "The coastguard arrived an hour after the attack on the tanker.",
            id="nobody-named",
        ),
        pytest.param(
            "Pirates attacked the coastguard.",
            "The attack by pirates was reported by the coastguard.",
            id="undergoer-not-stated",
        ),
        pytest.param(
            "The tanker attacked pirates.", "The attack on the tanker by pirates lasted an hour.", id="reversed"
        ),
        pytest.param(
            "The tanker attacked pirates.", "The tanker came under attack from pirates.", id="under-attack-reversed"
        ),
        pytest.param(
            "Farmers attacked the mill.",
            "Farmers heard of the attack on the mill in the evening.",
            id="heard-of",
        ),
        pytest.param(
            "The ministry raided the warehouse.",
            "The ministry praised the police for the raid on the warehouse.",
            id="praised-for-the-raid",
        ),
        pytest.param(
            "Estavia invaded Norvia.",
            "Estavia remembers Norvia's invasion of its eastern valleys.",
            id="others-invasion",
        ),
        pytest.param(
            "Norvia invaded Estavia.",
            "Estavia-backed militias grew after the Norvia-led invasion.",
            id="invasion-of-whom",
        ),
        pytest.param(
            "Norvia bombed Estavia.",
            "Norvia's bombing of Estavia-backed militias went on for a week.",
            id="backed-by-is-another",
        ),
        pytest.param(
            "The governor killed the bear.",
            "The governor regretted the killing of the bear by rangers.",
            id="regretted",
        ),
        pytest.param(
            "The brigade withdrew from Ruvo.",
            "The governor thanked the brigade after the withdrawal of the militia from Ruvo.",
            id="another-withdrew",
        ),
        pytest.param(
            "Pell acquired Northline.", "Northline completed its acquisition of Pell on Friday.", id="acquired-reversed"
        ),
        pytest.param(
            "The board resigned.", "The director's resignation surprised the board.", id="resignation-of-another"
        ),
        pytest.param(
            "The tariff criticised the union.",
            "The union's criticism of the tariff was sharp.",
            id="criticism-reversed",
        ),
    ],
)
def test_whose_deed_it_is_must_be_said(claim: str, said: Said) -> None:
    assert label(claim, said) == "missing"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The strike ended.", "An end to the strike would cheer commuters.", id="an-end-would"),
        pytest.param("The strike ended.", "The end of the strike would cheer commuters.", id="the-end-would"),
        pytest.param("The strike has ended.", "Only an end to the strike can save the harvest.", id="only-an-end"),
        pytest.param("The strike has ended.", "The mayor called for an end to the strike.", id="called-for-an-end"),
        pytest.param("The strike has ended.", "The mayor hopes for an end to the strike.", id="hopes-for"),
        pytest.param("The strike has ended.", "Trains will run again once the strike ends.", id="once-it-ends"),
        pytest.param(
            "The strike has ended.", "Ending the strike will take weeks, the mayor said.", id="gerund-subject"
        ),
        pytest.param("The strike has ended.", "Talks on the end of the strike opened on Monday.", id="talks-on"),
        pytest.param(
            "The strike has ended.",
            "“This (end of the strike) is the only way out,” the mayor said.",
            id="bare-in-brackets",
        ),
        pytest.param(
            "The brigade withdrew from Ruvo.",
            "Ministers discussed the withdrawal of the brigade from Ruvo.",
            id="discussed",
        ),
        pytest.param(
            "The brigade withdrew from Ruvo.",
            "A timetable for the brigade's withdrawal from Ruvo is being drawn up.",
            id="timetable-for",
        ),
        pytest.param(
            "The brigade withdrew from Ruvo.",
            "Calls by mothers for the brigade's withdrawal from Ruvo grew louder.",
            id="calls-by-for",
        ),
        pytest.param(
            "The brigade withdrew from Ruvo.", "The village seeks the brigade's withdrawal from Ruvo.", id="seeks"
        ),
        pytest.param(
            "The brigade withdrew from Ruvo.",
            "In the event of the brigade's withdrawal from Ruvo, the bridge would be blown up.",
            id="in-the-event-of",
        ),
        pytest.param("The director resigned.", "The board demanded the director's resignation.", id="demanded"),
        pytest.param("The director resigned.", "The director's resignation would please nobody.", id="would-please"),
        pytest.param(
            "The director resigned.", "Rumours of the director's resignation shook the market.", id="rumours-of"
        ),
        pytest.param("The director resigned.", "The board rejected the director's resignation.", id="rejected"),
        pytest.param(
            "Pirates attacked the tanker.", "The navy prevented an attack by pirates on the tanker.", id="prevented"
        ),
        pytest.param("Pirates attacked the tanker.", "Owners fear an attack by pirates on the tanker.", id="fear-an"),
        pytest.param(
            "Pirates attacked the tanker.", "The threat of an attack by pirates on the tanker is real.", id="threat-of"
        ),
        pytest.param("Pirates attacked the tanker.", "The navy foiled the pirates' attack on the tanker.", id="foiled"),
        pytest.param(
            "Pirates attacked the tanker.",
            "The pirates' plan for an attack on the tanker was found on a laptop.",
            id="plan-for",
        ),
        pytest.param(
            "The clinic is able to treat burns.",
            "The ability of the clinic to treat burns will be examined.",
            id="ability-examined",
        ),
        pytest.param(
            "The clinic is able to treat burns.",
            "Doubts about the clinic's ability to treat burns remain.",
            id="ability-doubted",
        ),
        pytest.param(
            "The council closed the baths.",
            "The council is working on closing the baths.",
            id="working-on",
        ),
        pytest.param(
            "The inspector checked the cranes.",
            "The inspector is scheduled to begin visiting the docks, checking the cranes and counting the crews.",
            id="scheduled-list",
        ),
        pytest.param("The harbour closed.", "The inn stands close to the harbour.", id="close-to"),
        pytest.param("Holm is a county.", "Holm is a town in Varden County.", id="part-of-a-name"),
        pytest.param("Lea Brandt is a bank.", "Lea Brandt works for the Dorn Bank.", id="part-of-a-name-bank"),
    ],
)
def test_a_deed_that_is_only_spoken_of_is_not_done(claim: str, said: Said) -> None:
    assert label(claim, said) == "missing"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "Norvia defends Ruvo.", "Norvia was slow to answer attacks on traders in Ruvo.", id="attacks-elsewhere"
        ),
        pytest.param(
            "Norvia is an enemy of Estavia.",
            "Norvia dislikes a pipeline long wanted by Estavia and its allies.",
            id="allies-of-another",
        ),
        pytest.param(
            "Norvia is an ally of Estavia.",
            "Lettin worries about the hold of its enemy Estavia over Norvia.",
            id="enemy-of-another",
        ),
        pytest.param(
            "The club supports the stadium.", "The club is a critic of the stadium's roof.", id="critic-of-a-part"
        ),
        pytest.param(
            "The bishop wants a new organ.",
            "The bishop spoke of the organ, since he does not want the tower repaired.",
            id="does-not-want-something-else",
        ),
        pytest.param(
            "The museum bought the drawing.",
            "The museum showed the drawing, and a dealer sold two maps.",
            id="another-sold-something-else",
        ),
        pytest.param(
            "The council approved the tram.",
            "The council praised the tram while a neighbour rejected the fare.",
            id="another-rejected",
        ),
        pytest.param(
            "Exports of tin rose.", "Exports of tin are watched closely because prices of zinc fell.", id="zinc-fell"
        ),
    ],
)
def test_an_opposite_elsewhere_accuses_nobody(claim: str, said: Said) -> None:
    assert label(claim, said) != "contradicted"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Norvia defends Ruvo.", "Norvia attacks Ruvo.", id="attacks-it"),
        pytest.param("Norvia is an enemy of Estavia.", "Norvia is an ally of Estavia.", id="ally-enemy"),
        pytest.param("The council approved the tram.", "The council rejected the tram on Monday.", id="rejected-it"),
        pytest.param("Exports of tin rose.", "Exports of tin fell in May.", id="tin-fell"),
        pytest.param(
            "Exports of tin rose.", "Exports of tin fell in May, while imports of zinc rose.", id="own-opposite-first"
        ),
        pytest.param("The council closed the baths.", "The council did not close the baths.", id="did-not-close"),
        pytest.param("The director resigned.", "The director did not resign.", id="did-not-resign"),
    ],
)
def test_an_opposite_in_the_same_slot_refutes(claim: str, said: Said) -> None:
    assert label(claim, said) == "contradicted"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "The clinic treated 40 sailors with burns.",
            "The clinic treated 40 sailors with scurvy.",
            id="other-complement",
        ),
        pytest.param(
            "In 1962 the pier was sold to a brewery.",
            "In 1962 the pier was leased to a brewery.",
            id="other-verb-with-a-date",
        ),
        pytest.param(
            "The choir gave 12 free concerts in 1988.", "The choir gave 12 concerts in 1988.", id="adjective-not-said"
        ),
        pytest.param(
            "The tunnel cost 30 million crowns in loans.",
            "The tunnel cost 30 million crowns.",
            id="complement-not-said",
        ),
        pytest.param("Two herons live far from the mill.", "Two herons live near the mill.", id="far-near"),
        pytest.param("Twelve monks brewed beer in 1710.", "Twelve monks baked bread in 1710.", id="two-words-swapped"),
        pytest.param(
            "The gallery lost three bronze masks in 2004.",
            "The gallery lost three wooden masks in 2004.",
            id="material",
        ),
        pytest.param(
            "The orchard yields 9 tonnes of plums a year.", "The orchard yields 9 tonnes of pears a year.", id="fruit"
        ),
        pytest.param(
            "By 1990 the harbour had 14 cranes for grain.", "By 1990 the harbour had 14 cranes.", id="purpose-not-said"
        ),
    ],
)
def test_no_word_of_the_claim_is_forgiven_beside_a_figure(claim: str, said: Said) -> None:
    assert label(claim, said) != "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "The clinic treated 40 sailors with burns.",
            "Within a week the clinic treated 40 sailors with severe burns.",
            id="more-than-claimed",
        ),
        pytest.param(
            "In 1962 the pier was sold to a brewery.",
            "The pier was sold to a brewery in 1962, for a song.",
            id="reordered",
        ),
        pytest.param("The choir gave 12 concerts in 1988.", "In 1988 the choir gave 12 free concerts.", id="narrower"),
        pytest.param("Two herons live close to the mill.", "Two herons live near the mill.", id="close-near"),
        pytest.param("The harbour closed.", "The harbour was shut on Friday.", id="shut"),
    ],
)
def test_caution_does_not_lose_what_is_said(claim: str, said: Said) -> None:
    assert label(claim, said) == "supported"
