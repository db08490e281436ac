"""`What is this article about?`, `Tóm tắt bài báo`: questions that ask for the whole and name nothing to look for."""

from __future__ import annotations

import re

from bot.language.words.normalise import fold
from bot.models import Language

_TEXT = (
    r"(?:(?:the|this|that|these|those|your|all|both|my|two) )*(?:news |press )?"
    r"(?:articles?|stor(?:y|ies)|reports?|texts?|pieces?|news|documents?|files?|sources?|collection)"
)
_TEXT_VI = (
    r"(?:các |những |hai )?(?:bài báo|bài viết|bản tin|tin tức|bài|tin|tài liệu|văn bản|câu chuyện)"
    r"(?: báo)?(?: này| trên| đó)?"
)
_ENGLISH = re.compile(
    rf"(?:what(?: is| are|['’]s)|tell me|what does|what do) (?:{_TEXT}|this|it|all this)(?: all)? (?:about|say|tell(?: us)?|report)"
    rf"|what(?: happened| is going on|['’]s going on| is this about| is it about| is (?:{_TEXT}) (?:on|talking about))"
    rf"|what(?: is|['’]s) (?:the|in the) (?:latest )?(?:news|story)(?: today| here)?"
    rf"|(?:(?:can|could) you )?(?:(?:give|write|make|provide)(?: me| us)? )?(?:a |the |an )?(?:short |brief |quick )?"
    rf"(?:summar(?:y|ise|ize)|overview|gist|sum up)(?: it| (?:of |for )?{_TEXT}| this)?"
    rf"|(?:what (?:is|are) |give me |list )?(?:the )?(?:main|key) (?:points?|facts?|takeaways?|story|news|message|idea)(?: (?:of|in|from) {_TEXT})?"
    rf"|tell me (?:about|what is in) {_TEXT}|what (?:is|['’]s) in {_TEXT}",
    re.IGNORECASE,
)
_VIETNAMESE = (
    rf"(?:(?:hãy |xin )?tóm tắt(?: lại)?(?: nội dung)?(?: (?:của )?{_TEXT_VI})?(?: cho (?:tôi|mình|em))?"
    rf"|{_TEXT_VI} (?:(?:nói|viết|kể|đưa tin|đề cập)(?: về| đến| tới)?|về|có nội dung) (?:(?:cái|chuyện|điều|việc|những|vấn đề) )?gì"
    rf"|(?:đã )?(?:có )?(?:chuyện|việc|điều|tin) gì(?: (?:đã|vừa|đang) xảy ra| xảy ra| mới)?"
    rf"|nội dung(?: chính)?(?: của {_TEXT_VI})?(?: là gì| nói gì| gồm gì)?"
    rf"|(?:(?:các|những) )?(?:ý chính|điểm chính|nội dung chính)(?: (?:của|trong) {_TEXT_VI})?(?: là gì| gồm (?:những )?gì)?)"
)
_VI, _PLAIN = (re.compile(p, re.IGNORECASE) for p in (_VIETNAMESE, fold(_VIETNAMESE)))
_SUMMARY: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:summar(?:y|ise|ize)|overview|sum up)\b(?!.*\b(?:speech|remarks?|comments?|views?|statements?|words?|reply)\b)", re.IGNORECASE),
    "vi": re.compile(r"^(?:hãy |xin )?(?:tóm tắt|tom tat)\b(?!.*\b(?:phát biểu|ý kiến|lời|quan điểm|bình luận|nhận xét|phat bieu|y kien)\b)", re.IGNORECASE),
}  # fmt: skip
"""A lead sums up an event, not what somebody says."""


def asks_overview(question: str, language: Language) -> bool:
    """Whether a question asks what the articles tell and names nothing that they tell of.

    >>> asks_overview("What is this article about?", "en"), asks_overview("Tóm tắt bài báo", "vi")
    (True, True)
    >>> asks_overview("What happened in Lugo?", "en"), asks_overview("Bài báo nói gì về cây?", "vi")
    (False, False)
    """
    plain = " ".join(question.split()).strip(" ?!.")
    patterns = (_ENGLISH,) if language == "en" else (_VI, _PLAIN)
    return any(p.fullmatch(plain) for p in patterns)


def asks_summary(question: str, language: Language) -> bool:
    """Whether a question asks to sum something up, of which it may say what it is.

    >>> asks_summary("Summarise the visit to Lugo", "en"), asks_summary("What summed it up?", "en")
    (True, False)
    """
    return bool(_SUMMARY[language].search(question)) or asks_overview(question, language)
