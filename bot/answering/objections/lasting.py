"""`How long did the meeting last?` is not answered by `over the past 30 years`, nor by how long another event lasts."""

from __future__ import annotations

from bot.answering.evidence.features import Scene
from bot.answering.evidence.matching import SAID
from bot.answering.question.view import QuestionView
from bot.answering.text.wording import Wording
from bot.language.words.normalise import words

_UNIT = (
    r"(?:(?:second|minute|hour|day|night|week|month|year|decade)s?|giây|phút|giờ|tiếng|ngày|đêm|tuần|tháng|năm|thập kỷ)"
)
_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
_SPAN = (
    rf"(?:{_COUNT}|\d[\d.,]*|an?|half an?|several|many|few|nửa|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|vài)"
    rf"(?: rưỡi)?[- ]{_UNIT}\b"
)
"""So many hours or years."""
_EVENTS = (
    r"(?:meetings?|talks|sessions?|ceremon(?:y|ies)|visits?|trips?|stays?|terms?|tenure|mandate|conferences?|summits?|trials?|tours?|"
    r"strikes?|speech|interview|festival|match|game|flights?)"
)
_VIETNAMESE_EVENTS = (
    r"(?:buổi|cuộc|chuyến|lễ|phiên|trận|kỳ họp|hội nghị|hội thảo|nhiệm kỳ|khóa|vòng đàm phán|bài phát biểu)"
)
_ASKS = Wording(
    rf"\bhow (?:long|many {_UNIT})\b.*\b(?:last(?:ed|s)?|go on|went on|take place|took place|run)\b(?! (?:year|month|week))"
    r"|\bhow long (?:did|do|does|have|has|had) .*\b(?:talk|meet|met|confer|spoke|speak|stay|work together|spend together)(?:ed)?(?: with \S+| for)?\W*$"
    rf"|\bhow long (?:is|was|are|were) (?:\S+ ){{0,3}}?{_EVENTS}\b|\b(?:duration|length) of (?:\S+ ){{0,3}}?{_EVENTS}\b",
    r"(?:làm việc|hội đàm|hội kiến|trao đổi|trò chuyện|nói chuyện|gặp nhau|họp|lưu lại|ở lại)(?: với nhau| với .{2,40}?)?(?: trong)? bao lâu\W*$|"
    rf"(?:\b(?:kéo dài|diễn ra)\b.*|^{_VIETNAMESE_EVENTS}\b.* (?:là|trong|hết|mất|dài) )"
    rf"(?<!ngày )(?<!tháng )\b(?:bao lâu|(?:bao nhiêu|mấy) {_UNIT}\b)(?! (?:nữa|trước|thì|một lần))",
)
_SAYS = Wording(
    r"\blast(?:s|ed|ing)\b|\blast (?:for|until|till|about|only|up to|\d)|\bt(?:ook|akes?|aking)\b|\bran\b|\bruns\b|\blong\b(?!-)"
    r"|\b(?:for|over|during|after|within|in|through|of|about|around|nearly|almost|than) (?:(?!past|last|next|coming)\S+ ){0,2}?"
    rf"{_SPAN}(?! ago| later)|\b{_COUNT}-{_UNIT}\b(?! anniversary)|\bfrom\b.*\b(?:to|until)\b|\buntil\b",
    rf"kéo dài|\bmất\b|(?:trong|suốt|sau|hơn|gần|khoảng) (?:\S+ ){{0,2}}?{_SPAN}(?! (?:qua|trước|nữa|gần đây|tới))|{_SPAN} \S+ (?:dựng|việc|án)"
    r"|\btừ\b.*\bđến\b|(?:đến hết|cho đến|cho tới)\b",
)
_LASTS = words("last lasted lasts go went take took place run long kéo dài diễn ra mất hết total exactly")


def lasting_otherwise(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks how long an event lasts, and a sentence tells of nothing that lasts or not of that event."""
    if not _ASKS.says(question):
        return False
    if not _SAYS.says(scene.sentence):
        return True
    across = question.language != scene.sentence.language
    event = [
        h
        for t, h in zip(question.terms, scene.whole, strict=True)
        if not (t.name or t.number or t.light or t.word.canonical in _LASTS or t.index in question.asked.focus)
        and (t.translations or not across)
    ]
    return bool(event) and max(event) < SAID
