"""`Who spoke on behalf of the committee?`, `What does X call Y?`: what the sentence that answers must tell in so many words."""

from __future__ import annotations

from bot.answering.evidence.experience import TELLS_FIRST, asks_ever
from bot.answering.evidence.features import Scene
from bot.answering.question.view import QuestionView
from bot.answering.text.wording import Wording

ON_BEHALF = Wording(
    r"\b(?:speak|speaks|spoke|spoken|speaking|talk|talked|act|acted|floor) (?:(?:up|out) )?on behalf of\b"
    r"|\b(?:speak|speaks|spoke|spoken|speaking) (?:up |out )?for\b(?! (?:\w+ ){0,2}(?:minutes?|hours?|days?)\b)"
    r"|\btook the floor for\b|\bon (?:\S+ ){0,6}?behalf\b"
    r"|\bin the name of\b",
    r"(?<!\w)(?:thay mặt|nhân danh|thay lời|thay mat|nhan danh|ai .*đại diện cho|"
    r"đại diện cho .*(?:phát biểu|lên tiếng|cam kết|là ai))(?!\w)",
)
"""What asks about somebody who speaks for others."""
REPRESENTS = Wording(
    r"\bon (?:\S+ ){0,6}?behalf\b|\brepresent(?:s|ed|ing)\b|\b(?:speak|spoke|speaking) for\b|\bin the name of\b",
    r"(?<!\w)(?:thay mặt|nhân danh|đại diện cho|thay lời)(?!\w)",
)
_NAMES = Wording(
    r"\b(?:what|how) (?:did|does|do|has|have) .*\b(?:call(?! (?:on|for|off|up)\b)|describe|characteri[sz]e|dub|label)(?:d|ed)?\b(?! (?:on|for)\b)"
    r"(?! (?:\S+ ){0,3}?(?:situation|landscape|context|circumstances|climate|goals?|aims?)\b)",
    r"(?<!\w)(?<!tên )(?<!ten )(?<!kêu )(?<!keu )(?:gọi|coi|xem|mô tả|ví|goi|coi|xem|mo ta) .*"
    r"(?:là|như|la|nhu) (?:gì|cái gì|điều gì|thế nào|gi|cai gi)(?!\w)",
)
_NAMED = Wording(
    r"\b(?:as|call\w*|is|are|was|were|be|being|been|dubbed|termed|named|hailed|known|considered)\b|[“\"]",
    r"(?<!\w)(?:là|gọi|coi|xem|như|mệnh danh|ví)(?!\w)|[“\"]",
)
ASKS_FEELING = Wording(
    r"\bhow (?:did|does|do|is|was|were) .*\bfeel(?:ing)?\b",
    r"(?<!\w)(?:cảm thấy|cam thay) (?:như )?(?:thế nào|ra sao|sao|the nao|gì)(?!\w)"
    r"|(?<!\w)(?<!cho )thấy (?:thế nào|ra sao|sao)(?!\w)|(?<!\w)(?:cảm xúc|tâm trạng) .*(?:thế nào|ra sao|gì)(?!\w)",
)
TELLS_FEELING = Wording(
    r"\b(?:feel\w*|felt|delight\w*|happ(?:y|iness)|pleas(?:ed|ure)|glad|proud|pride|honou?r\w*|sad\w*|sorry|sorrow|angry|anger|upset|"
    r"shock\w*|surpris\w*|moved|touched|worr\w+|concern\w*|fear\w*|afraid|anxious|hop(?:e|ed|es|ing|eful)|grateful|thank\w*|"
    r"disappoint\w*|relie(?:f|ved)|excit\w*|regret\w*|frustrat\w*|joy\w*|lov(?:e|ed|es)|hat(?:e|ed|es)|lonely|nervous|confident|satisf\w+)\b",
    r"(?<!\w)(?:cảm thấy|cảm xúc|vui|mừng|vui mừng|hạnh phúc|phấn khởi|tự hào|vinh dự|buồn|đau|tiếc|giận|bức xúc|sốc|bất ngờ|ngạc nhiên|xúc động|"
    r"lo|sợ|hy vọng|hi vọng|mong|biết ơn|cảm ơn|thất vọng|nhẹ nhõm|háo hức|hối hận|yêu|ghét|tin tưởng|hài lòng|bày tỏ)(?!\w)",
)
_EVER = Wording(
    r"^(?:has|have|had) .*\b(?:ever|before\W*$)",
    r"(?<!\w)chưa\W*$",
)


def unfelt(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks how somebody feels and the sentence tells of no feeling."""
    return ASKS_FEELING.says(question) and not TELLS_FEELING.says(scene.sentence)


def untried(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks if something ever was before, and no sentence near tells of a first time or an earlier one."""
    return _EVER.says(question) and asks_ever(question) and not any(map(TELLS_FIRST.says, scene.near))


def unrepresented(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks who speaks for whom and the sentence tells of nobody who does."""
    return ON_BEHALF.says(question) and not REPRESENTS.says(scene.sentence)


def uncalled(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks what something is called and the sentence calls nothing anything."""
    return _NAMES.says(question) and not _NAMED.says(scene.sentence)
