"""The wording of page furniture, as tables; `furniture` decides with them.

Lines and patterns are matched against text in lower case with straight apostrophes, unless they name their capitals.
"""

from __future__ import annotations

import re

_LINE_WORDS = """
skip to content|skip navigation|jump to content|main menu|menu|toggle navigation|open menu|close menu|close|cancel|search|search for|home page
log in|login|sign in|sign up|sign out|register|my account|subscribe|subscribe now|subscribe today|subscribe for free|already a subscriber|already a member
donate|donate now|donate today|support us|support our work|support our journalism|become a member|join us|join now|share|share this|share this article
share this story|share this post|share article|share via|share on|share this page|tweet|tweet this|email|email this|email this article|print|print this
print this page|print article|print this article|pin it|copy link|link copied|copy url|send|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest
instagram|youtube|tiktok|messenger|flipboard|tumblr|mastodon|bluesky|threads|rss|save|save article|save for later|bookmark|gift article|gift this article|like
like this|follow|follow us|comment|comments|view comments|show comments|leave a comment|leave a reply|post a comment|join the conversation|add comment
back to top|return to top|go to top|top of page|author|authors|about the author|about the authors|advertisement|advertising|advert|ad|ads|sponsored
sponsored content|promoted|promoted content|paid content|partner content|continue reading|continue reading the main story|read more|read also|also read|see also
read next|read the full story|read full article|read full story|more|more info|learn more|see more|see all|view all|view more|show more|load more|loading
show less|next|previous|next article|previous article|next story|previous story|next post|previous post|older posts|newer posts|related|trending|trending now
tags|topics|filed under|categories|category|latest|latest news|breaking news|top stories|top news|headlines|listen|listen to this article|listen to article
listen to this story|watch|watch live|watch now|play|play video|pause|mute|photo gallery|image gallery|newsletter|newsletters|privacy|privacy policy|cookie policy
cookies|cookie settings|terms|terms of use|terms of service|terms and conditions|legal|disclaimer|about us|contact us|careers|advertise|advertise with us
sitemap|site map|help|faq|feedback|accessibility|accept|accept all|reject all|manage preferences|i agree|agree|got it|text size|font size|getty images
file photo|file image|photo|image|image source|image caption|media caption|caption|staff|staff writer|staff reporter|correspondent|special correspondent
news desk|web desk|news agency|agencies|by|published|updated|last updated|posted|posted on|original article|source|sources|references|end|ends|the end
comments are closed|commenting on this article is closed|view all posts|like loading|please wait|toggle menu|copy|explore more|what to read next
story highlights|ad feedback|acquire licensing rights|purchase licensing rights|create a free account to continue reading|log in to continue
this content is for subscribers only|support independent journalism|error loading player|this video can not be played|scroll to continue
scroll to continue with content|notify me of new posts by email|notify me of follow-up comments by email|tap to unmute|click to enlarge|opens in new window
thank you for reading|thanks for reading|in this article|in this story|view original|enter your email|required fields are marked
"""
LINES = frozenset(_LINE_WORDS.replace("\n", "|").split("|")) - {""}
_SECTION_WORDS = """
home news world politics business economy markets money finance sport sports football culture arts entertainment lifestyle life style travel tech technology
science health climate environment opinion opinions comment analysis editorial editorials columnists video videos photos podcasts live latest trending africa
asia europe americas usa weather jobs books food fashion motoring education investigations features interviews more local national international regional
region community obituaries crosswords games puzzles shop magazine letters events archive about contact subscribe login search menu
"""
SECTIONS = frozenset(_SECTION_WORDS.split())
MENU_WORDS = SECTIONS | {word for word in LINES if " " not in word} | {"us", "sign", "in", "up"}
_NETWORK = r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|e-?mail|google\snews|flipboard|social\smedia)"
LINE_SHAPES = re.compile(
    rf"""(?:go\s)?(?:back\s)?to\s(?:the\s)?top(?:\sof\s(?:the\s|this\s)?(?:\w+\s)?(?:column|page))?
    | skip\sto\s(?:main|primary|content|navigation|footer|search)\b.{{0,30}}
    | (?:send|e-?mail|forward)\s(?:a\slink|this(?:\s(?:article|story|page|link))?|article|story)?\s?to\s(?:a\s|your\s)?friends?
    | (?:share|tweet|post|save|pin|follow|like|find|join|watch)\s(?:this\s|us\s|me\s|(?:\w+\s){{1,3}})?(?:on|via|with|by|to|at)\s?:?\s{_NETWORK}(?:[\s,&|]+(?:and\s)?{_NETWORK})*
    | share\s?:\s?{_NETWORK}(?:[\s,&|]+{_NETWORK})*
    | follow\s(?:us|me|@\w+|(?:\w+\s){{1,3}}@\w+)\b.{{0,60}} | follow\s.{{1,60}}(?:\s@\w+|\shttps?://\S+|\son\s{_NETWORK}\b.{{0,40}})
    | stay\s(?:updated|informed|tuned|connected|up\sto\sdate)\b.{{0,80}}
    | listen(?:\sto\s(?:this\s)?(?:article|story))?\s?[·(]?\s?\d.{{0,20}}
    | (?:sponsored|paid\sfor|presented|powered|brought\sto\syou|promoted)\sby\s.{{1,40}}
    | also\son\s(?:\w+\s?){{1,3}} | read\smore\s(?:on|about|at|from|in)\b.{{0,60}} | tagged\s.{{1,100}} | advertisement\s?[-–—].{{0,60}}
    | already\sa\s(?:subscriber|member)\W{{0,3}}(?:log|sign)\sin.{{0,20}}
    | you(?:'ve|\shave)\s(?:read\s|reached\s|used\s)?.{{0,30}}\b(?:free|remaining)\sarticles?\b.{{0,40}}
    | (?:to\s)?(?:continue|keep)\sreading\b.{{0,60}} | .{{0,60}}\bto\s(?:continue|keep)\sreading
    | this\s(?:article|story)\s(?:is|was\spublished)\smore\sthan\s\w+\s(?:years?|months?)\s(?:old|ago)
    | sources?\s?:\s?(?:[\w&.'-]+[\s,]*){{1,6}} | (?:[\w'-]+\s){{0,2}}(?:correspondent|staff\swriter|staff\sreporter)
    | [-–—(\s]{{0,4}}(?:with|from)\s(?:agency\sinputs?|agencies|(?:additional\s)?(?:inputs?|files|assistance|reporting|contributions?)\s(?:from|by)\s.{{2,60}})
    | .{{0,60}}\b(?:acquire|purchase)\slicensing\srights\b.{{0,20}}
    | home\s?[/»>›|].{{0,120}}
    | (?:related|recommended|suggested)\s(?:articles?|stor(?:y|ies)|news|posts?|topics?|links?|reading|content|coverage|videos?)
    | (?:recommended|picked|selected)\sfor\syou | you\s(?:may|might)\s(?:also\s)?(?:like|enjoy|be\sinterested\sin) | (?:editors?'?s?|our)\s(?:picks?|choice)
    | most\s(?:read|popular|viewed|shared|commented|watched)(?:\s(?:in|on|this|today|now|stories|articles|news|videos)\b.{{0,30}})?
    | more\s(?:stories|news|articles|coverage|headlines|from|on\sthis)\b.{{0,40}}
    | sign\sup\s(?:now|here|(?:for|to)\s(?:our|the|your|free|daily|get|receive)\b.{{0,60}})
    | (?:click|tap)\s(?:here|below|on\sthe|to)\b.{{0,80}}
    | (?:tags|topics|filed\sunder|categories|category|keywords|posted\sin|filed\sin|labels)\s?:.{{0,200}}
    | (?:read|see|also\sread|watch|listen)(?:\s(?:more|also|next|here|too|this|now|on))?\s?[:|»>].{{0,200}}
    | (?:more|related|must\sread|don't\smiss|up\snext|in\spictures|recommended|in\scase\syou\smissed\sit)\s?[:|»>].{{0,200}}
    | \d{{1,3}}[\s-]?(?:min|mins|minute|minutes)\s(?:read|watch|listen) | (?:estimated\s)?(?:reading|read)\stime\b.{{0,30}}
    | \d{{1,6}}\s(?:comments?|shares?|views?|likes?|retweets?|reactions?|replies)
    | your\semail\saddress\swill\snot\sbe\spublished.{{0,80}}
    | (?:story|article|content)\scontinues\s(?:below|after).{{0,40}}
    | (?:image|photo|picture|media|video)\s(?:source|caption|credit|courtesy|copyright)s?\s?[:,]?\s.{{0,80}}
    | (?:photos?|images?|picture|photograph|illustration|graphic|credit|pic|video)(?:\scredits?)?\s?[:/|]\s?.{{1,80}}
    | (?:view|see|download)\s(?:the\s)?(?:original|full|pdf|gallery|comments|larger|image)\b.{{0,40}}
    | .{{0,40}}\b(?:edited|written|reported|posted|published|compiled|updated)\sby
    | (?:\w+\s){{0,4}}(?:edited|posted|compiled|updated)\sby\s(?:the\s|our\s|an?\s)?(?:\w+\s){{0,3}}\w+
    | by\s(?:an?\s|our\s|the\s)?(?:\w+\s){{0,2}}(?:reporters?|correspondents?|writers?|desk|staff|agenc(?:y|ies)|bureau|newsroom)
    | [-–]?\s?30\s?[-–]?""",
    re.IGNORECASE | re.VERBOSE,
)
BAR = re.compile(r"\s?[|>»›•·]\s?")
HEAD_BAR = re.compile(r"\s?[|·•]\s?|\s/\s")
CRUMBS = re.compile(r"\s?[>»›]\s?")
ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|(?<!\d)\d{3}[-. ]\d{3}[-. ]\d{4}(?!\d)")
CLOSING = " \t.:!…»›>|*#-–—[]()"

