import pytest

from factcheck.text.sentences import LONGEST_ASIDE, split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["Rain fell.", "Roads flooded!", "Who pays?"], id="plain-stops"),
        pytest.param(["He met Gen. Ray Odo on Jan. 5.", "They spoke."], id="title-and-month"),
        pytest.param(["Mr. Lund, Ms. Okoye and Dr. Sato won.", "Prof. Ruiz lost."], id="titles"),
        pytest.param(["Mr. al-Hadi left early."], id="title-before-a-small-particle"),
        pytest.param(["The U.S. Army left.", "It had 40 tanks."], id="country-inside-a-name"),
        pytest.param(["They moved to the U.S.", "The talks failed."], id="country-at-the-end"),
        pytest.param(["The U.N. Security Council met in Washington, D.C.", "It adjourned."], id="council-and-capital"),
        pytest.param(["J. K. Rowling and George W. Bush met C.S. Lee.", "He smiled."], id="initials"),
        pytest.param(["No. 10 said so.", "The answer was no.", "Nobody asked."], id="number-sign-and-the-word-no"),
        pytest.param(["The train left at 5 a.m. Monday.", "It was back by 9 p.m.", "The driver slept."], id="clock"),
        pytest.param(["Shares of Acme Inc. fell 3.5 percent.", "Bolt Ltd.", "However, rose."], id="company"),
        pytest.param(["It grew to 2.5 million.", "Then 10 left."], id="decimal"),
        pytest.param(["Prices rose.", "$5 million went missing."], id="sum-first"),
        pytest.param(["It closed in 2020.", "25 people lost work."], id="year-then-figure"),
        pytest.param(["He waited... and left.", "Then… nothing."], id="ellipsis-inside"),
        pytest.param(["He waited...", "She left."], id="ellipsis-at-the-end"),
        pytest.param(["The law ... President Lee signed is void."], id="words-left-out"),
        pytest.param(["“The road is long.” he said.", "It was."], id="stop-inside-marks-small-letter"),
        pytest.param(['"Is it over?" Ann Berg asked.', "Nobody knew."], id="question-then-speaker"),
        pytest.param(['She called it "a mess."', "He agreed."], id="quotation-ends-the-sentence"),
        pytest.param(['He called it "a mess".', "She agreed."], id="stop-outside-the-marks"),
        pytest.param(["“We won. They lost,” said Ito.", "Then he left."], id="quotation-stays-with-its-speaker"),
        pytest.param(
            ['"We won. They lost," said Ito.', "Then he left."], id="straight-quotation-stays-with-its-speaker"
        ),
        pytest.param(['The mayor said: "Stop. Go home."', "Few did."], id="quotation-of-two-sentences"),
        pytest.param(["The dam (built in 1931. It leaks) holds.", "So far."], id="stop-inside-a-bracket"),
        pytest.param(["It rained.", "(The forecast was dry.)", "Nobody minded."], id="sentence-in-brackets"),
        pytest.param(["Three fell ill; two died; one left."], id="semicolons-stay"),
        pytest.param(["Sales of iPhones fell.", "iPhone prices did not."], id="small-first-letter"),
        pytest.param(["Yahoo! Japan and Yahoo! Finance merged.", "Wow!", "Really?"], id="brand-with-a-mark"),
        pytest.param(
            ["The bridge closed in spring.", "“we had no choice” was the answer."], id="small-quotation-starts"
        ),
        pytest.param(["Ice melts faster.[12]", "Seas rise."], id="footnote-mark"),
        pytest.param(["That was World War II.", "Act V. followed in Sept. 1941."], id="roman-numerals"),
    ],
)
def test_one_paragraph(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == [sentence.strip() for sentence in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The river\nrose fast. It\nfell.", ["The river\nrose fast.", "It\nfell."], id="hard-line-breaks"),
        pytest.param("A heading\n\nThe text", ["A heading", "The text"], id="blank-line"),
        pytest.param("A heading\n \t \nThe text", ["A heading", "The text"], id="blank-line-of-spaces"),
        pytest.param("# Floods\nThe river rose.", ["# Floods", "The river rose."], id="heading"),
        pytest.param("They want:\n- more pay\n- less work", ["They want:", "- more pay", "- less work"], id="list"),
        pytest.param("Plan\n1. Dig wells\n2. Lay pipes", ["Plan", "1. Dig wells", "2. Lay pipes"], id="numbered-list"),
        pytest.param("It failed.The firm closed.", ["It failed.", "The firm closed."], id="lost-blank"),
        pytest.param(
            "He writes Node.Js and IS.IS and kill.ing.", ["He writes Node.Js and IS.IS and kill.ing."], id="inner-dots"
        ),
        pytest.param("   ", [], id="blanks"),
        pytest.param("", [], id="nothing"),
        pytest.param("水位上升了。他们离开了。", ["水位上升了。", "他们离开了。"], id="chinese"),
    ],
)
def test_layout(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_very_long_quotation_is_cut_after_all() -> None:
    text = "“" + "It rained all day in the hills. " * (LONGEST_ASIDE // 20) + "”"
    assert len(sentences(text)) > 10


def test_a_quotation_never_swallows_the_next_paragraph() -> None:
    assert len(sentences("“It rained. We stayed.\n\nThe end came. “Go.”")) == 4


@pytest.mark.parametrize(
    "piece", ["a.", '"A. ', "“A. ", "(A. ", "I. ", "Mr. ", "Ab? Cd Ef Gh ", '."A', "A.\n- ", "\n \n"]
)
def test_hostile_text_is_cut_in_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert sum(end - start for start, end in split_sentences(text)) <= len(text)
