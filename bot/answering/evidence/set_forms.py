"""Answers that news text gives in a set form: whose a photo is, what an abbreviation stands for, where a report was filed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile

from bot.answering.evidence.matching import most_said
from bot.answering.evidence.outlets import narrowed
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView, view_of
from bot.answering.text.tokens import Token
from bot.answering.text.wording import Wording
from bot.language.sentences.boundaries import sentences
from bot.language.sentences.datelines import town_before
from bot.language.words.normalise import fold, words
from bot.models import Article, Citation, Paragraph, Passage

_CREDIT = re.compile(
    r"\b(?:Ảnh|Hình|Photos?|Pictures?|Images?|Nguồn|Source)(?: (?:by|courtesy of|của))?\s?:?\s+([^()\n]{2,60}?)\s*(?:\)|$)"
)
_ASKING = re.compile(
    r"\b(?:photos?|photographs?|photographed|photographers?|pictures|pics|images?)\b|\b(?:ảnh|chụp|hình ảnh|nhiếp ảnh)\b"
    r"|^(?:(?:bức|tấm|các|những|mấy|loạt|bộ|buc|tam|cac|nhung|may) )*(?:ảnh|hình|anh|hinh) "
    r".*\b(?:do|cua|của|lấy|nguồn)(?: từ| của)? (?:ai|đâu|h[aã]ng|don vi|đơn vị|bên)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\bsources?\b|^where (?:do|did|does|were|was|are|is) .*\b(?:come from|from|got|obtained|sourced)\b|(?<!\w)nguồn(?!\w)"
    r"|(?<!\w)(?:ảnh|hình)(?!\w).*(?<!\w)(?:lấy(?: ở| từ)?|trích(?: ở| từ)?|từ) (?:đâu|nơi nào|chỗ nào)(?!\w)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:names?|reporters?|journalists?|(?:which|what) (?:\w+ )?photographers?)\b|\b(?:tên|phóng viên|nhà báo|nhiếp ảnh gia)\b",
    re.IGNORECASE,
)
"""How a question asks for the photographer himself, not for the agency (`TTXVN`)."""
_CREDITED = words(
    "credit credited credits article articles story report taken source sources made used published page website supplied provided come came "
    "agency bài báo lấy viết nguồn đăng dùng tin kèm minh họa hãng thuộc người cung cấp ghi trích "
    "mấy tấm bức get got obtained"
)
"""Words behind `photo` that do not say what it shows."""

_ABBREVIATED = re.compile(
    r"\b(?:abbreviation|acronym|abbreviated|stands? for|short for|for short|initials|full (?:name|form))\b"
    r"|\b(?:viết tắt|tên tắt|chữ tắt|tên đầy đủ|viết đầy đủ)\b",
    re.IGNORECASE,
)

_MEANT = re.compile(
    r"^what (?:does|do|is|are) (?:the )?[A-Z]{2,7} (?:mean|refer to|short for)|"
    r"^(?:chữ )?[A-Z]{2,7} (?:là|để chỉ|nghĩa là|có nghĩa là) ",
    re.IGNORECASE,
)
_STORY = r"(?:(?:the|this|that) )?(?:\S+ )?(?:news )?(?:story|report|articles?|piece|dispatch|text|news item)(?: (?:on|about|of) .{3,80}?)?"
_FILED = Wording(
    rf"^(?:(?:in|from) )?(?:where|(?:what|which) (?:city|town|place|location|country)) (?:is|was|were) {_STORY} "
    r"(?:filed|datelined|written|sent|dispatched|reported from|penned)(?: from| in)?\W*$"
    rf"|^(?:from )?(?:where|(?:what|which) (?:city|town|place|location)) did .*\b(?:file|write|send|dispatch) {_STORY}(?: from| in)?\W*$"
    rf"|\bdateline (?:of|on|in|for) {_STORY}|\b(?:where|which|what|how) .*\bdatelined?\b",
    r"^(?:(?:bản|bài|mẩu) )?(?:tin|báo|viết|tường thuật|bài)(?: này| trên| tiếng \S+| của \S+)*(?: (?:về|nói về) .{3,80}?)? "
    r"(?:được |do phóng viên |phóng viên )*"
    r"(?:gửi|viết|đánh|thực hiện|phát đi|chuyển)(?: đi| về)?(?: từ| ở| tại)* (?:đâu|(?:thành phố|tỉnh|nơi|địa phương|chỗ|nước) nào)\W*$",
)
"""`Where was the story filed?`: asked of a report, not of what it tells."""
SAID = 0.4
"""Strength from which on a word of the question counts as said."""
SPELT = 0.6
"""Share of the words of a name that a question which asks for its abbreviation says."""
_ACRONYM = re.compile(r"\b[A-Z]{2,7}\b")


def credit(
    question: QuestionView, passages: Sequence[Passage], articles: Iterable[Article] = ()
) -> tuple[Citation, Citation] | None:
    """The caption that says who took a photo, and the words that say it; None when that is not asked or not said.

    The captions of `articles` are read, too: a question for the source says nothing of what they show.
    """
    sourced = question.asked.kind == "place" and _SOURCE.search(question.text)
    if not (sourced or question.asked.kind in ("person", "thing", "name")) or not _asks(question):
        return None
    there = {p.paragraph.ref for p in passages}
    captions = (p for a in articles for p in a.paragraphs if p.kind == "caption" and p.ref not in there)
    passages = [*passages, *(Passage(p, 0.0) for p in captions)]
    found = []
    of_person = bool(_PERSON.search(question.text))
    for passage in passages:
        paragraph = passage.paragraph
        match = _CREDIT.search(paragraph.text)
        if match and ((of_person and match.group(1).isupper()) or match.group(1).lower() in question.lower):
            continue
        if (
            match
            and (paragraph.kind == "caption" or len(paragraph.text) < 300)
            and _of_what(question, paragraph, passages)
        ):
            whole = Citation(paragraph, 0, len(paragraph.text))
            found.append((whole, Citation(paragraph, match.start(1), match.end(1))))
    return _best(question, found)


def _of_what(question: QuestionView, caption: Paragraph, passages: Sequence[Passage]) -> bool:
    """Whether the article of a caption speaks of what the question says was photographed, if it says anything."""
    end = max((m.end() for asks in (_ASKING, _PERSON) for m in asks.finditer(question.text)), default=0)
    rest = [
        place
        for place, t in enumerate(question.terms)
        if question.found[t.index][1] >= end and not t.light and t.word.canonical not in _CREDITED
    ]
    same = [p.paragraph for p in passages if p.paragraph.source == caption.source]
    held = most_said(question, same)
    return not rest or any(held[p] >= SAID for p in rest)


def expansion(
    question: QuestionView, passages: Sequence[Passage], articles: Iterable[Article] = ()
) -> tuple[Citation, Citation] | None:
    """The sentence that spells an abbreviation out, `Committee of ... (CPR)`, and the words; None when not asked or said.

    All of `articles` is read where no passage has it.
    """
    meant = _MEANT.search(question.text)
    if not _ABBREVIATED.search(question.text) and not meant:
        return None
    if meant and not _ACRONYM.search(question.text):
        return None
    named = any(t.text.isupper() for t in question.terms)
    shorts = [
        t.text.upper()
        for t in question.terms
        if 1 < len(t.text) < 8 and t.text.isascii() and (t.text.isupper() or not named)
    ]
    for paragraphs in ((p.paragraph for p in passages), (p for a in articles for p in a.paragraphs)):
        read = list(paragraphs)
        found = [pair for p in read for short in shorts if (pair := _spelt_out(short, p))]
        found = found or [pair for p in read for pair in _shortened(question, p)]
        if found:
            return _best(question, found)
    return None


def dateline(question: QuestionView, articles: Iterable[Article]) -> tuple[Citation, Citation] | None:
    """The lead that begins with the town which a report was filed from, and the town; None when not asked or said."""
    if not _FILED.says(question):
        return None
    found = []
    for article in narrowed(question, articles):
        lead = article.lead
        town = town_before(lead.text) if lead else None
        if lead and town:
            end = next((s.end for s in sentences(lead.text) if s.end > town.end), len(lead.text))
            found.append((Citation(lead, 0, end), Citation(lead, town.start, town.end)))
    return found[0] if found else None


def _shortened(question: QuestionView, paragraph: Paragraph) -> Iterator[tuple[Citation, Citation]]:
    """The sentences in which the name that a question spells out ends in its abbreviation, and that."""
    asked = {t.word.folded for t in question.terms}
    for sentence in view_of(paragraph).sentences:
        for place in sentence.bracketed:
            token = sentence.tokens[place]
            if not _ACRONYM.fullmatch(token.text):
                continue
            name = {t.word.folded for t in _name_before(sentence, place) if not t.stop}
            if name and len(name & asked) >= SPELT * len(name):
                yield (
                    Citation(paragraph, sentence.span.start, sentence.span.end),
                    Citation(paragraph, token.start, token.end),
                )


def _best(question: QuestionView, found: Sequence[tuple[Citation, Citation]]) -> tuple[Citation, Citation] | None:
    """The question's own language first, then most of its words, then the order of the collection."""

    def order(pair: tuple[Citation, Citation]) -> tuple[bool, float, str, int]:
        """What `min` compares: the smallest is the best pair."""
        paragraph = pair[0].paragraph
        held = most_said(question, [paragraph])
        cover = sum(t.weight * h for t, h in zip(question.terms, held, strict=True))
        return (paragraph.language != question.language, -round(cover, 3), paragraph.source.id, paragraph.number)

    return min(found, key=order, default=None)