_WORK = r"(?i:additional\s)?(?i:reporting|writing|editing|compiled|edited|written|reported|produced|translated|graphics|photography|rewriting)"
_WHO = r"[A-ZÀ-Þ](?:[^.!?;()]|(?<=[A-Z])\.){1,160}"
_CREDIT = rf"{_WORK}(?:(?:,\s|\sand\s)(?i:reporting|writing|editing))*\s(?i:by|from)\s{_WHO}"
CREDIT_LINE = re.compile(rf"[\[(*—-]?\s?{_CREDIT}(?:[;,.]\s?{_CREDIT})*[.;]?\s?[\])*]?")
SMALL_WORD = re.compile(r"(?<![\w'’-])[a-zß-ÿ]{2,}")
_CREDIT_WORDS = """and in by for from the of with at de da di del la le van von der den bin al el ter reporting writing editing additional
graphics photography compiled produced translated edited rewriting newsroom bureau bureaus bureaux desk"""
CREDIT_SMALL = frozenset(_CREDIT_WORDS.split())
TAIL_CREDIT = re.compile(rf"[\[(]\s?{_WORK}(?:,?\s\w{{1,12}}){{0,3}}\sby\s[^()\[\]]{{2,300}}[\])]\.?")
_HOUSE = r"(?:REUTERS|Reuters|AFP|AP|EPA|EPA-EFE|Getty\sImages|Shutterstock|AP\sPhoto|Anadolu|Xinhua|via\sREUTERS)"
PHOTO = re.compile(
    rf"""\s?(?:[\[(]\s?(?:file\s|FILE\s|File\s)?(?i:photo|image|picture|credit|pic|photograph|screenshot|screengrab)\b[^()\[\]]{{0,80}}[\])]
    | [\[(][^()\[\]]{{0,60}}\b(?:Getty(?:\sImages)?|Shutterstock|via\s(?:Reuters|REUTERS|AP|AFP)|AP\sPhoto|(?i:file\sphoto))[^()\[\]]{{0,40}}[\])]
    | [\[(][^()\[\]]{{0,40}}/\s?(?:Reuters|REUTERS|AFP|AP|EPA|Xinhua|Anadolu|Getty(?:\sImages)?)\b[^()\[\]]{{0,30}}[\])]
    | (?<=[.!?”"’)]\s)[A-Z][A-Z]+(?:\s[A-Z]+){{0,2}}/(?:[A-ZÀ-Þ][\w'’-]{{1,30}}(?:\s|$)){{1,5}}
    | \b{_HOUSE}\s?/\s?(?!Ipsos)(?:[A-ZÀ-Þ][\w'’/-]{{1,30}}(?:\s|$)){{1,5}}
    | (?:[|/]\s?)?\b(?:Photo|Image|Picture|Photograph)s?(?:\s(?:by|courtesy|credit|via)\b\s?:?|\s?[:/]|\s?©)\s?[^.!?]{{1,60}}
    | \b(?:File\sphoto|FILE\sPHOTO)\.?)$""",
    re.VERBOSE,
)
PHOTO_SIGNS = ("/", "hoto", "HOTO", "mage", "icture")
FILE_PHOTO = re.compile(r"(?:FILE PHOTO|FILE|File photo|File picture|FILE PICTURE)\s?[:–—-]\s?")

