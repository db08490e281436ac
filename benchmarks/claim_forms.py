"""A question and its answer as one claim, in the ways that people and programs write it; and its denial."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Language = Literal["vi", "en"]
Form = Literal["joined", "colon", "labelled", "framed", "replaced", "statement", "sentence"]

_WH = {
    "en": re.compile(
        r"\b(?:In |On |At |From |To |For |By |With |Of )?(?:how many|how much|how long|how old|how often|what year|"
        r"what percentage of|which|what|whose|whom|who|when|where|why|how)\b",
        re.IGNORECASE,
    ),
    "vi": re.compile(
        r"(?:vào )?(?:năm nào|bao nhiêu|khi nào|ở đâu|nơi nào|như thế nào|thế nào|bao lâu|tại sao|vì sao|là ai|là gì|cái gì|"
        r"điều gì|người nào|\bai\b|\bgì\b|\bnào\b|\bđâu\b|\bmấy\b)",
        re.IGNORECASE,
    ),
}
_AUXILIARY = re.compile(
    r"\b(is|was|are|were|has|had|have|can|could|will|would|may|must|should|did|does|do)\b(?! not\b|n't)"
)
_VI_VERB = re.compile(r"\b(đã|đang|sẽ|được|là|có|bị|phải|có thể)\b(?! không)")


def forms(question: str, answer: str, language: Language) -> Iterator[tuple[Form, str]]:
    """The claims of a question with its answer; those that need a question word only where one is found."""
    bare = question.rstrip("?？ .").strip()
    labels = ("Question", "Answer") if language == "en" else ("Câu hỏi", "Trả lời")
    frame = "The answer to “{}” is {}." if language == "en" else "Câu trả lời cho “{}” là {}."
    yield "joined", f"{question} {answer}."
    yield "colon", f"{bare}: {answer}"
    yield "labelled", f"{labels[0]}: {question} {labels[1]}: {answer}."
    yield "framed", frame.format(question, answer)
    made, count = _WH[language].subn(lambda _: answer, bare, count=1)
    if count:
        yield "replaced", f"{made[0].upper()}{made[1:]}."
    if stated := statement(question, answer, language):
        yield "statement", stated


def statement(question: str, answer: str, language: Language) -> str | None:
    """The question as a statement with the answer in place of its question words, None where that is not easy."""
    asked = question.rstrip("?？ .").strip()
    if language == "vi":
        made, count = _WH["vi"].subn(
            lambda m: (m.group() if m.group() in ("là ai", "là gì") else "")[:3] + answer, asked, count=1
        )
        return f"{made[0].upper()}{made[1:]}." if count else None
    return _english_statement(asked, answer)


def _english_statement(asked: str, answer: str) -> str | None:
    who = re.match(
        r"(?:who|what|which(?: \w+)?) (?!did|does|do\b)(\w+(?:ed|s|d)|is|was|are|were|has|had|led|won|made|gave) ",
        asked,
        re.IGNORECASE,
    )
    if who:
        return f"{answer[0].upper()}{answer[1:]} {asked[who.start(1) :]}."
    moved = re.match(
        r"(?P<wh>.*?\b(?:when|where|what|who|which|how many|how much|whom)\b.*?) (?:did|does|do) (?P<rest>.+)",
        asked,
        re.IGNORECASE,
    )
    if moved:
        noun = re.sub(
            r"^.*?\b(?:when|where|what|who|which|how many|how much|whom)\b", "", moved["wh"], flags=re.IGNORECASE
        )
        return f"{moved['rest'][0].upper()}{moved['rest'][1:]} {answer}{noun}."
    made, count = _WH["en"].subn(answer.replace("\\", ""), asked, count=1)
    return f"{made[0].upper()}{made[1:]}." if count else None


def negated(claim: str, language: Language) -> str | None:
    """The claim with its predicate denied, or with its denial taken away; None where no verb is found."""
    if language == "en":
        if re.search(r" not |n't ", claim):
            return re.sub(r" not |n't ", " ", claim, count=1)
        if re.search(r"\b(?:never|no|without|nor|neither|none|cannot)\b", claim):
            return None
        made, count = _AUXILIARY.subn(r"\1 not", claim, count=1)
        if count:
            return made
        past = re.search(r" (\w{3,})ed (?!by|in|to\b)", claim)
        return f"{claim[: past.start()]} did not {past.group(1)}e{claim[past.end() - 1 :]}" if past else None
    if re.search(r"\b(?:không|chưa|chẳng)\b", claim):
        return None
    made, count = _VI_VERB.subn(lambda m: {"là": "không phải là", "có": "không có"}.get(m.group(1), f"{m.group(1)} không"
                                if m.group(1) in ("đã", "đang", "sẽ") else f"không {m.group(1)}"), claim, count=1)  # fmt: skip
    return made if count else None
