from datetime import date

import pytest

from factcheck.sources.characters import fold_characters, mend_apostrophes
from factcheck.sources.clean import Markup, clean, read_article
from factcheck.sources.furniture import is_furniture

REPORT = """The harbour reopens

LUND, Jan. 5 (Reuters) - The harbour reopened after a storm that cost 12 million crowns.

Ferries leave again from Monday, the port said."""


def around(furniture: str) -> str:
    head, body, tail = REPORT.split("\n\n")
    return f"{head}\n\n{body}\n\n{furniture}\n\n{tail}\n"


@pytest.mark.parametrize(
    "furniture",
    [
        pytest.param("Skip to main content", id="skip-link"),
        pytest.param("Home | World | Politics | Sport", id="menu-bar"),
        pytest.param("Home News Sport Weather Travel", id="menu-words"),
        pytest.param("Home > News > Harbours", id="breadcrumbs"),
        pytest.param("Watch Listen About Donate", id="menu-of-verbs"),
        pytest.param("Share on: Facebook WhatsApp Telegram", id="share-list"),
        pytest.param("East Coast Edited by the Night Desk", id="edited-by-a-desk"),
        pytest.param("By a staff reporter", id="nameless-by-line"),
        pytest.param("If our reporting is worth something to you…", id="appeal-by-another-wording"),
        pytest.param("Send a link to a friend", id="send-a-link"),
        pytest.param("[to top of second column]", id="column-mark"),
        pytest.param("Back To Top", id="back-to-top"),
        pytest.param("Author", id="author-label"),
        pytest.param("Share on Facebook", id="share-line"),
        pytest.param("Share this article", id="share-label"),
        pytest.param("Follow us on Twitter and Instagram", id="follow-line"),
        pytest.param("ADVERTISEMENT", id="advertisement"),
        pytest.param("Story continues below advertisement", id="advertisement-note"),
        pytest.param("3 min read", id="reading-time"),
        pytest.param("14 comments", id="comment-count"),
        pytest.param("Tags: storms, harbours, ferries", id="tags"),
        pytest.param("READ ALSO: Five ferries you should take this summer", id="read-also"),
        pytest.param("Related articles:", id="related-label"),
        pytest.param("By Jane Doe", id="by-line"),
        pytest.param("By Jane Doe and Juan Pérez in Oslo", id="by-line-of-two"),
        pytest.param("By JANE DOE, Associated Press", id="by-line-in-capitals"),
        pytest.param("By Jane Doe | January 5, 2024 | 10:30 am", id="by-line-bar"),
        pytest.param("West Coast Edited by", id="empty-edited-by"),
        pytest.param("Edited by Bo Li", id="edited-by"),
        pytest.param("[January 10, 2024]", id="day-in-brackets"),
        pytest.param("Updated 3 hours ago", id="hours-ago"),
        pytest.param("(Reporting by Ann Lee; Editing by Bo Li)", id="agency-credits"),
        pytest.param("Additional reporting by J. Park in Busan; Writing by Ann Lee", id="credits-without-brackets"),
        pytest.param("© 2024 The Lund Post. All rights reserved.", id="copyright"),
        pytest.param("This content must not be copied, broadcast or posted elsewhere.", id="redistribution-notice"),
        pytest.param("The views expressed in this article are the author's own.", id="opinion-disclaimer"),
        pytest.param("This article first appeared in The Harbor Post.", id="first-appeared"),
        pytest.param("This website uses cookies to ensure you get the best experience.", id="cookie-bar"),
        pytest.param("By clicking “Accept”, you agree to our terms and our privacy policy.", id="consent"),
        pytest.param("Sign up for our newsletter and get the best of the week in your inbox.", id="newsletter"),
        pytest.param("Get the day's top stories delivered straight to your inbox", id="inbox"),
        pytest.param("If you value our reporting…", id="appeal-heading"),
        pytest.param(
            "The Quay is a reader-funded paper. We are trying to raise $25,000 this spring; please make a one-time or "
            "monthly donation and give what you can today.",
            id="donation-box",
        ),
        pytest.param(
            "Support independent local news: become a member for $5 a month. We need your help.", id="membership"
        ),
        pytest.param("Photo: Jo Park/Getty", id="photo-credit"),
        pytest.param("Image caption, The pier in May", id="image-caption"),
        pytest.param("* * *", id="asterisks"),
        pytest.param("Home / News / Ports", id="breadcrumbs-with-slashes"),
        pytest.param("NEWS > PORTS", id="two-breadcrumbs"),
        pytest.param("Published - January 10, 2024 10:15 pm IST", id="published-with-a-zone"),
        pytest.param("Updated on: January 10, 2024 / 5:30 PM / Coast News", id="updated-between-slashes"),
        pytest.param("Sponsored by Acme", id="sponsor"),
        pytest.param("Listen · 5:12 min", id="audio"),
        pytest.param("You have 3 free articles remaining this month.", id="meter"),
        pytest.param("Already a subscriber? Log in", id="log-in"),
        pytest.param("Contact the author at ann@quay.example", id="mail-address"),
        pytest.param("The Associated Press contributed to this report.", id="contributed"),
        pytest.param("(With agency inputs)", id="agency-inputs"),
        pytest.param("Jo Park, Reuters", id="name-and-agency"),
        pytest.param("Every contribution, however small, is of value for our future.", id="every-contribution"),
        pytest.param("This story is free to read because of our members.", id="members"),
        pytest.param("To play this video you need to enable JavaScript in your browser.", id="player"),
        pytest.param("Stay updated with our channel on Telegram", id="stay-updated"),
        pytest.param("Jo Park/Reuters Acquire Licensing Rights", id="licensing"),
        pytest.param("The harbour reopens", id="repeated-headline"),
        pytest.param("The harbour reopened after a storm (Photo: Jo Park)", id="caption-that-repeats-the-body"),
        pytest.param("FILE PHOTO: Ferries leave again from the port on Monday. REUTERS/Jo Park", id="file-photo"),
    ],
)
def test_furniture_goes(furniture: str) -> None:
    assert clean(around(furniture)) == clean(REPORT)


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param(
            "The charity asked readers to give what they could; donations reached $40,000.", id="reported-appeal"
        ),
        pytest.param("“If you value our work, please donate today,” the director told the crowd.", id="quoted-appeal"),
        pytest.param(
            "The party raised $10,000 in small donations from its supporters last year.", id="party-donations"
        ),
        pytest.param(
            "Readers cancelled 2,000 subscriptions after the newspaper endorsed the mayor.", id="subscriptions"
        ),
        pytest.param("The site uses cookies to follow visitors, the regulator found.", id="cookies-in-the-news"),
        pytest.param("The judge ruled that the photograph was protected by copyright.", id="copyright-case"),
        pytest.param("Reporting by the broadcaster showed that 14 wells were dry.", id="reporting-as-a-noun"),
        pytest.param("By Monday evening the river had risen by two metres.", id="by-a-day"),
        pytest.param("By the River", id="heading-with-by"),
        pytest.param("Correction: An earlier version of this story misstated the number of boats.", id="correction"),
        pytest.param("Two divers and a priest contributed to the report on the wall.", id="contributed-in-the-news"),
        pytest.param("Members of the club paid for the crane because of our mayor.", id="members-in-the-news"),
        pytest.param("Follow-up tests on the water found no oil", id="heading-with-follow"),
        pytest.param("Stay-at-home order lifted in Lund", id="heading-with-stay"),
        pytest.param("If this means war, many will flee.", id="if-sentence"),
        pytest.param("Watch dogs, sniffer dogs and a goat", id="heading-that-begins-like-a-link"),
        pytest.param("More than 300 people signed up for alerts from the weather office.", id="alerts"),
        pytest.param("The firm changed its privacy policy and its terms in May.", id="privacy-policy"),
        pytest.param("More in the north flee floods", id="headline-with-more"),
        pytest.param("Most popular parks stay closed", id="headline-with-most"),
        pytest.param("Turnout was 61 percent | 2,014 votes | 3 seats", id="bar-with-figures"),
        pytest.param("Follow the money, the auditor wrote, and the 3 missing boats appear.", id="follow"),
        pytest.param("“We need you. Please support our work,” the posters read.", id="poster"),
        pytest.param("A poll by Reuters/Ipsos gave her 44 percent.", id="poll-with-a-slash"),
        pytest.param("A minister speaks in Lund on Tuesday, January 9, 2024.", id="caption-with-news"),
        pytest.param("The book was republished by a small press in 1931.", id="republished-book"),
        pytest.param("Critics hold that the site is IS.IS propaganda.", id="censored-word"),
    ],
)
def test_reporting_stays(paragraph: str) -> None:
    assert paragraph in clean(around(paragraph)).split("\n\n")


