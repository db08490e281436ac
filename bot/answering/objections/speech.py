"""`What did X say?` is answered where somebody speaks: by a verb of speech, a quotation, or `according to`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.evidence.features import Scene
from bot.answering.objections.agents import doer_of, is_called
from bot.answering.objections.kin import KIN
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.wording import Wording

_ASKS = Wording(
    r"\bwhat (?:else )?(?:did|does|has|had|do|have) .*\b(?:say|said|tell|told|think|thought|(?:state|argue|announce)d?|"
    r"(?:comment|remark|explain|warn)(?:ed)?)\b",
    r"(?<!\w)(?:nói|phát biểu|chia sẻ|nhận xét|nhận định|bình luận|cho biết|cho rằng|khai|giải thích|cảnh báo|kể) (?:những )?"
    r"(?:gì|điều gì|thế nào|ra sao|như thế nào)(?!\w)",
)
_ASSESSES = Wording(
    r"\bhow (?:did|does|has|had|do|have|would) .*?\b(?:see|seen|view(?:ed)?|describe[ds]?|regard(?:ed)?|assess(?:ed)?|rated?|"
    r"judged?|evaluated?|characteri[sz]ed?)\b",
    r"(?<!\w)(?:đánh giá|mô tả|miêu tả|nhìn nhận|nhận xét|nhận định|bình luận)(?!\w).*(?<!\w)(?:ra sao|thế nào|như thế nào)(?!\w)",
)
_SPEAKS = Wording(
    r"[\"“”«»]|\b(?:say|says|said|saying|tell|tells|told|stat(?:e|es|ed|ing)|declar\w+|emphasi[sz]\w+|stress\w*|add(?:s|ed|ing)|not(?:es|ed|ing)|argu\w+|"
    r"claim\w*|explain\w*|describ\w+|call(?:s|ed|ing)|urg\w+|warn\w*|express\w*|affirm\w*|reaffirm\w*|announc\w+|comment\w*|remark\w*|believ\w+|think\w*|"
    r"thought|prais\w+|highlight\w*|underscor\w+|underlin\w+|according|pledg\w+|commit\w*|promis\w+|vow\w*|hop\w+|quot\w+|"
    r"admit\w*|den(?:y|ies|ied)|recogni[sz]\w+|"
    r"commend\w*|propos\w+|suggest\w*|ask\w*|thank\w*|critici[sz]\w+|insist\w*|report\w*|testif\w+|recall\w*|apologi[sz]\w+|"
    r"wrote|writes|speak\w*|spoke|spoken|"
    r"speech|must|should|ought|reiterat\w+|acknowledg\w+|confirm\w*|complain\w*|predict\w*|estimat\w+|regard\w*|consider\w*|view\w*|"
    r"voic(?:e|es|ed|ing)|conclud\w+|words|joke\w*|repl(?:y|ied)|answer\w*)\b",
    r"[\"“”«»:]|(?<!\w)(?:nói|cho biết|cho rằng|cho hay|khẳng định|nhấn mạnh|phát biểu|chia sẻ|bày tỏ|đánh giá|đề nghị|"
    r"cam kết|kêu gọi|tuyên bố|thông báo|nhận định|"
    r"nhận xét|giải thích|cảnh báo|theo|kể|hỏi|trả lời|thừa nhận|mong|hy vọng|hi vọng|tin|ca ngợi|khen|cảm ơn|phê bình|khai|"
    r"lưu ý|đề xuất|gọi|coi|xem|ghi nhận|xác nhận|"
    r"tiết lộ|bình luận|phản đối|phủ nhận|yêu cầu|chỉ đạo|hứa|viết|lời|bài nói|xin lỗi|dự báo|dự đoán|ước tính|nêu|chỉ ra|"
    r"cho thấy|kết luận|mô tả|tâm sự|thổ lộ|nghĩ)(?!\w)",
)
_ACCORDING = Wording(
    r"(?:^|, )[Aa]ccording to (?:the )?[^,?]+|\baccording to (?:the )?[A-Z][^,?]+",
    r"(?:^|, )[Tt]heo (?:lời (?!mời|khuyên|kêu|đề|dặn))?(?:của )?[^,?]+|(?<!\w)theo lời (?!mời|khuyên|kêu|đề|dặn)[^,?]+",
)
"""`…, theo lời Tổng Bí thư?`: what nobody else said."""
CLOSE = 50
"""Characters between somebody's kin and the verb of speech."""


def unspoken(question: QuestionView, scene: Scene) -> bool:
    """Whether a question asks what somebody said, and neither the sentence nor its neighbours report any speech.

    Where somebody's kin is asked to have said it: any of theirs.
    """
    asked = _speech_asked(question)
    if not asked:
        return False
    if (question.language == "en" and KIN.search(asked.group())) or KIN.match(question.lower):
        return not any(_kin_speaks(s) for s in scene.near)
    return not any(map(_SPEAKS.says, scene.near))


def _speech_asked(question: QuestionView) -> re.Match[str] | None:
    """Where a question asks what somebody said, or how he saw something."""
    said = (m for language in ("en", "vi") for m in _ASKS.within(question.lower, language))
    return next(said, None) or _ASSESSES.search(question)


def said_by_another(question: QuestionView, scene: Scene, article: Sequence[Scene]) -> bool:
    """Whether a question asks what somebody said whom it names, and the sentence tells by name that others spoke."""
    match, by = _speech_asked(question), next(_ACCORDING.within(question.text, question.language), None)
    if match:
        inside = match.span() if question.language == "en" else (0, match.start())
    elif by:
        inside = by.span()
    else:
        return False
    who = [t for t in question.within(*inside) if not t.light and (t.name or question.language == "vi")]
    if not any(t.name for t in who):
        return False
    speakers = [run for place in _spoken_at(scene.sentence) if (run := doer_of(scene.sentence, place))]
    return bool(speakers) and not any(is_called(question, who, run, scene.sentence, article) for run in speakers)


def _spoken_at(sentence: SentenceView) -> list[int]:
    """The places of the words of a sentence that say that somebody speaks."""
    starts = {m.start() + sentence.span.start for m in _SPEAKS.finditer(sentence)}
    return [i for i, t in enumerate(sentence.tokens) if t.start in starts]


def _kin_speaks(sentence: SentenceView) -> bool:
    """Whether a verb of speech or a quotation follows somebody's kin."""
    behind = (sentence.lower[m.end() : m.end() + CLOSE] for m in KIN.finditer(sentence.lower))
    return any(any(_SPEAKS.within(text, sentence.language)) for text in behind)
