"""`Which country gave the most?`: what is the most, the largest or the oldest must be said to be so."""

from __future__ import annotations

import re

from bot.answering.evidence.features import Scene
from bot.answering.question.view import QuestionView
from bot.answering.text.wording import Wording

_EXTREME = (
    r"(?:larg|bigg|small|tini|high|low|tall|short|long|old|young|new|fast|slow|quick|rich|poor|strong|weak|heavi|light|deep|wid|cheap|hott|"
    r"cold|warm|cool|dri|wett|busi|hard|easi|far|furth|great|few|bright|loud|safe|deadli|costli|wealthi|bold|broad|thick|thin|steep|"
    r"simpl|rar|earli)e?st"
)
_ADJECTIVE = r"(?:\w+(?:able|ible|ful|ous|ive|al|ic|ant|ent|ed|ing|ary|less)|\w+ly|famous|common|recent|people)\b"
_ASKS = Wording(
    rf"(?<!\bat )\b(?:the|has|have|had|did|does|do|g[ai]ves?n?|won|sold|scored|received|spent|made|sent|bought|produced?|contributed?|buys?) "
    rf"(?:\w+ )?(?:most|fewest)\b(?! of\b| {_ADJECTIVE})|(?<!first )(?<!second )(?<!third )(?<!fourth )\b{_EXTREME}\b",
    r"(?<!thống )(?<!thứ )(?<!duy )(?<!đồng )(?<!hợp )(?<!lần )(?<!mới )(?<!gần )(?<!giải )(?<!hạng )(?<!\w)nhất"
    r"(?! (?:trí|quán|định|là|thời|thiết|loạt|thể))(?!\w)",
)
_OBJECT = Wording(
    r"^who (?!(?:is|was|are|were)\b)(?!.*\b(?:the most|the fewest) )",
    r"(?<!\w)(?:các|những) (?:\S+ ){1,6}nhất(?!\w)",
)
"""What somebody did something to may be told without its superlative: `Who destroyed the largest relics?`."""
_AGED = re.compile(r"\b(?:young|old)est\b|(?<!\w)(?:trẻ|già|tuổi|lâu đời|cổ) nhất(?!\w)")
_TELLS_AGE = re.compile(
    r"\b(?:young|old)e(?:st|r)\b|\bage[ds]?\b|\byears?[- ]old\b|\bsenior|\bancient|\bfirst\b|\bearliest\b|, \d\d,"
    r"|(?<!\w)(?:trẻ|già|tuổi|lâu đời|cổ|cao niên|đầu tiên|sớm nhất)(?!\w)"
)
"""The best player is not the youngest."""
_SAYS = Wording(
    rf"\b(?:most|least|{_EXTREME}|top\w*|record|leading|main\w*|major\w*|max\w*|min\w*|peak\w*|primar\w+|chief\w*|mainly|best|worst|"
    r"biggest|half|first|last|only|sole|highest|largely|predominant\w*|prefer\w*|favou?rites?|than)\b|\w+est\b",
    r"(?<!thống )(?<!đồng )(?<!hợp )(?<!\w)nhất(?! (?:trí|quán|định|thời|thiết|loạt|thể))(?!\w)|(?<!\w)(?:kỷ lục|hàng đầu|dẫn đầu|đứng đầu|"
    r"đầu tiên|duy nhất|chủ yếu|tối đa|tối thiểu|phần lớn|đa số|hầu hết|nửa|hơn|đỉnh|cực|chính)(?!\w)",
)


def unsurpassed(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks for the most, the largest or the like, and no sentence near says so of anything."""
    if question.asked.kind == "yes_no" or not _ASKS.says(question) or _OBJECT.says(question):
        return False
    if not any(map(_SAYS.says, scene.near)):
        return True
    told = " ".join(s.lower for s in scene.near)
    return bool(_AGED.search(question.lower)) and not _TELLS_AGE.search(told)
