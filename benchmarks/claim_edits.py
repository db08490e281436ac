"""Edits of a claim that leave its shape: another unit, another noun, another answer; and the same number written anew."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from benchmarks.claim_forms import Language

_UNITS: dict[Language, list[list[str]]] = {
    "en": [
        ["million", "billion", "thousand"], ["millions", "billions", "thousands"], ["years", "months", "days"],
        ["hours", "minutes", "weeks"], ["km", "metres"], ["kilometres", "metres"], ["kilometers", "meters"],
        ["miles", "feet", "yards"], ["square miles", "square kilometres"], ["mi", "ft"], ["m", "km", "cm"],
        ["tons", "kilograms", "grams"], ["dollars", "euros", "pounds"], ["percent", "points"], ["%", " points"],
        ["acres", "hectares"], ["centuries", "decades"], ["nm", "mm"], ["kHz", "MHz"], ["°C", "°F"],
    ],
    "vi": [
        ["triệu", "tỷ", "nghìn"], ["năm", "tháng", "ngày"], ["giờ", "phút", "tuần"], ["km", "mét"], ["kilômét", "mét"],
        ["dặm", "thước", "yard"], ["m", "km", "cm"], ["tấn", "kg", "gam"], ["đô la", "euro", "đồng"], ["%", " điểm"],
        ["phần trăm", "điểm"], ["thế kỷ", "thập kỷ"], ["mẫu", "hecta"], ["nm", "mm"], ["người", "tấn"],
    ],
}  # fmt: skip
_SPOKEN: dict[Language, dict[str, str]] = {
    "en": dict(zip("2 3 4 5 6 7 8 9 10 11 12 13 15 20 30 40 50".split(), (  # noqa: SIM905
        "two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty fifty"
    ).split(), strict=True)),
    "vi": dict(zip("2 3 4 6 7 8 9 10 11 12 15 20 30 40 50".split(), (  # noqa: SIM905
        "hai,ba,bốn,sáu,bảy,tám,chín,mười,mười một,mười hai,mười lăm,hai mươi,ba mươi,bốn mươi,năm mươi"
    ).split(","), strict=True)),
}  # fmt: skip

_CAPITAL = "[A-ZĐÂĂÊÔƠƯÁÀẢÃẠÉÈÍÓÒÚÙÝÖẤẦẢẨ]"
_NAME = rf"(?:{_CAPITAL}[\w’'-]*(?: {_CAPITAL}[\w’'-]*)*)"
_TWO_NAMES: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        rf"(?:^|, )((?:[Tt]he )?{_NAME}) ((?:\w+ly )?(?:(?:was|were) \w+(?:ed|en) by|\w{{3,}}ed|led|won|beat|lost|built|wrote)) ((?:the )?{_NAME})"
    ),
    "vi": re.compile(
        rf"(?:^|, )({_NAME}) ((?:đã |sẽ )?(?:đánh bại|thăm|kiện|đón|lãnh đạo|thành lập|bổ nhiệm|chinh phục|tấn công|ủng hộ|"
        rf"phản đối|xâm lược|giết|thắng|xây dựng|sáng lập|cứu|đoạt|giành)) ({_NAME})"
    ),
}
_INVENTED: dict[Language, list[str]] = {
    "en": ["bribed", "kidnapped", "insulted", "blackmailed", "slapped"],
    "vi": ["đã hối lộ", "đã bắt cóc", "đã lăng mạ", "đã tống tiền", "đã tát"],
}


def other_unit(claim: str, language: Language, chance: random.Random) -> str | None:
    """The claim with the unit of a number exchanged; None where no number has one."""
    rows = [(word, [w for w in row if w != word]) for row in _UNITS[language] for word in row]
    found = [
        (m, others)
        for word, others in rows
        for m in re.finditer(rf"(?<=\d)[ -]?{re.escape(word.strip())}(?![\w.]| \d)", claim)
    ]
    if not found:
        return None
    match, others = chance.choice(found)
    gap = " " if match.group()[0] == " " else ""
    return claim[: match.start()] + (gap + chance.choice(others)).replace("  ", " ") + claim[match.end() :]


def rewritten(claim: str, language: Language) -> str | None:
    """The claim with its first number written another way, the same in value; None where there is none to rewrite."""
    grouped = re.search(r"(?<![\d.,])\d{1,3}([.,])\d{3}(?![\d.,]\d)", claim)
    if grouped and grouped.group(1) == ("," if language == "en" else "."):
        return claim[: grouped.start()] + grouped.group().replace(grouped.group(1), "") + claim[grouped.end() :]
    table = _SPOKEN[language]
    back = {word: digits for digits, word in table.items()}
    words = "|".join(sorted(back, key=len, reverse=True))
    after = r"(?![\w.,:/%-]|\s?[%°-]|,\d| (?:January|March|April|May|June|July|tháng|mươi|trăm|nghìn|phần|một|hai|ba|bốn|lăm|sáu|bảy|tám|chín)\b)"
    before = r"(?<![\w.,:/$£€-])(?<!Bowl )(?<!tháng )(?<!ngày )(?<!thứ )(?<!mươi )(?<!số )(?<!phần )"
    digits = re.search(rf"{before}(?:{'|'.join(table)}){after}", claim)
    if digits:
        return claim[: digits.start()] + table[digits.group()] + claim[digits.end() :]
    spelt = re.search(rf"{before}(?:{words}){after}", claim)
    return claim[: spelt.start()] + back[spelt.group()] + claim[spelt.end() :] if spelt else None


def exchanged(claim: str, language: Language) -> str | None:
    """The claim with the two names around its first verb exchanged; None where it does not begin so."""
    match = _TWO_NAMES[language].search(claim)
    if not match:
        return None
    one, verb, two = match.group(1), match.group(2), match.group(3)
    return f"{two[0].upper()}{two[1:]} {verb} {one[:1].lower() + one[1:] if one.startswith('The ') else one}."


def invented(claim: str, language: Language, chance: random.Random) -> str | None:
    """The names around the first verb of a claim with a verb that no article of the set has; None as above."""
    match = _TWO_NAMES[language].search(claim)
    return f"{match.group(1)} {chance.choice(_INVENTED[language])} {match.group(3)}." if match else None


def is_plain_answer(answer: str) -> bool:
    """Whether an answer is of plain words: no capital, no figure, five words at most."""
    return (
        answer == answer.lower() and not re.search(r"\d", answer) and 0 < len(answer.split()) <= 5 and len(answer) > 3
    )


def other_answer(claim: str, answer: str, text: str, pool: Sequence[str], chance: random.Random) -> str | None:
    """The claim with another plain answer, of which the text has no word of four letters or more."""
    if not is_plain_answer(answer) or answer not in claim:
        return None
    spoken = text.lower() + claim.lower()
    strange = [
        p for p in pool if not any(w in spoken for w in p.split() if len(w) > 3) and max(map(len, p.split())) > 3
    ]
    return _last(claim, answer, chance.choice(strange)) if strange else None


def other_noun(claim: str, answer: str, text: str, pool: Sequence[str], chance: random.Random) -> str | None:
    """The claim with one plain word of five letters or more (two syllables in Vietnamese) from another answer instead."""
    words = [w for w in re.findall(r"(?<![\w-])[a-zà-ỹđ]{5,}(?![\w-])", claim) if w in text and w not in answer]
    strange = sorted({w for p in pool for w in re.findall(r"\b[a-zà-ỹđ]{5,}\b", p) if w not in text and w not in claim})
    if not words or not strange:
        return None
    return _last(claim, chance.choice(words), chance.choice(strange))


def _last(claim: str, old: str, new: str) -> str:
    at = claim.rfind(old)
    return claim[:at] + new + claim[at + len(old) :]