def test_a_credit_in_capitals_is_cut_off_a_caption_that_tells_something() -> None:
    caption = "The mayor of Lund points at nine cracks, Lund, January 9, 2024."
    assert caption in clean(around(f"{caption} COAST WIRE/Jo Park")).split("\n\n")


def test_links_under_most_read_go_up_to_the_next_sentence() -> None:
    links = "Most read\n\nTen bridges to cross before you die\n\nWhy ducks float"
    assert clean(around(links)) == clean(REPORT)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(
            "The river\n\t\trose by three\n\t\tmetres in one night.",
            "The river rose by three metres in one night.",
            id="hard-wrap",
        ),
        pytest.param(
            "A first paragraph that is long enough to be wrapped\nonce. It ends here.\nA second one starts on a line of its own,\nand runs on.",
            "A first paragraph that is long enough to be wrapped once. It ends here.\n\nA second one starts on a line of its own, and runs on.",
            id="paragraph-without-blank-line",
        ),
        pytest.param(
            "Dry wells\nVillagers in the east walk for hours to find water.",
            "Dry wells\n\nVillagers in the east walk for hours to find water.",
            id="heading",
        ),
        pytest.param("They ask for:\n- more pay\n• less work", "They ask for:\n\nmore pay\n\nless work", id="list"),
        pytest.param("The US-\nled force left.", "The US-led force left.", id="hyphen-at-the-line-end"),
        pytest.param("a\x00b\u200bc\ufeff \u202ed\u202c", "abc d", id="unseen-characters"),
        pytest.param("Cafe\u0301 opens again today", "Café opens again today", id="nfc"),
        pytest.param("One\r\n\r\nTwo\rThree\u2028Four", "One\n\nTwo\n\nThree\n\nFour", id="line-ends"),
        pytest.param("It&rsquo;s &amp;quot;over&quot;", 'It’s "over"', id="entities"),
        pytest.param("Itâ€™s over â€“ he said â€œgoâ€\x9d", "It’s over – he said “go”", id="misread-utf-8"),
        pytest.param("", "", id="nothing"),
        pytest.param(" \n\t\n | \n", "", id="blanks-and-bars"),
    ],
)
def test_layout(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("Peru”s army and Chile”s king", "Peru’s army and Chile’s king", id="certain"),
        pytest.param("They call it “home”s end", "They call it “home”s end", id="closes-a-quotation"),
        pytest.param("“We love Peru”s coast", "“We love Peru”s coast", id="after-an-open-mark"),
        pytest.param(
            "He said “go” and Peru”s army went", "He said “go” and Peru’s army went", id="after-a-closed-quotation"
        ),
    ],
)
def test_apostrophes(written: str, expected: str) -> None:
    assert mend_apostrophes(written) == expected


