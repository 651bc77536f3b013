"""Sources one step away from a claim, in the words of the day: none of them bears it out, with the model or without."""

from __future__ import annotations

import pytest

from factcheck import Checker, Corpus

PAIRS = [
    ("The festival is held annually.", "The festival used to be held annually."),
    ("Unemployment fell by 3 percent.", "Unemployment among men fell by 3 percent."),
    ("Crime rose in Norvia.", "Crime rose in the capital of Norvia."),
    ("The mayor resigned.", "The mayor's deputy resigned."),
    ("The company fired its chief.", "The company's chief fired his deputy."),
    ("Doctors recommend the drug.", "Doctors no longer recommend the drug."),
    ("The bank approved the loan.", "The bank is expected to approve the loan."),
    ("The bridge was closed to lorries.", "The bridge was closed to pedestrians."),
    ("The vaccine protects against measles.", "The vaccine protects against mumps."),
    ("France beat Spain in the final.", "Spain beat France in the final."),
    ("The minister met the ambassador.", "The minister refused to meet the ambassador."),
    ("The minister met the ambassador.", "The minister will meet the ambassador next week."),
    ("All miners were rescued.", "Most miners were rescued."),
    ("The court upheld the sentence.", "The court overturned the sentence."),
    ("The airline will cut jobs.", "The airline ruled out job cuts."),
    ("The airline will cut jobs.", "The union fears that the airline will cut jobs."),
    ("The president visited Chad in May.", "The president's wife visited Chad in May."),
    ("The police arrested the suspect.", "The suspect fled before police could arrest him."),
    ("The dam may collapse.", "The dam collapsed."),
    ("Sales doubled.", "Sales nearly doubled."),
    ("The film won three awards.", "The film was nominated for three awards."),
    ("The law bans smoking in parks.", "The law allows smoking in parks."),
    ("The law bans smoking in parks.", "The law would ban smoking in parks."),
    ("The army says rebels shelled the town.", "Rebels say the army shelled the town."),
    ("The ship carried oil.", "The ship carried oil workers."),
    ("Nobody was hurt.", "Nobody was killed."),
    ("The museum is free on Sundays.", "The museum is free on Saturdays."),
    ("The plant employs 300 people.", "The plant will employ 300 people."),
    ("Ticket prices went up.", "Ticket prices did not go up."),
    ("The team signed the striker from Porto.", "The team sold the striker to Porto."),
    ("The senator criticised the president.", "The president criticised the senator."),
    ("The senator criticised the president's plan.", "The senator praised the president's plan."),
    ("Two thirds of voters backed the plan.", "A third of voters backed the plan."),
    ("The hospital lacks nurses.", "The hospital has enough nurses."),
    ("The storm killed nobody.", "The storm killed two people."),
    ("The treaty was ratified by Peru.", "The treaty was signed by Peru."),
    ("The treaty was ratified by Peru.", "The treaty has yet to be ratified by Peru."),
    ("The singer denied the affair.", "The singer's manager denied the affair."),
    ("Police believe the fire was arson.", "Police have ruled out arson."),
    ("The CEO bought shares.", "The CEO sold shares."),
    ("Iran enriched uranium to 60 percent.", "Iran said it could enrich uranium to 60 percent."),
    ("The river is the longest in Europe.", "The river is the second-longest in Europe."),
    ("The park opened after the war.", "The park opened before the war."),
    ("The tax applies to all companies.", "The tax applies to large companies."),
    ("Residents support the wind farm.", "Residents oppose the wind farm."),
    ("The band split up in 1999.", "The band re-formed in 1999."),
    ("The drug is approved for children.", "The drug is approved for adults."),
    ("The driver was sober.", "The driver was drunk."),
    ("The judge freed the editor.", "The judge jailed the editor."),
    ("The plane landed safely.", "The plane crashed on landing."),
    ("The government lifted the ban on exports.", "The government imposed a ban on exports."),
    ("Thousands protested against the reform.", "Thousands demonstrated in favour of the reform."),
    ("The mayor was cleared of fraud.", "The mayor was convicted of fraud."),
    ("He resigned over the scandal.", "He refused to resign over the scandal."),
    ("The school reopened on Monday.", "The school closed on Monday."),
    ("The strike ended.", "The strike entered its second week."),
    ("The price of bread halved.", "The price of bread doubled."),
    ("The minister was sacked over the leak.", "The minister was reshuffled to the transport ministry after the leak."),
    ("The company recalled 4,000 cars.", "The company inspected 4,000 cars."),
    ("The court sentenced the trader to five years.", "Prosecutors sought five years for the trader."),
    ("The club was relegated in 2012.", "The club was promoted in 2012."),
    ("The volcano erupted in 1991, killing 800 people.", "The volcano erupted in 1991, forcing 800 people to flee."),
    ("The company made a profit of 3 million euros.", "The company made a loss of 3 million euros."),
    ("The general led the coup.", "The general was arrested for his part in the coup."),
    ("The actor founded the festival.", "The actor attended the festival."),
    ("Norvia recognised the new state.", "Norvia refused to recognise the new state."),
    ("The firm bought the rights for 2 million dollars.", "The firm valued the rights at 2 million dollars."),
    ("The rebels freed 30 hostages.", "The rebels took 30 hostages."),
    ("The hospital treated 90 people for smoke inhalation.", "Firefighters led 90 people out of the smoke."),
    ("The mayor vetoed the budget.", "The mayor signed the budget."),
    ("The bridge carries 9,000 cars a day.", "The bridge was built for 9,000 cars a day."),
    ("Experts confirmed the painting is genuine.", "Experts doubt that the painting is genuine."),
    ("The lake is shrinking.", "The lake is growing."),
    ("The drug caused the deaths.", "Investigators found no link between the drug and the deaths."),
    ("The union accepted the offer.", "The union is studying the offer."),
    ("The satellite reached orbit.", "The satellite failed to reach orbit."),
    ("The singer performed in Oslo on 3 May 2019.", "The singer cancelled her concert in Oslo on 3 May 2019."),
    ("The town banned cars from its centre.", "The town plans to ban cars from its centre."),
    ("The king opened parliament.", "The queen opened parliament on behalf of the king."),
    ("The witness identified the driver.", "The witness could not identify the driver."),
    ("Norvia exports more coal than Estavia.", "Estavia exports more coal than Norvia."),
    ("The dam supplies water to 40,000 homes.", "The dam supplies power to 40,000 homes."),
    ("The brewery employs 120 people in Linz.", "The brewery laid off 120 people in Linz."),
    ("The police shot the protester.", "The protester shot at the police."),
    ("The law was repealed in 2005.", "The law was passed in 2005."),
    ("The airline apologised to passengers.", "Passengers demanded an apology from the airline."),
    ("The ferry sank because of a fire.", "The ferry sank after a collision."),
    ("The scientist won the prize for her work on mice.", "The scientist won the prize for her work on stars."),
    ("Vaccination is compulsory for nurses.", "Vaccination is voluntary for nurses."),
    ("The treaty entered into force in 1999.", "The treaty was signed in 1999."),
    ("The suspect confessed.", "The suspect maintained his innocence."),
    ("The new stadium seats 30,000.", "The old stadium seated 30,000."),
    ("The bank lent the city 5 million euros.", "The city lent the bank 5 million euros."),
    ("The novel was translated into 12 languages.", "The novel was translated from Danish into English."),
    ("The opposition boycotted the vote.", "The opposition took part in the vote."),
    ("The village has no school.", "The village has a school."),
    ("The troops withdrew from the border.", "The troops advanced to the border."),
    ("Researchers say coffee prevents gout.", "Researchers say coffee may prevent gout."),
    ("Prices were higher in May than in April.", "Prices were higher in April than in May."),
    ("The mine was reopened by the new owner.", "The mine was closed by the new owner."),
    ("She was elected with the support of the Greens.", "She was elected despite the opposition of the Greens."),
    ("The company denied polluting the river.", "The company polluted the river."),
    ("The museum returned the statue to Greece.", "Greece asked the museum to return the statue."),
    ("The goalkeeper saved the penalty.", "The goalkeeper conceded the penalty."),
    ("The judge ruled for the tenants.", "The judge ruled against the tenants."),
    ("The pilot ignored the warning.", "The pilot heeded the warning."),
    ("Donors pledged 4 million euros.", "Donors paid 4 million euros."),
    ("Parliament voted in 2020 for the garrison to stay.", "Parliament in 2020 voted for the garrison's departure."),
    ("Rebels want all foreign soldiers to remain.", "Rebels are calling for the final exit of all foreign soldiers."),
    ("The garrison will stay in Norvia.", "Calls for the departure of the garrison from Norvia have grown."),
    ("The soldiers remain in Norvia.", "The soldiers' exit from Norvia was demanded by parliament."),
    ("The union wants the chief to be kept.", "The union wants the chief's dismissal."),
    ("The spokesman said they will remain in Norvia.", "The spokesman made the statement in Norvia."),
]


