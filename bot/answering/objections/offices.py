"""`What did the President of Indonesia say?`: an office of the question that the article never names is nobody of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.evidence.features import Scene
from bot.answering.question.view import HONORIFICS, QuestionView
from bot.answering.text.word_classes import classes
from bot.language.words.normalise import fold
from bot.models import Language, Paragraph


@dataclass(frozen=True, slots=True)
class Office:
    """How a question speaks of an office, and what an article says that has it, in either language."""

    asks: dict[Language, re.Pattern[str]]
    says: re.Pattern[str]


def _office(english: str, vietnamese: str, further: str = "") -> Office:
    asks: dict[Language, re.Pattern[str]] = {
        "en": re.compile(rf"\b(?:{english})\b"),
        "vi": re.compile(rf"(?<!\w)(?:{vietnamese})(?!\w)"),
    }
    said = f"{english}|{vietnamese}" + (f"|{further}" if further else "")
    return Office(asks, re.compile(rf"(?<!\w)(?:{said})(?!\w)"))


_OFFICES = (
    _office(r"(?<!vice[ -])presidents?", r"tổng thống", r"chủ tịch|heads? of state|nguyên thủ|presiden\w+|white house|nhà trắng"),
    _office(r"prime ministers?|premiers?", r"thủ tướng", r"pm|chancellor|heads? of government|người đứng đầu chính phủ"),
    _office(
        r"(?<!prime )ministers?", r"(?<!tư lệnh )bộ trưởng(?! bộ chỉ)",
        r"ministers?|premiers?|thứ trưởng|thủ tướng|(?:state|defen[cs]e|foreign|treasury|home|health|education|trade|transport|interior) secretary"
        r"|(?<!general )secretary of|chancellor|ministry",
    ),
    _office(r"ambassadors?", r"đại sứ", r"envoys?|đặc phái viên|phái viên"),
    _office(r"consuls?(?: general)?", r"(?:tổng )?lãnh sự", r"consular|consulates?"),
    _office(r"(?<!deputy )governors?", r"thống đốc|tỉnh trưởng", r"gubernatorial"),
    _office(r"mayors?", r"thị trưởng", r"chủ tịch|mayoral"),
    _office(r"(?:kings?|monarchs?)(?! tides?| kong| size)", r"quốc vương|nhà vua|vị vua", r"vua|queen|royal\w*|nữ hoàng|emperor|hoàng đế"),
    _office(
        r"chair(?:man|woman|person|men|manship|womanship)s?|(?:rotating )?presidency", r"chủ tịch",
        r"presiden\w+|chair\w*|mayor|heads? of state|chủ trì",
    ),
    _office(
        r"(?<!local )governments?", r"chính phủ",
        r"government\w*|authorit\w+|administration|cabinet|ministr\w+|chính quyền|nhà nước|bộ trưởng|bộ [a-zà-ỹ]+ [a-zà-ỹ]+ (?:cho|đã|yêu)",
    ),
    _office(r"parliaments?|national assembly|congress", r"quốc hội|nghị viện", r"parliament\w*|senat\w+|lawmakers?|legislat\w+|đại biểu|thượng viện|hạ viện"),
    _office(r"police(?:man|men)?", r"cảnh sát|công an", r"officers?|detectives?|investigat\w+|điều tra"),
    _office(r"embass(?:y|ies)", r"đại sứ quán", r"ambassador|consulate|đại sứ|lãnh sự"),
    _office(r"popes?", r"giáo hoàng", r"pontiff|papal"),
    _office(r"photographers?", r"nhiếp ảnh gia|(?:phóng viên|thợ) (?:chụp )?ảnh|phóng viên (?:nào )?(?:đã )?chụp", r"phó nháy|photojournalists?"),
    _office(r"(?:news )?reporters?|journalists?", r"phóng viên|nhà báo|ký giả", r"correspondents?|press|báo chí|photojournalists?"),
    _office(r"interpreters?|translators?", r"phiên dịch(?: viên)?|thông dịch viên|dịch giả", r"translat\w+|dịch"),
    _office(r"spokes(?:man|woman|person)", r"người phát ngôn|phát ngôn viên", r"spokes\w+|phát ngôn"),
)  # fmt: skip


def office_missing(question: QuestionView, article: Sequence[Scene]) -> bool:
    """Whether an office that a question speaks of is nowhere in what was found of an article.

    Not where it is the title of somebody who is named: an article may call him by another.
    """
    asked = question.text.lower()
    if len(asked) != len(question.text):
        return False
    wanted = [(o, m) for o, m in _spoken_of(asked, question.language) if not _is_title(question, m)]
    if not wanted:
        return False
    paragraphs = {s.passage.paragraph for s in article}
    text = " ".join(sorted({_lower(p) for p in paragraphs} | {(p.source.title or "").lower() for p in paragraphs}))
    return any(not office.says.search(text) for office, _ in wanted)


@lru_cache(maxsize=256)
def _spoken_of(asked: str, language: Language) -> tuple[tuple[Office, re.Match[str]], ...]:
    """The offices of a question and where they stand; remembered, as it is held against many articles."""
    return tuple((office, match) for office in _OFFICES for match in office.asks[language].finditer(asked))


@lru_cache(maxsize=1024)
def _lower(paragraph: Paragraph) -> str:
    return paragraph.text.lower()


def _is_title(question: QuestionView, office: re.Match[str]) -> bool:
    """Whether a person's name follows an office, with or without the name of a land between: `Tổng thống Pháp Macron`."""
    behind = [t for t in question.terms if question.found[t.index][1] >= office.end()]
    at = next((i for i, (_, start, _) in enumerate(question.found) if start >= office.end()), len(question.found))
    for term in behind:
        if term.index != at and not (term.index == at + 1 and question.words[at].canonical in HONORIFICS):
            return False
        if not term.name:
            return False
        if not _is_land(question, term.index):
            return True
        at = term.index + 1
    return False


def _is_land(question: QuestionView, place: int) -> bool:
    """Whether a word is, with its neighbours, the name of a land or place."""
    known = classes()["en_place"] | classes()["vi_place"]
    forms = [fold(w.canonical) for w in question.words]
    spans = [
        forms[i:j]
        for i in range(max(0, place - 2), place + 1)
        for j in range(place + 1, min(len(forms), place + 3) + 1)
    ]
    return any(" ".join(span) in known for span in spans)
