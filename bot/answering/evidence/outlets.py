"""`Which broadcaster carried the story?`: the outlet that an article names before its lead or behind its last sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answering.evidence.matching import most_said
from bot.answering.question.view import QuestionView
from bot.answering.text.wording import Wording
from bot.language.sentences.boundaries import Span, sentences
from bot.language.sentences.datelines import outlet_before, sign_off
from bot.language.words.normalise import words
from bot.models import Article, Citation, Language

_STORY = r"(?:(?:the|this|that|these|his|her|its) )?(?:\S+ )?(?:story|stories|news|articles?|reports?|events?|visit|trip|pieces?|coverage|it|texts?)\b"
_OUTLET = (
    r"(?:tv |television |news |media |state |national )*"
    r"(?:broadcasters?|channels?|stations?|networks?|newspapers?|papers?|outlets?|agency|agencies|services?|wires?|publications?|publishers?|"
    r"(?:web ?)?sites?|media|press)"
)
_ASKS = Wording(
    rf"^(?:which|what) {_OUTLET}\b.* (?:cover|report|carr|publish|ran|run|broadcast|air|wrote|write|produc|fil(?:e|ed)\b|post|put out|issue)"
    rf"\w*(?: on)? {_STORY}"
    rf"|^(?:which|what) {_OUTLET}\b.*\bcredited\b|^who (?:reported|published|wrote|covered|broadcast|aired|carried|ran|put out)(?: on)? {_STORY}"
    rf"|\b(?:source|outlet|publisher) of {_STORY}|^where (?:was|is|were) {_STORY} (?:published|from|printed|broadcast)"
    rf"|^(?:which|what) {_OUTLET} (?:is|was|are|were) {_STORY} (?:from|by)",
    r"(?:đài(?: truyền hình| phát thanh)?|(?<!nhà )báo|tờ báo|hãng(?: tin| thông tấn)?|kênh(?: truyền hình)?|cơ quan báo chí|trang(?: tin| báo| web)?|"
    r"tòa soạn|nguồn(?: tin)?|nhà đài) nào (?:đã )?(?:đưa|đăng|phát|viết|tường thuật|ghi|dẫn)"
    r"|(?<!trong )(?<!ở )(?:bài|tin|bài báo|bản tin|bài viết|tin tức|bản)(?: này| trên| tiếng \S+)*(?: (?:về|nói về) .{3,80}?)? "
    r"(?:của|do|được|là của|lấy (?:từ|ở|của)|thuộc) "
    r"(?:báo|đài|hãng|tờ|kênh|nguồn|cơ quan báo chí|tòa soạn)\b.*\b(?:nào|gì)"
    r"|^(?:bài|tin|bài báo|bản tin|bài viết)(?: này| trên| tiếng \S+)* (?:là của|lấy (?:từ|ở|của)|do) (?:ai|bên nào|nơi nào)(?: đăng| đưa| phát)?\W*$"
    r"|^(?:ai|bên nào|nơi nào) (?:đã )?(?:đưa|đăng|phát|xuất bản|đăng tải) (?:bài|tin|bản tin|bài báo|bài viết)(?: này| trên| tiếng \S+)*\W*$"
    r"|nguồn (?:của )?(?:bài|tin|bản tin|bài báo).*(?:là|từ) (?:đâu|gì|\S+ nào)",
)
_OF_REPORTS = words(
    "english vietnamese language story report article piece text news coverage published publish ran run carried covered reported filed "
    "file sent written wrote write outlet outlets agency newspaper broadcaster tiếng anh việt bản tin bài báo viết gửi đăng đưa hãng đài"
)
"""Words that say of a report that it is one, not what it tells."""
_TELEVISED = re.compile(r"\b(?:tv|television|broadcasters?|televised)\b|truyền hình|\bđài\b|nhà đài")
_TV = re.compile(r"TV|Television|Truyền hình", re.IGNORECASE)
_LANGUAGE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\benglish\b|tiếng anh"),
    "vi": re.compile(r"\bvietnamese[- ](?:language |version|article|report|story|text)|\bin vietnamese\b|tiếng việt"),
}


def asks_outlet(question: QuestionView) -> bool:
    """Whether a question asks which outlet reported what the articles tell; a caption tells whose the photos are."""
    return not question.of_photo and _ASKS.says(question)


def outlets(question: QuestionView, articles: Iterable[Article]) -> list[tuple[Citation, Citation]]:
    """The sentences of the articles that name their outlet, and its name there; those that the question narrows down to."""
    found = [pair for article in narrowed(question, articles) for pair in _named(article)]
    if _TELEVISED.search(question.lower):
        found = [pair for pair in found if _TV.search(pair[1].quote)]
    return sorted(found, key=lambda pair: pair[0].paragraph.language != question.language)


def narrowed(question: QuestionView, articles: Iterable[Article]) -> Sequence[Article]:
    """The articles in the language and of the outlet that a question names, or all: those first that say most of its words."""
    text, read = question.lower, list(articles)
    wanted = [language for language, pattern in _LANGUAGE.items() if pattern.search(text)]
    read = [a for a in read if not wanted or a.source.language in wanted]
    said = {t.text for t in question.terms}
    read = [a for a in read if a.source.outlet in said] or read
    return sorted(read, key=lambda article: -_cover(question, article)) if len(read) > 1 else read


def _cover(question: QuestionView, article: Article) -> float:
    """The weight of the words of a question that an article says."""
    held = zip(question.terms, most_said(question, article.paragraphs), strict=True)
    return sum(t.weight * h for t, h in held if t.word.canonical not in _OF_REPORTS)


def _named(article: Article) -> Sequence[tuple[Citation, Citation]]:
    """The first place where an article names its outlet: before its lead, else behind its last sentence."""
    body = [p for p in article.paragraphs if p.kind == "body"]
    for paragraph, read in ((body[0], outlet_before), (body[-1], sign_off)) if body else ():
        span = read(paragraph.text)
        if span:
            whole = next(
                (s for s in sentences(paragraph.text) if s.start <= span.start < s.end), Span(0, len(paragraph.text))
            )
            end = max(whole.end, span.end)
            return [(Citation(paragraph, whole.start, end), Citation(paragraph, span.start, span.end))]
    return []
