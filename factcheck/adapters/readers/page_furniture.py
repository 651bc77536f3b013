"""What the marking of a page says is no part of the report: menus, cookie bars, donation boxes, lists of links, comments."""

from __future__ import annotations

import re
from typing import Any

from factcheck.adapters.readers.markup import name_of

_TAGS = frozenset({"nav", "footer", "aside", "form", "dialog", "template", "noscript", "iframe", "button", "menu", "script", "style",
                   "svg", "select", "object", "embed"})  # fmt: skip
_ROLES = frozenset(
    {"navigation", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar"}
)
_NAMES = re.compile(
    r"""(?:^|[\s_-])(?:
      cookies?|consent|gdpr|onetrust|cmp | donat\w* | fundrais\w* | support-?us | (?:support|contribution|donor|reader|member)-?(?:box|banner|appeal|message|epic|cta)
    | contributions?-epic | membership | paywall | subscri\w* | sign-?up | newsletters? | promos? | cta
    | ads? | adverts? | advertisements? | advertising | ad-?(?:slot|unit|container|wrapper|box) | sponsor\w* | outbrain | taboola
    | shar(?:e|ing)(?:-?(?:bar|tools?|buttons?|links?|box|icons?|this))? | social(?:-?\w+)? | addtoany | sharedaddy
    | related(?:-?\w+)? | recirc\w* | most-?(?:read|popular|viewed|shared) | trending | recommend\w* | read-?(?:more|also|next)
    | more-?(?:from|stories|on|news|like-this) | also-?read | up-?next | see-?also | you-?may-?(?:also-?)?like | teasers?
    | breadcrumbs? | nav(?:bar|igation)? | menu | site-?(?:header|footer|nav) | footer | sidebar | side-?bar | toolbar | skip-?link
    | comments?(?:-?(?:list|area|section|form|thread))? | disqus\w* | respond | pagination | pager
    | copyright | disclaimer | author-?(?:bio|box|card) | about-?(?:the-?)?author | bio | tags?(?:-?(?:list|links|cloud))? | print-?only
    | screen-?reader(?:-?text)? | sr-?only | visually-?hidden | modal | popup | pop-?up | overlay | alert-?bar
    )(?=$|[\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST = 0.7
"""Share of a page's text above which nothing is taken out: some sites wrap the whole page in a form, or in a box of such a name."""
_CALLS = re.compile(
    r"""(?:donate|give|contribute|subscribe|sign\sup|chip\sin|join(?:\sus)?|support\s(?:us|our\s[\w\s]{1,20}|[A-Z][\w\s]{1,20})
    |(?:become|be)\san?\s[\w\s]{0,20}(?:member|supporter|subscriber|patron|friend)|make\sa\s(?:gift|donation|contribution)
    |accept(?:\sall)?(?:\scookies)?|reject\sall|manage\s(?:cookies|preferences))(?:\s(?:now|today|here|monthly|with\s\w+|[$€£]\d+))?[\s!.»›→]*""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_CALL = 60
_LARGEST_BOX = 1_200
_LARGEST_SHARE = 0.3
_BODY = ".//*[contains(@itemprop, 'articleBody')]"
_KEPT = frozenset({"html", "body", "main", "article", "h1", "head"})


def without_furniture(body: Any) -> None:
    """Take out the boxes of a page that are marked as something else than the report.

    Gets right: a `donation-box` between two paragraphs goes, and so does a bare `<div>` with a button "Donate" in it.
    Gets wrong: an appeal in a bare `<div>` without a button stays, and is left to the rules on wording in
    `factcheck.sources.furniture`.
    """
    whole = _length(body)
    _without_appeals(body, whole)
    waiting = list(body)
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str):
            continue
        if _is_marked(element) and not _holds_report(element) and _length(element) <= _MOST * whole:
            _take_out(element)
        else:
            waiting.extend(element)


def _without_appeals(body: Any, whole: int) -> None:
    """Take out each small box around a button that asks for money, an address or consent."""
    for button in list(body.iter("a", "button", "input", "label")):
        words = " ".join(button.itertext()) or button.get("value") or ""
        if len(words) > _LONGEST_CALL or not _CALLS.fullmatch(" ".join(words.split())):
            continue
        box = None
        for parent in button.iterancestors():
            if (
                name_of(parent) in _KEPT
                or _holds_report(parent)
                or _length(parent) > min(_LARGEST_BOX, _LARGEST_SHARE * whole)
            ):
                break
            box = parent
        if box is not None and box.getparent() is not None:
            _take_out(box)


def _is_marked(element: Any) -> bool:
    name = name_of(element)
    if name in _KEPT:
        return False
    if name in _TAGS or element.get("role", "").lower() in _ROLES:
        return True
    if (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _UNSEEN.search(element.get("style", ""))
    ):
        return True
    return any(
        _NAMES.search(_CAMEL.sub("-", named[:300]))
        for named in (element.get("class", ""), element.get("id", ""))
        if named
    )


def _holds_report(element: Any) -> bool:
    return element.find(".//h1") is not None or element.find(".//main") is not None or bool(element.xpath(_BODY))


def _length(element: Any) -> int:
    return sum(len(text) for text in element.itertext())


def _take_out(element: Any) -> None:
    """Remove an element; the words after it stay."""
    parent, before = element.getparent(), element.getprevious()
    tail = element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
