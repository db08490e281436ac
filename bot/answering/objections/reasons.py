"""`Why?` is answered by words that give a reason."""

from __future__ import annotations

import re

from bot.answering.evidence.features import Scene
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.wording import Wording

GIVES_REASON = Wording(
    r"\b(?:because|due to|so that|in order (?:to|that)|reasons?|caus\w+|as a result|result(?:s|ed|ing)? (?:of|from)|owing to|thanks to|"
    r"blam\w+|prompted|attribut\w+|citing|in (?:honou?r|memory|protest|retaliation|response)|on (?:suspicion|charges|grounds)|stem\w* from|triggered by|"
    r"only (?:through|by|with|if))\b",
    r"(?<!\w)(?:vì|bởi vì|do(?! \w+ (?:\w+ )?(?:thực hiện|tổ chức|chủ trì|đứng đầu|dẫn đầu|sản xuất))|nguyên nhân|lý do|lí do|khiến|nhằm|nhờ|bắt nguồn từ|"
    r"xuất phát từ|chỉ (?:có|khi|bằng|nhờ))(?!\w)",
)
"""Words that say outright that something is the reason."""
_DURATION = (
    r"(?!(?:about |nearly |over |around |almost |more than |at least |the (?:past|last|first|next) )?"
    r"(?:\d|an? (?:day|week|month|year|hour|minute)|one|two|three|four|five|six|seven|eight|nine|ten|next|last|this|years|months|decades)\b)"
)
_WEAK = Wording(
    r"\b(?:therefore|since|following|amid|aim\w*|concern\w*|fear\w*|afraid|worr\w+|want\w*|lack|led to|"
    r"forc\w+|(?<!named )after|as (?!well\b|many\b|much\b|of\b)|"
    rf"for {_DURATION}|(?<!according )to (?!\d|(?:the|an?|its|his|her|their|this|that)\b))",
    r"(?<!\w)(?:để|bởi|dẫn đến|dẫn tới|sau khi|trong bối cảnh|giúp|nên|nếu|tội|mục tiêu|sợ|lo|muốn|mong)(?!\w)",
)


def unreasoned(question: QuestionView, scene: Scene) -> bool:
    """For `why`: whether the sentence has no word that may give a reason, and its neighbours none that does outright."""
    if question.asked.kind != "reason":
        return False
    return not (_may_give(scene.sentence) or any(map(GIVES_REASON.says, scene.near)))


def _may_give(sentence: SentenceView) -> bool:
    return any(_WEAK.within(_TO_NAME.sub("", sentence.text).lower(), sentence.language))


_TO_NAME = re.compile(r"\bto (?=[^\W\d_a-zà-ỹ])")
"""`Accession to ASEAN` gives no reason."""
