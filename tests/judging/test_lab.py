"""Claims made from sentences by rule: one figure, word, name, preposition or doer changed, or the sentence only turned round.

Each row is a pattern that some version of the judge got wrong on agency news, told again on invented matter.
"""

import pytest

from tests.judging.desk import label


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "More than 50 walkers were rescued.",
            "Rescuers say they brought more than 100 walkers off the ridge.",
            id="more-than-50-from-100",
        ),
        pytest.param(
            "The grant is worth up to 14,000 crowns.", "The grant is worth up to 7,000 crowns.", id="up-to-doubled"
        ),
        pytest.param(
            "Grapes account for over 40 percent of exports.",
            "Grapes account for over 80 percent of exports.",
            id="over-40-from-80",
        ),
        pytest.param(
            "At least 20 goats were stolen.",
            "At least 20 goats were killed when the barn roof gave way.",
            id="stolen-for-killed",
        ),
        pytest.param(
            "The raiders arrested an estimated 800 farmers.",
            "The raiders killed an estimated 800 farmers.",
            id="arrested-for-killed",
        ),
        pytest.param(
            "The forger was sent to hospital for 12 years in 1987.",
            "The forger was sent to prison for 12 years in 1987.",
            id="hospital-for-prison",
        ),
        pytest.param(
            "Three train bombings killed two guards.", "Three car bombings killed two guards.", id="train-for-car"
        ),
        pytest.param(
            "The tanker was seized early on Wednesday with 19 sailors.",
            "The tanker was seized late on Wednesday with 19 sailors.",
            id="early-for-late",
        ),
        pytest.param(
            "The fire brigade wants to send 30 engines.", "The fire brigade sent 30 engines.", id="wants-for-sent"
        ),
        pytest.param(
            "The miners plan to win 13 seats on the council.",
            "The miners won 13 seats on the council.",
            id="plan-for-won",
        ),
        pytest.param(
            "The crossing began at 8:51 a.m.", "The crossing began at 8:17 a.m. and ended before noon.", id="clock-time"
        ),
        pytest.param(
            "The apprentices are aged between 16 and 40.",
            "The apprentices, aged between 16 and 19, live above the bakery.",
            id="end-of-age-range",
        ),
        pytest.param(
            "The levy rose to 12 percent and the tariff to 9 percent.",
            "The levy rose to 9 percent and the tariff to 12 percent.",
            id="figures-exchanged",
        ),
        pytest.param(
            "Nine monks and four novices were hurt.", "Four monks and nine novices were hurt.", id="counts-exchanged"
        ),
        pytest.param(
            "The quake killed 12 and injured 40.", "The quake killed 40 and injured 12.", id="killed-injured-exchanged"
        ),
        pytest.param(
            "The fund will pay 30 crowns a month.", "The fund will pay 30 crowns a week.", id="a-month-a-week"
        ),
        pytest.param(
            "The lift carries 12 people an hour.", "The lift carries 12 people a minute.", id="an-hour-a-minute"
        ),
        pytest.param(
            "Parliament voted 54 to 7 for the budget.",
            "Parliament voted 54 to 7 against the budget.",
            id="for-against-votes",
        ),
        pytest.param(
            "The council backed sanctions for the port.",
            "The council backed sanctions against the port.",
            id="sanctions-for-against",
        ),
        pytest.param(
            "The helicopter took off to a base in Ruvo.",
            "The helicopter took off from a base in Ruvo.",
            id="to-from-base",
        ),
        pytest.param("Ruvo exports timber from Landa.", "Ruvo exports timber to Landa.", id="exports-to-from"),
        pytest.param(
            "A decision is not expected after 10 November.",
            "A decision is not expected before 10 November.",
            id="after-before-date",
        ),
        pytest.param(
            "About 50 people died after the vote in Ruvo.",
            "About 50 people died before the vote in Ruvo.",
            id="after-before-vote",
        ),
        pytest.param(
            "The rebels have held the fort until March.", "The rebels have held the fort since March.", id="until-since"
        ),
        pytest.param("The warehouse in Ruvo burned down.", "The warehouse near Ruvo burned down.", id="in-near"),
        pytest.param("The camp lies south of Ruvo.", "The camp lies north of Ruvo.", id="south-north"),
        pytest.param(
            "The bishop travelled without his guards.", "The bishop travelled with his guards.", id="without-with"
        ),
        pytest.param(
            "The coach resigned over the defeat.", "The coach resigned despite the defeat.", id="over-despite"
        ),
        pytest.param(
            "Police killed 12 smugglers in the hills.",
            "Police killed 12 suspected smugglers in the hills.",
            id="suspected-dropped",
        ),
        pytest.param(
            "The tribunal accused President Odan of fraud.",
            "The tribunal accused former President Odan of fraud.",
            id="former-dropped",
        ),
        pytest.param(
            "The singer faces charges of theft.", "The singer faces charges of attempted theft.", id="attempted-dropped"
        ),
        pytest.param(
            "The drones crashed into the lake.", "One of the drones crashed into the lake.", id="one-of-dropped"
        ),
        pytest.param(
            "The committee discussed the merger of the two ports.",
            "The committee discussed the possible merger of the two ports.",
            id="possible-dropped",
        ),
        pytest.param(
            "The court upheld the ban on trawling.",
            "The court upheld the proposed ban on trawling.",
            id="proposed-dropped",
        ),
        pytest.param("The bank approved the loan.", "The bank approved half the loan.", id="half-dropped"),
        pytest.param(
            "The army found the weapons of the sect.",
            "The army found some of the weapons of the sect.",
            id="some-of-dropped",
        ),
        pytest.param("The deputy governor of Ruvo resigned.", "The governor of Ruvo resigned.", id="deputy-added"),
        pytest.param("The governor of Ruvo resigned.", "The deputy governor of Ruvo resigned.", id="deputy-dropped"),
        pytest.param("The mayor may have a brother.", "The mayor has a brother.", id="may-have"),
        pytest.param("The clinic plans to have 40 beds.", "The clinic has 40 beds.", id="plans-to-have"),
        pytest.param("Nobody was hurt in the blast.", "Nobody was killed in the blast.", id="hurt-killed-nobody"),
        pytest.param(
            "The players did not protest because of the rain.",
            "The players did not protest.",
            id="reason-under-negation",
        ),
        pytest.param("All ferries were cancelled.", "Not all ferries were cancelled.", id="all-from-not-all"),
        pytest.param(
            "The accord took effect on 1 January.",
            "The accord was supposed to take effect on 1 January, but was delayed.",
            id="supposed-to",
        ),
        pytest.param(
            "The laboratory in Esk confirms the case.",
            "If the laboratory in Esk confirms the case, the region will be sealed off.",
            id="if-confirms",
        ),
        pytest.param(
            "The drug was taken off the market.",
            "The firm tested the drug before it was to be taken off the market.",
            id="was-to-be",
        ),
        pytest.param("The ban curtailed smuggling.", "The ban is designed to curtail smuggling.", id="designed-to"),
        pytest.param(
            "The trucks entered the valley.", "The trucks have been allowed to enter the valley.", id="allowed-to"
        ),
        pytest.param(
            "The priest left the country.", "The officers told the priest to leave the country.", id="told-to"
        ),
        pytest.param("The firm formed a union.", "The firm helped form a union.", id="helped-form"),
        pytest.param("The court freed the trader.", "The trader asked the court to free him.", id="asked-to-free"),
        pytest.param(
            "The premier visited Landa in May.",
            "The premier cancelled plans to visit Landa in May.",
            id="cancelled-plans",
        ),
        pytest.param("The ministry closed the mine.", "The ministry threatened to close the mine.", id="threatened"),
        pytest.param(
            "The bishop killed the ambassador.", "The bishop was accused of killing the ambassador.", id="accused-of"
        ),
        pytest.param(
            "Rebels attacked the barracks.", "The army foiled an attempt by rebels to attack the barracks.", id="foiled"
        ),
        pytest.param("The pact would have ended the strike.", "The pact ended the strike.", id="would-have"),
        pytest.param("The pact ended the strike.", "The pact would have ended the strike.", id="would-have-dropped"),
        pytest.param("The mayor might resign.", "The mayor resigned.", id="might-resign"),
        pytest.param(
            "The patients were held by more than 40 nurses.",
            "The patients held more than 40 nurses as hostages.",
            id="by-more-than",
        ),
        pytest.param(
            "The harbour master was held by at least 12 pirates.",
            "At least 12 pirates were held by the harbour master.",
            id="by-at-least",
        ),
        pytest.param(
            "The storm was killed by an estimated 600 fishermen.",
            "The storm killed an estimated 600 fishermen.",
            id="by-an-estimated",
        ),
        pytest.param(
            "The wardens tried to enter the reserve.",
            "The wardens say hikers were hurt as dozens of people tried to enter the reserve.",
            id="dozens-of-people",
        ),
        pytest.param(
            "Officials threw stones at six cyclists.",
            "Officials say a boy fell when youths threw stones at six cyclists.",
            id="officials-light",
        ),
        pytest.param(
            "The survey favoured the ruling Liberals.",
            "The survey found that 40 percent favoured the ruling Liberals.",
            id="percent-subject",
        ),
        pytest.param(
            "Reporters told the judge.", "The judge told reporters that the case was closed.", id="told-swapped"
        ),
        pytest.param(
            "Seven countries added the bloc last year.", "The bloc added seven countries last year.", id="added-swapped"
        ),
        pytest.param("A woman shot the guard.", "A man shot the guard.", id="woman-man"),
        pytest.param(
            "The divers deployed the ferry.",
            "The ferry sailed to the wreck and deployed the divers.",
            id="shared-subject-swapped",
        ),
        pytest.param(
            "The judge freed the baker and the cook.", "The judge freed the baker and jailed the cook.", id="freed-both"
        ),
        pytest.param(
            "The plague killed the abbot.",
            "The abbot, whose brother the plague killed, moved to Landa.",
            id="whose-brother",
        ),
        pytest.param(
            "The nephew of the king was crowned.", "The king was crowned in front of his nephew.", id="nephew-king"
        ),
        pytest.param(
            "The lawyer of the mayor was arrested.",
            "The mayor was arrested in the office of his lawyer.",
            id="lawyer-mayor",
        ),
        pytest.param("Ruvo borrowed money from Landa.", "Landa borrowed money from Ruvo.", id="borrowed-swapped"),
        pytest.param("Odan succeeded Marr as chairman.", "Marr succeeded Odan as chairman.", id="succeeded-swapped"),
        pytest.param("The team lost to Landa.", "Landa lost to the team.", id="lost-to-swapped"),
        pytest.param("Ruvo beat Landa in the final.", "Landa beat Ruvo in the final.", id="beat-swapped"),
        pytest.param(
            "Odan lives with the killer of Marr.", "Odan, the killer of Marr, lives with his mother.", id="killer-of"
        ),
        pytest.param(
            "The parliament of Norland extended the mandate.",
            "Norland and Sudria share a border. The parliament of Sudria extended the mandate.",
            id="other-parliament",
        ),
        pytest.param(
            "Norland's parliament extended the mandate.",
            "Relations with Norland are tense. Sudria's parliament extended the mandate.",
            id="other-owner",
        ),
        pytest.param(
            "Norland has such missiles in the south.",
            "Norland protested. Sudria has such missiles in the south.",
            id="other-subject",
        ),
        pytest.param(
            "The Norlandic army says rebels shelled the port.",
            "Norland watched. The Sudrian army says rebels shelled the port.",
            id="other-army",
        ),
        pytest.param(
            "Mr. Odan received money from the fund.",
            "Mr. Odan leads the fund. The inquiry is about whether Mr. Marr received money from the fund.",
            id="other-mister",
        ),
        pytest.param(
            "Anna Odan won the prize for chemistry.",
            "Anna Odan and Peter Marr were nominated. Marr won the prize for chemistry.",
            id="other-nominee",
        ),
        pytest.param(
            "The Odan Institute counted 400 storks.",
            "The Odan Institute is in Ruvo. The Marr Institute counted 400 storks.",
            id="other-institute",
        ),
        pytest.param(
            "Rebels blew up the pipeline.", "Rebels claimed that they blew up the pipeline.", id="rebels-claimed"
        ),
        pytest.param(
            "The guards beat the prisoners.",
            "A former prisoner alleged that the guards beat the prisoners.",
            id="prisoner-alleged",
        ),
        pytest.param(
            "The report lacks credibility.", "A prosecutor says the report lacks credibility.", id="prosecutor-says"
        ),
        pytest.param(
            "Strong winds caused the crash.", "Strong winds caused the crash, the pilot said.", id="trailing-pilot"
        ),
        pytest.param(
            "The army shelled the school.",
            "The army shelled the school, opposition activists said.",
            id="trailing-activists",
        ),
        pytest.param(
            "The army shelled the school.", "Opposition activists say the army shelled the school.", id="activists-say"
        ),
        pytest.param("The mayor said the bridge was safe.", "The engineer said the bridge was safe.", id="other-sayer"),
        pytest.param(
            "The mayor said that the bridge was unsafe.",
            "The engineer told the mayor that the bridge was unsafe.",
            id="told-the-mayor",
        ),
        pytest.param(
            "Odan called the plan “a mistake”.",
            "Marr called the plan “a mistake”, while Odan praised it.",
            id="quote-other-speaker",
        ),
        pytest.param(
            "The northern provinces were flooded.", "The southern provinces were flooded.", id="northern-southern"
        ),
        pytest.param(
            "The presidential election was rigged.",
            "The parliamentary election was rigged.",
            id="presidential-parliamentary",
        ),
        pytest.param("The economic adviser resigned.", "The military adviser resigned.", id="economic-military"),
        pytest.param("The old cabinet met in Ruvo.", "The new cabinet met in Ruvo.", id="old-new"),
        pytest.param(
            "The premier of Ruvo visited Landa.", "The president of Ruvo visited Landa.", id="premier-president"
        ),
        pytest.param("The silver medal went to Odan.", "The gold medal went to Odan.", id="silver-gold"),
        pytest.param(
            "The opposition supporters marched to the palace.",
            "The government supporters marched to the palace.",
            id="opposition-government",
        ),
        pytest.param(
            "The largest bakery in Ruvo closed.", "The smallest bakery in Ruvo closed.", id="largest-smallest"
        ),
        pytest.param(
            "Two deaths occurred in the village.", "Two deaths occurred in the capital.", id="village-capital"
        ),
        pytest.param("Food aid reached the island.", "Fuel aid reached the island.", id="food-fuel"),
        pytest.param(
            "The mayor and the bishop opened the fair.",
            "The mayor opened the fair while the bishop slept.",
            id="added-second-doer",
        ),
        pytest.param(
            "Norland and Sudria have agreed on a truce.",
            "Norland has agreed on a truce with the rebels of Sudria.",
            id="added-country",
        ),
        pytest.param(
            "The union and the council signed the lease.",
            "The council met the union. The council signed the lease.",
            id="added-doer-context",
        ),
        pytest.param(
            "Five nurses and a driver were freed.", "Five nurses were freed by a driver.", id="added-undergoer"
        ),
        pytest.param(
            "The blast wounded two guards in Landa.",
            "Landa has been calm for weeks. The blast wounded two guards.",
            id="place-from-context",
        ),
        pytest.param(
            "The pilots voted to strike in Landa.",
            "A fair opened in Landa. Pilots of the airline voted to strike on Friday.",
            id="place-from-context-2",
        ),
        pytest.param("The club has 30 players.", "The club dismissed 30 players.", id="has-for-dismissed"),
        pytest.param("Police took four betting shops.", "Police searched four betting shops.", id="took-for-searched"),
        pytest.param(
            "The envoy gave a statement on Tuesday.", "The envoy denied a statement on Tuesday.", id="gave-for-denied"
        ),
        pytest.param(
            "The miners made a protest on Monday.",
            "The miners called off a protest on Monday.",
            id="made-for-called-off",
        ),
        pytest.param("Five soldiers died in Baghdad.", "Five soldiers died in Iraq.", id="capital-for-country"),
        pytest.param("Two nurses were held in Paris.", "Two nurses were held in France.", id="capital-for-country-2"),
        pytest.param("The storm moved south of France.", "The storm moved south of Paris.", id="south-of-wider"),
        pytest.param("Rebels hold the northern valley.", "Troops hold the northern valley.", id="troops-tag"),
        pytest.param(
            "Officials became members of the choir.", "Anna Odan became a member of the choir.", id="officials-light-2"
        ),
        pytest.param("The women were all from Ruvo.", "The children were all from Ruvo.", id="women-children"),
        pytest.param(
            "The former government followed sound policies.",
            "The current government followed sound policies.",
            id="former-current",
        ),
        pytest.param("The new bridge was closed.", "The old bridge was closed.", id="new-old-bridge"),
        pytest.param("A large stage included the fair.", "The fair included a large stage.", id="included-swapped"),
        pytest.param(
            "The case condemned many rights groups.", "The case was condemned by many rights groups.", id="condemned-by"
        ),
        pytest.param(
            "The storm was killed by an estimated 600 fishermen.",
            "The storm killed an estimated 600 fishermen.",
            id="estimated-swapped",
        ),
        pytest.param(
            "Tensions between Norland and Ostland rose.",
            "Tensions between Norland and Sudria rose after drilling off Ostland.",
            id="between-other",
        ),
        pytest.param(
            "Norland is seeking Alliance membership.",
            "Norland is seeking Union membership and has joined a programme of the Alliance.",
            id="other-membership",
        ),
        pytest.param(
            "Mr. Odan linked the pullout to the reforms.",
            "Mr. Marr linked the pullout to the reforms, and Mr. Odan agreed.",
            id="other-linker",
        ),
        pytest.param(
            "A court sentenced Odan to five years.",
            "A court sentenced Marr to five years and freed Odan.",
            id="sentenced-freed",
        ),
        pytest.param(
            "The brother of Odan was arrested.", "Odan was arrested with his brother-in-law.", id="brother-in-law"
        ),
        pytest.param("Odan was born in Ruvo.", "Odan, whose wife was born in Ruvo, lives in Landa.", id="wife-born"),
        pytest.param("Odan lives in Ruvo.", "Odan, whose wife was born in Ruvo, lives in Landa.", id="lives-born"),
        pytest.param(
            "The minister resigned after the blast.",
            "The minister spoke after the blast. The treasurer resigned.",
            id="resigned-other",
        ),
        pytest.param(
            "The flood destroyed the mill.",
            "The flood destroyed the bridge and damaged the mill.",
            id="destroyed-damaged",
        ),
        pytest.param(
            "The court jailed the baker for fraud.",
            "The court jailed the baker for theft and cleared him of fraud.",
            id="jailed-cleared",
        ),
        pytest.param(
            "Two of the five hostages died.", "Five hostages were held, and two guards died.", id="hostages-guards"
        ),
        pytest.param("The ship sank on Monday.", "The ship left on Monday and sank on Thursday.", id="sank-left-day"),
        pytest.param("Odan was hurt in 2004.", "Odan won the race in 2004 and was hurt in 2006.", id="hurt-won-year"),
        pytest.param(
            "The clinic treated 40 children.",
            "The clinic treated 90 people, and 40 children were turned away.",
            id="treated-turned-away",
        ),
        pytest.param(
            "Exports to Norland fell by 9 percent.",
            "Exports to Sudria fell by 9 percent and those to Norland rose.",
            id="exports-other",
        ),
        pytest.param(
            "The army killed nine rebels.",
            "The army lost four men, and nine rebels surrendered.",
            id="killed-surrendered",
        ),
        pytest.param(
            "The army burned the village.", "Villagers said the army burned the village.", id="villagers-said"
        ),
        pytest.param(
            "The army burned the village.",
            "According to villagers, the army burned the village.",
            id="according-to-villagers",
        ),
        pytest.param(
            "The army burned the village.",
            "The army burned the village, according to the rebels.",
            id="according-to-rebels-end",
        ),
        pytest.param(
            "The army burned the village.", "The army burned the village, rebels claim.", id="rebels-claim-end"
        ),
        pytest.param("The army burned the village.", "The army denied that it burned the village.", id="denied-that"),
        pytest.param("The army burned the village.", "The army denied burning the village.", id="denied-ing"),
        pytest.param("The army burned the village.", "The army is accused of burning the village.", id="is-accused"),
        pytest.param("The army burned the village.", "The army allegedly burned the village.", id="allegedly"),
        pytest.param("The army burned the village.", "The army reportedly burned the village.", id="reportedly"),
        pytest.param(
            "The army burned the village.", "It is unclear whether the army burned the village.", id="unclear-whether"
        ),
        pytest.param(
            "The army burned the village.", "There were rumours that the army burned the village.", id="rumours-that"
        ),
        pytest.param("The army burned the village.", "The army said it had not burned the village.", id="had-not"),
        pytest.param(
            "The army burned the village.",
            "The report on whether the army burned the village is late.",
            id="report-on-whether",
        ),
        pytest.param(
            "The army burned the village.", "Critics believe the army burned the village.", id="critics-believe"
        ),
        pytest.param(
            "The army burned the village.",
            "Asked if the army burned the village, the general did not reply.",
            id="asked-if",
        ),
        pytest.param(
            "The army burned the village.", "Had the army burned the village, the world would know.", id="had-inverted"
        ),
        pytest.param(
            "The army burned the village.", "The army would burn the village, the rebels feared.", id="feared"
        ),
        pytest.param(
            "The army burned the village.",
            "The allegation that the army burned the village is false.",
            id="allegation-false",
        ),
        pytest.param(
            "The army burned the village.",
            "The minister rejected claims that the army burned the village.",
            id="rejected-claims",
        ),
        pytest.param(
            "The army burned the village.", "No evidence shows that the army burned the village.", id="no-evidence"
        ),
        pytest.param(
            "The army burned the village.",
            "The court acquitted the general of ordering the army to burn the village.",
            id="acquitted-of",
        ),
        pytest.param("The army burned the village.", "The army threatened to burn the village.", id="threatened-burn"),
        pytest.param(
            "The army burned the village.", "The army stopped short of burning the village.", id="stopped-short"
        ),
        pytest.param("The army burned the village.", "The army nearly burned the village.", id="nearly-burned"),
        pytest.param("The army burned the village.", "The army almost burned the village.", id="almost-burned"),
        pytest.param("The army burned the village.", "The army burned part of the village.", id="part-of-burned"),
        pytest.param("The army burned the village.", "The army burned a barn outside the village.", id="barn-outside"),
        pytest.param("The army burned the village.", "The army saved the burned village.", id="saved-burned"),
        pytest.param("The army burned the village.", "Villagers burned effigies of the army.", id="effigies"),
        pytest.param(
            "The army burned the village.", "The village was burned before the army arrived.", id="before-army-arrived"
        ),
        pytest.param(
            "The army burned the village.", "Rebels burned the village while the army watched.", id="while-army"
        ),
        pytest.param(
            "The army burned the village.", "Rebels fighting the army burned the village.", id="rebels-fighting-army"
        ),
        pytest.param(
            "The army burned the village.", "The rebels, fleeing the army, burned the village.", id="fleeing-army"
        ),
        pytest.param("The army burned the village.", "Deserters from the army burned the village.", id="deserters"),
        pytest.param("The army burned the village.", "The enemy of the army burned the village.", id="enemy-of"),
        pytest.param(
            "The army burned the village.", "The village that the army held was burned by rebels.", id="held-burned"
        ),
        pytest.param(
            "The army burned the village.", "The village that sheltered the army burned.", id="village-burned-itself"
        ),
        pytest.param(
            "The army burned the village.", "The army will not have burned the village in vain.", id="in-vain"
        ),
        pytest.param("Odan said the vote was fair.", "Marr told Odan the vote was fair.", id="told-odan"),
        pytest.param("Odan said the vote was fair.", "Odan said the vote was not fair.", id="not-fair"),
        pytest.param(
            "Odan said the vote was fair.", "Odan declined to say whether the vote was fair.", id="declined-to-say"
        ),
        pytest.param("Odan said the vote was fair.", "Odan did not say the vote was fair.", id="did-not-say"),
        pytest.param(
            "Odan said the vote was fair.", "A spokesman for Odan said the vote was fair.", id="spokesman-for"
        ),
        pytest.param("Odan said the vote was fair.", "A rival of Odan said the vote was fair.", id="rival-of"),
        pytest.param("Odan said the vote was fair.", "Odan asked whether the vote was fair.", id="asked-whether"),
        pytest.param("Odan said the vote was fair.", "Odan denied saying the vote was fair.", id="denied-saying"),
        pytest.param(
            "Odan said the vote was fair.", "Odan said the count was fair and the vote was rigged.", id="count-vote"
        ),
        pytest.param("Odan said he would resign.", "Odan said Marr would resign.", id="he-marr"),
        pytest.param("Odan promised to cut taxes.", "Odan promised not to cut taxes.", id="promised-not"),
        pytest.param("Odan promised to cut taxes.", "Odan refused to promise to cut taxes.", id="refused-to-promise"),
        pytest.param("Odan cut taxes.", "Odan promised to cut taxes.", id="promised-cut"),
        pytest.param("Odan supports the ban.", "Odan said he does not oppose the ban.", id="not-oppose"),
        pytest.param("Odan criticised the ban.", "Odan was criticised for the ban.", id="criticised-for"),
        pytest.param("Odan criticised Marr for the ban.", "Marr criticised Odan for the ban.", id="criticised-swapped"),
        pytest.param("Odan thanked Marr for his help.", "Odan thanked the crew for helping Marr.", id="thanked-crew"),
        pytest.param("All 40 miners survived.", "Of the 40 miners, 38 survived.", id="all-40"),
        pytest.param("The two brothers were killed.", "One of the two brothers was killed.", id="one-of-two"),
        pytest.param("Most of the 40 miners survived.", "Fewer than half of the 40 miners survived.", id="most-half"),
        pytest.param(
            "The dam cost 4 million crowns.",
            "The dam was to cost 4 million crowns but cost 9 million.",
            id="was-to-cost",
        ),
        pytest.param(
            "The dam cost 4 million crowns.", "The dam cost 4 million crowns more than planned.", id="more-than-planned"
        ),
        pytest.param("The fine was raised to 400 crowns.", "The fine was raised by 400 crowns.", id="raised-by"),
        pytest.param("The fine was raised by 400 crowns.", "The fine was raised to 400 crowns.", id="raised-to"),
        pytest.param("Rents rose 8 percent.", "Rents rose 8 percentage points less than wages.", id="points-less"),
        pytest.param(
            "The town has 4,000 residents.", "The town has 4,000 fewer residents than in 1990.", id="fewer-than-in"
        ),
        pytest.param("The team won 3-1.", "The team lost 3-1.", id="won-lost"),
        pytest.param("The team won 3-1.", "The team was 3-1 down at half time but won.", id="half-time"),
        pytest.param("Odan is 40 years old.", "Odan has been a judge for 40 years.", id="age-years"),
        pytest.param("Odan was a judge for ten years.", "Odan became a judge ten years ago.", id="ten-years-ago"),
        pytest.param(
            "Odan won 40 percent of the vote.", "Odan won in a district where 40 percent vote.", id="district-40"
        ),
        pytest.param("The strike lasted four days.", "The strike ended four days after the talks.", id="lasted-after"),
        pytest.param("Forty people were on board.", "Forty people were waiting to board.", id="on-board"),
        pytest.param(
            "Nine of the passengers were children.",
            "Nine passengers were hurt, among them two children.",
            id="children-among",
        ),
        pytest.param("The law affects 300 firms.", "The law exempts 300 firms.", id="affects-exempts"),
        pytest.param("The storm left 300 homeless.", "The storm left 300 homes without power.", id="homes-homeless"),
        pytest.param(
            "Four people died in the fire.", "Four people escaped the fire in which Odan died.", id="escaped-died"
        ),
        pytest.param(
            "A baker was killed by the watch on suspicion of murder.",
            "A baker was arrested by the watch on suspicion of murder.",
            id="killed-from-murder",
        ),
        pytest.param(
            "The hut was rated a class 2 shelter on Sunday.",
            "The hut was rated a class 5 shelter on Sunday.",
            id="class-number",
        ),
        pytest.param("The crew flew a Lark 4 glider.", "The crew flew a Lark 9 glider.", id="model-number"),
        pytest.param(
            "Barges carry 24-27 percent of the grain.", "Barges carry 16-17 percent of the grain.", id="percent-range"
        ),
        pytest.param(
            "The fair will be held between 12 and 18 December.",
            "The fair will be held between 11 and 18 December.",
            id="days-between",
        ),
        pytest.param(
            "The island faced a severe military slump.",
            "The island has a military museum. It faced a severe economic slump.",
            id="adjective-from-before",
        ),
        pytest.param(
            "Coalition leaders say the count was rushed.",
            "The coalition won. Opposition leaders say the count was rushed.",
            id="other-leaders",
        ),
        pytest.param("The Old Harbour Rovers won.", "The New Harbour Rovers won.", id="old-in-a-name"),
        pytest.param(
            "The treasury secretary opened the vault.", "The defence secretary opened the vault.", id="other-secretary"
        ),
        pytest.param(
            "The burglars removed the police.",
            "The clock was found by police. It was removed by the burglars.",
            id="police-removed",
        ),
        pytest.param(
            "Odan was marred by scandals.",
            "Odan ruled for nine years. Her reign was marred by scandals.",
            id="her-reign",
        ),
        pytest.param(
            "Odan said the trial is part of a plot.",
            "Critics say the trial of Odan is part of a plot to silence him.",
            id="critics-of-him-say",
        ),
        pytest.param(
            "Odan said that gross cheating occurred.",
            "The jury had declared Odan the winner. Observers said gross cheating occurred.",
            id="observers-said",
        ),
        pytest.param(
            "The duke did not issue pardons.",
            "It is not the first time the duke has issued pardons in spring.",
            id="not-the-first-time-denied",
        ),
        pytest.param(
            "The guilds ended the boycott.", "The guilds agreed in February to end the boycott.", id="agreed-to-end"
        ),
        pytest.param("The blast targeted the wedding.", "The blast appeared to target the wedding.", id="appeared-to"),
        pytest.param("The race was won by Odan of Landa.", "Odan of Ruvo won the race in Landa.", id="of-another-town"),
        pytest.param(
            "Norland's high court sentenced the forger.",
            "Sudria's high court sentenced the forger, once held in Norland, to six years.",
            id="other-high-court",
        ),
        pytest.param("The dog bit the man.", "The man bit the dog.", id="man-bit-dog"),
        pytest.param("Odan, not Marr, wrote the letter.", "Marr, not Odan, wrote the letter.", id="not-marr-wrote"),
        pytest.param(
            "The court cleared Odan of fraud.",
            "The court cleared Odan of theft but not of fraud.",
            id="but-not-of-fraud",
        ),
        pytest.param("The firm has money.", "The firm lacks money.", id="lacks-money"),
        pytest.param("Odan was among the dead.", "Odan was among those who mourned the dead.", id="mourned-the-dead"),
        pytest.param("Odan called the plan “good”.", "Odan said critics call the plan “good”.", id="critics-call"),
        pytest.param(
            "The mayor resigned in 2019.",
            "In 2019 the mayor's deputy resigned; the mayor stayed until 2021.",
            id="his-deputy-resigned",
        ),
    ],
)
def test_changed_claims_do_not_pass(claim: str, said: str) -> None:
    """The claim says something else, something more or something surer than the source."""
    assert label(claim, said) in ("missing", "contradicted")


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The village hall drew 100 guests.", "The village hall drew 60 guests.", id="round-hundred"),
        pytest.param("Ten nurses joined the strike.", "Seven nurses joined the strike.", id="ten-is-not-seven"),
        pytest.param("The storm damaged 30 barns.", "The storm damaged 26 barns.", id="thirty-is-not-26"),
        pytest.param(
            "The mayor held office from 1981 until 2013.",
            "The mayor held office from 1981 until 2011.",
            id="end-of-range",
        ),
        pytest.param(
            "The dairy made 4 million crowns in 2011.", "The dairy made 4 billion crowns in 2011.", id="million-billion"
        ),
        pytest.param(
            "No arrangement with the lenders was made.",
            "The firm made an arrangement with the lenders.",
            id="no-arrangement",
        ),
        pytest.param(
            "An arrangement with the lenders was never made.",
            "The firm made an arrangement with the lenders.",
            id="never-made",
        ),
        pytest.param("The crossing did not take 22 minutes.", "The crossing took 22 minutes.", id="did-not-take"),
        pytest.param(
            "About 700 observers have not been deployed.",
            "About 700 observers have been deployed to the border.",
            id="not-deployed",
        ),
        pytest.param("The price did not exceed 900 crowns.", "The price exceeded 900 crowns.", id="not-exceed"),
        pytest.param("The school is not located in Ruvo.", "The school is located in Ruvo.", id="not-located"),
        pytest.param("The mayor is not ill.", "The mayor is ill.", id="is-not-ill"),
        pytest.param("The mayor has no brother.", "The mayor has a brother in Landa.", id="has-no-brother"),
        pytest.param("The summit did not take place.", "The summit took place in May.", id="did-not-take-place"),
        pytest.param("Not all ferries were cancelled.", "All ferries were cancelled.", id="not-all"),
        pytest.param(
            "Odan called the plan “a costly mistake”.", "Odan called the plan “a costly success”.", id="quote-one-word"
        ),
        pytest.param("Nobody died in the fire.", "Four people died in the fire.", id="nobody-four"),
        pytest.param("Four people died in the fire.", "Nobody died in the fire.", id="four-nobody"),
        pytest.param("Several people died in the fire.", "Nobody died in the fire.", id="several-nobody"),
        pytest.param("The minister refused to resign.", "The minister resigned.", id="refused-but-did"),
        pytest.param("The team failed to qualify.", "The team qualified.", id="failed-but-did"),
    ],
)
def test_changed_claims_are_contradicted(claim: str, said: str) -> None:
    """The same fact, with another value or its denial."""
    assert label(claim, said) == "contradicted"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "Tonga is not a member of the pact.", "Members of the pact met on Monday.", id="no-member-not-contradicted"
        ),
        pytest.param("The choir will have a better chance.", "The dairy was one of the worst hit.", id="better-worst"),
        pytest.param(
            "The bill passed along party lines.",
            "The council voted after the refusal of the mayor to hand over papers.",
            id="passed-refusal",
        ),
        pytest.param(
            "Odan followed the rule.",
            "Odan wrote the rule. The Marr group is older, but it does not follow the rule.",
            id="other-subject-denied",
        ),
        pytest.param(
            "A second round is planned for 12 December.",
            "If no bidder reaches the limit, a second round is planned for 12 December.",
            id="if-no-candidate",
        ),
        pytest.param(
            "A policeman was killed on Tuesday near Ruvo.",
            "A soldier was killed on Tuesday near Ruvo.",
            id="policeman-soldier",
        ),
        pytest.param("The film opens in Norland.", "The film is opening in Sudria this week.", id="opens-elsewhere"),
        pytest.param(
            "The strike hit a training camp.",
            "Guards fired at the strike team. A helicopter raid killed two men.",
            id="helicopter-training",
        ),
        pytest.param(
            "The duke issued pardons.",
            "It is not the first time the duke has issued pardons in spring.",
            id="not-the-first-time",
        ),
    ],
)
def test_nobody_is_accused(claim: str, said: str) -> None:
    """The source speaks of something else: it may leave the claim open, but does not contradict it."""
    assert label(claim, said) not in ("contradicted", "conflicting")


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("About 30 barns were damaged.", "The storm damaged 31 barns.", id="about-thirty"),
        pytest.param("Unions called off the strike.", "Unions called off the planned strike.", id="planned-strike"),
        pytest.param(
            "The priest left the country.", "The officers forced the priest to leave the country.", id="forced-to"
        ),
        pytest.param(
            "The bishop killed the ambassador.",
            "The bishop was convicted of killing the ambassador.",
            id="convicted-of",
        ),
        pytest.param(
            "The ferry deployed the divers.",
            "The ferry sailed to the wreck and deployed the divers.",
            id="shared-subject",
        ),
        pytest.param("The quake killed 12 people.", "Officials said the quake killed 12 people.", id="officials-say"),
        pytest.param(
            "The bishop travelled with his guards.",
            "The bishop, who is 70, travelled with his guards to Landa.",
            id="insertion",
        ),
        pytest.param(
            "The reactor was shut down by engineers.", "Engineers shut down the reactor after the alarm.", id="passive"
        ),
        pytest.param(
            "Engineers shut down the reactor.", "The reactor was shut down by engineers after the alarm.", id="active"
        ),
        pytest.param(
            "The engineers who built the dam were honoured.",
            "The president honoured the engineers who built the dam.",
            id="relative-passive",
        ),
        pytest.param(
            "The dam was built by engineers from Ruvo.",
            "The president honoured the engineers from Ruvo, who built the dam.",
            id="relative-to-main",
        ),
        pytest.param(
            "More than 100 people were killed by landslides.",
            "Landslides have killed more than 100 people.",
            id="more-than-passive",
        ),
        pytest.param(
            "Any wrongdoing was denied by the banker.", "The banker has denied any wrongdoing.", id="denied-passive"
        ),
        pytest.param(
            "The banker denied wrongdoing.", "The banker has repeatedly denied any wrongdoing.", id="denied-active"
        ),
        pytest.param(
            "A ruling against the mayor was issued by the court.",
            "The court issued a ruling against the mayor.",
            id="ruling-against",
        ),
        pytest.param(
            "The athletes avoided playing on Sunday.",
            "Playing on Sunday was avoided by the athletes.",
            id="avoided-passive",
        ),
        pytest.param(
            "The glass factory is half empty.",
            "The glass factory is half empty. The paper mill is half full.",
            id="neighbour-verb",
        ),
        pytest.param(
            "The raid hit a training camp.",
            "The raid hit a training camp. A second raid did not hit its target.",
            id="neighbour-denied",
        ),
        pytest.param(
            "Marr is the chairman of the bank.", "Marr, the chairman of the bank, flew to Landa.", id="apposition"
        ),
        pytest.param("The resignation of the minister came in May.", "The minister resigned in May.", id="nominal"),
        pytest.param(
            "The minister resigned in May.",
            "The resignation of the minister in May surprised many.",
            id="nominal-to-verb",
        ),
        pytest.param(
            "The purchase of the mill by the brothers was completed in 2004.",
            "The brothers completed the purchase of the mill in 2004.",
            id="nominal-passive",
        ),
        pytest.param(
            "Leaders asked the soldiers to avoid deaths.",
            "Leaders have called on the soldiers to avoid causing deaths.",
            id="avoid-causing",
        ),
        pytest.param(
            "Five soldiers died in the valley.",
            "Five soldiers died in the valley, including four killed by a mine.",
            id="including-four",
        ),
        pytest.param(
            "Under the plan lenders would get 92 crowns.",
            "Under the plan, lenders, who are owed 430 crowns, would get 92 crowns.",
            id="insertion-figure",
        ),
        pytest.param(
            "Growth slipped to 0 percent in 2009.",
            "Growth slipped to 0 percent in 2009 and 1.5 percent in 2010.",
            id="two-years-two-figures",
        ),
        pytest.param(
            "The two are apprentices.",
            "The two whom police let go without a word are apprentices.",
            id="without-charge",
        ),
        pytest.param(
            "The guild shrank for the three years prior to 1911.",
            "The guild shrank for the three years prior to 1911.",
            id="prior-to-verbatim",
        ),
        pytest.param(
            "The 163 seats were won by none of the groups.", "None of the groups won the 163 seats.", id="none-passive"
        ),
        pytest.param(
            "Funding for the wall was denied by Congress.",
            "Congress has denied funding for the wall.",
            id="funding-denied",
        ),
        pytest.param("Odan died on Tuesday.", "Odan, a former judge, died on Tuesday.", id="died-tuesday"),
        pytest.param(
            "A loan request for the mill was issued by the House.",
            "The House issued a loan request for the mill.",
            id="request-as-subject",
        ),
        pytest.param(
            "The flood drowned more than 9,000 sheep.",
            "The valley still speaks of the flood that drowned more than 9,000 sheep and swept away the mill.",
            id="figure-in-relative",
        ),
        pytest.param(
            "The firm dropped charges against seven guards.",
            "The firm has dropped charges against seven guards accused of beating a boy in 2003.",
            id="guards-accused",
        ),
        pytest.param(
            "The kidnappers demanded that the nurses be freed.",
            "The kidnappers holding the doctor had demanded that the nurses be freed.",
            id="participle-subject",
        ),
        pytest.param(
            "Pirates received a ransom.",
            "Pirates seized three ships during 2008 and received a ransom.",
            id="and-verb-subject",
        ),
        pytest.param(
            "The panel tasted a new cheese.",
            "The panel, picked before the cheese was renamed, tasted a new cheese called Vex.",
            id="long-insertion-subject",
        ),
        pytest.param(
            "Odan killed a guard.",
            "In that riot, Odan, a self-described rebel, killed a guard named Marr.",
            id="self-described",
        ),
        pytest.param(
            "The founder launched the war.",
            "The port is where the founder, Kemal Odan, launched the war.",
            id="apposed-subject",
        ),
        pytest.param("Two nurses were held in France.", "Two nurses were held in Paris.", id="country-for-capital"),
        pytest.param(
            "The army burned the village.", "The general admitted that the army burned the village.", id="admitted"
        ),
        pytest.param(
            "The army burned the village.", "An inquiry found that the army burned the village.", id="inquiry-found"
        ),
        pytest.param(
            "The army burned the village.", "Nobody doubts that the army burned the village.", id="nobody-doubts"
        ),
        pytest.param("Odan criticised Marr.", "Marr was criticised by Odan.", id="criticised-by"),
        pytest.param("Odan, 40, won the race.", "Odan, who is 40, won the race.", id="age-apposed"),
        pytest.param(
            "The court sentenced Odan to five years in prison.",
            "Odan was sentenced by the court to five years in prison.",
            id="sentenced-passive",
        ),
        pytest.param("Odan won the prize in 2004.", "In 2004, Odan won the prize.", id="fronted-date"),
        pytest.param(
            "Norland withdrew its troops from Sudria.",
            "Norland has withdrawn its troops from Sudria after two years.",
            id="perfect",
        ),
        pytest.param("Norland plans to build a dam.", "Norland is planning to build a dam on the Esk.", id="planning"),
        pytest.param("The government will raise taxes.", "The government is to raise taxes.", id="is-to-raise"),
        pytest.param("Police arrested two men.", "Two men have been arrested by police.", id="arrested-perfect"),
        pytest.param("Two men were arrested.", "Police said they had arrested two men.", id="they-had-arrested"),
        pytest.param(
            "Odan resigned.",
            "Odan, who led the party for nine years, resigned on Monday over the scandal.",
            id="resigned-long",
        ),
        pytest.param(
            "The mine was closed in May.", "The government closed the mine in May, citing costs.", id="citing"
        ),
        pytest.param("At least 20 people died.", "The flood killed at least 20 people.", id="died-killed"),
        pytest.param("The flood killed at least 20 people.", "At least 20 people died in the flood.", id="killed-died"),
        pytest.param(
            "Odan is the president of Norland.", "President Odan of Norland opened the fair.", id="president-of"
        ),
        pytest.param("Odan did not attend the talks.", "Odan was absent from the talks.", id="absent"),
        pytest.param("Odan attended the talks.", "Odan took part in the talks.", id="took-part"),
        pytest.param(
            "Yields slipped to 0 percent in 2009.",
            "Yields slipped to 0 percent in 2009 and to 1.5 percent in 2010.",
            id="one-of-two-years",
        ),
        pytest.param(
            "The clerks filed a suit against the levy.",
            "The clerks filed a suit against the levy. This is not the first suit to be filed against the levy.",
            id="not-the-first",
        ),
        pytest.param("No comment was made by the rulers.", "The rulers made no comment.", id="no-comment-passive"),
        pytest.param(
            "The war lasted from 1991 to 1995.", "The war began in 1991 and ended in 1995.", id="lasted-from-to"
        ),
    ],
)
def test_plain_retellings_pass(claim: str, said: str) -> None:
    """A sentence simplified, turned round or told as a noun."""
    assert label(claim, said) == "supported"