def _spelt_out(short: str, paragraph: Paragraph) -> tuple[Citation, Citation] | None:
    for sentence in view_of(paragraph).sentences:
        for place in (p for p in sentence.bracketed if sentence.tokens[p].text == short):
            words = _name_before(sentence, place)
            if words:
                whole = Citation(paragraph, sentence.span.start, sentence.span.end)
                return whole, Citation(paragraph, words[0].start, words[-1].end)
    return None


def _name_before(sentence: SentenceView, place: int) -> list[Token]:
    """The words of the name that ends before an abbreviation: those that it is the initials of, or from a capital on."""
    first = place
    while first > 0 and place - first < 12 and _continues(sentence, first, place):
        first -= 1
    name = list(dropwhile(lambda t: not t.text[0].isupper(), sentence.tokens[first:place]))
    short = fold(sentence.tokens[place].text).lower()
    spelt = (name[n:] for n, token in enumerate(name) if token.text[0].isupper() and _initials(name[n:]) == short)
    return next(spelt, name)


def _initials(name: Sequence[Token]) -> str:
    return "".join(t.word.folded[0] for t in name)


def _continues(sentence: SentenceView, first: int, end: int) -> bool:
    """Whether the word before `first` may still belong to the name that an abbreviation follows."""
    gap = sentence.gap(first - 1)
    lowered = sum(not t.text[0].isupper() for t in sentence.tokens[first - 1 : end])
    joins = sentence.tokens[first - 1].word.canonical in ("and", "và", "with", "với", "the")
    return (gap == " " or first == end) and not joins and (lowered <= 2 or sentence.language == "vi")


def _asks(question: QuestionView) -> bool:
    return bool(_ASKING.search(question.text))
