"""`What did the President of Indonesia say?`: an office of the question that the article never names is nobody of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.evidence.features import Scene
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.wording import Wording
from bot.language.naming.lands import is_people, is_place
from bot.language.naming.titles import HONORIFICS
from bot.models import Language, Paragraph


@dataclass(frozen=True, slots=True)
class Office:
    """How a question speaks of an office, and what an article says that has it, in either language."""

    asks: Wording
    says: re.Pattern[str]


def _office(english: str, vietnamese: str, further: str) -> Office:
    asks = Wording(rf"\b(?:{english})\b", rf"(?<!\w)(?:{vietnamese})(?!\w)")
    return Office(asks, re.compile(rf"(?<!\w)(?:{english}|{vietnamese}|{further})(?!\w)"))


_OFFICES = (
    _office(r"(?<!vice[ -])presidents?", r"tổng thống", r"chủ tịch|heads? of state|nguyên thủ|presiden\w+|white house|nhà trắng"),
    _office(r"prime ministers?|premiers?", r"thủ tướng", r"pm|chancellor|heads? of government|người đứng đầu chính phủ"),
    _office(
        r"(?<!prime )ministers?", r"(?<!tư lệnh )bộ trưởng(?! bộ chỉ)",
        r"ministers?|premiers?|thứ trưởng|thủ tướng|(?:state|defen[cs]e|foreign|treasury|home|health|education|trade|transport|interior) secretary"
        r"|(?<!general )secretary of|chancellor|ministry",
    ),
    _office(r"ambassadors?", r"đại sứ", r"envoys?|đặc phái viên|phái viên"),
    _office(
        r"heads? of (?:the )?(?:\S+ )?(?:mission|delegation)s?", r"trưởng (?:phái )?đoàn",
        r"ambassadors?|envoys?|đại sứ|phái viên|(?:led|head\w*|leading|dẫn đầu|đứng đầu) (?:\S+ ){0,3}?(?:delegation|đoàn)",
    ),
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
    wanted = _wanted(question)
    if not wanted:
        return False
    paragraphs = {s.passage.paragraph for s in article}
    text = " ".join(sorted({_lower(p) for p in paragraphs} | {(p.source.title or "").lower() for p in paragraphs}))
    return any(not office.says.search(text) for office, _ in wanted)


def office_of_another(question: QuestionView, article: Sequence[Scene]) -> bool:
    """Whether an office of a land is asked about, and an article has it of other lands or of several people only."""
    asked = ((office, _land_of(question, match)) for office, match in _wanted(question))
    return any(land and _held_by_others(office, land, article) for office, land in asked)


def _wanted(question: QuestionView) -> list[tuple[Office, re.Match[str]]]:
    """The offices that a question speaks of and where they stand, those of somebody who is named aside."""
    if len(question.lower) != len(question.text):
        return []
    return [(o, m) for o, m in _spoken_of(question.lower, question.language) if not _is_title(question, m)]


def _land_of(question: QuestionView, office: re.Match[str]) -> list[int]:
    """The places in `terms` of the land right beside an office: `Đại sứ Lào`, `Thai ambassador`, `ambassador of Laos`."""
    after = [p for p, t in enumerate(question.terms) if question.found[t.index][1] >= office.end()]
    before = [p for p, t in enumerate(question.terms) if question.found[t.index][2] <= office.start()]
    inside = [p for p in range(len(question.terms)) if p not in (*before, *after)]
    near = [p for p in (*before[-1:], *inside, *after[:2]) if question.terms[p].name]
    if question.language == "vi":
        near = [p for p in near if p in after]
    return [
        p
        for p in near
        if _is_in_place(question, question.terms[p].index) or is_people(question.terms[p].word.canonical)
    ]


def _held_by_others(office: Office, land: Sequence[int], article: Sequence[Scene]) -> bool:
    """Whether each mention of an office is that of several people, or of another land in a sentence without the one asked."""
    mentions = 0
    for scene in article:
        text = scene.sentence.lower
        if len(text) != len(scene.sentence.text):
            return False
        own = max(scene.held[p] for p in land) >= SAID
        for match in office.says.finditer(text):
            mentions += 1
            if _SEVERAL.search(f"{text[: match.start()]}|{text[match.end() :]}") or match.group().endswith("s"):
                continue
            if own or not _beside_land(scene.sentence, match):
                return False
    return mentions > 0


SAID = 0.7
"""Strength from which on the name of a land counts as said."""
_SEVERAL = re.compile(r"(?<!\w)(?:các|những) \||\| (?:của )?(?:các|những)(?!\w)")
_BESIDE = 2
"""Words between an office and the land that it is of, at most, beside further words of its title."""


def _beside_land(sentence: SentenceView, office: re.Match[str]) -> bool:
    """Whether the name of a land, or a word from one, stands close before or behind an office."""
    first, last = sentence.touched(office)
    near = sentence.tokens[max(0, first - _BESIDE) : last + _BESIDE + 3]
    return any(t.capital and (is_place(t.word.folded) or is_people(t.word.canonical)) for t in near)


@lru_cache(maxsize=256)
def _spoken_of(asked: str, language: Language) -> tuple[tuple[Office, re.Match[str]], ...]:
    """The offices of a question and where they stand; remembered, as it is held against many articles."""
    return tuple((office, match) for office in _OFFICES for match in office.asks.within(asked, language))


@lru_cache(maxsize=1024)
def _lower(paragraph: Paragraph) -> str:
    return paragraph.text.lower()


def _is_title(question: QuestionView, office: re.Match[str]) -> bool:
    """Whether a person's name follows an office, with or without the name of a land between: `Tổng thống Pháp Macron`."""
    at = next((i for i, (_, start, _) in enumerate(question.found) if start >= office.end()), len(question.found))
    for term in question.within(office.end(), len(question.text)):
        if term.index != at and not (term.index == at + 1 and question.words[at].canonical in HONORIFICS):
            return False
        if not term.name:
            return False
        if not _is_in_place(question, term.index):
            return True
        at = term.index + 1
    return False


def _is_in_place(question: QuestionView, place: int) -> bool:
    """Whether a word is, with its neighbours, the name of a land or place."""
    forms = [w.folded for w in question.words]
    spans = [
        forms[i:j]
        for i in range(max(0, place - 2), place + 1)
        for j in range(place + 1, min(len(forms), place + 3) + 1)
    ]
    return any(is_place(" ".join(span)) for span in spans)
