"""`Who spoke on behalf of the committee?`, `What does X call Y?`: what the sentence that answers must tell in so many words."""

from __future__ import annotations

import re

from bot.answering.evidence.experience import asks_ever, tells_first
from bot.answering.evidence.features import Scene
from bot.answering.question.view import QuestionView
from bot.models import Language

_ON_BEHALF: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:speak|speaks|spoke|spoken|speaking|talk|talked|act|acted|floor) (?:(?:up|out) )?on behalf of\b"
        r"|\b(?:speak|speaks|spoke|spoken|speaking) (?:up |out )?for\b(?! (?:\w+ ){0,2}(?:minutes?|hours?|days?)\b)"
        r"|\btook the floor for\b|\bon (?:\S+ ){0,6}?behalf\b"
        r"|\bin the name of\b"
    ),
    "vi": re.compile(
        r"(?<!\w)(?:thay mặt|nhân danh|thay lời|thay mat|nhan danh|ai .*đại diện cho|"
        r"đại diện cho .*(?:phát biểu|lên tiếng|cam kết|là ai))(?!\w)"
    ),
}
_REPRESENTS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\bon (?:\S+ ){0,6}?behalf\b|\brepresent(?:s|ed|ing)\b|\b(?:speak|spoke|speaking) for\b|\bin the name of\b"
    ),
    "vi": re.compile(r"(?<!\w)(?:thay mặt|nhân danh|đại diện cho|thay lời)(?!\w)"),
}
_NAMES: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:what|how) (?:did|does|do|has|have) .*\b(?:call(?! (?:on|for|off|up)\b)|describe|characteri[sz]e|dub|label)(?:d|ed)?\b(?! (?:on|for)\b)"
        r"(?! (?:\S+ ){0,3}?(?:situation|landscape|context|circumstances|climate|goals?|aims?)\b)"
    ),
    "vi": re.compile(
        r"(?<!\w)(?<!tên )(?<!ten )(?<!kêu )(?<!keu )(?:gọi|coi|xem|mô tả|ví|goi|coi|xem|mo ta) .*"
        r"(?:là|như|la|nhu) (?:gì|cái gì|điều gì|thế nào|gi|cai gi)(?!\w)"
    ),
}
_NAMED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:as|call\w*|is|are|was|were|be|being|been|dubbed|termed|named|hailed|known|considered)\b|[“\"]"
    ),
    "vi": re.compile(r"(?<!\w)(?:là|gọi|coi|xem|như|mệnh danh|ví)(?!\w)|[“\"]"),
}


_FEELS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\bhow (?:did|does|do|is|was|were) .*\bfeel(?:ing)?\b"),
    "vi": re.compile(
        r"(?<!\w)(?:cảm thấy|cam thay) (?:như )?(?:thế nào|ra sao|sao|the nao|gì)(?!\w)"
        r"|(?<!\w)(?<!cho )thấy (?:thế nào|ra sao|sao)(?!\w)|(?<!\w)(?:cảm xúc|tâm trạng) .*(?:thế nào|ra sao|gì)(?!\w)"
    ),
}
_FELT: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:feel\w*|felt|delight\w*|happ(?:y|iness)|pleas(?:ed|ure)|glad|proud|pride|honou?r\w*|sad\w*|sorry|sorrow|angry|anger|upset|"
        r"shock\w*|surpris\w*|moved|touched|worr\w+|concern\w*|fear\w*|afraid|anxious|hop(?:e|ed|es|ing|eful)|grateful|thank\w*|"
        r"disappoint\w*|relie(?:f|ved)|excit\w*|regret\w*|frustrat\w*|joy\w*|lov(?:e|ed|es)|hat(?:e|ed|es)|lonely|nervous|confident|satisf\w+)\b"
    ),
    "vi": re.compile(
        r"(?<!\w)(?:cảm thấy|cảm xúc|vui|mừng|vui mừng|hạnh phúc|phấn khởi|tự hào|vinh dự|buồn|đau|tiếc|giận|bức xúc|sốc|bất ngờ|ngạc nhiên|xúc động|"
        r"lo|sợ|hy vọng|hi vọng|mong|biết ơn|cảm ơn|thất vọng|nhẹ nhõm|háo hức|hối hận|yêu|ghét|tin tưởng|hài lòng|bày tỏ)(?!\w)"
    ),
}


_EVER: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"^(?:has|have|had) .*\b(?:ever|before\W*$)"),
    "vi": re.compile(r"(?<!\w)chưa\W*$"),
}


def asks_feeling(question: QuestionView) -> bool:
    """Whether a question asks how somebody feels."""
    return bool(_FEELS[question.language].search(question.text.lower()))


def tells_feeling(scene: Scene) -> bool:
    """Whether a sentence tells of a feeling."""
    return bool(_FELT[scene.sentence.paragraph.language].search(scene.sentence.text.lower()))


def unfelt(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks how somebody feels and the sentence tells of no feeling."""
    return asks_feeling(question) and not tells_feeling(scene)


def untried(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks if something ever was before, and no sentence near tells of a first time or an earlier one."""
    outright = _EVER[question.language].search(question.text.lower())
    return bool(outright) and asks_ever(question) and not any(tells_first(s) for s in scene.near)


def on_behalf(question: QuestionView) -> bool:
    """Whether a question asks about somebody who speaks for others."""
    return bool(_ON_BEHALF[question.language].search(question.text.lower()))


def represents(scene: Scene) -> bool:
    """Whether a sentence tells that somebody speaks for others."""
    return bool(_REPRESENTS[scene.sentence.paragraph.language].search(scene.sentence.text.lower()))


def unrepresented(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks who speaks for whom and the sentence tells of nobody who does."""
    return on_behalf(question) and not represents(scene)


def uncalled(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks what something is called and the sentence calls nothing anything."""
    asks = _NAMES[question.language].search(question.text.lower())
    return bool(asks) and not _NAMED[scene.sentence.paragraph.language].search(scene.sentence.text.lower())
