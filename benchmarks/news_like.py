"""Endless news-like articles: XQuAD sentences recycled, with made-up names and numbers so that the vocabulary grows.

Follows the recipe of the engine comparison: 1-3 sentences of one language a paragraph, half English and half
Vietnamese, 35 % of the capitalised words replaced by pseudo-names of a Zipf distribution over a pool of N ** 0.6, half
of the numbers replaced. The folder with xquad.{en,vi}*.json is an argument (or TRICH_XQUAD); nothing of it is vendored.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bot.language.sentences.boundaries import sentences
from bot.models import Article, Language, Paragraph, Source

PARAGRAPHS_PER_ARTICLE = 12
_NAME = re.compile(r"\b[A-ZĐ][a-z]{2,}\b")
_NUMBER = re.compile(r"\b\d{2,4}\b")
_ONSETS = ["b", "c", "d", "g", "h", "k", "l", "m", "n", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"]
_RIMES = ["a", "an", "ang", "ao", "e", "en", "i", "in", "inh", "o", "on", "ong", "u", "un", "uy", "y", "ay", "em"]


def xquad(folder: Path, language: Language) -> tuple[list[str], list[str]]:
    """Sentences and questions of one language."""
    file = sorted(folder.glob(f"xquad.{language}*.json"))[0]
    found, questions = [], []
    for article in json.loads(file.read_text("utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            text = paragraph["context"]
            found += [span.of(text) for span in sentences(text)]
            questions += [qa["question"] for qa in paragraph["qas"]]
    return found, questions


def pseudo_name(number: int) -> str:
    """A made-up name, a different one for each number."""
    syllables: list[str] = []
    while number or not syllables:
        number, rest = divmod(number, len(_ONSETS) * len(_RIMES))
        syllables.append(_ONSETS[rest % len(_ONSETS)] + _RIMES[rest // len(_ONSETS)])
    return "".join(syllables).capitalize()


def articles(folder: Path, paragraphs: int, *, seed: int = 1) -> Iterator[Article]:
    """Articles of 12 paragraphs with `paragraphs` paragraphs together."""
    dice = random.Random(seed)
    pool = int(paragraphs**0.6) + 100
    texts: dict[Language, list[str]] = {"en": xquad(folder, "en")[0], "vi": xquad(folder, "vi")[0]}

    def rename(match: re.Match[str]) -> str:
        return pseudo_name(int(pool ** dice.random())) if dice.random() < 0.35 else match.group()

    def renumber(match: re.Match[str]) -> str:
        return str(dice.randrange(10, 10_000)) if dice.random() < 0.5 else match.group()

    for number in range((paragraphs + PARAGRAPHS_PER_ARTICLE - 1) // PARAGRAPHS_PER_ARTICLE):
        language: Language = "vi" if number % 2 else "en"
        day = date(2015, 1, 1) + timedelta(days=number % 3650)
        source = Source(f"news-{number}", language, f"Bài {number}", f"Outlet {number % 7}", day, file=f"{number}.txt")
        size = min(PARAGRAPHS_PER_ARTICLE, paragraphs - number * PARAGRAPHS_PER_ARTICLE)
        body = [
            _NUMBER.sub(renumber, _NAME.sub(rename, " ".join(dice.choices(texts[language], k=dice.randint(1, 3)))))
            for _ in range(size)
        ]
        yield Article(source, tuple(Paragraph(source, n, text, "body", language) for n, text in enumerate(body, 1)))