ASIDE = re.compile(r"“[^”]{0,600}”|\"[^\"]{0,600}\"")
SAYING = re.compile(
    r"\b(?:said|says|saying|told|announced|according to|wrote|testified|ruled|warned|pledged|urged|asked|court|lawsuit|chanted)\b"
)
US = re.compile(r"\b(?:we|our|us)\b")
YOU = re.compile(r"\b(?:you|your|readers)\b")
ADDRESSED = (" subscribe", "don't miss", " you", " our ", " us", " we ", " we'", " readers", " this ")
BOX_SIGNS = (
    "donat",
    "subscri",
    "newsletter",
    "journalis",
    "inbox",
    "cookie",
    "support",
    "reader",
    "contribut",
    "member",
    "mail",
    "chip in",
    "give ",
)
MORE_BOX_SIGNS = (
    "follow",
    "click",
    " tap ",
    " app",
    "if ",
    "javascript",
    "notifications",
    "sign",
    "channel",
    " by ",
    "recaptcha",
    " article",
    "continue reading",
)
ASKS = tuple(
    map(
        re.compile,
        (
            r"\bif you (?:value|like|liked|enjoy|enjoyed|appreciate|believe in|care about|find|found|trust|rely on|agree)\b",
            r"\bif (?:our|this|what we) (?:\w+ ){1,4}(?:worth|matters?|means?|useful|important|helped)\b",
            r"\b(?:please|kindly) (?:consider|donate|support|give|subscribe|help|contribute|share|make|join|chip)\b",
            r"\bgive what you can\b|\bevery (?:penny|cent|dollar|pound|euro|contribution|donation|gift) (?:helps|counts|matters)\b|\bchip in\b",
            r"\b(?:make|making|with) an? (?:[\w-]+,? (?:or )?){0,5}(?:donation|contribution|gift)\b",
            r"\b(?:a small|your|any|each|every|tax-deductible|monthly|one-time) (?:[\w-]+ )?(?:donation|contribution|gift|support|subscription|membership)s?\b",
            r"\b(?:reader|listener|viewer|member|donor|community|audience)[- ](?:funded|supported|powered|owned)\b",
            r"\bbecom(?:e|ing) an? (?:[\w-]+ ){0,3}(?:members?|subscribers?|supporters?|patrons?|friends? of)\b",
            r"\b(?:support|fund|sustain|protect|back|power) (?:our|us|quality|independent|fearless|free|local|honest|public[- ]interest)\b",
            r"\b(?:our|this) (?:fundrais\w+|funding|pledge|membership|year-end|spring|fall|annual) ?(?:campaign|drive|goal|appeal)?\b|\ba fundrais\w+ campaign\b",
            r"\bour (?:\w+ )?(?:readers?|supporters?|members|audience|donors|journalism|reporting|journalists|reporters|newsroom|costs|coverage|independence)\b",
            r"\b(?:we|us) (?:rely|depend|count) on\b|\bwe (?:can't|cannot|don't|do not) (?:do|have|accept|take|run|charge)\b|\bkeeps? us (?:running|going|free|online)\b",
            r"\b(?:readers?|people|supporters?) like you\b|\bhelp us\b|\bwe need (?:you|your)\b|\bwith your (?:help|support)\b|\bthank you for (?:your|reading|supporting)\b",
            r"\b(?:donate|subscribe|join|sign up|support us|give|contribute) (?:now|today|here|below|monthly|for free|for as little as)\b",
            r"\b(?:free|open|accessible) (?:to|for) (?:all|everyone|everybody)\b|\b(?:no|without a) paywall\b|\bad-free\b",
        ),
    )
)
# One of these is enough where "we" or "you" speaks.
APPEALS = re.compile(
    r"""\bevery\scontribution\b | \bcount\son\sus\b | \b(?:support\s(?:us|our\s\w+)|subscribe|give|donate|join|from)\b.{0,30}\bas\slittle\sas\b
    | \b(?:consider|take|taking)\b.{0,30}\bsupporting\s(?:us|our)\b | \bany\sdonation\b | \bdonations?\s(?:will\s)?(?:allow|help|let|keep|enable)s?\s(?:us|our|this)\b
    | \b(?:free|possible|open)\b.{0,30}\bbecause\sof\s(?:our\s(?:members|readers|supporters|donors)|you)\b
    | \b(?:support|assistance|help)\sfrom\s(?:our\s)?readers\b | \bsupport\sour\s(?:\w+\s)?(?:journalism|work|reporting|newsroom|coverage)\b
    | \bdonate\sto\s(?:us|our)\b | \byour\s(?:donation|gift)\b.{0,30}\b(?:us|our)\b | \bkeep\sour\s(?:\w+\s)?(?:newsroom|journalism|reporting|work)\b""",
    re.VERBOSE,
)
OPENS_APPEAL = re.compile(rf"{ASKS[0].pattern}|{ASKS[1].pattern}|support|please donate|thank you for")
BOXES = tuple(
    map(
        re.compile,
        (
            r"\b(?:we|this (?:web)?site|our (?:web)?sites?|this page|our partners)(?: and our (?:\d+ )?partners)? (?:also )?(?:use|store|place|set)s? (?:[\w-]+ ){0,3}cookies\b",
            r"\b(?:accept|reject|manage|allow|enable|disable)(?: all| our| your| the| non-essential| optional)? cookies?\b|\bcookie (?:settings|preferences|notice|consent)\b",
            r"\bby (?:continuing|clicking|using|browsing|signing|subscribing|submitting)\b.{0,80}\byou (?:agree|accept|consent|confirm|acknowledge)\b",
            r"\bsign(?:ed|ing)? up\b.{0,60}\b(?:newsletter|e-?mails?|alerts?|briefing|digest|updates)\b",
            r"\bsubscribe to (?:our|the|my|this|get|receive|[\w ]{1,30}(?:newsletter|channel))\b|\bget (?:the|our|your|all|daily|breaking)\b.{0,80}\b(?:inbox|newsletter|app|e-?mail)\b",
            r"\b(?:to|into|in) your (?:inbox|e-?mail|phone)\b|\benter your e-?mail\b|\bunsubscribe (?:at )?any ?time\b|\bthank(?:s| you) for (?:subscribing|signing up)\b",
            r"\bfollow (?:us|our|me)\b.{0,60}\b(?:facebook|twitter|instagram|whatsapp|telegram|youtube|linkedin|tiktok|google news|x)\b",
            r"\b(?:join|download|install|open) (?:our|the [\w ]{1,20})\b.{0,30}\b(?:app|whatsapp|telegram|channel|community)\b",
            r"\b(?:click|tap) (?:here|the link|on the link|below)\b|\bread our (?:terms|privacy|full)\b",
            r"\bprotected by recaptcha\b|\bjavascript (?:is|must be) (?:disabled|enabled|required)\b|\benable (?:javascript|cookies)\b",
            r"^you(?:'ve| have)\b.{0,30}\b(?:free|remaining) articles?\b|^to continue reading\b",
            r"\bsubscribe (?:today|now|for (?:just|only|as))\b|^don't miss (?:a|an|any|our|out)\b",
            r"\bwould you like to (?:receive|get|subscribe)\b|\b(?:turn on|enable|allow) (?:push )?notifications\b",
        ),
    )
)
LEGAL_SIGNS = (
    "©",
    "(c)",
    "copyright",
    "reserved",
    "not be",
    "solely",
    "expressed",
    "published",
    "appeared",
    "posted",
    "reprinted",
    " ran ",
    "produced",
)
MORE_LEGAL_SIGNS = (
    " feed",
    "agency",
    "edited by",
    "licen",
    "disclaimer",
    "note",
    "standards",
    "vat ",
    "company n",
    "charity n",
    "registration n",
    "registered ",
    "tax ",
    "trust principles",
    "report a",
    "send ",
    "mail ",
    "contribut",
    "to contact",
    "have a ",
)
_SELF = (
    r"\b(?:this|the) (?:article|story|report|piece|post|essay|interview|news item|content|material|copy|publication)\b"
)
LEGAL = tuple(
    map(
        re.compile,
        (
            r"^\W{0,3}(?:©|\(c\)\s|copyright\b(?:\s?[©\d(]|\s(?:of|by|the)\b))",
            r"\ball rights? reserved\b",
            rf"{_SELF}.{{0,30}}\b(?:may|must|can) ?not be (?:re)?(?:published|produced|broadcast|written|distributed|used|printed|copied)\b",
            r"\bis solely responsible for (?:this|the|its) content\b",
            r"\b(?:views|opinions) (?:and opinions )?expressed (?:in|here|are|on|by the)\b.{0,80}\b(?:author|own|writer|not (?:necessarily )?(?:reflect|represent))",
            rf"{_SELF}.{{0,40}}\b(?:first|originally|been|also|is|was) (?:\w+ )?(?:appeared|published|produced|ran|posted|reprinted|republished)\b",
            r"^(?:first|originally|also) (?:published|appeared|posted) (?:in|on|at|by)\b",
            rf"{_SELF}.{{0,60}}\b(?:syndicated|wire|agency|auto-generated) ?(?:news )?(?:feed|agency|service)|\bnot been edited by\b",
            rf"{_SELF}.{{0,80}}\b(?:creative commons|cc[- ]by)\b.{{0,60}}\blicen[cs]e",
            r"^(?:disclaimer|editor'?s? note|legal notice|copyright notice)\b.{0,5}[:–—-].{0,80}\b(?:views|opinion|author|site|advice|purposes|article|appeared|published)",
            r"^\W{0,3}(?:(?:the )?[\w' ]{1,30}|[\w ]{1,20}writers? .{1,60}) (?:also )?contributed(?: to this (?:report|story|article)| reporting)?\W{0,2}$",
            r"\b(?:vat|company|charity|registration|tax) (?:registration )?(?:number|no\b\.?|id\b)\W{0,3}(?:[a-z]{1,3}\s?)?\d[\d ./-]{3,}|\bregistered (?:office|in england)\b",
            r"^to contact the (?:reporter|author|editor)s?\b|^have a (?:tip|story|question)\b",
            r"^our standards: |\bthe thomson reuters trust principles\b|^report an? (?:typo|error|correction)\b",
            r"^(?:please )?(?:send|e-?mail) (?:us )?(?:your )?(?:feedback|tips|corrections|comments)\b",
        ),
    )
)
# How a box speaks that says neither "we" nor "you".
COMMANDS = (
    "this ",
    "subscribe",
    "sign up",
    "don't miss",
    "stay ",
    "get ",
    "join ",
    "download",
    "follow",
    "support",
    "to play",
    "to continue",
    "click",
)