@pytest.mark.parametrize(("claim", "said"), PAIRS, ids=lambda text: text[:40])
@pytest.mark.parametrize("model", ["auto", "off"])
def test_not_borne_out(claim: str, said: str, model: str) -> None:
    assert Checker(Corpus.from_texts([said]), model=model).check(claim).label != "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("2,500 soldiers remain in Norvia.", "There are 2,500 soldiers in Norvia."),
        ("Norvia remains the largest producer of coal in Europe.", "Norvia is the largest producer of coal in Europe."),
        ("The museum will remain closed until May.", "The museum will be closed until May."),
        ("The rate will remain at 4 percent.", "The rate will be 4 percent."),
        ("The mayor wants to stay in office.", "The mayor wants to remain in office."),
    ],
)
def test_what_remains_is_still_what_it_is(claim: str, said: str) -> None:
    assert Checker(Corpus.from_texts([said])).check(claim).label == "supported"


WORDED = "The film is set in Berlin."


@pytest.mark.parametrize(
    "said",
    [
        "If the film takes place in Berlin, fans will come.",
        "The film does not take place in Berlin.",
        "Critics say the film takes place in Berlin.",
        "The film may take place in Berlin.",
        "The film was to take place in Berlin.",
        "The film takes place in Berlin, a rumour says.",
        "Does the film take place in Berlin?",
        "The film took place in Berlin until the script was changed.",
        "It is a myth that the film takes place in Berlin.",
        "The film takes place near Berlin.",
        "Half of the film takes place in Berlin.",
        "The film's sequel takes place in Berlin.",
        "The film festival takes place in Berlin.",
    ],
)
def test_the_model_is_not_led_past_what_the_matchers_would_see(said: str) -> None:
    assert Checker(Corpus.from_texts(["The film takes place in Berlin."])).check(WORDED).decided_by == "model"
    assert Checker(Corpus.from_texts([said])).check(WORDED).label != "supported"
