"""Sources that hold the words of a claim and say something else with them, beside sources that do say it.

What somebody does to a mayor makes nobody mayor; what belongs to another verb, another owner or another clause does not count.
"""

import pytest

from tests.judging.desk import Said, label


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "Lea Brandt is a pilot.",
            "Lea Brandt sued a pilot.",
            id="sued",
        ),
        pytest.param(
            "Lea Brandt is a pilot.",
            "Lea Brandt is married to a pilot.",
            id="married",
        ),
        pytest.param(
            "Lea Brandt is a pilot.",
            "Lea Brandt is the daughter of a pilot.",
            id="daughter",
        ),
        pytest.param(
            "Lea Brandt is a pilot.",
            "Lea Brandt wanted to be a pilot.",
            id="wanted",
        ),
        pytest.param(
            "Lea Brandt is a pilot.",
            "Lea Brandt plays a pilot in the film.",
            id="plays-film",
        ),
        pytest.param(
            "Lea Brandt was the coach of the Dorn Wolves.",
            "Lea Brandt met the coach of the Dorn Wolves.",
            id="met",
        ),
        pytest.param(
            "Lea Brandt was the coach of the Dorn Wolves.",
            "Lea Brandt replaced the coach of the Dorn Wolves.",
            id="replaced",
        ),
        pytest.param(
            "The bridge is closed.",
            "The bridge leads to a closed factory.",
            id="leads-factory",
        ),
        pytest.param(
            "The school has a pool.",
            "The school closed its pool.",
            id="closed-its",
        ),
        pytest.param(
            "The school has a pool.",
            "The school has no pool.",
            id="no",
        ),
        pytest.param(
            "The school has a pool.",
            "The school plans a pool.",
            id="plans",
        ),
        pytest.param(
            "The school has a pool.",
            "The school lost its pool.",
            id="lost-its",
        ),
        pytest.param(
            "The band has a drummer.",
            "The band fired a drummer.",
            id="fired",
        ),
        pytest.param(
            "The mine is in Norvia.",
            "The mine exports coal to Norvia.",
            id="exports-coal",
        ),
        pytest.param(
            "The mine is in Norvia.",
            "The mine is owned by a firm in Norvia.",
            id="owned-firm",
        ),
        pytest.param(
            "The team is from Dorn.",
            "The team flew to Dorn.",
            id="flew",
        ),
        pytest.param(
            "Holm was born in Dorn.",
            "Holm was born in Esk and died in Dorn.",
            id="esk-died",
        ),
        pytest.param(
            "Holm died in Dorn.",
            "Holm was born in Dorn and died in Esk.",
            id="born-esk",
        ),
        pytest.param(
            "Holm studied law in Dorn.",
            "Holm studied art in Esk and practised law in Dorn.",
            id="art-esk-practised",
        ),
        pytest.param(
            "The army captured the fort.",
            "The army left the captured fort.",
            id="left",
        ),
        pytest.param(
            "The army captured the fort.",
            "The army attacked the fort.",
            id="attacked",
        ),
        pytest.param(
            "The fort was captured by the army.",
            "The fort was built by the army.",
            id="built",
        ),
        pytest.param(
            "Doctors treated the miner.",
            "Doctors visited the miner, who was treated by a nurse.",
            id="visited-who-nurse",
        ),
        pytest.param(
            "The dog bit the postman.",
            "The postman's dog bit a child.",
            id="s-child",
        ),
        pytest.param(
            "The dog bit the postman.",
            "The dog of the postman bit a thief.",
            id="thief",
        ),
        pytest.param(
            "Police arrested the banker.",
            "Police questioned the banker, and customs arrested his clerk.",
            id="questioned-customs-his",
        ),
        pytest.param(
            "Police arrested the banker.",
            "The banker told police that his clerk was arrested.",
            id="told-his-clerk",
        ),
        pytest.param(
            "The bank lent the mill money.",
            "The mill lent the bank money.",
            id="mill-lent-bank",
        ),
        pytest.param(
            "The mill sold wool to the abbey.",
            "The abbey sold wool to the mill.",
            id="abbey-sold-wool",
        ),
        pytest.param(
            "The duke gave the abbey a bell.",
            "The abbey gave the duke a bell.",
            id="abbey-gave-duke",
        ),
        pytest.param(
            "The island exports salt to Norvia.",
            "The island imports salt from Norvia.",
            id="imports",
        ),
        pytest.param(
            "The party supports the tax.",
            "The party supports a cut in the tax.",
            id="cut",
        ),
        pytest.param(
            "The party supports the tax.",
            "The party supports opponents of the tax.",
            id="opponents",
        ),
        pytest.param(
            "The union backed the strike.",
            "The union backed an end to the strike.",
            id="end",
        ),
        pytest.param(
            "The union backed the strike.",
            "The union's rival backed the strike.",
            id="s-rival",
        ),
        pytest.param(
            "The court fined the brewery.",
            "The court overturned a fine for the brewery.",
            id="overturned-fine",
        ),
        pytest.param(
            "The court fined the brewery.",
            "The court heard that an inspector fined the brewery.",
            id="heard-inspector",
        ),
        pytest.param(
            "The minister resigned.",
            "The minister's secretary resigned.",
            id="s-secretary",
        ),
        pytest.param(
            "The minister resigned.",
            "The minister rejected calls to resign.",
            id="rejected-calls-resign",
        ),
        pytest.param(
            "The minister resigned.",
            "The minister survived a vote on his resignation.",
            id="survived-vote-his",
        ),
        pytest.param(
            "The rebels freed the hostages.",
            "The rebels demanded that the hostages be freed.",
            id="demanded",
        ),
        pytest.param(
            "The rebels freed the hostages.",
            "The rebels killed the freed hostages.",
            id="killed",
        ),
        pytest.param(
            "The rebels freed the hostages.",
            "The army freed the hostages of the rebels.",
            id="army",
        ),
        pytest.param(
            "The museum returned the mask.",
            "The museum was asked to return the mask.",
            id="asked-return",
        ),
        pytest.param(
            "The museum returned the mask.",
            "The museum agreed to return the mask.",
            id="agreed-return",
        ),
        pytest.param(
            "The museum returned the mask.",
            "The museum refused to return the mask.",
            id="refused-return",
        ),
        pytest.param(
            "The dam protects the town.",
            "The dam was built to protect the town.",
            id="built-protect",
        ),
        pytest.param(
            "The drug cures malaria.",
            "The drug is meant to cure malaria.",
            id="meant-cure",
        ),
        pytest.param(
            "The comet hit the moon.",
            "The comet missed the moon.",
            id="missed",
        ),
        pytest.param(
            "The comet will hit the moon.",
            "The comet could hit the moon.",
            id="could",
        ),
        pytest.param(
            "The firm polluted the lake.",
            "The firm cleaned the polluted lake.",
            id="cleaned",
        ),
        pytest.param(
            "The firm polluted the lake.",
            "The firm denied that it polluted the lake.",
            id="denied-it",
        ),
        pytest.param(
            "The firm polluted the lake.",
            "A lake polluted by another firm was bought by the firm.",
            id="another-bought",
        ),
        pytest.param(
            "The bishop blessed the ship.",
            "The bishop's blessing of the harbour delayed the ship.",
            id="s-blessing-harbour",
        ),
        pytest.param(
            "Farmers blocked the road.",
            "Farmers complained about the blocked road.",
            id="complained-about",
        ),
        pytest.param(
            "Farmers blocked the road.",
            "Police stopped farmers from blocking the road.",
            id="police-stopped-blocking",
        ),
        pytest.param(
            "The orchestra cancelled the concert.",
            "The orchestra said the hall cancelled the concert.",
            id="said-hall",
        ),
        pytest.param(
            "The city banned the circus.",
            "The city's ban on the circus was lifted.",
            id="s-ban-lifted",
        ),
        pytest.param(
            "The king pardoned the poet.",
            "The poet asked the king for a pardon.",
            id="asked-pardon",
        ),
        pytest.param(
            "The king pardoned the poet.",
            "The king ignored a petition to pardon the poet.",
            id="ignored-petition-pardon",
        ),
        pytest.param(
            "The storm sank the barge.",
            "The barge sank before the storm.",
            id="before",
        ),
        pytest.param(
            "The storm sank the barge.",
            "The barge sank during the storm of rumours.",
            id="during-rumours",
        ),
        pytest.param(
            "Norvia won the match against Lettin.",
            "Lettin won the match against Norvia.",
            id="lettin-won-match",
        ),
        pytest.param(
            "Norvia won the match against Lettin.",
            "Norvia drew the match against Lettin.",
            id="drew",
        ),
        pytest.param(
            "The song was written by Ana Ruiz.",
            "The song was written for Ana Ruiz.",
            id="song-written-ana",
        ),
        pytest.param(
            "The song was written by Ana Ruiz.",
            "The song was written about Ana Ruiz.",
            id="about",
        ),
        pytest.param(
            "The firm is owned by Pell.",
            "The firm is owned by Pell's rival.",
            id="s-rival-pell",
        ),
        pytest.param(
            "The firm moved to Dorn.",
            "The firm moved from Dorn.",
            id="firm-moved-dorn",
        ),
        pytest.param(
            "The firm bought the mill from Pell.",
            "The firm bought the mill for Pell.",
            id="firm-bought-mill",
        ),
        pytest.param(
            "The train stops at Ruvo.",
            "The train does not stop at Ruvo on Sundays.",
            id="does-not-stop",
        ),
        pytest.param(
            "The garden is open on Mondays.",
            "The garden is open on Sundays and closed on Mondays.",
            id="sundays-closed",
        ),
    ],
)
def test_the_same_words_in_other_roles_bear_nothing(claim: str, said: Said) -> None:
    assert label(claim, said) != "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "Lea Brandt is a pilot.",
            "Lea Brandt, a pilot from Dorn, sued the airline.",
            id="dorn-sued-airline",
        ),
        pytest.param(
            "Lea Brandt is a pilot.",
            "The airline was sued by pilot Lea Brandt.",
            id="airline-sued",
        ),
        pytest.param(
            "The school has a pool.",
            "The school has a heated pool and two gyms.",
            id="heated-two-gyms",
        ),
        pytest.param(
            "The school has a pool.",
            "The school built a pool and still has the pool.",
            id="built-still",
        ),
        pytest.param(
            "The mine is in Norvia.",
            "The mine in Norvia employs 300 people.",
            id="employs-people",
        ),
        pytest.param(
            "The army captured the fort.",
            "The fort was captured by the army in May.",
            id="may",
        ),
        pytest.param(
            "Police arrested the banker.",
            "The banker was arrested on Monday by police.",
            id="monday",
        ),
        pytest.param(
            "Police arrested the banker.",
            "Police searched the house and arrested the banker.",
            id="searched-house",
        ),
        pytest.param(
            "The museum returned the mask.",
            "The museum, which had long refused, returned the mask.",
            id="which-had-long",
        ),
        pytest.param(
            "The museum returned the mask.",
            "The mask was returned by the museum.",
            id="mask-returned-museum",
        ),
        pytest.param(
            "The king pardoned the poet.",
            "The poet was pardoned by the king.",
            id="poet-pardoned-king",
        ),
        pytest.param(
            "The storm sank the barge.",
            "The storm sank the barge and two boats.",
            id="two-boats",
        ),
        pytest.param(
            "Holm died in Dorn.",
            "Holm died in Dorn in 1911.",
            id="holm-died-dorn",
        ),
        pytest.param(
            "Holm died in Dorn.",
            "Holm, who was born in Esk, died in Dorn.",
            id="who-born-esk",
        ),
        pytest.param(
            "The firm polluted the lake.",
            "The firm that owns the mill polluted the lake.",
            id="owns-mill",
        ),
        pytest.param(
            "The rebels freed the hostages.",
            "After a week the rebels freed the hostages.",
            id="after-week",
        ),
        pytest.param(
            "The minister resigned.",
            "The minister resigned after the vote.",
            id="after-vote",
        ),
        pytest.param(
            "The dog bit the postman.",
            "The postman was bitten by the dog.",
            id="bitten",
        ),
        pytest.param(
            "The island exports salt to Norvia.",
            "The island exports salt and wool to Norvia.",
            id="wool",
        ),
        pytest.param(
            "The city banned the circus.",
            "The city's ban on the circus took effect in May.",
            id="s-ban-took",
        ),
        pytest.param(
            "The bishop blessed the ship.",
            "The bishop sailed to the port and blessed the ship.",
            id="sailed-port",
        ),
        pytest.param(
            "Farmers blocked the road.",
            "The road was blocked by farmers on tractors.",
            id="tractors",
        ),
        pytest.param(
            "The firm bought the mill from Pell.",
            "The firm bought the old mill from Pell for a crown.",
            id="old-crown",
        ),
        pytest.param(
            "The union backed the strike.",
            "The union, founded in 1911, backed the strike.",
            id="founded",
        ),
        pytest.param(
            "The garden is open on Mondays.",
            "The garden is open on Mondays and Tuesdays.",
            id="tuesdays",
        ),
        pytest.param(
            "The song was written by Ana Ruiz.",
            "Ana Ruiz wrote the song in a train.",
            id="wrote-train",
        ),
        pytest.param(
            "The dam protects the town.",
            "The dam protects the town from floods.",
            id="floods",
        ),
    ],
)
def test_the_same_fact_in_another_sentence_is_borne(claim: str, said: Said) -> None:
    assert label(claim, said) == "supported"


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param("The drug is safe.", "Is the drug safe?", "missing", id="a-question"),
        pytest.param("The drug is safe.", "Is the drug safe? Nobody knows.", "missing", id="a-question-left-open"),
        pytest.param("The drug is safe.", "Is the drug safe? Yes, it is.", "supported", id="answered-yes"),
        pytest.param("The drug is safe.", "Is the drug safe? No.", "contradicted", id="answered-no"),
        pytest.param("The mill sold wool.", "Who says that the mill sold wool?", "missing", id="who-says"),
        pytest.param("The drug is safe.", "The drug is not safe for pregnant women.", "missing", id="not-safe-for"),
        pytest.param("The drug is safe.", "The drug is not safe.", "contradicted", id="not-safe"),
        pytest.param("Holm signed the bill.", "Holm did not sign the bill until June.", "missing", id="not-until"),
        pytest.param("Holm signed the bill.", "Holm did not sign the bill.", "contradicted", id="did-not-sign"),
        pytest.param(
            "The abbey is not a Norvian royal palace.", "The abbey is a Norvian palace.", "missing", id="not-all-of-it"
        ),
        pytest.param("The abbey is not a palace.", "The abbey is a palace.", "contradicted", id="all-of-it"),
        pytest.param("The tower collapsed.", "The tower almost collapsed.", "missing", id="almost"),
        pytest.param("The tower collapsed.", "Had the tower collapsed, the inn would be gone.", "missing", id="had-it"),
        pytest.param("The tower collapsed.", "It is a myth that the tower collapsed.", "missing", id="a-myth"),
        pytest.param("The choir sold the house.", "The choir sold half the house.", "missing", id="half-of-it"),
        pytest.param("The wolves escaped.", "One of the wolves escaped.", "missing", id="one-of-them"),
        pytest.param("The wolves escaped.", "The wolves escaped through a hole.", "supported", id="all-of-them"),
        pytest.param("The team reached the final.", "The team reached the semi-final.", "missing", id="semi"),
        pytest.param(
            "The vice president resigned.", "The vice president resigned on Friday.", "supported", id="vice-and-vice"
        ),
        pytest.param(
            "The president resigned.", "The vice president resigned on Friday.", "missing", id="only-the-vice"
        ),
    ],
)
def test_asked_narrowed_or_almost(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected
