"""Claims for the check, built from XQuAD (SQuAD v1.1 JSON, one file a language): true ones and edited ones.

A claim is made from a question and its answer (as a statement, or both side by side), or is a sentence of the paragraph.
Edits: another number, another date, another name, the negation flipped, another paragraph. The edits use word lists of
their own, not the project's parsers, so that the check is not measured with its own yardstick.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.claim_edits import exchanged, invented, is_plain_answer, other_answer, other_noun, other_unit, rewritten
from benchmarks.claim_forms import Form, Language, forms, negated

_NUMBER_WORDS: dict[Language, list[str]] = {
    "en": "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty".split(),  # noqa: SIM905
    "vi": ["hai", "bốn", "sáu", "bảy", "tám", "mười", "mười hai", "mười lăm", "hai mươi", "ba mươi", "bốn mươi"],
}
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Row:
    """A claim and the text it is checked against; `right` when the text carries it; `edit` says what was changed."""

    claim: str
    text: str
    language: Language
    text_language: Language
    form: Form
    edit: str
    right: bool
    title: str


def build(xquad: Path, seed: int = 1) -> list[Row]:
    """All claims of the folder's `xquad.{en,vi}*.json`, in a fixed order for a seed."""
    both: dict[Language, list[dict[str, Any]]] = {"en": _load(xquad, "en"), "vi": _load(xquad, "vi")}
    texts: dict[Language, dict[str, str]] = {
        k: {q["id"]: p["context"] for a in v for p in a["paragraphs"] for q in p["qas"]} for k, v in both.items()
    }
    rows: list[Row] = []
    for language, articles in both.items():
        other: Language = "vi" if language == "en" else "en"
        chance = random.Random(f"{seed} {language}")
        rows += _Builder(language, articles, texts[other], chance).rows()
    return rows


def _load(folder: Path, language: Language) -> list[dict[str, Any]]:
    file = next(iter(sorted(folder.glob(f"xquad.{language}*.json"))))
    articles: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))["data"]
    return articles


class _Builder:
    def __init__(
        self, language: Language, articles: list[dict[str, Any]], twins: dict[str, str], chance: random.Random
    ) -> None:
        self.language: Language = language
        self.other: Language = "vi" if language == "en" else "en"
        self.articles, self.twins, self.chance = articles, twins, chance
        self.names = sorted({
            q["answers"][0]["text"] for a in articles for p in a["paragraphs"] for q in p["qas"]
            if is_name(q["answers"][0]["text"])
        })  # fmt: skip

        self.figures = sorted({
            n for a in articles for p in a["paragraphs"] for q in p["qas"] for n in _digits(q["answers"][0]["text"], language)
        })  # fmt: skip

        self.plain = sorted({
            q["answers"][0]["text"] for a in articles for p in a["paragraphs"] for q in p["qas"]
            if is_plain_answer(q["answers"][0]["text"])
        })  # fmt: skip

    def rows(self) -> Iterator[Row]:
        for number, article in enumerate(self.articles):
            paragraphs = [p["context"] for p in article["paragraphs"]]
            for place, paragraph in enumerate(article["paragraphs"]):
                near = [t for i, t in enumerate(paragraphs) if i != place]
                far = self.chance.choice(self.articles[(number + 1) % len(self.articles)]["paragraphs"])["context"]
                for qa in paragraph["qas"]:
                    answer = qa["answers"][0]["text"].strip(" .")
                    yield from self._of_question(qa, answer, paragraph["context"], near, far, str(number))
                for sentence in split(paragraph["context"]):
                    yield from self._edits(sentence, "", "sentence", paragraph["context"], near, far, str(number))

    def _of_question(
        self, qa: dict[str, Any], answer: str, text: str, near: list[str], far: str, title: str
    ) -> Iterator[Row]:
        question = qa["question"].strip()
        for form, claim in forms(question, answer, self.language):
            yield from self._edits(claim, answer, form, text, near, far, title)
            twin = self.twins[qa["id"]]
            yield Row(claim, twin, self.language, self.other, form, "across-true", True, title)
            for edit, wrong in (
                ("number", self._number(claim, answer)),
                ("number-other", self._number_other(claim, answer)),
            ):
                if wrong and wrong != claim:
                    yield Row(claim, twin, self.language, self.other, form, f"across-true-{edit}", True, title)
                    yield Row(wrong, twin, self.language, self.other, form, f"across-{edit}", False, title)

    def _edits(
        self, claim: str, answer: str, form: Form, text: str, near: list[str], far: str, title: str
    ) -> Iterator[Row]:
        def row(claim: str, edit: str, right: bool = False, text: str = text) -> Row:
            return Row(claim, text, self.language, self.language, form, edit, right, title)

        yield row(claim, "true", True)
        if same := rewritten(claim, self.language):
            yield row(same, "true-rewritten", True)
        edits = {
            "number": self._number(claim, answer),
            "number-other": self._number_other(claim, answer),
            "date": self._date(claim),
            "name": self._name(claim, answer, text, inside=False),
            "name-inside": self._name(claim, answer, text, inside=True),
            "number-inside": self._number_inside(claim, answer, text),
            "unit": other_unit(claim, self.language, self.chance),
            "answer": other_answer(claim, answer, text, self.plain, self.chance) if answer else None,
            "noun": other_noun(claim, answer, text, self.plain, self.chance),
            "negation": negated(claim, self.language) if form in ("statement", "sentence", "joined") else None,
        }
        for edit, wrong in edits.items():
            if wrong and wrong != claim:
                yield row(claim, f"true-{edit}", True)
                yield row(wrong, edit)
        stated = form in ("statement", "sentence")
        for edit, wrong in (
            ("roles", exchanged(claim, self.language)),
            ("verb", invented(claim, self.language, random.Random(claim))),
        ):
            if stated and wrong and wrong != claim:
                yield row(claim, f"true-{edit}", True)
                yield row(wrong, edit)
        yield row(claim, "paragraph-far", text=far)
        if near:
            yield row(claim, "paragraph-near", text=self.chance.choice(near))

    def _number(self, claim: str, answer: str) -> str | None:
        """Another number: in the answer where it holds one, else anywhere in the claim."""
        area = answer if answer and _digits(answer, self.language) else claim
        found = _digits(area, self.language)
        if not found:
            return None
        old = self.chance.choice(found)
        return _swap(claim, old, self._other_number(old), area)

    def _other_number(self, old: str) -> str:
        if not old[0].isdigit():
            return self.chance.choice([w for w in _NUMBER_WORDS[self.language] if w not in old.lower()])
        digits = [i for i, c in enumerate(old) if c.isdigit()]
        place = self.chance.choice(digits[-2:])
        new = self.chance.choice([d for d in "123456789" if d != old[place]])
        return old[:place] + new + old[place + 1 :]

    def _number_other(self, claim: str, answer: str) -> str | None:
        """The number of another question's answer."""
        area = answer if answer and _digits(answer, self.language) else claim
        found = _digits(area, self.language)
        pool = [n for n in self.figures if n not in claim]
        return _swap(claim, found[0], self.chance.choice(pool), area) if found else None

    def _number_inside(self, claim: str, answer: str, text: str) -> str | None:
        area = answer if answer and _digits(answer, self.language) else claim
        found = re.findall(r"(?<![\w.,])\d+(?![\w.,])", area)
        others = sorted(set(re.findall(r"(?<![\w.,])\d+(?![\w.,])", text)) - set(re.findall(r"\d+", claim)))
        return _swap(claim, found[0], self.chance.choice(others), area) if found and others else None

    def _date(self, claim: str) -> str | None:
        years = re.findall(r"\b(?:1[0-9]|20)\d{2}\b", claim)
        months = re.findall(rf"\b(?:{'|'.join(_MONTHS)})\b", claim) if self.language == "en" else []
        if months and self.chance.random() < 0.6:
            return _swap(claim, months[0], self.chance.choice([m for m in _MONTHS if m != months[0]]), claim)
        numbered = re.findall(r"tháng \d{1,2}\b", claim)
        if numbered and self.chance.random() < 0.6:
            old = numbered[0]
            wrong = [m for m in range(1, 13) if str(m) != old.split()[1]]
            return _swap(claim, old, f"tháng {self.chance.choice(wrong)}", claim)
        if not years:
            return None
        shift = self.chance.choice([-20, -10, -3, -1, 1, 2, 7, 10, 30])
        return _swap(claim, years[0], str(int(years[0]) + shift), claim)

    def _name(self, claim: str, answer: str, text: str, *, inside: bool) -> str | None:
        old = answer if answer and is_name(answer) else None
        if not answer:
            found = [m.group().strip() for m in re.finditer(r"(?<=[a-zà-ỹ,] )(?:[A-ZĐ][\wà-ỹ]+ ?)+", claim)]
            old = self.chance.choice([f for f in found if len(f) > 3] or [""]) or None
        if not old or old not in claim:
            return None
        pool = [
            n for n in self.names if (n in text) == inside and n not in claim and old not in n and not _shares(n, old)
        ]
        if not inside:
            pool = [n for n in pool if not any(w in text for w in n.split() if len(w) > 3)]
        return claim.replace(old, self.chance.choice(pool), 1) if pool else None


def _shares(one: str, two: str) -> bool:
    return bool(set(one.lower().split()) & set(two.lower().split()))


def is_name(text: str) -> bool:
    """Whether an answer is a name by its capitals: at most five words, the first and half of all capital."""
    words = text.split()
    capital = [w for w in words if w[:1].isupper()]
    return (
        0 < len(words) <= 5 and words[0][:1].isupper() and len(capital) * 2 > len(words) and not re.search(r"\d", text)
    )


def _digits(text: str, language: Language) -> list[str]:
    words = "|".join(sorted(_NUMBER_WORDS[language], key=len, reverse=True))
    return re.findall(rf"(?<![\w.,])\d+(?:[.,]\d+)*|(?<!\w)(?:{words})(?!\w)", text)


def _swap(claim: str, old: str, new: str, area: str) -> str | None:
    at = claim.rfind(area)
    if at < 0:
        return None
    changed = re.sub(rf"(?<![\w.,]){re.escape(old)}(?![\w])", new, claim[at:], count=1)
    return claim[:at] + changed


def split(text: str) -> list[str]:
    """The sentences of a paragraph, roughly, those of 40 to 400 characters."""
    parts = re.split(r"(?<=[a-zà-ỹ0-9)\"”]{2}[.!?]) (?=[A-ZĐÀ-Ỹ\"“])", text)
    return [p for p in parts if 40 <= len(p) <= 400]