def test_unseen_characters_are_named_by_their_category() -> None:
    assert fold_characters("".join(map(chr, range(0x20)))).strip() == ""


def test_markdown_loses_its_marks() -> None:
    raw = (
        "# Wells run dry\n\n![a well](well.jpg)\n\n**Four** of [ten wells](https://example.org/a_(b)) are\ndry, _officials_ said.\n\n"
        "> It never rained.\n\n## Prices\nWater costs 3 crowns.\n* one\n* two\n\n```\ncode\n```\n\n---\n"
    )
    assert clean(raw, markup=Markup.MARKDOWN).split("\n\n") == [
        "Wells run dry",
        "Four of ten wells are dry, officials said.",
        "It never rained.",
        "Prices",
        "Water costs 3 crowns.",
        "one",
        "two",
    ]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(REPORT, {"title": "The harbour reopens", "credits": ("Reuters",)}, id="headline-and-agency"),
        pytest.param(
            "The Quay\n\nWells of Lund run dry\n\nGoats are dying in the hills.",
            {"title": "Wells of Lund run dry"},
            id="site-name-first",
        ),
        pytest.param(around("By Ann Lee"), {"author": "Ann Lee"}, id="by-line"),
        pytest.param(
            around("Published: 10 January 2024"),
            {"published": date(2024, 1, 10), "dateline": date(2024, 1, 5)},
            id="published",
        ),
        pytest.param(
            around("[January 2, 2024]"),
            {"published": date(2024, 1, 2), "dateline": date(2023, 1, 5)},
            id="dateline-before-the-day",
        ),
        pytest.param(
            around("Updated 11 January 2024"), {"published": None, "updated": date(2024, 1, 11)}, id="updated"
        ),
        pytest.param(
            "A dam broke, killing nine people in the hills.\n\n(AFP)",
            {"title": None, "credits": ("AFP",)},
            id="agency-at-the-foot",
        ),
        pytest.param(
            "Storm\n\nRain fell for a week in the east.\n\n[© 2023 Thomson Reuters. All rights\nreserved.]",
            {"credits": ("Reuters",)},
            id="owner",
        ),
        pytest.param(
            "Storm\n\nRain fell for a week in the east.\n\nThis article first appeared in The Quay Post.",
            {"credits": ("The Quay Post",)},
            id="first-appeared",
        ),
    ],
)
def test_what_an_article_says_about_itself(raw: str, expected: dict[str, object]) -> None:
    article = read_article(raw)
    assert {name: getattr(article, name) for name in expected} == expected


@pytest.mark.parametrize(
    "piece",
    ["a\n", "[a](", "*a", "By A", "(", "reporting by A", "©", "you ", "- ", "&amp;", "“", "a”s ", "| ", "Home > "],
)
def test_hostile_text_is_cleaned_in_linear_time(piece: str) -> None:
    raw = piece * (100_000 // len(piece))
    assert len(clean(raw)) <= len(raw) * 2
    assert len(clean(raw, markup=Markup.MARKDOWN)) <= len(raw) * 2


def test_a_long_paragraph_is_never_furniture() -> None:
    assert not is_furniture("Please donate today and support our journalism, dear readers like you. " * 40)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("The mill has >500 employees in two towns.", "The mill has >500 employees in two towns."),
        ("We are <b>proud</b> of the boat, she said.", "We are <b>proud</b> of the boat, she said."),
        ("> The mill has >500 employees in two towns.", "The mill has >500 employees in two towns."),
        (">> The mill has 500 employees in two towns.", "The mill has 500 employees in two towns."),
    ],
)
def test_only_the_first_sign_of_a_line_marks_a_block_quotation(raw: str, text: str) -> None:
    assert clean(raw, markup=Markup.MARKDOWN) == text
